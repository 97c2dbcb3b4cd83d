import { maybe } from '../../node/outcome';
import type { Read } from '../../node/read';
import { defineProbe, type EvidenceOf, seconds } from '../define';
import { logFiles } from './log-files';
import { hitsIn } from './log-rules';
import { lineTime, logClock } from './parse/klog';
import { processes } from './processes';

const TAIL = 2 * 1024 * 1024;

/** Where the distributions keep the logs of their components (domain facts 0.4). */
const FILES = [
  'C:\\var\\log\\kubelet\\kubelet.err.log',
  'C:\\var\\log\\kubelet\\kubelet.out.log',
  'C:\\k\\kubelet.err.log',
  'C:\\k\\kubelet.log',
  'C:\\k\\containerd.err.log',
  'C:\\k\\kubeproxy.err.log',
  'C:\\k\\kubeproxy.log',
  'C:\\k\\flanneld.log',
  'C:\\var\\lib\\rancher\\rke2\\agent\\logs\\kubelet.log',
  'C:\\var\\lib\\rancher\\rke2\\agent\\containerd\\containerd.log',
  'C:\\CalicoWindows\\logs\\calico-node.err.log',
  'C:\\CalicoWindows\\logs\\calico-felix.err.log',
  'C:\\ProgramData\\containerd\\root\\panic.log',
] as const;

/** More files than any node keeps of its components. */
const MOST = 40;

/** The known places, where nssm writes what its services print, and what else was found. */
function pathsOf(
  running: EvidenceOf<typeof processes> | undefined,
  found: EvidenceOf<typeof logFiles> | undefined,
): readonly string[] {
  const wrapped = Object.values(running?.nssm ?? {}).flatMap((service) => [service?.stderr, service?.stdout]);
  const told = wrapped.filter((path) => typeof path === 'string' && /^[a-z]:\\[^*?"<>|]+$/i.test(path));
  const seen = (found?.files ?? []).map(({ path }) => path);
  return [...new Map([...FILES, ...told, ...seen].map((path) => [path?.toLowerCase(), path ?? ''])).values()].slice(
    0,
    MOST,
  );
}

/** What the logs say, by rule. `read` names the files that were there, `unread` those that could not be read. */
export const logScan = defineProbe({
  id: 'log-scan',
  code: 'P33',
  rights: 'administrator',
  limit: seconds(15),
  wants: { processes, found: logFiles },
  reads: ({ processes: running, found }) =>
    Object.fromEntries(
      pathsOf(running, found).map((path): [string, Extract<Read, { kind: 'file' }>] => [
        path,
        { kind: 'file', path, tail: TAIL },
      ]),
    ),
  interpret: (answers, { processes: running, found }) => {
    const files = pathsOf(running, found);
    const present = files.flatMap((path) => {
      const outcome = answers[path];
      const file = outcome && maybe(outcome);
      return file?.exists ? [{ path, text: file.text, modified: file.modified, ...endOf(file.text) }] : [];
    });
    return {
      read: present.map(({ path }) => path),
      /** How many lines each has, and the last moment that it tells, in its own form. */
      ends: present.map(({ path, lines, time }) => ({ path, lines, time })),
      unread: files.filter((path) => answers[path]?.kind !== 'answered'),
      hits: present.flatMap(({ path, text, modified, time }) => {
        const utc = logClock(modified, time);
        /** `written`: when its last line was written, in UTC; null where that cannot be told. */
        return hitsIn(path, text).map((hit) => ({ ...hit, written: utc(hit.time) }));
      }),
    };
  },
});

/** Lines at the end among which a time is looked for: a program that prints its usage prints some hundred without one. */
const TAIL_LINES = 400;

function endOf(text: string): { readonly lines: number; readonly time: string | null } {
  const lines = text.trimEnd().split(/\r?\n/);
  const time = lines
    .slice(-TAIL_LINES)
    .map((line) => lineTime(line.slice(0, 2000)))
    .findLast((each) => each !== null);
  return { lines: lines.length, time: time ?? null };
}
