import type { Write } from '../../node/write';
import { ASIDE } from '../aside';
import type { EvidenceOf } from '../define';
import { type Holders, leakedLeases } from '../leaks';
import type { probes } from '../probes';

/**
 * Moves each lease of a sandbox that is no more out of its store. `last_reserved_ip.*`, `lock` and the source VIP's lease are no
 * leases of sandboxes and stay.
 */
export function leaseMoves(ipam: EvidenceOf<(typeof probes)['ipam']>, holders: Holders): readonly Write[] {
  const network = ipam.path.split('\\').at(-1) ?? '';
  return (leakedLeases(ipam, holders) ?? []).flatMap((at): readonly Write[] => {
    const lease = ipam.leases[at];
    if (!lease) return [];
    const to = `${ASIDE}\\leases\\${network}\\${lease.ip}`;
    return [{ kind: 'file', path: `${ipam.path}\\${lease.ip}`, change: { kind: 'move', to } }];
  });
}
