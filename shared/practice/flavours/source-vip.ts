import { textFile } from '../edit';
import type { FileState } from '../state';
import { SETUP } from './options';

const STORE = 'C:\\var\\lib\\cni\\networks\\flannel.4096';

/** What a start script leaves when it has a source VIP reserved: host-local's lease, its answer and the request for it. */
export function sourceVip(folder: string, ip: string, podCidr: string): Readonly<Record<string, FileState>> {
  const request = {
    cniVersion: '0.2.0',
    name: 'flannel.4096',
    ipam: { type: 'host-local', ranges: [[{ subnet: podCidr }]], dataDir: '/var/lib/cni/networks' },
  };
  const answer = { cniVersion: '0.2.0', ip4: { ip: `${ip}/24`, gateway: podCidr.replace(/\.0\/\d+$/, '.1') }, dns: {} };
  return {
    [`${STORE}\\${ip}`]: textFile('dummy\r\ndummy', SETUP),
    [`${folder}\\sourceVip.json`]: written(answer),
    [`${folder}\\sourceVipRequest.json`]: written(request),
  };
}

/** As Out-File of Windows PowerShell writes it. */
function written(value: object): FileState {
  return { ...textFile(`${JSON.stringify(value)}\r\n`, SETUP), encoding: 'utf-16le', bom: true };
}
