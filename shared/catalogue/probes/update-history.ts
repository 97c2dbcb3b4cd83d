import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';

/**
 * Windows updates as the update service remembers them, newest first. What was installed offline or by other tools is not
 * among them, so an update that is missing here may well be installed; thresholds go by build and revision.
 */
export const updateHistory = defineProbe({
  id: 'update-history',
  code: 'P43',
  rights: 'none',
  limit: seconds(15),
  reads: () => ({ updates: { kind: 'updates' } }),
  interpret: (answers) => {
    const updates = [...must(answers.updates).rows].sort((a, b) => (a.time > b.time ? -1 : a.time < b.time ? 1 : 0));
    return { updates, lastInstalled: updates.find(({ ok }) => ok)?.time ?? null };
  },
});
