import { couldNotCheck } from '../../node/outcome';
import type { Write } from '../../node/write';
import { endpointsOf, loadBalancersOf } from '../derive/hns';
import { isRunning } from '../derive/processes';
import { guid } from '../ids';
import type { NodeState } from '../state';
import { done, failed, missing, type Effect } from './common';

/** Deletes an HNS object: a pod whose endpoint goes has no network any more. */
export function applyHnsDelete(state: NodeState, { what, id }: Extract<Write, { kind: 'hns-delete' }>): Effect {
  if (state.hns.hung) return couldNotCheck('timed-out', `HNSCall DELETE /${what}`);
  if (!isRunning(state, 'hns')) return failed('0x800706ba');
  const same = (other: { readonly id: string }): boolean => other.id.toLowerCase() === id.toLowerCase();
  if (what === 'networks') {
    const network = state.hns.networks.find(same);
    if (network === undefined) return missing(id);
    // HNS gives it another id when it is made anew, and with that another router.
    const again = { ...network, id: guid(`${network.id} made anew`) };
    const networks = state.hns.networks.filter((other) => other !== network);
    return done({ ...state, hns: { ...state.hns, networks, uncreated: [...state.hns.uncreated, again] } });
  }
  const object = what === 'endpoints' ? endpointsOf(state).find(same) : loadBalancersOf(state).find(same);
  if (object === undefined) return missing(id);
  const kept = state.hns.endpoints.filter((other) => !same(other));
  if (kept.length < state.hns.endpoints.length) {
    const host = state.hns.endpoints.filter((other) => same(other) && !other.remote);
    const endpointsToMake = [...(state.hns.endpointsToMake ?? []), ...host];
    return done({ ...state, hns: { ...state.hns, endpoints: kept, endpointsToMake } });
  }
  return done({ ...state, hns: { ...state.hns, deleted: [...state.hns.deleted, object.id] } });
}
