import { endpointsOf } from '../derive/hns';
import type { KubeServiceState, NodeState } from '../state';
import { type Fault, logged } from './common';
import { withCommandLine } from './names';

function refusal(state: NodeState, kind: string, words: readonly [en: string, ja: string], code: string): string {
  const said = words[state.windows.language === 'ja' ? 1 : 0];
  return `"${kind} policy creation failed" err="hcnCreateLoadBalancer failed in Win32: ${said} (${code})"`;
}

const PORT_EXISTS = ['The specified port already exists.', '指定されたポートは既に存在します。'] as const;
const FILE_EXISTS = [
  'Cannot create a file when that file already exists.',
  '既に存在するファイルを作成することはできません。',
] as const;

/** So many more Services, served by a pod of another node. */
function withServices(state: NodeState, count: number): NodeState {
  const [web] = state.cluster.services.flatMap(({ backends }) => backends.filter(({ node }) => node === 'winnode-02'));
  const more = Array.from({ length: count }, (_, index): KubeServiceState => {
    return {
      namespace: 'tenants',
      name: `tenant-${index + 1}`,
      clusterIp: `10.96.${200 + Math.floor(index / 200)}.${(index % 200) + 1}`,
      type: 'ClusterIP',
      localPolicy: false,
      ports: [{ protocol: 'TCP', port: 80, targetPort: 80, nodePort: null }],
      backends: web ? [web] : [],
    };
  });
  return { ...state, cluster: { ...state.cluster, services: [...state.cluster.services, ...more] } };
}

/** kube-proxy was never told to use DSR. */
const withoutDsr: Fault = (state) =>
  withCommandLine(state, 'kube-proxy.exe', (line) =>
    line.replace(/ --enable-dsr=true/, '').replace(/WinDSR=true,?/, ''),
  );

/** More Services than the dynamic range has blocks for, without DSR. */
export const portBlocksUsedUp: Fault = (state) => withServices(withoutDsr(state), 170);

/** The dynamic range was widened over the NodePorts. */
export const nodePortRangeOverlaps: Fault = (state) => ({
  ...state,
  ports: { ...state.ports, dynamic: { ...state.ports.dynamic, tcp: { start: 16_385, count: 49_151 } } },
});

/** An old Server 2019 refuses load balancers while ports are left. */
export const refusedEarly: Fault = (state) =>
  logged(state, 'kube-proxy', 340, 'proxier.go:1155', refusal(state, 'ClusterIP', PORT_EXISTS, '0x803b0013'));

/** The load balancer for the health check is refused, since kube-proxy listens on its port itself. */
export const healthPortTaken: Fault = (state) =>
  logged(
    withCommandLine(state, 'kube-proxy.exe', (line) => `${line} --forward-healthcheck-vip=true`),
    'kube-proxy',
    340,
    'proxier.go:1650',
    refusal(state, 'Healthcheck loadbalancer', PORT_EXISTS, '0x803b0013'),
  );

/** HNS restarted under kube-proxy, which then meets its own load balancers. */
export const alreadyThere: Fault = (state) =>
  logged(state, 'kube-proxy', 1200, 'proxier.go:1483', refusal(state, 'ClusterIP', FILE_EXISTS, '0xb7'));

/** An endpoint of another node was deleted by hand while load balancers lead to it. */
export const endpointGone: Fault = (state) => {
  const deleted = endpointsOf(state).flatMap(({ id, remote }) => (remote ? [id] : []));
  return { ...state, hns: { ...state.hns, deleted: deleted.slice(0, 1) } };
};

/** HNS keeps an endpoint of another node: by the address of a pod of this one, or of nobody. */
function leftEndpoint(state: NodeState, ip: string): NodeState {
  const left = {
    id: '5B6C0E2D-7A31-4F0B-9C55-0E8A44D1C3F7',
    name: 'Ethernet',
    network: state.layout.networkName,
    ip,
    state: 1,
    remote: true,
  };
  return { ...state, hns: { ...state.hns, endpoints: [...state.hns.endpoints, left] } };
}

/** The address of a pod of this node was once another node's. */
export const podIpReused: Fault = (state) =>
  leftEndpoint(state, state.cluster.pods.find(({ hostProcess }) => !hostProcess)?.ip ?? '');

/** An endpoint of another node is in no load balancer any more. */
export const orphanEndpoint: Fault = (state) => leftEndpoint(state, '10.244.1.99');
