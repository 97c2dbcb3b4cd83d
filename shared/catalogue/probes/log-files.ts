import { maybe } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { mustSome } from './parse/some';

/** Folders in which logs have names of their own: of HostProcess pods, of Google's and of other distributions. */
const FOLDERS = {
  kubeProxyPods: { path: 'C:\\var\\log\\containers', pattern: '*kube-proxy*.log' },
  flannelPods: { path: 'C:\\var\\log\\containers', pattern: '*flannel*.log' },
  calicoPods: { path: 'C:\\var\\log\\containers', pattern: '*calico*.log' },
  kubernetes: { path: 'C:\\etc\\kubernetes\\logs', pattern: '*.log' },
  kubelet: { path: 'C:\\var\\log\\kubelet', pattern: '*.log' },
  sdn: { path: 'C:\\k', pattern: '*.log' },
  rke2: { path: 'C:\\var\\lib\\rancher\\rke2\\agent\\logs', pattern: '*.log' },
  calico: { path: 'C:\\CalicoWindows\\logs', pattern: '*.log' },
} as const;
type Name = keyof typeof FOLDERS;

/** The newest of each folder. */
const MOST = 4;

const folder = <N extends Name>(name: N) => ({ kind: 'directory', ...FOLDERS[name] }) as const;

/** Logs that lie on this node, the newest four of each folder. `unread` names the folders that could not be read. */
export const logFiles = defineProbe({
  id: 'log-files',
  code: 'P33',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    kubeProxyPods: folder('kubeProxyPods'),
    flannelPods: folder('flannelPods'),
    calicoPods: folder('calicoPods'),
    kubernetes: folder('kubernetes'),
    kubelet: folder('kubelet'),
    sdn: folder('sdn'),
    rke2: folder('rke2'),
    calico: folder('calico'),
  }),
  interpret: (answers) => {
    const names = Object.keys(FOLDERS) as Name[]; // a literal object
    mustSome(Object.values(answers));
    const files = names.flatMap((name) => {
      const found = maybe(answers[name]);
      if (!found?.exists) return [];
      return found.entries
        .filter((entry) => !entry.folder)
        .sort((a, b) => (a.modified > b.modified ? -1 : 1))
        .slice(0, MOST)
        .map((entry) => ({
          path: `${FOLDERS[name].path}\\${entry.name}`,
          modified: entry.modified,
        }));
    });
    return {
      files,
      unread: [
        ...new Set(names.flatMap((name) => (answers[name].kind === 'could-not-check' ? [FOLDERS[name].path] : []))),
      ],
    };
  },
});
