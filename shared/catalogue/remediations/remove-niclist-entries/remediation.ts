import type { Write } from '../../../node/write';
import { ASIDE } from '../../aside';
import { leftoverNics } from '../../host-endpoints';
import { defineRemediation } from '../../typed';

const NIC_LIST = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters\\NicList';

/** Removes what the virtual switch remembers of adapters of networks that are gone, matched by value; each key is exported first. */
export const removeNiclistEntries = defineRemediation({
  id: 'remove-niclist-entries',
  risk: 'destructive',
  probes: ['hns-state-files', 'hns-networks', 'adapters'],
  cooldown: 3600,
  plan: ({ 'hns-state-files': { nics }, 'hns-networks': { networks }, adapters: { list } }) => {
    if (nics === null) return { kind: 'not-here', why: 'unread' };
    const entries = leftoverNics(nics, networks).flatMap((at) => nics[at] ?? []);
    // Never the adapter that the node itself uses, whatever its entry is called.
    const own = list.filter(({ addresses }) => addresses.length > 0).map(({ name }) => name.toLowerCase());
    const [first, ...rest] = entries
      .filter(
        ({ key, texts }) => /^\{[0-9a-f-]{36}\}$/i.test(key) && !texts.some((text) => own.includes(text.toLowerCase())),
      )
      .map(({ key }): Write => ({
        kind: 'registry-key',
        path: `${NIC_LIST}\\${key}`,
        exported: `${ASIDE}\\NicList-${key.slice(1, -1)}.reg`,
      }));
    return first ? { kind: 'writes', writes: [first, ...rest] } : { kind: 'not-here', why: 'none' };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
