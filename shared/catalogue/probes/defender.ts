import { z } from 'zod';
import { maybe, must, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';
import { psHost } from './ps-host';

const NAMESPACE = 'root/Microsoft/Windows/Defender';
const status = z.object({ RealTimeProtectionEnabled: z.boolean(), AMRunningMode: z.string().nullish() });
const list = z.string().nullish();
const preference = z.object({ ExclusionPath: list, ExclusionProcess: list });
const threat = z.object({ ThreatName: z.string(), IsActive: z.boolean().nullish(), Resources: list });

/**
 * Microsoft Defender. Without elevation Windows gives a sentence in place of the exclusions, so they are null then;
 * `threats` null could not be read. `present` false: Defender is not installed.
 */
export const defender = defineProbe({
  id: 'defender',
  code: 'P38',
  rights: 'administrator',
  limit: seconds(15),
  needs: { shell: psHost },
  reads: () => ({
    status: {
      kind: 'cim',
      namespace: NAMESPACE,
      class: 'MSFT_MpComputerStatus',
      select: ['RealTimeProtectionEnabled', 'AMRunningMode'],
    },
    preference: {
      kind: 'cim',
      namespace: NAMESPACE,
      class: 'MSFT_MpPreference',
      select: ['ExclusionPath', 'ExclusionProcess'],
    },
    threats: {
      kind: 'cim',
      namespace: NAMESPACE,
      class: 'MSFT_MpThreat',
      select: ['ThreatName', 'IsActive', 'Resources'],
    },
  }),
  interpret: (answers, { shell }) => {
    if (isMissing(answers.status)) return { present: false as const };
    const [found] = parseRows(status, must(answers.status), 'MSFT_MpComputerStatus');
    if (!found) return { present: false as const };
    const [settings] = shell.elevated ? rowsOf(preference, answers.preference) : [];
    const seen = maybe(answers.threats);
    return {
      present: true as const,
      realTime: found.RealTimeProtectionEnabled,
      /** Defender's own word: `Normal`, `Passive Mode`, `EDR Block Mode`; null on builds that do not tell. */
      mode: found.AMRunningMode ?? null,
      excludedPaths: settings ? parts(settings.ExclusionPath) : null,
      excludedProcesses: settings ? parts(settings.ExclusionProcess) : null,
      threats: seen
        ? parseRows(threat, seen, 'MSFT_MpThreat').map(({ ThreatName, IsActive, Resources }) => ({
            name: ThreatName,
            active: IsActive ?? null,
            resources: parts(Resources),
          }))
        : null,
    };
  },
});

function isMissing(outcome: Outcome<unknown>): boolean {
  return outcome.kind === 'could-not-check' && outcome.reason === 'missing';
}

function rowsOf<S extends z.ZodType>(schema: S, outcome: Outcome<Answer<'cim'>>): Array<z.infer<S>> {
  const found = maybe(outcome);
  return found ? parseRows(schema, found, 'Defender') : [];
}

/** The items of a list as the shell joins it. */
function parts(text: string | null | undefined): readonly string[] {
  return (text ?? '').split(',').filter((part) => part !== '');
}
