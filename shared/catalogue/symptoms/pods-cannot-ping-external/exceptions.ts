import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { within } from '../../subnets';

type Config = EvidenceOf<(typeof probes)['cni-config']>;
type Endpoints = EvidenceOf<(typeof probes)['hns-endpoints']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;

const SERVER_2019 = 17763;

/** Ranges that no host on the internet has (RFC 1918, RFC 6598, RFC 3927, loopback). */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16', '127.0.0.0/8'];

/** Whether a range lies in one of the private ones; null where it is not understood. */
export function isPrivate(range: string): boolean | null {
  const answers = PRIVATE.map((other) => within(range, other));
  return answers.includes(null) ? null : answers.includes(true);
}

/** Whether the runtime can read the file that would win. */
export function readable({ files, winner }: Config): Decision<'readable' | 'unreadable'> {
  if (winner) return because('readable', cite('cni-config', '/winner/path'));
  const [first] = files;
  return first?.problem
    ? because('unreadable', cite('cni-config', '/files/0/problem'), cite('cni-config', '/files/0/path'))
    : undecided(cite('cni-config', '/winner'));
}

/** Whether destinations of the internet are excepted from translation, so that no answer ever comes back. */
export function exceptedPublic(config: Config): Decision<'none' | 'some'> {
  const exceptions = config.winner?.exceptions ?? [];
  const at = exceptions.findIndex((range) => isPrivate(range) === false);
  if (at >= 0) return because('some', cite('cni-config', `/winner/exceptions/${at}`));
  return config.winner ? because('none', cite('cni-config', '/winner/exceptions')) : undecided();
}

/** Whether the Pods here still have the list of an older file. */
export function listsDiffer({ winner }: Config, { endpoints }: Endpoints): Decision<'same' | 'older'> {
  const wanted = winner?.exceptions ?? [];
  const pods = endpoints.flatMap((endpoint, index) =>
    !endpoint.remote && endpoint.containers > 0 && endpoint.exceptions.length > 0 ? [{ ...endpoint, index }] : [],
  );
  const [first] = pods;
  if (!first || wanted.length === 0) return undecided(cite('hns-endpoints', '/endpoints'));
  const set = new Set(wanted);
  // What the plugin adds by itself says nothing about the file's age; what the Pod has and the file lacks does.
  const stale = pods.find(({ exceptions }) =>
    exceptions.some((range) => !set.has(range) && isPrivate(range) === false),
  );
  return stale
    ? because(
        'older',
        cite('hns-endpoints', `/endpoints/${stale.index}/exceptions`),
        cite('cni-config', '/winner/exceptions'),
      )
    : because('same', cite('hns-endpoints', `/endpoints/${first.index}/exceptions`));
}

/** Whether two ranges begin with the same address and the first is the narrower one. */
export function isWithinSameAddress(range: string, wider: string): boolean {
  const [one = '', length = '32'] = range.split('/');
  const [other = '', least = '32'] = wider.split('/');
  return one === other && Number(least) < Number(length);
}

/** HNS of Windows Server 2019 goes by the address of an exception and not by its length, and takes the first alone (domain facts S07). */
export function sameAddress({ winner }: Config, { build }: Build): Decision<'twice' | 'once'> {
  const on = cite('os-build', '/build');
  const list = winner?.exceptions ?? [];
  const narrow = list.findIndex((range) => list.some((other) => isWithinSameAddress(range, other)));
  if (build !== SERVER_2019 || narrow < 0) return because('once', on);
  const wide = list.findIndex((other) => isWithinSameAddress(list[narrow] ?? '', other));
  return because(
    'twice',
    cite('cni-config', `/winner/exceptions/${narrow}`),
    cite('cni-config', `/winner/exceptions/${wide}`),
    on,
  );
}
