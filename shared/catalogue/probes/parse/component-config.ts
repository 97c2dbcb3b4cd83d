import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().nullish();
const flag = z.boolean().nullish();
const gates = z.record(z.string(), z.boolean()).nullish();
const object = z.object({ kind: z.string() });

const kubeProxy = z.object({
  kind: z.literal('KubeProxyConfiguration'),
  hostnameOverride: text,
  mode: text,
  bindAddress: text,
  clusterCIDR: text,
  healthzBindAddress: text,
  featureGates: gates,
  clientConnection: z.object({ kubeconfig: text }).nullish(),
  winkernel: z
    .object({
      enableDSR: flag,
      forwardHealthCheckVip: flag,
      networkName: text,
      rootHnsEndpointName: text,
      sourceVip: text,
    })
    .nullish(),
});

const kubelet = z.object({
  kind: z.literal('KubeletConfiguration'),
  clusterDNS: z.array(z.string()).nullish(),
  clusterDomain: text,
  containerRuntimeEndpoint: text,
  evictionHard: z.record(z.string(), z.string()).nullish(),
  featureGates: gates,
  healthzBindAddress: text,
  healthzPort: z.number().nullish(),
  imageGCHighThresholdPercent: z.number().nullish(),
  maxPods: z.number().nullish(),
  rotateCertificates: flag,
});

/** What kube-proxy's configuration says; null: it does not say. */
export function kubeProxyFacts(source: string) {
  const parsed = kubeProxy.safeParse(documentOf(source, 'KubeProxyConfiguration'));
  if (!parsed.success) return null;
  const { winkernel, clientConnection, ...own } = parsed.data;
  return {
    hostnameOverride: filled(own.hostnameOverride),
    mode: filled(own.mode),
    bindAddress: filled(own.bindAddress),
    clusterCidr: filled(own.clusterCIDR),
    healthzBindAddress: filled(own.healthzBindAddress),
    kubeconfig: filled(clientConnection?.kubeconfig),
    featureGates: own.featureGates ?? {},
    winkernel: {
      enableDsr: winkernel?.enableDSR ?? null,
      forwardHealthCheckVip: winkernel?.forwardHealthCheckVip ?? null,
      networkName: filled(winkernel?.networkName),
      rootHnsEndpointName: filled(winkernel?.rootHnsEndpointName),
      sourceVip: filled(winkernel?.sourceVip),
    },
  };
}

/** What the kubelet's configuration says; null: it does not say. */
export function kubeletFacts(source: string) {
  const parsed = kubelet.safeParse(documentOf(source, 'KubeletConfiguration'));
  if (!parsed.success) return null;
  const own = parsed.data;
  return {
    clusterDns: own.clusterDNS ?? null,
    clusterDomain: filled(own.clusterDomain),
    containerRuntimeEndpoint: filled(own.containerRuntimeEndpoint),
    evictionHard: own.evictionHard ?? null,
    featureGates: own.featureGates ?? {},
    healthzBindAddress: filled(own.healthzBindAddress),
    healthzPort: own.healthzPort ?? null,
    imageGcHighPercent: own.imageGCHighThresholdPercent ?? null,
    maxPods: own.maxPods ?? null,
    rotateCertificates: own.rotateCertificates ?? null,
  };
}

/** The document of this kind in YAML or JSON: a kubeadm file can hold several. */
function documentOf(source: string, kind: string): unknown {
  const parts = source.replace(/^\ufeff/, '').split(/^---[ \t]*\r?$/m);
  return parts.map(valueOf).find((value) => object.safeParse(value).data?.kind === kind);
}

function valueOf(source: string): unknown {
  try {
    return parse(source, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function filled(value: string | null | undefined): string | null {
  return value === undefined || value === null || value === '' ? null : value;
}
