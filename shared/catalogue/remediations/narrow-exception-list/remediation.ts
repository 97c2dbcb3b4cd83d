import { isPrivate } from '../../symptoms/pods-cannot-ping-external/exceptions';
import { defineRemediation } from '../../typed';
import { keepExceptions } from '../exception-list';

/** Takes the ranges of the internet out of the list of exceptions. */
export const narrowExceptionList = defineRemediation({
  id: 'narrow-exception-list',
  risk: 'safe',
  probes: ['cni-config'],
  cooldown: 60,
  plan: ({ 'cni-config': { winner } }) =>
    keepExceptions(winner, (range) => isPrivate(range) !== false, 'nothing-public'),
  // Running Pods keep the list that they were made with.
  hurts: () => ({ pods: [], seconds: 0 }),
});
