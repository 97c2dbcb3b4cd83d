import { defineRemediation } from '../../typed';
import { isPrivate } from '../../symptoms/pods-cannot-ping-external/exceptions';

/** Takes the ranges of the internet out of the list of exceptions; the rest of the file stays byte for byte. */
export const narrowExceptionList = defineRemediation({
  id: 'narrow-exception-list',
  risk: 'safe',
  probes: ['cni-config'],
  cooldown: 60,
  plan: ({ 'cni-config': { winner } }) => {
    const from = winner?.texts.exceptions ?? null;
    if (!winner || from === null) return { kind: 'not-here', why: 'not-one-list' };
    const kept = winner.exceptions.filter((range) => isPrivate(range) !== false);
    if (kept.length === winner.exceptions.length) return { kind: 'not-here', why: 'nothing-public' };
    const to = from.replace(/\[[^\]]*\]/, `[${kept.map((range) => JSON.stringify(range)).join(', ')}]`);
    return { kind: 'writes', writes: [{ kind: 'file', path: winner.path, change: { kind: 'edit', from, to } }] };
  },
  // Running Pods keep the list that they were made with.
  hurts: () => ({ pods: [], seconds: 0 }),
});
