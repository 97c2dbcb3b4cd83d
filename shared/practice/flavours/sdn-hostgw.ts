import { textFile } from '../edit';
import type { NodeState, ProcessState } from '../state';
import { FLANNEL_CLUSTER } from './addresses';
import { assemble } from './assemble';
import { ADMIN_CERTIFICATE, authorityPem, kubeconfig } from './certificates';
import { images, type Addresses } from './cluster';
import { SETUP, type Options } from './options';
import { service, startedAt } from './services';
import { containerdToml, containerdVersion, flannelConf, netConf } from './texts';

const ADDRESSES: Addresses = {
  ...FLANNEL_CLUSTER,
  api: { host: '192.168.10.10', address: '192.168.10.10', port: 6443 },
};

const CONF = 'C:\\k\\cni\\config';
const BIN = 'C:\\k\\cni';
const PAUSE = 'mcr.microsoft.com/oss/kubernetes/pause:3.9';

function bare(name: string, path: string, args: string, processId: number): ProcessState {
  return {
    name,
    path,
    commandLine: `${path} ${args}`,
    processId,
    parentId: 4412,
    started: startedAt(processId),
    pod: null,
  };
}

function kubeletArgs(docker: boolean): string {
  const common =
    '--v=6 --hostname-override=winnode-01 --kubeconfig=C:\\k\\config --cluster-dns=10.96.0.10 --cluster-domain=cluster.local --resolv-conf= --cgroups-per-qos=false --enforce-node-allocatable=';
  return docker
    ? `${common} --pod-infra-container-image=${PAUSE} --network-plugin=cni --cni-bin-dir=C:\\k\\cni --cni-conf-dir=C:\\k\\cni\\config --image-pull-progress-deadline=20m`
    : `${common} --container-runtime-endpoint=npipe:////./pipe/containerd-containerd`;
}

function files(options: Options, docker: boolean): NodeState['files'] {
  return {
    'C:\\k\\config': kubeconfig('https://192.168.10.10:6443', 'kubernetes-admin', ADMIN_CERTIFICATE, null),
    'C:\\k\\ca.crt': authorityPem(),
    [`${CONF}\\cni.conf`]: textFile(flannelConf('cbr0', 'win-bridge', '192.168.10.21').replaceAll('\n', '\r\n'), SETUP),
    'C:\\etc\\kube-flannel\\net-conf.json': textFile(netConf('host-gw'), SETUP),
    'C:\\k\\start.ps1': textFile(
      'Param(\r\n    [parameter(Mandatory = $true)] $ManagementIP,\r\n    [ValidateSet("l2bridge", "overlay")] $NetworkMode="l2bridge",\r\n    $InterfaceName="Ethernet"\r\n)\r\n',
      SETUP,
    ),
    ...(docker
      ? {}
      : {
          'C:\\Program Files\\containerd\\config.toml': textFile(
            containerdToml(options.release, PAUSE, BIN, CONF),
            SETUP,
          ),
        }),
  };
}

/** A node of the SDN scripts: everything in C:\k, bare processes, flannel host-gw; docker on Windows Server 2019, else containerd. */
export function sdnHostgw(options: Options): NodeState {
  const docker = options.release.startsWith('17763');
  return assemble(options, {
    flavour: 'sdn-hostgw',
    core: false,
    version: docker ? '1.18.20' : '1.29.9',
    addresses: ADDRESSES,
    layout: {
      kubeconfig: 'C:\\k\\config',
      clientPem: null,
      cniConf: CONF,
      cniBin: BIN,
      networkName: 'cbr0',
      kubeletLog: 'C:\\k\\kubelet.err.log',
      kubeProxyLog: 'C:\\k\\kubeproxy.err.log',
      agentLog: 'C:\\k\\flanneld.log',
    },
    services: docker
      ? {
          docker: service(
            3080,
            'C:\\Program Files\\Docker\\dockerd.exe',
            '"C:\\Program Files\\Docker\\dockerd.exe" --run-service',
          ),
        }
      : {
          containerd: service(
            3080,
            'C:\\Program Files\\containerd\\containerd.exe',
            '"C:\\Program Files\\containerd\\containerd.exe" --run-service',
          ),
        },
    processes: [
      bare(
        'flanneld.exe',
        'C:\\flannel\\flanneld.exe',
        '--kubeconfig-file=C:\\k\\config --iface=192.168.10.21 --ip-masq=1 --kube-subnet-mgr=1',
        4508,
      ),
      bare('kubelet.exe', 'C:\\k\\kubelet.exe', kubeletArgs(docker), 4732),
      bare(
        'kube-proxy.exe',
        'C:\\k\\kube-proxy.exe',
        '--v=4 --proxy-mode=kernelspace --hostname-override=winnode-01 --kubeconfig=C:\\k\\config --network-name=cbr0',
        4816,
      ),
    ],
    files: files(options, docker),
    networkType: 'L2Bridge',
    hostEndpoints: [{ name: 'cbr0_ep', ip: '10.244.4.2' }],
    runtime: {
      kind: docker ? 'docker' : 'containerd',
      version: docker ? '19.3.18' : containerdVersion(options.release),
      images: images(options, PAUSE, []),
      exited: [],
      trouble: null,
    },
    extraPods: [],
    tools: {
      kubectl: 'C:\\k\\kubectl.exe',
      kubelet: 'C:\\k\\kubelet.exe',
      flannel: `${BIN}\\flannel.exe`,
      'win-bridge': `${BIN}\\win-bridge.exe`,
      flanneld: 'C:\\flannel\\flanneld.exe',
      ...(docker ? {} : { crictl: 'C:\\k\\crictl.exe', containerd: 'C:\\Program Files\\containerd\\containerd.exe' }),
    },
    firewallOn: true,
  });
}
