import { z } from 'zod';

const PREFIX = 'flannel.alpha.coreos.com/';
const backend = z.object({
  VNI: z.number().nullish(),
  VtepMAC: z.string().nullish(),
  Port: z.number().nullish(),
});
const netConf = z.object({
  Network: z.string().nullish(),
  Backend: z
    .object({
      Name: z.string().nullish(),
      Type: z.string(),
      VNI: z.number().nullish(),
      Port: z.number().nullish(),
      DirectRouting: z.boolean().nullish(),
    })
    .nullish(),
});
const sourceVip = z.object({
  ip4: z.object({ ip: z.string() }).nullish(),
  ips: z.array(z.object({ address: z.string() })).nullish(),
});

/** What flannel told the other nodes by annotations of a Node; null: flannel has not been there. */
export function flannelFacts(annotations: Readonly<Record<string, string>>) {
  const type = annotations[`${PREFIX}backend-type`] ?? null;
  const publicIp = annotations[`${PREFIX}public-ip`] ?? null;
  const data = annotations[`${PREFIX}backend-data`];
  if (type === null && publicIp === null && data === undefined) return null;
  const found = backend.safeParse(valueOf(data ?? '')).data;
  return {
    type,
    publicIp,
    vni: found?.VNI ?? null,
    /** In lower case with dashes, as HNS writes it. */
    vtepMac: found?.VtepMAC?.toLowerCase().replaceAll(':', '-') ?? null,
    port: found?.Port ?? null,
  };
}

/** What flannel's net-conf.json says; null: it does not say. A null field is left to flannel's default. */
export function netConfFacts(text: string) {
  const found = netConf.safeParse(valueOf(text)).data;
  if (!found) return null;
  const { Network, Backend } = found;
  return {
    network: Network ?? null,
    type: Backend?.Type ?? null,
    name: Backend?.Name ?? null,
    vni: Backend?.VNI ?? null,
    port: Backend?.Port ?? null,
    directRouting: Backend?.DirectRouting ?? null,
  };
}

/** The address in the answer of host-local that the scripts keep as sourceVip.json; null: there is none. */
export function sourceVipOf(text: string): string | null {
  const found = sourceVip.safeParse(valueOf(text)).data;
  return (found?.ip4?.ip ?? found?.ips?.[0]?.address)?.split('/')[0] ?? null;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
