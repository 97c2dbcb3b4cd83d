import { answered, type Outcome } from '../../node/outcome';
import type { Answer, Certificate, Connection, Read } from '../../node/read';
import { covers, fileAt, inDate, nodeTime, presented, resolve } from '../derive/api';
import { endpointsOf, loadBalancersOf } from '../derive/hns';
import { hnsRuns, networkedPods } from '../derive/node';
import { phaseOf } from '../derive/pods';
import { hex } from '../ids';
import type { NodeState } from '../state';
import { listenersOf } from './sockets';

interface Reached {
  readonly connection: Connection;
  readonly milliseconds: number;
}

const CONNECTED: Reached = { connection: 'connected', milliseconds: 2 };
const REFUSED: Reached = { connection: 'refused', milliseconds: 2010 };
const TIMED_OUT: Reached = { connection: 'timed-out', milliseconds: 3000 };

function split(target: string): { readonly host: string; readonly port: number } {
  const colon = target.lastIndexOf(':');
  return { host: target.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(target.slice(colon + 1)) };
}

/** What a TCP connection from the node to somewhere meets. */
export function reach(state: NodeState, target: string): Reached {
  const { host, port } = split(target);
  const address = resolve(state, host)[0];
  if (address === undefined) return { connection: 'name-not-found', milliseconds: 14 };
  const api = state.cluster.apiServer;
  if (address === api.address && port === api.port)
    return api.reach === 'refused' ? REFUSED : api.reach === 'timed-out' ? TIMED_OUT : CONNECTED;
  if (address === '127.0.0.1' || address === state.cluster.nodeIp) return reachHere(state, address, port);
  const pod = networkedPods(state).find(({ ip }) => ip === address);
  if (pod !== undefined)
    return phaseOf(state, pod).kind === 'running' && endpointsOf(state).some(({ ip }) => ip === address)
      ? CONNECTED
      : TIMED_OUT;
  if (state.cluster.services.some(({ clusterIp }) => clusterIp === address))
    return serves(state, address, port) ? CONNECTED : TIMED_OUT;
  const known = state.remote[`${address}:${port}`];
  return known === undefined ? TIMED_OUT : { connection: known, milliseconds: known === 'connected' ? 2 : 2000 };
}

function serves(state: NodeState, vip: string | null, port: number): boolean {
  return (
    hnsRuns(state) &&
    loadBalancersOf(state).some(
      (balancer) => balancer.vip === vip && balancer.externalPort === port && balancer.protocol === 6,
    )
  );
}

/** On the node itself: listeners answer; a NodePort only by the node's address, and only on Windows that can do it. */
function reachHere(state: NodeState, address: string, port: number): Reached {
  const listens = listenersOf(state).some(
    (listener) =>
      listener.protocol === 'tcp' &&
      listener.port === port &&
      (listener.address === '0.0.0.0' || listener.address === address),
  );
  if (listens) return CONNECTED;
  const nodePort = state.cluster.services.some((service) => service.ports.some((each) => each.nodePort === port));
  return nodePort &&
    address !== '127.0.0.1' &&
    state.remote[`self:${port}`] === 'connected' &&
    serves(state, null, port)
    ? CONNECTED
    : REFUSED;
}

/** Connections to targets, each on its own. */
export function answerConnect(state: NodeState, read: Extract<Read, { kind: 'connect' }>): Outcome<Answer<'connect'>> {
  return answered({ results: read.targets.map((target) => ({ target, ...reach(state, target) })) });
}

const CLUSTER_SUFFIX = '.svc.cluster.local';

