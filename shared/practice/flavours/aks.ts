import { textFile, binaryFile } from '../edit';
import type { NodeState } from '../state';
import { assemble } from './assemble';
import { authorityPem, clientPem, kubeconfig, nodeCertificate } from './certificates';
import { images, type Addresses } from './cluster';
import { BOOT, SETUP, type Options } from './options';
import { nssmService, service } from './services';
import { azureConf, containerdToml, containerdVersion } from './texts';

const ADDRESSES: Addresses = {
  nodeName: 'akswin000002',
  node: '10.240.0.35',
  gateway: '10.240.0.1',
  master: '203.0.113.10',
  worker: '10.240.0.66',
  api: { host: 'winnow-dns-a1b2c3.hcp.example.net', address: '203.0.113.10', port: 443 },
  podCidr: '10.240.0.0/16',
  clusterCidr: '10.240.0.0/16',
  pods: ['10.240.0.41', '10.240.0.44', '10.240.0.52'],
  remotePods: ['10.240.0.71', '10.240.0.78'],
  dnsPod: '10.240.0.9',
};

const CONF = 'C:\\k\\azurecni\\netconf';
const BIN = 'C:\\k\\azurecni\\bin';
const PEM = 'C:\\k\\pki\\kubelet-client-current.pem';
const PAUSE = 'mcr.microsoft.com/oss/v2/kubernetes/pause:3.10.2';
const NSSM = 'C:\\k\\nssm.exe';

/** A node of Azure Kubernetes Service: Server Core, services under nssm, Azure CNI, firewall off by design. */
export function aks(options: Options): NodeState {
  const client = nodeCertificate(ADDRESSES.nodeName);
  return assemble(options, {
    flavour: 'aks',
    core: true,
    version: '1.33.5',
    addresses: ADDRESSES,
    layout: {
      kubeconfig: 'C:\\k\\config',
      clientPem: PEM,
      cniConf: CONF,
      cniBin: BIN,
      networkName: 'azure',
      kubeletLog: 'C:\\k\\kubelet.err.log',
      kubeProxyLog: 'C:\\k\\kubeproxy.err.log',
      agentLog: null,
    },
    services: {
      containerd: service(
        2980,
        'C:\\Program Files\\containerd\\containerd.exe',
        '"C:\\Program Files\\containerd\\containerd.exe" --run-service',
      ),
      'csi-proxy': service(3020, 'C:\\k\\csi-proxy.exe', 'C:\\k\\csi-proxy.exe -windows-service'),
      kubelet: nssmService(
        3344,
        NSSM,
        'C:\\k\\kubelet.exe',
        'C:\\k\\kubelet.exe --v=2 --kubeconfig=C:\\k\\config --cert-dir=C:\\k\\pki --hostname-override=akswin000002 --container-runtime-endpoint=npipe:////./pipe/containerd-containerd --cluster-dns=10.96.0.10 --cluster-domain=cluster.local',
      ),
      kubeproxy: nssmService(
        3460,
        NSSM,
        'C:\\k\\kube-proxy.exe',
        'C:\\k\\kube-proxy.exe --v=3 --proxy-mode=kernelspace --hostname-override=akswin000002 --kubeconfig=C:\\k\\config --cluster-cidr=10.240.0.0/16 --enable-dsr=true --feature-gates=WinDSR=true,WinOverlay=false',
      ),
    },
    processes: [],
    files: {
      'C:\\k\\config': kubeconfig('https://winnow-dns-a1b2c3.hcp.example.net:443', 'default-auth', client, PEM),
      'C:\\k\\ca.crt': authorityPem(),
      [PEM]: clientPem(client),
      'C:\\k\\kubeclusterconfig.json': textFile(
        '{"Cri":{"Name":"containerd"},"Cni":{"Name":"azure"},"Kubernetes":{"Network":{"ServiceCidr":"10.96.0.0/16"}}}\r\n',
        SETUP,
      ),
      'C:\\Program Files\\containerd\\config.toml': textFile(containerdToml(options.release, PAUSE, BIN, CONF), SETUP),
      [`${CONF}\\10-azure.conflist`]: textFile(azureConf(), BOOT),
      [`${BIN}\\azure-vnet.exe`]: binaryFile(41_022_464, SETUP),
      [`${BIN}\\azure-vnet-ipam.exe`]: binaryFile(9_002_464, SETUP),
    },
    networkType: 'L2Bridge',
    hostEndpoints: [],
    runtime: {
      kind: 'containerd',
      version: containerdVersion(options.release),
      images: images(options, PAUSE, []),
      exited: [],
      trouble: null,
    },
    extraPods: [],
    tools: {
      kubectl: 'C:\\k\\kubectl.exe',
      crictl: 'C:\\Program Files\\containerd\\crictl.exe',
      kubelet: 'C:\\k\\kubelet.exe',
      containerd: 'C:\\Program Files\\containerd\\containerd.exe',
    },
    firewallOn: false,
  });
}
