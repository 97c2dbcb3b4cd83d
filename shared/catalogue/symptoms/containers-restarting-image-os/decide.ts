import { because, cite, type Citation, contradiction, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { releaseIn, runs } from '../../windows-releases';
import { at, fewRestarts, firstSaid, idle, saidOf, type Told, type Trouble, troubled } from './trouble';

type Pods = EvidenceOf<(typeof probes)['pods-here']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;
type Platforms = EvidenceOf<(typeof probes)['image-platforms']>;
type Disk = EvidenceOf<(typeof probes)['disk']>;
type Runtime = EvidenceOf<(typeof probes)['runtime']>;
type Crashes = EvidenceOf<(typeof probes)['service-crashes']>;

/** Whether containers here restart, or cannot start. */
export function restarting(told: Told & { readonly 'pods-here': Pods }): Decision<'many' | 'few' | 'none'> {
  const pods = told['pods-here'];
  const [first] = troubled(pods);
  if (first) return because('many', cite('pods-here', at(first)));
  const said = firstSaid(told);
  if (said) return because('many', said.citation);
  const few = fewRestarts(pods);
  return few ? because('few', cite('pods-here', `${at(few)}/restarts`)) : because('none', cite('pods-here', '/pods'));
}

/** Reasons of the kubelet, and of docker, for a container that was never started. */
const NEVER_STARTED: ReadonlySet<string> = new Set(['StartError', 'ContainerCannotRun']);

/** What the containers that do not run say. */
export function containerError(told: Told): Decision<Trouble | 'application' | 'none'> {
  const said = firstSaid(told);
  if (said) return because(said.kind, said.citation);
  const pods = told['pods-here'];
  if (!pods) return undecided();
  const ended = troubled(pods).find((place) => {
    const container = pods.pods[place.pod]?.containers[place.container];
    // What the runtime could not start has an exit code of its making.
    return (container?.lastExit ?? 0) !== 0 && !NEVER_STARTED.has(container?.lastReason ?? '');
  });
  if (ended) return because('application', cite('pods-here', `${at(ended)}/lastExit`));
  return undecided(cite('pods-here', '/pods'));
}

interface Builds extends Told {
  readonly 'os-build': Build;
  readonly 'image-platforms': Platforms | undefined;
  readonly runtime: Runtime | undefined;
}

interface Compared {
  readonly fits: boolean;
  readonly citation: Citation;
}

/** An image against the host: by what it says of itself, else by the release in its tag, as it stands in a place. */
function compared(host: number, image: string, platforms: Platforms | undefined, place: Citation): Compared | null {
  const index = platforms?.images.findIndex(({ tag }) => tag === image) ?? -1;
  const told = platforms?.images[index]?.image?.build ?? null;
  if (told !== null) {
    const fits = runs(host, told);
    return fits === null ? null : { fits, citation: cite('image-platforms', `/images/${index}/image/build`) };
  }
  const release = releaseIn(image);
  const fits = release ? runs(host, release.build) : null;
  return fits === null ? null : { fits, citation: place };
}

/** Each container's image that does not run against the host; null where the two cannot be compared. */
function comparedImages(evidence: Builds): ReadonlyArray<Compared | null> {
  const { build } = evidence['os-build'];
  const pods = evidence['pods-here'];
  if (!pods) return [];
  return idle(pods).map((place) => {
    const image = pods.pods[place.pod]?.containers[place.container]?.image ?? '';
    return compared(build, image, evidence['image-platforms'], cite('pods-here', `${at(place)}/image`));
  });
}

/** The image of which every sandbox is made, against the host. */
function comparedPause({ runtime, ...evidence }: Builds): Compared | null {
  const { build } = evidence['os-build'];
  const set = runtime?.config?.sandboxImage?.value;
  const image = set ?? runtime?.inForce?.sandboxImage ?? null;
  const place = cite('runtime', set === undefined ? '/inForce/sandboxImage' : '/config/sandboxImage/value');
  return image === null ? null : compared(build, image, evidence['image-platforms'], place);
}

/** Whether the images of the containers that do not run fit the host's release, and that of their sandboxes. */
export function imageBuilds(evidence: Builds): Decision<'differs' | 'pause' | 'said'> {
  const host = cite('os-build', '/build');
  const images = comparedImages(evidence);
  const wrong = images.find((each) => each?.fits === false);
  const said = saidOf(evidence).find(({ kind }) => kind === 'mismatch');
  if (wrong) return because('differs', wrong.citation, host, ...(said ? [said.citation] : []));
  if (!said) return undecided(host);
  const pause = comparedPause(evidence);
  if (pause?.fits === false) return because('pause', pause.citation, host, said.citation);
  const [right] = images;
  const allFit = right && !images.includes(null);
  return allFit ? contradiction(said.citation, right.citation, host) : because('said', said.citation, host);
}

/** Whether Windows still cannot start the process of a container. */
export function startError(told: Told): Decision<'same' | 'gone'> {
  const said = saidOf(told).find(({ kind }) => kind === 'start-failed');
  return said ? because('same', said.citation) : undecided();
}

/** Below this share of free space the kubelet evicts pods (nodefs.available), and pulls fail half-way. */
const FREE_PERCENT = 10;

interface Layers extends Told {
  readonly disk: Disk | undefined;
  readonly 'service-crashes': Crashes | undefined;
}

/** Why layers of an image cannot be unpacked. */
export function layerState(evidence: Layers): Decision<'disk-full' | 'power-loss' | 'corrupt'> {
  const said = saidOf(evidence).find(({ kind }) => kind === 'layers');
  if (!said) return undecided();
  const disks = evidence.disk?.disks ?? [];
  const full = disks.findIndex(({ drive, freePercent }) => drive === 'C:' && (freePercent ?? 100) < FREE_PERCENT);
  if (full >= 0) return because('disk-full', said.citation, cite('disk', `/disks/${full}/freePercent`));
  const [shutdown] = evidence['service-crashes']?.shutdowns ?? [];
  if (shutdown) return because('power-loss', said.citation, cite('service-crashes', '/shutdowns/0'));
  return because('corrupt', said.citation);
}

/** Whether the registry has no image for this Windows. */
export function missingManifest(told: Told): Decision<'missing' | 'there'> {
  const said = saidOf(told).find(({ kind }) => kind === 'manifest');
  return said ? because('missing', said.citation) : undecided();
}
