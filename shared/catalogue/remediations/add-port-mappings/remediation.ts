import type { FileChange } from '../../../node/write';
import type { EvidenceOf } from '../../define';
import type { probes } from '../../probes';
import { defineRemediation } from '../../typed';

type Texts = NonNullable<EvidenceOf<(typeof probes)['cni-config']>['winner']>['texts'];

const ON = '"portMappings": true';

/** The smallest edit that turns host ports on: the value, else the object that holds it, else the plugin that needs it. */
function editOf({ portMappings, capabilities, type }: Texts): FileChange | null {
  if (portMappings) return { kind: 'edit', from: portMappings, to: ON };
  if (capabilities) {
    const empty = capabilities.endsWith('}');
    return { kind: 'edit', from: capabilities, to: empty ? `"capabilities": { ${ON} }` : `${capabilities} ${ON},` };
  }
  return type ? { kind: 'edit', from: type, to: `${type}, "capabilities": { ${ON} }` } : null;
}

/** Adds the capability to the CNI configuration that wins; the rest of the file stays byte for byte. */
export const addPortMappings = defineRemediation({
  id: 'add-port-mappings',
  risk: 'safe',
  probes: ['cni-config'],
  cooldown: 300,
  plan: ({ 'cni-config': { winner } }) => {
    const change = winner ? editOf(winner.texts) : null;
    if (!winner || !change) return { kind: 'not-here', why: 'no-place' };
    return { kind: 'writes', writes: [{ kind: 'file', path: winner.path, change }] };
  },
  // It is read when a pod is made.
  hurts: () => ({ pods: [], seconds: 0 }),
});
