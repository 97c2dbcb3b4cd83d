import { maybe, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, type EvidenceOf, seconds } from '../define';
import { componentConfig } from './component-config';
import { nodeObject } from './node-object';
import { mustSome } from './parse/some';

/** Health of the kubelet, its API, health and metrics of kube-proxy, health of Felix, metrics of Calico. */
const PORTS: readonly number[] = [10_248, 10_250, 10_256, 10_249, 9099, 9091];
const KUBELET_API = 10_250;
const KUBELET_HEALTH = 10_248;

interface Target {
  readonly target: string;
  readonly role: 'kubelet-health' | 'kubelet-api' | 'kube-proxy-health';
}

function targetsOf(
  node: EvidenceOf<typeof nodeObject> | undefined,
  config: EvidenceOf<typeof componentConfig> | undefined,
): readonly Target[] {
  const own = node?.internalIp ?? null;
  const health = config?.kubelet?.facts?.healthzPort ?? KUBELET_HEALTH;
  return [
    // 0 switches it off.
    ...(health === 0 ? [] : [{ target: `127.0.0.1:${health}`, role: 'kubelet-health' as const }]),
    { target: `127.0.0.1:${KUBELET_API}`, role: 'kubelet-api' },
    { target: '127.0.0.1:10256', role: 'kube-proxy-health' },
    // kube-proxy can be told to listen on the node's address only.
    ...(own === null || own.includes(':') ? [] : [{ target: `${own}:10256`, role: 'kube-proxy-health' as const }]),
  ];
}

/**
 * Whether kubelet and kube-proxy answer on this node: connections to their ports, who listens there, and how the kubelet's API
 * answers `/healthz` (401 is an answer: it asks who calls). `listeners` or `results` null: that could not be read.
 */
export const localHealth = defineProbe({
  id: 'local-health',
  code: 'P35',
  rights: 'none',
  limit: seconds(10),
  wants: { node: nodeObject, config: componentConfig },
  reads: ({ node, config }) => ({
    connect: { kind: 'connect', targets: targetsOf(node, config).map(({ target }) => target) },
    api: { kind: 'tls', target: `127.0.0.1:${KUBELET_API}`, path: '/healthz' },
    sockets: { kind: 'sockets' },
  }),
  interpret: ({ connect, api, sockets }, { node, config }) => {
    mustSome([connect, sockets]);
    const tried = maybe(connect)?.results;
    const seen = maybe(sockets)?.listeners;
    return {
      results: tried
        ? targetsOf(node, config).map((asked) => ({
            ...asked,
            connection: tried.find(({ target }) => target === asked.target)?.connection ?? null,
          }))
        : null,
      kubeletApi: kubeletApi(api),
      listeners: seen
        ? seen.flatMap(({ protocol, address, port, processId }) =>
            protocol === 'tcp' && PORTS.includes(port) ? [{ address, port, processId }] : [],
          )
        : null,
    };
  },
});

/** Null: it could not be asked. */
function kubeletApi(outcome: Outcome<Answer<'tls'>>) {
  const answer = maybe(outcome);
  if (!answer) return null;
  const { connection, http, handshake, error } = answer;
  return { connection, status: http?.status ?? null, subject: handshake?.chain[0]?.subject ?? null, error };
}
