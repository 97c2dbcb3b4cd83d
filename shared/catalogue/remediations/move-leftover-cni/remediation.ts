import { defineRemediation } from '../../typed';
import { ASIDE } from '../../aside';

/** Moves the CNI file that wins by its name, but belongs to no cluster, out of the directory. */
export const moveLeftoverCni = defineRemediation({
  id: 'move-leftover-cni',
  risk: 'safe',
  probes: ['cni-config'],
  cooldown: 300,
  plan: ({ 'cni-config': { files, winner } }) => {
    const others = files.filter(({ path, facts }) => facts !== null && path !== winner?.path);
    if (!winner || others.length === 0) return { kind: 'not-here', why: 'only-file' };
    return {
      kind: 'writes',
      writes: [{ kind: 'file', path: winner.path, change: { kind: 'move', to: `${ASIDE}\\${winner.file}` } }],
    };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
