import { defineRemediation } from '../../typed';
import { ASIDE } from '../../aside';

/** Writes the CNI file that comes first anew, as UTF-8 without a byte order mark; the old one is put aside. */
export const removeCniBom = defineRemediation({
  id: 'remove-cni-bom',
  risk: 'safe',
  probes: ['cni-config'],
  cooldown: 300,
  plan: ({ 'cni-config': { files } }) => {
    const [first] = files;
    if (!first?.bom) return { kind: 'not-here', why: 'no-bom' };
    if (first.behindBom === null) return { kind: 'not-here', why: 'not-json' };
    const { path, name, behindBom: text } = first;
    return {
      kind: 'writes',
      writes: [
        { kind: 'file', path, change: { kind: 'move', to: `${ASIDE}\\${name}` } },
        { kind: 'file', path, change: { kind: 'create', text } },
      ],
    };
  },
  // It is read when a pod is made.
  hurts: () => ({ pods: [], seconds: 0 }),
});
