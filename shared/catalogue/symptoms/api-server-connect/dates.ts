import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { isHistory } from '../history';
import { type Answered, answered } from './reach';

type Reach = EvidenceOf<(typeof probes)['api-reach']>;
type Services = EvidenceOf<(typeof probes)['services']>;
type Certs = EvidenceOf<(typeof probes)['certs']>;
type Tools = EvidenceOf<(typeof probes)['kube-tools']>;
type Time = EvidenceOf<(typeof probes)['time']>;
type Logs = EvidenceOf<(typeof probes)['log-scan']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;

/** Seconds of skew that break TLS and tokens for certain, and those that may. */
const FAR = 300;
const NOTABLE = 60;

const SKEW = cite('api-reach', '/skewSeconds');

function outOfDate(problems: readonly string[]): number {
  return problems.findIndex((problem) => problem === 'NotTimeValid');
}

/** Whether the node's clock, or the server's certificate, breaks TLS by date. */
export function clockState(
  reach: Reach,
  services: Services | undefined,
): Decision<'fits' | 'off' | 'off-running' | 'small' | 'server-expired'> {
  const { skewSeconds, problems } = reach;
  const at = outOfDate(problems);
  const problem = cite('api-reach', `/problems/${at}`);
  if (skewSeconds === null) return undecided(SKEW);
  if (Math.abs(skewSeconds) > FAR) {
    const running = services?.W32Time?.state === 'Running';
    return running ? because('off-running', SKEW, cite('services', '/W32Time/state')) : because('off', SKEW);
  }
  if (at < 0) return because('fits', SKEW, cite('api-reach', '/problems'));
  return Math.abs(skewSeconds) >= NOTABLE ? because('small', SKEW, problem) : because('server-expired', SKEW, problem);
}

/** Whether Windows has anywhere to take its time from: the domain, a time server, or its virtual machine's host. */
export function timeSource({ type, ntpServer, hyperVSync }: Time): Decision<'none' | 'there'> {
  const told = cite('time', '/type');
  if (type === null || hyperVSync === undefined) return undecided(told);
  const byServer = type === 'NT5DS' || (type !== 'NoSync' && (ntpServer ?? '').trim() !== '');
  if (byServer) return because('there', told, cite('time', '/ntpServer'));
  // The provider for virtual machines is on by default, also where no host ever gives the time.
  return hyperVSync === true ? undecided(told) : because('none', told, cite('time', '/hyperVSync'));
}

/** Which way the clock is off. */
export function clockDirection({ skewSeconds }: Reach): Decision<'ahead' | 'behind'> {
  return skewSeconds === null || skewSeconds === 0
    ? undecided(SKEW)
    : because(skewSeconds > 0 ? 'ahead' : 'behind', SKEW);
}

/** Whether a small skew is left as an explanation. */
export function smallSkew({ skewSeconds }: Reach): Decision<'fits' | 'small'> {
  return skewSeconds === null ? undecided(SKEW) : because(Math.abs(skewSeconds) >= NOTABLE ? 'small' : 'fits', SKEW);
}

const CURRENT = /\\kubelet-client-current\.pem$/i;
/** The kubeconfig that kubeadm writes names the certificate that the kubelet renews. */
const NAMES_CURRENT = /\\kubernetes\\kubelet\.conf$/i;

/** Whether the kubelet has a certificate of its own that still holds. */
export function clientState(
  certs: Certs,
  tools: Tools | undefined,
  reach: Reach | undefined,
  calls: Answered,
): Decision<'valid' | 'expired' | 'expired-by-own-clock' | 'missing'> {
  const call = answered(calls);
  if (call) return because('valid', call);
  const current = certs.client.findIndex(({ path }) => CURRENT.test(path));
  const at = current < 0 ? 0 : current;
  const client = certs.client[at];
  if (client) {
    const until = cite('certs', `/client/${at}/notAfter`);
    if (!client.expired) return because('valid', until, cite('certs', '/now'));
    const compared = typeof reach?.skewSeconds === 'number';
    return because(
      compared ? 'expired' : 'expired-by-own-clock',
      until,
      cite('certs', '/now'),
      ...(compared ? [SKEW] : []),
    );
  }
  const none = cite('certs', '/client');
  const needed = tools?.chosen && NAMES_CURRENT.test(tools.chosen.path) && certs.unreadable.length === 0;
  return needed
    ? because('missing', none, cite('kube-tools', '/chosen/path'))
    : undecided(none, cite('certs', '/unreadable'));
}

const UNAUTHORIZED = /You must be logged in to the server|\bUnauthorized\b/i;
const OF_A_REGISTRY = /pull|resolve reference|do request/i;

/** Whether the API server knows this node. */
export function credentialState(
  logs: Logs | undefined,
  calls: Answered,
  build: Build | undefined,
): Decision<'accepted' | 'unauthorized' | 'other'> {
  const call = answered(calls);
  if (call) return because('accepted', call);
  const at =
    logs?.hits.findIndex(
      (hit) =>
        /kubelet/i.test(hit.path) &&
        UNAUTHORIZED.test(hit.text) &&
        !OF_A_REGISTRY.test(hit.text) &&
        !isHistory(hit, build),
    ) ?? -1;
  return at < 0 ? undecided() : because('unauthorized', cite('log-scan', `/hits/${at}/text`));
}
