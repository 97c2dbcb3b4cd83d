import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { psHost } from './ps-host';

const PATHS = [
  'C:\\var\\lib\\kubelet\\pki\\kubelet-client-current.pem',
  'C:\\var\\lib\\kubelet\\pki\\kubelet.crt',
  'C:\\etc\\kubernetes\\pki\\ca.crt',
  'C:\\k\\ca.crt',
] as const;

/** The certificates the node presents and trusts, with their days of grace. */
export const certs = defineProbe({
  id: 'certs',
  code: 'P27',
  rights: 'administrator',
  limit: seconds(10),
  needs: { tools: kubeTools, shell: psHost },
  reads: ({ tools: { chosen } }) => ({
    certificates: { kind: 'certificates', paths: chosen ? [...PATHS, chosen.path] : PATHS },
  }),
  interpret: ({ certificates }, { shell }) => {
    const files = must(certificates).files.filter(({ exists, error }) => exists || error !== null);
    const client = files.flatMap(({ path, certificates: list }) =>
      list
        .filter(({ role }) => role === 'client' || (role === 'pem' && path.includes('kubelet-client')))
        .map(({ subject, notBefore, notAfter }) => ({
          path,
          subject,
          notBefore,
          notAfter,
          expired: Date.parse(notAfter) < Date.parse(shell.utc),
        })),
    );
    return {
      client,
      unreadable: files.flatMap(({ path, error }) => (error === null ? [] : [{ path, error }])),
      now: shell.utc,
    };
  },
});
