import type { EvidenceOf } from '../../define';
import type { probes } from '../../probes';
import { defineRemediation } from '../../typed';
import { changedArguments, withoutFlag } from '../arguments';

type Logs = EvidenceOf<(typeof probes)['log-scan']>;

/** Flags of the kubelet by the minor version of Kubernetes 1 that no longer knows them (domain facts 0.2; its release notes). */
const REMOVED: ReadonlyArray<readonly [minor: number, flags: readonly string[]]> = [
  [24, ['network-plugin', 'cni-bin-dir', 'cni-conf-dir', 'cni-cache-dir', 'image-pull-progress-deadline']],
  [26, ['log-dir', 'log-file', 'log-file-max-size', 'logtostderr', 'alsologtostderr', 'stderrthreshold']],
  [27, ['container-runtime']],
  [35, ['pod-infra-container-image']],
];

/** The flags that this version does not know any more, and those that the kubelet itself refused. */
function unknownTo(version: string | null | undefined, logs: Logs): readonly string[] {
  const minor = Number(/^1\.(\d+)\./.exec(version ?? '')?.[1] ?? 0);
  const gone = REMOVED.flatMap(([since, flags]) => (minor >= since ? flags : []));
  const refused = logs.hits.flatMap(({ rule, path, text }) => {
    const flag =
      rule === 'unknown-flag' && /kubelet/i.test(path) ? /unknown flag: --([a-z0-9-]+)/i.exec(text)?.[1] : undefined;
    return flag === undefined ? [] : [flag];
  });
  return [...new Set([...gone, ...refused])];
}

/** Takes the flags that this kubelet does not know out of its service's arguments, and starts it. */
export const removeKubeletFlags = defineRemediation({
  id: 'remove-kubelet-flags',
  risk: 'safe',
  probes: ['services', 'processes', 'component-versions', 'log-scan'],
  cooldown: 300,
  plan: ({ services, processes, 'component-versions': versions, 'log-scan': logs }) => {
    if (!services.kubelet) return { kind: 'not-here', why: 'no-service' };
    const flags = unknownTo(versions.kubelet?.version, logs);
    const change = (line: string): string => flags.reduce((rest, flag) => withoutFlag(rest, flag), line);
    const evidence = { service: services.kubelet, nssm: processes.nssm.kubelet };
    const writes = changedArguments('kubelet', 'kubelet', evidence, change);
    return typeof writes === 'string' ? { kind: 'not-here', why: writes } : { kind: 'writes', writes };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
