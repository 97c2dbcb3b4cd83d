import type { Write } from '../../../node/write';
import { defineRemediation } from '../../typed';

/** Starts the time service where it is stopped and sets the clock by it. */
export const resyncClock = defineRemediation({
  id: 'resync-clock',
  risk: 'safe',
  probes: ['services'],
  cooldown: 60,
  plan: ({ services: { W32Time } }) => {
    if (!W32Time) return { kind: 'not-here', why: 'no-service' };
    const resync: Write = { kind: 'tool', call: { form: 'resync-clock' } };
    return W32Time.state === 'Running'
      ? { kind: 'writes', writes: [resync] }
      : { kind: 'writes', writes: [{ kind: 'service', name: 'W32Time', action: 'start' }, resync] };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
