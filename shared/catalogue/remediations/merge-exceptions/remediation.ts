import { isWithinSameAddress } from '../../symptoms/pods-cannot-ping-external/exceptions';
import { defineRemediation } from '../../typed';
import { keepExceptions } from '../exception-list';

/** Leaves the widest exception of each address, as Azure does on its own Windows Server 2019 nodes. */
export const mergeExceptions = defineRemediation({
  id: 'merge-exceptions',
  risk: 'safe',
  probes: ['cni-config'],
  cooldown: 60,
  plan: ({ 'cni-config': { winner } }) =>
    keepExceptions(winner, (range, list) => !list.some((other) => isWithinSameAddress(range, other)), 'none-twice'),
  // Running Pods keep the list that they were made with.
  hurts: () => ({ pods: [], seconds: 0 }),
});
