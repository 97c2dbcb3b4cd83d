import type { Release } from './options';

const EXCEPTIONS = ['10.244.0.0/16', '10.96.0.0/12'];

/** flannel's configuration with the plugin that it delegates to. */
export function flannelConf(name: string, delegate: 'win-bridge' | 'win-overlay', gatewayIp: string): string {
  const policies = [
    { Name: 'EndpointPolicy', Value: { Type: 'OutBoundNAT', ExceptionList: EXCEPTIONS } },
    { Name: 'EndpointPolicy', Value: { Type: 'ROUTE', DestinationPrefix: '10.96.0.0/12', NeedEncap: true } },
    ...(delegate === 'win-bridge'
      ? [{ Name: 'EndpointPolicy', Value: { Type: 'ROUTE', DestinationPrefix: `${gatewayIp}/32`, NeedEncap: true } }]
      : []),
  ];
  const dns = { nameservers: ['10.96.0.10'], search: ['svc.cluster.local'] };
  const conf = {
    cniVersion: '0.3.0',
    name,
    type: 'flannel',
    capabilities: { portMappings: true, dns: true },
    delegate: { type: delegate, hairpinMode: true, isDefaultGateway: true, dns, Policies: policies },
  };
  return `${JSON.stringify(conf, null, 2)}\n`;
}

/** Azure's configuration. */
export function azureConf(): string {
  const plugin = {
    type: 'azure-vnet',
    mode: 'bridge',
    bridge: 'azure0',
    executionMode: 'v4swift',
    capabilities: { portMappings: true, dns: true },
    ipam: { type: 'azure-vnet-ipam' },
    dns: { Nameservers: ['10.96.0.10', '168.63.129.16'], Search: ['svc.cluster.local'] },
    AdditionalArgs: [
      { Name: 'EndpointPolicy', Value: { Type: 'OutBoundNAT', ExceptionList: ['10.240.0.0/16'] } },
      { Name: 'EndpointPolicy', Value: { Type: 'ROUTE', DestinationPrefix: '10.96.0.0/16', NeedEncap: true } },
    ],
    windowsSettings: { enableLoopbackDSR: true },
  };
  return `${JSON.stringify({ cniVersion: '0.3.0', name: 'azure', adapterName: '', plugins: [plugin] }, null, 4)}\n`;
}

/** containerd's configuration: version 3 with containerd 2, version 2 before. */
export function containerdToml(release: Release, pause: string, binDir: string, confDir: string): string {
  const escaped = (path: string): string => path.replaceAll('\\', '\\\\');
  const lines =
    release === '26100'
      ? [
          'version = 3',
          'root = "C:\\\\ProgramData\\\\containerd\\\\root"',
          '',
          "[plugins.'io.containerd.cri.v1.images'.pinned_images]",
          `  sandbox = '${pause}'`,
          '',
          "[plugins.'io.containerd.cri.v1.runtime'.cni]",
          `  bin_dirs = ["${escaped(binDir)}"]`,
          `  conf_dir = "${escaped(confDir)}"`,
          '  max_conf_num = 1',
        ]
      : [
          'version = 2',
          'root = "C:\\\\ProgramData\\\\containerd\\\\root"',
          '',
          '[plugins."io.containerd.grpc.v1.cri"]',
          `  sandbox_image = "${pause}"`,
          '',
          '  [plugins."io.containerd.grpc.v1.cri".cni]',
          `    bin_dir = "${escaped(binDir)}"`,
          `    conf_dir = "${escaped(confDir)}"`,
          '    max_conf_num = 1',
        ];
  return `${lines.join('\n')}\n`;
}

export function containerdVersion(release: Release): string {
  return release === '26100' ? '2.0.5' : '1.7.27';
}

export function kubeletYaml(): string {
  return [
    'apiVersion: kubelet.config.k8s.io/v1beta1',
    'kind: KubeletConfiguration',
    'authentication:',
    '  x509:',
    '    clientCAFile: C:\\etc\\kubernetes\\pki\\ca.crt',
    'cgroupsPerQOS: false',
    'clusterDNS:',
    '- 10.96.0.10',
    'clusterDomain: cluster.local',
    'enforceNodeAllocatable: []',
    'rotateCertificates: true',
    '',
  ].join('\n');
}

export function netConf(backend: 'host-gw' | 'vxlan'): string {
  const type =
    backend === 'vxlan'
      ? { Name: 'flannel.4096', Type: 'vxlan', VNI: 4096, Port: 4789 }
      : { Name: 'cbr0', Type: 'host-gw' };
  return `${JSON.stringify({ Network: '10.244.0.0/16', Backend: type }, null, 2)}\n`;
}
