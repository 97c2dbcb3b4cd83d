import { quote } from '../../../node/powershell';
import { defineRemediation } from '../../typed';

/** The start script again, told the adapter that there is; one line each where several may carry the node's traffic. */
export const nameTheAdapter = defineRemediation({
  id: 'name-the-adapter',
  risk: 'copy-text',
  probes: ['adapters'],
  cooldown: 0,
  plan: ({ adapters: { list } }) => {
    const lines = list.flatMap(({ name, virtual, hostVnic, up, addresses }) => {
      const [address] = addresses;
      if (virtual || hostVnic || !up || address === undefined) return [];
      return [`C:\\k\\start.ps1 -ManagementIP ${address} -InterfaceName ${quote(name)}`];
    });
    const [first, ...rest] = lines;
    return first === undefined ? { kind: 'not-here', why: 'no-adapter' } : { kind: 'copy', lines: [first, ...rest] };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
