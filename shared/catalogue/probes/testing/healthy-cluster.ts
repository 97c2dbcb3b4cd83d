import { absent, file, folder, items, prints, type Given } from './ask';
import { TIME, KUBECONFIG, CONTAINERD, certificate } from './values';

/** Answers of a healthy node to the probes of the cluster, the runtime and the logs. */
export const HEALTHY_CLUSTER = {
  'kube-tools': {
    named: file(KUBECONFIG),
    kubeadm: file(KUBECONFIG),
    sdn: absent,
    rke2: absent,
    bootstrap: absent,
    kubectl: prints('{}'),
  },
  'node-registered': { node: prints('{"metadata":{"name":"winnode-01"}}') },
  'node-object': {
    node: prints(
      JSON.stringify({
        metadata: { name: 'winnode-01', labels: { 'node.kubernetes.io/windows-build': '10.0.20348' } },
        spec: { podCIDR: '10.244.4.0/24', taints: [{ key: 'os', effect: 'NoSchedule' }] },
        status: {
          conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'ok' }],
          addresses: [{ type: 'InternalIP', address: '10.0.0.4' }],
          nodeInfo: { kubeletVersion: 'v1.33.2', containerRuntimeVersion: 'containerd://2.0.4+azure' },
        },
      }),
    ),
  },
  'cluster-nodes': {
    nodes: items(
      {
        metadata: {
          name: 'linux-1',
          labels: { 'kubernetes.io/os': 'linux' },
          annotations: {
            'flannel.alpha.coreos.com/backend-type': 'vxlan',
            'flannel.alpha.coreos.com/backend-data': '{"VNI":4096,"VtepMAC":"5A:1F:00:00:00:01"}',
          },
        },
        spec: { podCIDR: '10.244.0.0/24' },
        status: {
          addresses: [{ type: 'InternalIP', address: '10.0.0.20' }],
          conditions: [{ type: 'Ready', status: 'True' }],
          nodeInfo: { operatingSystem: 'linux', kubeletVersion: 'v1.33.2' },
        },
      },
      { metadata: { name: 'new' } },
    ),
  },
  'cluster-services': {
    services: items({
      metadata: { namespace: 'shop', name: 'web' },
      spec: {
        clusterIP: '10.96.7.7',
        type: 'NodePort',
        externalTrafficPolicy: 'Local',
        ports: [{ port: 80, nodePort: 30080, protocol: 'TCP' }],
      },
    }),
    slices: items({
      metadata: { namespace: 'shop', labels: { 'kubernetes.io/service-name': 'web' } },
      endpoints: [{ addresses: ['10.244.4.9'], conditions: { ready: true }, nodeName: 'winnode-01' }],
      ports: [{ port: 8080, protocol: 'TCP' }],
    }),
  },
  'pods-here': {
    pods: items({
      metadata: { namespace: 'shop', name: 'web' },
      spec: { containers: [{ image: 'example.test/web:1' }], nodeSelector: { 'kubernetes.io/os': 'windows' } },
      status: {
        phase: 'Running',
        podIP: '10.244.4.9',
        containerStatuses: [{ image: 'example.test/web:1', ready: true, restartCount: 0, state: {}, lastState: {} }],
      },
    }),
  },
  'api-reach': {
    tls: {
      addresses: ['10.0.0.10'],
      connection: 'connected',
      handshake: { chain: [certificate], trustedBy: 'given-authority', problems: [], nameMatches: true },
      http: { status: 401, date: '2026-03-02T03:21:00.000Z' },
      utc: TIME,
      error: null,
    },
  },
  'control-plane': {
    livez: prints('[+]ping ok\n[+]log ok\n[+]etcd ok\nlivez check passed\n'),
    pods: items({
      metadata: { name: 'kube-apiserver-cp1', labels: { component: 'kube-apiserver' } },
      spec: { nodeName: 'cp1' },
      status: { phase: 'Running', containerStatuses: [{ ready: true, restartCount: 2 }] },
    }),
  },
  certs: {
    certificates: {
      files: [
        {
          path: 'C:\\var\\lib\\kubelet\\pki\\kubelet-client-current.pem',
          exists: true,
          certificates: [{ ...certificate, role: 'pem' }],
          error: null,
        },
        { path: 'C:\\k\\ca.crt', exists: false, certificates: [], error: null },
      ],
    },
  },
  runtime: {
    docker: absent,
    rke2: absent,
    pipes: folder('containerd-containerd'),
    config: file(CONTAINERD),
    info: prints(
      JSON.stringify({
        config: { cni: { confDir: 'C:\\etc\\cni\\net.d', binDirs: ['C:\\opt\\cni\\bin'] }, sandboxImage: '' },
        status: {
          conditions: [
            { type: 'RuntimeReady', status: true },
            { type: 'NetworkReady', status: true, reason: '', message: '' },
          ],
        },
      }),
    ),
  },
  'cri-state': {
    pods: items({
      id: '6d1f',
      state: 'SANDBOX_READY',
      createdAt: '1772352900000000000',
      metadata: { namespace: 'shop', name: 'web', attempt: 0 },
    }),
    containers: prints(
      JSON.stringify({
        containers: [{ id: 'a0', podSandboxId: '6d1f', state: 'CONTAINER_RUNNING', metadata: { name: 'web' } }],
      }),
    ),
  },
  images: {
    images: prints(JSON.stringify({ images: [{ repoTags: ['example.test/pause:3.9'], size: '123', pinned: true }] })),
    fs: prints('{"status":{"imageFilesystems":[{"usedBytes":{"value":"21474836480"}}]}}'),
  },
  'image-platforms': {
    'example.test/pause:3.9': prints(
      '{"status":{},"info":{"imageSpec":{"os":"windows","architecture":"amd64","os.version":"10.0.20348.2113"}}}',
    ),
  },
  'kube-events': {
    events: items({
      type: 'Warning',
      reason: 'FailedCreatePodSandBox',
      message: 'Failed to create pod sandbox',
      source: { component: 'kubelet', host: 'winnode-01' },
      involvedObject: { namespace: 'shop', name: 'web' },
    }),
  },
  'log-files': {
    kubeProxyPods: folder('kube-proxy-windows_kube-system_kube-proxy-1.log'),
    flannelPods: absent,
    calicoPods: absent,
    kubernetes: absent,
    kubelet: folder('kubelet.err.log'),
    sdn: absent,
    rke2: absent,
    calico: absent,
  },
  'log-scan': { 'C:\\k\\kubelet.err.log': file('I0302 03:20:55.101000    5324 server.go:1] all is well\r\n') },
} satisfies Readonly<Record<string, Given>>;