/** Name look-ups by the node's own servers, or by the cluster's. */
export function answerDns(state: NodeState, read: Extract<Read, { kind: 'dns' }>): Outcome<Answer<'dns'>> {
  const answers = (name: string): readonly string[] => {
    if (read.server === undefined) return resolve(state, name);
    if (!reach(state, `${read.server}:53`).connection.startsWith('connected')) return [];
    const service = state.cluster.services.find((each) => name === `${each.name}.${each.namespace}${CLUSTER_SUFFIX}`);
    return service === undefined ? resolve(state, name) : [service.clusterIp];
  };
  const silent = read.server !== undefined && reach(state, `${read.server}:53`).connection !== 'connected';
  return answered({
    results: read.names.map((name) => {
      const addresses = [...answers(name)];
      return { name, addresses, error: addresses.length > 0 ? null : silent ? 'TimedOut' : 'HostNotFound' };
    }),
  });
}

/** A handshake, what the chain says, and the server's own time. */
export function answerTls(state: NodeState, read: Extract<Read, { kind: 'tls' }>): Outcome<Answer<'tls'>> {
  const { host, port } = split(read.target);
  const addresses = [...resolve(state, host)];
  const { connection } = reach(state, read.target);
  const utc = nodeTime(state);
  const api = state.cluster.apiServer;
  if (connection !== 'connected')
    return answered({ addresses, connection, handshake: null, http: null, utc, error: null });
  if (addresses[0] === '127.0.0.1' && port === KUBELET_API)
    return answered({ addresses, connection, utc, error: null, ...kubeletApi(state) });
  if (addresses[0] !== api.address || port !== api.port || api.reach === 'no-tls') {
    return answered({
      addresses,
      connection,
      handshake: null,
      http: null,
      utc,
      error: 'Authentication failed because the remote party has closed the transport stream.',
    });
  }
  return answered({
    addresses,
    connection,
    handshake: handshake(state, host, read.ca, utc),
    http:
      api.wantsClient === true
        ? null
        : { status: api.unwell ? 500 : 401, date: state.windows.trueTime.replace(/\.\d+Z$/, '.000Z') },
    utc,
    error: null,
  });
}

const KUBELET_API = 10_250;

/** The kubelet shows a certificate that it made itself, and asks who calls. */
function kubeletApi({ cluster, windows }: NodeState): Pick<Answer<'tls'>, 'handshake' | 'http'> {
  const own: Certificate = {
    role: 'server',
    subject: `CN=${cluster.nodeName}@1763433600`,
    issuer: `CN=${cluster.nodeName}-ca@1763433600`,
    notBefore: '2025-11-18T01:40:00.000Z',
    notAfter: '2026-11-18T01:40:00.000Z',
    names: [cluster.nodeName],
    thumbprint: hex(`kubelet ${cluster.nodeName}`, 40).toUpperCase(),
  };
  const problems = ['PartialChain', 'RemoteCertificateChainErrors', 'RemoteCertificateNameMismatch'];
  return {
    handshake: { chain: [own], trustedBy: 'nobody', problems, nameMatches: false },
    http: { status: 401, date: windows.trueTime.replace(/\.\d+Z$/, '.000Z') },
  };
}

function handshake(
  state: NodeState,
  host: string,
  ca: string | undefined,
  utc: string,
): NonNullable<Answer<'tls'>['handshake']> {
  const { leaf, issuer } = presented(state);
  const given =
    ca === undefined
      ? undefined
      : fileAt(state, ca)?.certificates.find(
          ({ role }) => role === 'authority' || (role === 'pem' && !ca.endsWith('.pem')),
        );
  const vouched =
    given?.thumbprint === issuer.thumbprint
      ? 'given-authority'
      : issuer === state.cluster.apiServer.interceptor
        ? 'platform'
        : 'nobody';
  const nameMatches = covers(leaf, host);
  const chain: Certificate[] = [
    { ...leaf, role: 'server' },
    { ...issuer, role: 'server' },
  ];
  const flags = [...(inDate(leaf, utc) ? [] : ['NotTimeValid']), ...(vouched === 'nobody' ? ['UntrustedRoot'] : [])];
  const problems = [
    ...flags,
    ...(flags.length > 0 ? ['RemoteCertificateChainErrors'] : []),
    ...(nameMatches ? [] : ['RemoteCertificateNameMismatch']),
  ];
  return { chain, trustedBy: vouched, problems, nameMatches };
}
