import { couldNotCheck, maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { cniConfig } from './cni-config';

const ROOT = 'C:\\var\\lib\\cni\\networks';
const LEASE = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** As many leases as a /24 can have; the rest is only counted. */
const MOST = 256;

/** The store of the host-local plugin for the network of the winning CNI configuration: a file for each address it gave. */
export const ipamDirectory = defineProbe({
  id: 'ipam-directory',
  code: 'P20',
  rights: 'administrator',
  limit: seconds(10),
  needs: { cni: cniConfig },
  reads: ({ cni: { winner } }) => {
    const name = winner?.name ?? null;
    if (name === null || !/^[\w.-]+$/.test(name)) return couldNotCheck('missing', 'CNI network name');
    return { store: { kind: 'directory', path: `${ROOT}\\${name}` }, stores: { kind: 'directory', path: ROOT } };
  },
  interpret: ({ store, stores }, { cni: { winner } }) => {
    const all = maybe(stores);
    const folder = must(store);
    const entries = folder.exists ? folder.entries.filter((entry) => !entry.folder && LEASE.test(entry.name)) : [];
    return {
      path: `${ROOT}\\${winner?.name ?? ''}`,
      exists: folder.exists,
      /** Networks that have a store here, also of former configurations; null could not be read. */
      stores: all ? (all.exists ? all.entries.flatMap((entry) => (entry.folder ? [entry.name] : [])) : []) : null,
      addresses: entries.map(({ name, modified }) => ({ ip: name, modified })),
      count: entries.length,
    };
  },
});

/**
 * Who holds each address: the id of a sandbox, or `dummy` for the source VIP that the SDN scripts reserve.
 * A null `holder` could not be read; leases that went meanwhile are left out.
 */
export const ipam = defineProbe({
  id: 'ipam',
  code: 'P20',
  rights: 'administrator',
  limit: seconds(10),
  needs: { directory: ipamDirectory },
  reads: ({ directory: { path, addresses } }) =>
    Object.fromEntries(
      addresses.slice(0, MOST).map(({ ip }) => [ip, { kind: 'file' as const, path: `${path}\\${ip}`, tail: 4096 }]),
    ),
  interpret: (answers, { directory: { path, addresses, count } }) => ({
    path,
    count,
    leases: addresses.slice(0, MOST).flatMap(({ ip, modified }) => {
      const outcome = answers[ip];
      const file = outcome ? maybe(outcome) : undefined;
      if (file?.exists === false) return [];
      return [{ ip, modified, holder: file ? (file.text.split(/\r?\n/)[0]?.trim() ?? '') : null }];
    }),
  }),
});
