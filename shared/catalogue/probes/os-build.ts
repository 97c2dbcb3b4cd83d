import { z } from 'zod';
import { badAnswer, maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';

const values = z.object({
  CurrentBuildNumber: z.coerce.number().int(),
  UBR: z.number().int(),
  ProductName: z.string(),
  InstallationType: z.string().optional(),
  DisplayVersion: z.string().optional(),
});

/** Windows: build and update revision decide every threshold; the list of updates never does (updates replace each other). */
export const osBuild = defineProbe({
  id: 'os-build',
  code: 'P01',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    version: {
      kind: 'registry',
      path: 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
      names: ['CurrentBuildNumber', 'UBR', 'ProductName', 'InstallationType', 'DisplayVersion'],
    },
    system: { kind: 'cim', class: 'Win32_OperatingSystem', select: ['LastBootUpTime', 'OSLanguage'] },
    shell: { kind: 'shell' },
  }),
  interpret: ({ version, system, shell }) => {
    const key = must(version);
    const parsed = key.exists ? values.safeParse(key.values) : null;
    if (!parsed?.success) return badAnswer('CurrentVersion');
    const { CurrentBuildNumber: build, UBR: ubr, ProductName: product, InstallationType: installType } = parsed.data;
    const { hostName, computerName } = must(shell);
    const row = maybe(system)?.rows[0];
    const boot = row?.LastBootUpTime;
    return {
      build,
      ubr,
      product,
      /** `Server` or `Server Core`. */
      installType: installType ?? null,
      displayVersion: parsed.data.DisplayVersion ?? null,
      /** As Windows numbers languages: 1041 is Japanese, 1033 English. */
      language: typeof row?.OSLanguage === 'number' ? row.OSLanguage : null,
      hostName,
      computerName,
      boot: typeof boot === 'string' ? boot : null,
    };
  },
});
