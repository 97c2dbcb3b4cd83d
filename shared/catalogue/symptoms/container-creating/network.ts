import { because, cite, contradiction, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { format } from '../missing-subnet-env/file';

type Runtime = EvidenceOf<(typeof probes)['runtime']>;
type Directory = EvidenceOf<(typeof probes)['cni-directory']>;
type Config = EvidenceOf<(typeof probes)['cni-config']>;
type Binaries = EvidenceOf<(typeof probes)['cni-binaries']>;
type Flannel = EvidenceOf<(typeof probes)['flannel-state']>;
type Networks = EvidenceOf<(typeof probes)['hns-networks']>;
type Process = EvidenceOf<(typeof probes)['hns-process']>;

type CniAnswer = 'good' | 'leftover' | 'nat-only' | 'empty' | 'other-folder' | 'bom' | 'invalid';

/** What is wrong with the CNI configuration that containerd takes: the first file of its folder. */
export function cniState(runtime: Runtime | undefined, directory: Directory, config: Config): Decision<CniAnswer> {
  const { files, winner } = config;
  const ready = runtime?.networkReady?.ok === true;
  const [first] = files;
  if (!first) return withoutFile(directory, ready);
  if (!ready && first.facts === null) {
    return first.bom
      ? because('bom', cite('cni-config', '/files/0/bom'))
      : because('invalid', cite('cni-config', '/files/0/facts'));
  }
  if (!winner) return undecided(cite('cni-config', '/files'));
  if (winner.plugins[0]?.type !== 'nat') return because('good', cite('cni-config', '/winner'));
  const type = cite('cni-config', '/winner/plugins/0/type');
  // The runtime takes the first file; what the cluster wants stands in the one behind it.
  return files.length > 1
    ? because('leftover', type, cite('cni-config', '/files/0/path'), cite('cni-config', '/files/1/path'))
    : because('nat-only', type, cite('cni-config', '/files/0/path'));
}

/** Whether the program of each plugin lies in the folder that the runtime starts plugins from. */
export function pluginPrograms(
  { winner }: Config,
  { directories }: Binaries,
  { inForce, config }: Runtime,
): Decision<'there' | 'missing'> {
  const binDir = (inForce?.binDir ?? config?.binDir?.value)?.replaceAll('/', '\\').toLowerCase();
  const at = directories.findIndex(({ path }) => path.toLowerCase() === binDir);
  const programs = directories[at]?.names?.map((name) => name.toLowerCase());
  if (!winner || !programs) return undecided(cite('cni-binaries', '/directories'));
  const held = cite('cni-binaries', `/directories/${at}/names`);
  const lacking = winner.plugins.findIndex(({ type }) => !programs.includes(`${type.toLowerCase()}.exe`));
  return lacking < 0
    ? because('there', held)
    : because('missing', cite('cni-config', `/winner/plugins/${lacking}/type`), held);
}

function withoutFile({ chosen, found }: Directory, ready: boolean): Decision<CniAnswer> {
  const here = cite('cni-directory', chosen ? '/chosen/files' : '/chosen');
  if (ready) return contradiction(here, cite('runtime', '/networkReady/ok'));
  const other = found.findIndex(
    ({ path, files }) => path !== chosen?.path && files.some((name) => !/containerd-nat/i.test(name)),
  );
  return other < 0 ? because('empty', here) : because('other-folder', here, cite('cni-directory', `/found/${other}`));
}

/** Whether the flannel plugin finds its file, and can read it. */
export function subnetFile(flannel: Flannel): Decision<'missing' | 'malformed' | 'readable'> {
  return flannel.exists ? format(flannel) : because('missing', cite('flannel-state', '/exists'));
}

/** Threads of the Host Networking Service at which it is deadlocked (domain facts X02; Microsoft's SDN automitigator). */
const DEADLOCK = 1000;

interface HnsEvidence {
  readonly 'hns-networks': Networks | undefined;
  readonly 'hns-process': Process | undefined;
  readonly 'cni-config': Config | undefined;
}

/** Whether HNS works and lists the network that the CNI configuration names. That it keeps silent is no proof of anything. */
export function hnsNetwork(evidence: HnsEvidence): Decision<'there' | 'missing' | 'hung'> {
  const threads = evidence['hns-process']?.process?.threads ?? 0;
  if (threads >= DEADLOCK) return because('hung', cite('hns-process', '/process/threads'));
  if (!evidence['hns-networks']) return undecided();
  const { networks } = evidence['hns-networks'];
  const all = cite('hns-networks', '/networks');
  const name = evidence['cni-config']?.winner?.name;
  if (!name) return networks.length > 0 ? undecided(all) : because('missing', all);
  const at = networks.findIndex((network) => network.name.toLowerCase() === name.toLowerCase());
  return at < 0
    ? because('missing', all, cite('cni-config', '/winner/name'))
    : because('there', cite('hns-networks', `/networks/${at}/name`));
}
