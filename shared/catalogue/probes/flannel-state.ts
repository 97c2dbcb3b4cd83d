import { maybe, must, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, type EvidenceOf, seconds } from '../define';
import { netConfFacts, sourceVipOf } from './parse/flannel';
import { processes } from './processes';

const SUBNET = 'C:\\run\\flannel\\subnet.env';
const NET_CONF = 'C:\\etc\\kube-flannel\\net-conf.json';
const SOURCE_VIP = 'C:\\k\\sourceVip.json';
const SOURCE_VIP_REQUEST = 'C:\\k\\sourceVipRequest.json';
/** Where the start script of kube-proxy's HostProcess image keeps it, and takes it from at its next start. */
const POD_SOURCE_VIP = 'C:\\sourcevip\\sourceVip.json';

/** Where flanneld itself was told that its configuration is. */
function netConfPath(running: EvidenceOf<typeof processes> | undefined): string {
  const flags = running?.list.find(({ name }) => name === 'flanneld')?.flags;
  const named = flags?.['net-config-path']?.replaceAll('/', '\\');
  return named !== undefined && /^[A-Za-z]:\\[^*?"<>|]+$/.test(named) ? named : NET_CONF;
}

/**
 * What flanneld left for the CNI plugin, how it is configured, and the source VIP that start scripts keep: `sourceVip` those of
 * the SDN scripts, `podSourceVip` the one in kube-proxy's pod. Each, and `netConf`, null: there is no such file; undefined: it
 * could not be read.
 */
export const flannelState = defineProbe({
  id: 'flannel-state',
  code: 'P21',
  rights: 'none',
  limit: seconds(10),
  wants: { processes },
  reads: ({ processes: running }) => ({
    subnet: { kind: 'file', path: SUBNET },
    netConf: { kind: 'file', path: netConfPath(running) },
    sourceVip: { kind: 'file', path: SOURCE_VIP },
    request: { kind: 'file', path: SOURCE_VIP_REQUEST },
    podSourceVip: { kind: 'file', path: POD_SOURCE_VIP },
  }),
  interpret: ({ subnet, netConf, sourceVip, request, podSourceVip }, { processes: running }) => {
    const file = must(subnet);
    const others = {
      netConf: fileFacts(netConfPath(running), netConf, netConfFacts),
      sourceVip: fileFacts(SOURCE_VIP, sourceVip, (text) => ({ ip: sourceVipOf(text) })),
      sourceVipRequest: fileFacts(SOURCE_VIP_REQUEST, request, () => null),
      podSourceVip: fileFacts(POD_SOURCE_VIP, podSourceVip, (text) => ({ ip: sourceVipOf(text) })),
    };
    if (!file.exists) return { path: SUBNET, exists: false as const, ...others };
    const value = (name: string) => new RegExp(`^FLANNEL_${name}=(.+?)\\s*$`, 'm').exec(file.text)?.[1] ?? null;
    return {
      path: SUBNET,
      exists: true as const,
      bom: file.bom,
      encoding: file.encoding,
      network: value('NETWORK'),
      subnet: value('SUBNET'),
      mtu: value('MTU'),
      ipMasq: value('IPMASQ'),
      modified: file.modified,
      ...others,
    };
  },
});

/** `facts` null: the text is not understood. */
function fileFacts<T>(path: string, outcome: Outcome<Answer<'file'>>, facts: (text: string) => T) {
  const file = maybe(outcome);
  if (!file) return undefined;
  return file.exists ? { path, modified: file.modified, bom: file.bom, facts: facts(file.text) } : null;
}
