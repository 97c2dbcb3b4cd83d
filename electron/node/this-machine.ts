import { couldNotCheck, type Outcome, type Reason } from '../../shared/node/outcome';
import type { Answer, Read } from '../../shared/node/read';
import type { NodeSource, Reply } from '../../shared/node/source';
import { findHost, type FoundHost } from '../powershell/host';
import { Lanes } from '../powershell/lanes';
import { library } from '../powershell/script/library';
import { ask, liveSource } from './live';

/** Why this machine cannot be opened as a node. Each has a text in both languages, in the window and in the terminal. */
export type NotLive =
  'no-shell' | 'shell-forbidden' | 'shell-failed' | 'shell-silent' | 'not-powershell' | 'not-windows' | 'not-a-node';

export type OpenedLive =
  | { readonly kind: 'opened'; readonly source: NodeSource }
  | { readonly kind: 'failed'; readonly what: NotLive; readonly detail: string };

/** How long a shell may take to start on a busy node, in milliseconds; it takes 0.3 to 1 s on a healthy one. */
const START_LIMIT = 30_000;
const CALLS_PER_SHELL = 200;
const LIMIT = 15_000;

/** What only a Kubernetes node has: services, processes or folders of the distributions (domain facts 0.4). */
const OF_A_NODE: readonly Read[] = [
  {
    kind: 'cim',
    class: 'Win32_Service',
    where: {
      Name: ['kubelet', 'kubeproxy', 'kube-proxy', 'flanneld', 'rke2', 'rancher-wins', 'CalicoNode', 'CalicoFelix'],
    },
    select: ['Name'],
  },
  {
    kind: 'cim',
    class: 'Win32_Process',
    where: { Name: ['kubelet.exe', 'kube-proxy.exe', 'flanneld.exe', 'rke2.exe'] },
    select: ['Name'],
  },
  ...['C:\\k', 'C:\\etc\\kubernetes', 'C:\\var\\lib\\kubelet', 'C:\\var\\lib\\rancher'].map((path): Read => ({
    kind: 'directory',
    path,
  })),
];

/** Opens the machine that Winnow runs on by a PowerShell of this choice (see `findHost`), or says why it cannot be. */
export async function openLive(choice: string | undefined): Promise<OpenedLive> {
  const host = findHost(choice);
  return host.kind === 'found' ? openBy(host) : { kind: 'failed', what: 'no-shell', detail: host.detail };
}

/** Opens it by this PowerShell, whose first words are what it says of itself. */
export async function openBy(host: FoundHost, startLimit = START_LIMIT): Promise<OpenedLive> {
  const lanes = new Lanes({ host, library, startLimit, callsPerShell: CALLS_PER_SHELL });
  const [first, ...traces] = await answersTo(lanes, [{ kind: 'shell' }, ...OF_A_NODE]);
  const trouble = whyNotLive(first, traces);
  if (first?.kind === 'answered' && trouble === null && 'languageMode' in first.value) {
    return { kind: 'opened', source: liveSource(lanes, first.value) };
  }
  await lanes.close();
  return { kind: 'failed', what: trouble ?? 'not-powershell', detail: first && 'detail' in first ? first.detail : '' };
}

async function answersTo(lanes: Lanes, reads: readonly Read[]): Promise<ReadonlyArray<Outcome<Answer>>> {
  const questions = reads.map((read, index) => ({ key: String(index), read, limit: LIMIT }));
  const outcomes: Array<Outcome<Answer>> = reads.map(() => couldNotCheck('crashed', ''));
  const take = ({ key, outcome }: Reply): void => void (outcomes[Number(key)] = outcome);
  await ask(lanes, null, questions, take, new AbortController().signal);
  return outcomes;
}

const WHY_NO_SHELL: Partial<Record<Reason, NotLive>> = {
  missing: 'no-shell',
  policy: 'shell-forbidden',
  'timed-out': 'shell-silent',
  'bad-answer': 'not-powershell',
};

/** Only a machine that shows no trace at all is none: a broken node may have lost most of them. */
function whyNotLive(shell: Outcome<Answer> | undefined, traces: ReadonlyArray<Outcome<Answer>>): NotLive | null {
  if (shell?.kind !== 'answered') {
    // A shell that does not start fails every read in the same way.
    const started = traces.some((trace) => trace.kind === 'answered' || trace.detail !== shell?.detail);
    if (started) return process.platform === 'win32' ? 'shell-failed' : 'not-windows';
    return WHY_NO_SHELL[shell?.reason ?? 'crashed'] ?? 'shell-failed';
  }
  if (traces.some(isTrace)) return null;
  if (process.platform !== 'win32') return 'not-windows';
  return traces.every(({ kind }) => kind === 'answered') ? 'not-a-node' : null;
}

function isTrace(outcome: Outcome<Answer>): boolean {
  if (outcome.kind !== 'answered') return false;
  const { value } = outcome;
  return ('rows' in value && value.rows.length > 0) || ('exists' in value && value.exists);
}
