import { because, cite, contradiction, type Decision, type EvidenceOf, undecided } from '../../define';
import { isBroken, leftoverNics } from '../../host-endpoints';
import type { probes } from '../../probes';

type Logs = EvidenceOf<(typeof probes)['log-scan']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;
type Processes = EvidenceOf<(typeof probes)['processes']>;
type HnsProcess = EvidenceOf<(typeof probes)['hns-process']>;
type Files = EvidenceOf<(typeof probes)['hns-state-files']>;
type Updates = EvidenceOf<(typeof probes)['update-history']>;
type Networks = EvidenceOf<(typeof probes)['hns-networks']>;
type Endpoints = EvidenceOf<(typeof probes)['hns-endpoints']>;

/** Updates that come often and change nothing of HNS: Defender's definitions, the tool that removes malicious software. */
const NOT_OF_HNS: readonly string[] = ['KB2267602', 'KB890830', 'KB4052623'];

/** Whose log it is, by its path. */
const OWNERS = [
  ['flanneld', /flannel/i],
  ['kube-proxy', /kube-?proxy/i],
  ['kubelet', /kubelet/i],
] as const;

/**
 * Whether a component has met incompatible objects (0x22) since what could have mended that: the start of Windows, of HNS
 * and of the component itself. What is older is history. Without a readable log nothing is known.
 */
export function metOldObjects(
  { read, hits }: Logs,
  { boot }: Build,
  processes: Processes | undefined,
  hns: HnsProcess | undefined,
): Decision<'now' | 'history' | 'never'> {
  const started = Date.parse(boot ?? '');
  const found = hits.flatMap(({ rule, path, written }, index) => {
    if (rule !== 'old-objects' && rule !== 'port-not-found') return [];
    const owner = OWNERS.find(([, pattern]) => pattern.test(path))?.[0];
    const own = processes?.list.find(({ name }) => name === owner)?.start;
    const starts = [hns?.process?.start, own].map((time) => Date.parse(time ?? ''));
    const since = Math.max(started, ...starts.filter((time) => !Number.isNaN(time)));
    const moment = Date.parse(written ?? '');
    const when = Number.isNaN(moment) || Number.isNaN(since) ? 'unknown' : moment >= since ? 'now' : 'history';
    return [{ when, place: `/hits/${index}` }];
  });
  const booted = cite('os-build', '/boot');
  const now = found.find(({ when }) => when === 'now');
  if (now)
    return because('now', cite('log-scan', `${now.place}/text`), cite('log-scan', `${now.place}/written`), booted);
  const undated = found.filter(({ when }) => when === 'unknown');
  if (undated.length > 0 || read.length === 0)
    return undecided(cite('log-scan', '/read'), ...undated.map(({ place }) => cite('log-scan', `${place}/text`)));
  const [old] = found;
  return old
    ? because('history', cite('log-scan', `${old.place}/written`), booted)
    : because('never', cite('log-scan', '/read'));
}

/** Whether HNS keeps its objects since before the last update that can have changed HNS. */
export function storeAge({ hnsData }: Files, { updates }: Updates): Decision<'older' | 'newer'> {
  const at = updates.findIndex(({ kb, ok }) => ok && !NOT_OF_HNS.includes(kb));
  const update = updates[at];
  const kept = cite('hns-state-files', '/hnsData');
  if (!hnsData || !update) return undecided(kept, cite('update-history', '/updates'));
  return because(
    Date.parse(hnsData.modified) < Date.parse(update.time) ? 'older' : 'newer',
    cite('hns-state-files', '/hnsData/modified'),
    cite('update-history', `/updates/${at}/time`),
  );
}

/** Whether the virtual switch remembers adapters of networks that HNS no longer has. */
export function rememberedNics({ nics }: Files, { networks }: Networks): Decision<'leftover' | 'clean'> {
  if (nics === null) return undecided(cite('hns-state-files', '/nics'));
  const [first] = leftoverNics(nics, networks);
  return first === undefined
    ? because('clean', cite('hns-state-files', '/nics'), cite('hns-networks', '/networks'))
    : because('leftover', cite('hns-state-files', `/nics/${first}/texts`), cite('hns-networks', '/networks'));
}

/** Endpoints of this node that are degraded, destroyed, or detached from a container that is gone. */
export function endpointStates({ endpoints }: Endpoints): Decision<'broken' | 'whole'> {
  const at = endpoints.findIndex(isBroken);
  return at < 0
    ? because('whole', cite('hns-endpoints', '/endpoints'))
    : because(
        'broken',
        cite('hns-endpoints', `/endpoints/${at}/state`),
        cite('hns-endpoints', `/endpoints/${at}/name`),
      );
}

/** At the end of the walk: the log must be known to be quiet. That it is not excludes what was decided before. */
export function logQuiet(...evidence: Parameters<typeof metOldObjects>): Decision<'quiet'> {
  const met = metOldObjects(...evidence);
  if (met.kind !== 'because') return met;
  const [first, ...rest] = met.citations;
  return met.answer === 'now' ? contradiction(first, cite('os-build', '/boot')) : because('quiet', first, ...rest);
}
