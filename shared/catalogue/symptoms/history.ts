import type { EvidenceOf } from '../define';
import type { probes } from '../probes';

type Hit = EvidenceOf<(typeof probes)['log-scan']>['hits'][number];
type Build = EvidenceOf<(typeof probes)['os-build']>;

/** Whether a line of a log is from before Windows last started. One whose time cannot be told may be of now. */
export function isHistory({ written }: Pick<Hit, 'written'>, build: Pick<Build, 'boot'> | undefined): boolean {
  const boot = build?.boot ?? null;
  return written !== null && boot !== null && Date.parse(written) < Date.parse(boot);
}
