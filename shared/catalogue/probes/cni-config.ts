import { maybe, must, type Outcome } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { cniFacts, cniProblem } from './parse/cni';
import { runtime } from './runtime';

/** Directories of the distributions; containerd's own setting comes before them. */
const DIRECTORIES = [
  'C:\\etc\\cni\\net.d',
  'C:\\k\\azurecni\\netconf',
  'C:\\k\\cni\\config',
  'C:\\Program Files\\containerd\\cni\\conf',
  'C:\\var\\lib\\rancher\\rke2\\agent\\etc\\cni\\net.d',
] as const;

const isConfig = (name: string) => /\.(conf|conflist|json)$/i.test(name);

interface RuntimeFacts {
  readonly config: { readonly confDir: { readonly value: string } | null } | null;
  readonly inForce?: { readonly confDir: string | null } | null;
}

/** The folder that containerd's file names, else the one that containerd says it reads. */
function confDirOf({ config, inForce }: RuntimeFacts): string | null {
  return config?.confDir?.value ?? inForce?.confDir ?? null;
}

/** Which CNI configuration directories exist, and the names in the one that counts, in the order in which they win. */
export const cniDirectory = defineProbe({
  id: 'cni-directory',
  code: 'P18',
  rights: 'none',
  limit: seconds(10),
  needs: { runtime },
  reads: ({ runtime: found }) => ({
    configured: { kind: 'directory', path: windowsPath(confDirOf(found) ?? DIRECTORIES[0]) },
    kubeadm: { kind: 'directory', path: DIRECTORIES[0] },
    azure: { kind: 'directory', path: DIRECTORIES[1] },
    sdn: { kind: 'directory', path: DIRECTORIES[2] },
    containerd: { kind: 'directory', path: DIRECTORIES[3] },
    rke2: { kind: 'directory', path: DIRECTORIES[4] },
  }),
  interpret: ({ configured, kubeadm, azure, sdn, containerd, rke2 }, { runtime: runtimeFacts }) => {
    const told = confDirOf(runtimeFacts);
    const named = windowsPath(told ?? DIRECTORIES[0]);
    const candidates = [named, ...DIRECTORIES];
    const outcomes = [configured, kubeadm, azure, sdn, containerd, rke2];
    const found = outcomes.flatMap((outcome, index) => {
      if (index > 0 && candidates[index]?.toLowerCase() === named.toLowerCase()) return [];
      const directory = index === 0 && told !== null ? must(outcome) : maybe(outcome);
      if (!directory?.exists) return [];
      const files = directory.entries.filter(({ folder, name }) => !folder && isConfig(name)).map(({ name }) => name);
      return [{ path: candidates[index] ?? '', files: files.sort() }];
    });
    const chosen =
      told !== null
        ? (found.find(({ path }) => path === named) ?? { path: named, files: [] })
        : (found.find(({ files }) => files.length > 0) ?? emptyOf(found, outcomes));
    return { chosen, found };
  },
});

/** What is left where no directory that was seen has a configuration: that is known only once all were seen. */
function emptyOf<T>(found: readonly T[], outcomes: ReadonlyArray<Outcome<unknown>>): T | null {
  for (const outcome of outcomes) must(outcome);
  return found[0] ?? null;
}

/** The CNI configuration that wins: the first valid file by name, of the directory that containerd reads. */
export const cniConfig = defineProbe({
  id: 'cni-config',
  code: 'P18',
  rights: 'none',
  limit: seconds(10),
  needs: { directory: cniDirectory },
  reads: ({ directory: { chosen } }) => {
    const names = (chosen?.files ?? []).slice(0, 10);
    return Object.fromEntries(
      names.map((name) => [name, { kind: 'file' as const, path: `${chosen?.path ?? ''}\\${name}` }]),
    );
  },
  interpret: (answers, { directory: { chosen } }) => {
    const files = (chosen?.files ?? []).slice(0, 10).flatMap((name) => {
      const outcome = answers[name];
      const file = outcome ? must(outcome) : undefined;
      if (!file?.exists) return [];
      return [
        {
          path: `${chosen?.path ?? ''}\\${name}`,
          name,
          bom: file.bom,
          modified: file.modified,
          facts: file.bom ? null : cniFacts(file.text),
          /** What stands behind a byte order mark, where that would be a configuration. */
          behindBom: file.bom && cniFacts(file.text) !== null ? file.text : null,
          problem: cniProblem(file.text, file.bom),
        },
      ];
    });
    const winner = files.find(({ facts }) => facts !== null);
    return {
      directory: chosen?.path ?? null,
      files,
      winner: winner?.facts
        ? {
            path: winner.path,
            file: winner.name,
            modified: winner.modified,
            ...winner.facts,
          }
        : null,
    };
  },
});

function windowsPath(path: string): string {
  return path
    .replaceAll('/', '\\')
    .replace(/\\+$/, '')
    .replaceAll(/\\{2,}/g, '\\');
}
