import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { psHost } from './ps-host';

const PATHS = [
  'C:\\var\\lib\\kubelet\\pki\\kubelet-client-current.pem',
  'C:\\var\\lib\\kubelet\\pki\\kubelet.crt',
  'C:\\etc\\kubernetes\\pki\\ca.crt',
  'C:\\k\\ca.crt',
  'C:\\var\\lib\\rancher\\rke2\\agent\\client-kubelet.crt',
  'C:\\var\\lib\\rancher\\rke2\\agent\\server-ca.crt',
] as const;

interface Chosen {
  readonly path: string;
  readonly user: { readonly certificate: string | null } | null;
}

/** The known places, the kubeconfig, and the certificate that it names. */
function pathsOf(chosen: Chosen | null): readonly string[] {
  const named = chosen?.user?.certificate?.replaceAll('/', '\\');
  const own = named !== undefined && /^[A-Za-z]:\\/.test(named) ? [named] : [];
  const all = [...PATHS, ...(chosen ? [chosen.path] : []), ...own];
  return [...new Map(all.map((path) => [path.toLowerCase(), path])).values()];
}

/** A certificate that shows who the kubelet is: of a kubeconfig, or in a file of its own. */
function isClient({ role, subject }: { readonly role: string; readonly subject: string }): boolean {
  return role === 'client' || (role === 'pem' && subject.includes('system:node:'));
}

/** The certificates the node presents and trusts, with their days of grace. */
export const certs = defineProbe({
  id: 'certs',
  code: 'P27',
  rights: 'administrator',
  limit: seconds(10),
  needs: { tools: kubeTools, shell: psHost },
  reads: ({ tools: { chosen } }) => ({
    certificates: { kind: 'certificates', paths: pathsOf(chosen) },
  }),
  interpret: ({ certificates }, { shell }) => {
    const files = must(certificates).files.filter(({ exists, error }) => exists || error !== null);
    const client = files.flatMap(({ path, certificates: list }) =>
      list
        .filter((each) => isClient(each) || (each.role === 'pem' && path.includes('kubelet-client')))
        .map(({ subject, notBefore, notAfter }) => ({
          path,
          subject,
          notBefore,
          notAfter,
          expired: Date.parse(notAfter) < Date.parse(shell.utc),
        })),
    );
    const authorities = files.flatMap(({ path, certificates: list }) =>
      list
        .filter(({ role, subject, issuer }) => role === 'authority' || (role === 'pem' && subject === issuer))
        .map(({ subject, notBefore, notAfter, thumbprint }) => ({ path, subject, notBefore, notAfter, thumbprint })),
    );
    return {
      client,
      /** Whom the node trusts: of the kubeconfig, and files of their own. */
      authorities,
      unreadable: files.flatMap(({ path, error }) => (error === null ? [] : [{ path, error }])),
      now: shell.utc,
    };
  },
});
