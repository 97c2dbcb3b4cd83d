import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';

const PATH = 'C:\\run\\flannel\\subnet.env';

/** What flanneld left for the CNI plugin. */
export const flannelState = defineProbe({
  id: 'flannel-state',
  code: 'P21',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({ subnet: { kind: 'file', path: PATH } }),
  interpret: ({ subnet }) => {
    const file = must(subnet);
    if (!file.exists) return { path: PATH, exists: false as const };
    const value = (name: string) => new RegExp(`^FLANNEL_${name}=(.+?)\\s*$`, 'm').exec(file.text)?.[1] ?? null;
    return {
      path: PATH,
      exists: true as const,
      bom: file.bom,
      encoding: file.encoding,
      network: value('NETWORK'),
      subnet: value('SUBNET'),
      mtu: value('MTU'),
      modified: file.modified,
    };
  },
});
