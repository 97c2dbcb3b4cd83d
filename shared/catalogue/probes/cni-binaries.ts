import { maybe, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';

const DIRECTORIES = {
  opt: 'C:\\opt\\cni\\bin',
  sdn: 'C:\\k\\cni',
  containerd: 'C:\\Program Files\\containerd\\cni\\bin',
  azure: 'C:\\k\\azurecni\\bin',
  rke2: 'C:\\var\\lib\\rancher\\rke2\\bin',
} as const;

const programs = <K extends keyof typeof DIRECTORIES>(key: K) =>
  ({ kind: 'directory', path: DIRECTORIES[key], pattern: '*.exe' }) as const;

/**
 * CNI plugins on disk, and the versions of those that tell it when they are started without a command.
 * A plugin null: it is in none of its places; undefined: it could not be asked; its version null: it does not tell one.
 */
export const cniBinaries = defineProbe({
  id: 'cni-binaries',
  code: 'P19',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    opt: programs('opt'),
    sdn: programs('sdn'),
    containerd: programs('containerd'),
    azure: programs('azure'),
    rke2: programs('rke2'),
    winBridge: { kind: 'tool', tool: 'win-bridge', args: [] },
    winOverlay: { kind: 'tool', tool: 'win-overlay', args: [] },
    flannel: { kind: 'tool', tool: 'flannel', args: [] },
  }),
  interpret: ({ winBridge, winOverlay, flannel, ...folders }) => {
    const keys = Object.keys(DIRECTORIES) as Array<keyof typeof DIRECTORIES>; // a literal object
    const directories = keys.flatMap((key) => {
      const folder = maybe(folders[key]);
      if (folder?.exists === false) return [];
      const names = folder?.entries.flatMap(({ name, folder: inner }) => (inner ? [] : [name])) ?? null;
      /** `names` null: the folder could not be read. */
      return [{ path: DIRECTORIES[key], names }];
    });
    return {
      directories,
      plugins: { 'win-bridge': banner(winBridge), 'win-overlay': banner(winOverlay), flannel: banner(flannel) },
    };
  },
});

function banner(
  outcome: Outcome<Answer<'tool'>>,
): { readonly path: string; readonly version: string | null } | null | undefined {
  const tool = maybe(outcome);
  if (!tool) return undefined;
  if (!tool.found) return null;
  const version = /^CNI \S+ plugin (?:version )?v?(\d[\w.+-]*)/im.exec(`${tool.stderr}\n${tool.stdout}`)?.[1];
  return { path: tool.path, version: version ?? null };
}
