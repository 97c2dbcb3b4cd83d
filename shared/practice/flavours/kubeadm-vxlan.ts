import { binaryFile, textFile } from '../edit';
import { hex } from '../ids';
import type { NodeState, ProcessState } from '../state';
import { FLANNEL_CLUSTER } from './addresses';
import { assemble } from './assemble';
import { authorityPem, clientPem, kubeconfig, nodeCertificate } from './certificates';
import { images, pod, type Addresses } from './cluster';
import { BOOT, SETUP, type Options } from './options';
import { sourceVip } from './source-vip';
import { nssmService, service, startedAt } from './services';
import { containerdToml, containerdVersion, flannelConf, kubeletYaml, netConf } from './texts';

const ADDRESSES: Addresses = {
  ...FLANNEL_CLUSTER,
  api: { host: 'k8s-api.example.internal', address: '192.168.10.10', port: 6443 },
};

const CONF = 'C:\\etc\\cni\\net.d';
const BIN = 'C:\\opt\\cni\\bin';
const PEM = 'C:\\var\\lib\\kubelet\\pki\\kubelet-client-current.pem';
const KUBELET =
  'C:\\k\\kubelet.exe --cert-dir=C:\\var\\lib\\kubelet\\pki --config=C:\\var\\lib\\kubelet\\config.yaml --bootstrap-kubeconfig=C:\\etc\\kubernetes\\bootstrap-kubelet.conf --kubeconfig=C:\\etc\\kubernetes\\kubelet.conf --hostname-override=winnode-01 --container-runtime-endpoint=npipe:////./pipe/containerd-containerd --resolv-conf= --v=4';
const FLANNEL_IMAGE = 'docker.io/flannel/flannel:v0.25.6-hostprocess';
const KUBE_PROXY_IMAGE = 'docker.io/sigwindowstools/kube-proxy:v1.33.2-flannel-hostprocess';
const SOURCE_VIP = '10.244.4.2';
const PAUSE = 'mcr.microsoft.com/oss/kubernetes/pause:3.9';

function hostProcesses(options: Options): readonly ProcessState[] {
  const hpc = (name: string): string => `C:\\C\\${hex(`${options.id} ${name}`, 64)}\\${name}`;
  const proxy = `${hpc('kube-proxy')}\\kube-proxy.exe`;
  const flannel = `${hpc('flannel')}\\flanneld.exe`;
  return [
    {
      name: 'flanneld.exe',
      path: flannel,
      commandLine: `${flannel} --kube-subnet-mgr --kubeconfig-file C:\\mounts\\flannel\\config --iface 192.168.10.21 --net-config-path C:\\etc\\kube-flannel\\net-conf.json`,
      processId: 5044,
      parentId: 4980,
      started: startedAt(5044),
      pod: 'kube-flannel-ds-windows-amd64-tz5qd',
    },
    {
      name: 'kube-proxy.exe',
      path: proxy,
      commandLine: `${proxy} --config=C:\\mounts\\var\\lib\\kube-proxy\\config.conf --hostname-override=winnode-01 --proxy-mode=kernelspace --enable-dsr=true --network-name=flannel.4096 --source-vip=${SOURCE_VIP} --v=4`,
      processId: 5120,
      parentId: 4996,
      started: startedAt(5120),
      pod: 'kube-proxy-windows-8bxvk',
    },
  ];
}

function files(options: Options): NodeState['files'] {
  const client = nodeCertificate(ADDRESSES.nodeName);
  return {
    'C:\\etc\\kubernetes\\kubelet.conf': kubeconfig(
      'https://k8s-api.example.internal:6443',
      'default-auth',
      client,
      PEM,
    ),
    'C:\\etc\\kubernetes\\pki\\ca.crt': authorityPem(),
    [PEM]: clientPem(client),
    'C:\\var\\lib\\kubelet\\config.yaml': textFile(kubeletYaml(), SETUP),
    'C:\\var\\lib\\kubelet\\kubeadm-flags.env': textFile(
      'KUBELET_KUBEADM_ARGS="--container-runtime-endpoint=npipe:////./pipe/containerd-containerd"\r\n',
      SETUP,
    ),
    'C:\\Program Files\\containerd\\config.toml': textFile(containerdToml(options.release, PAUSE, BIN, CONF), SETUP),
    [`${CONF}\\10-flannel.conf`]: textFile(flannelConf('flannel.4096', 'win-overlay', '192.168.10.21'), BOOT),
    [`${BIN}\\host-local.exe`]: binaryFile(3_402_752, SETUP),
    'C:\\etc\\kube-flannel\\net-conf.json': textFile(netConf('vxlan'), BOOT),
    ...sourceVip('C:\\sourcevip', SOURCE_VIP, ADDRESSES.podCidr),
  };
}

/** A node joined by kubeadm: containerd, kubelet under nssm, kube-proxy and flannel (vxlan) as HostProcess pods. */
export function kubeadmVxlan(options: Options): NodeState {
  return assemble(options, {
    flavour: 'kubeadm-vxlan',
    core: false,
    version: '1.33.2',
    addresses: ADDRESSES,
    layout: {
      kubeconfig: 'C:\\etc\\kubernetes\\kubelet.conf',
      clientPem: PEM,
      cniConf: CONF,
      cniBin: BIN,
      networkName: 'flannel.4096',
      kubeletLog: 'C:\\var\\log\\kubelet\\kubelet.err.log',
      kubeProxyLog: 'C:\\var\\log\\containers\\kube-proxy-windows-8bxvk_kube-system_kube-proxy-0a1b.log',
      agentLog: 'C:\\var\\log\\containers\\kube-flannel-ds-windows-amd64-tz5qd_kube-flannel_kube-flannel-0c2d.log',
    },
    services: {
      containerd: service(
        3080,
        'C:\\Program Files\\containerd\\containerd.exe',
        '"C:\\Program Files\\containerd\\containerd.exe" --run-service',
      ),
      kubelet: nssmService(3344, 'C:\\k\\nssm.exe', 'C:\\k\\kubelet.exe', KUBELET),
    },
    processes: hostProcesses(options),
    files: files(options),
    networkType: 'Overlay',
    hostEndpoints: [{ name: 'flannel.4096_ep', ip: SOURCE_VIP }],
    runtime: {
      kind: 'containerd',
      version: containerdVersion(options.release),
      images: images(options, PAUSE, [FLANNEL_IMAGE, KUBE_PROXY_IMAGE]),
      exited: [],
      trouble: null,
    },
    extraPods: [
      pod(options, 'kube-flannel', 'kube-flannel-ds-windows-amd64-tz5qd', ADDRESSES.node, FLANNEL_IMAGE, true),
      pod(options, 'kube-system', 'kube-proxy-windows-8bxvk', ADDRESSES.node, KUBE_PROXY_IMAGE, true),
    ],
    tools: {
      kubectl: 'C:\\k\\kubectl.exe',
      crictl: 'C:\\Program Files\\containerd\\crictl.exe',
      kubelet: 'C:\\k\\kubelet.exe',
      containerd: 'C:\\Program Files\\containerd\\containerd.exe',
      flannel: `${BIN}\\flannel.exe`,
      'win-overlay': `${BIN}\\win-overlay.exe`,
      'win-bridge': `${BIN}\\win-bridge.exe`,
    },
    firewallOn: true,
  });
}
