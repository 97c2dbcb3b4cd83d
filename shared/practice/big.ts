import { healthyNode } from './healthy';
import { pod, iisImage } from './flavours/cluster';
import type { KubeServiceState, NodeState } from './state';

/** A busy node: 1,000 services with 1,000 load balancers, 5,000 endpoints and 250 pods, times `scale`. */
export function bigNode(scale = 1): NodeState {
  const node = healthyNode(`big-${scale}`, 'kubeadm-vxlan', 'en', '20348').state();
  const pods = Array.from({ length: 250 * scale }, (_, index) =>
    pod(
      { id: node.id, language: 'en', release: '20348' },
      'load',
      `app-${index}`,
      address('10.200', index),
      iisImage({ id: node.id, language: 'en', release: '20348' }),
    ),
  );
  const backends = 5000 * scale - pods.length;
  const count = 1000 * scale;
  const services = Array.from({ length: count }, (_, index): KubeServiceState => {
    const own = Array.from(
      { length: Math.floor(((index + 1) * backends) / count) - Math.floor((index * backends) / count) },
      (_unused, offset) => Math.floor((index * backends) / count) + offset,
    );
    return {
      namespace: 'load',
      name: `svc-${index}`,
      clusterIp: address('10.97', index),
      type: 'ClusterIP',
      localPolicy: false,
      ports: [{ protocol: 'TCP', port: 80, targetPort: 8080, nodePort: null }],
      backends: own.map((each) => ({ ip: address('10.201', each), node: `winnode-${each % 40}x`, ready: true })),
    };
  });
  return { ...node, hns: { ...node.hns, endpoints: [] }, cluster: { ...node.cluster, services, pods } };
}

/** The address of so many, spread over the last two bytes and then the second. */
function address(prefix: string, index: number): string {
  const [first = '10', second = '0'] = prefix.split('.');
  return `${first}.${Number(second) + 4 * Math.floor(index / 62_500)}.${Math.floor(index / 250) % 250}.${(index % 250) + 1}`;
}
