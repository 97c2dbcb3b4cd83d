import {
  because,
  cite,
  conclude,
  defineProbe,
  goTo,
  type Remediation,
  ruledOut,
  seconds,
  type Symptom,
  unknown,
} from '../../shared/catalogue/define';
import type { Catalogue } from '../../shared/engine/catalogue';
import { answered, couldNotCheck, must, type Outcome } from '../../shared/node/outcome';
import type { Answer, Read } from '../../shared/node/read';
import type { NodeSource, Question } from '../../shared/node/source';
import type { Write, Written } from '../../shared/node/write';

/** A tiny node for tests. */
export interface FakeNode {
  service: string;
  config: string | null;
  mode: string | null;
  broken: Write['kind'] | null;
  /** Reads of this kind never answer. */
  hangs: Read['kind'] | null;
  writes: Write[];
  reads: number;
}

export const CONFIG = 'C:\\k\\config.json';

export function fakeNode(changes: Partial<FakeNode> = {}): FakeNode {
  const node = {
    service: 'Running',
    config: '{"mtu":9000}',
    mode: 'old',
    broken: null,
    hangs: null,
    writes: [],
    reads: 0,
  };
  return { ...node, ...changes };
}

function read(node: FakeNode, question: Read): Outcome<Answer> {
  node.reads++;
  switch (question.kind) {
    case 'cim':
      return answered({ rows: [{ Name: 'kubelet', State: node.service, ProcessId: node.reads }] });
    case 'file':
      return node.config === null
        ? answered({ exists: false })
        : answered({
            exists: true,
            text: node.config,
            length: node.config.length,
            truncated: false,
            encoding: 'utf-8',
            bom: false,
            modified: new Date(node.reads).toISOString(),
          });
    case 'registry':
      return answered({ exists: true, values: { Mode: node.mode, Note: 'password=hunter22' }, subkeys: [] });
    default:
      return couldNotCheck('missing', question.kind);
  }
}

function write(node: FakeNode, change: Write): Outcome<Written> {
  node.writes.push(change);
  if (node.broken === change.kind) return couldNotCheck('crashed', 'access denied');
  if (change.kind === 'file' && change.change.kind === 'edit') {
    node.config = (node.config ?? '').replace(change.change.from, change.change.to);
  } else if (change.kind === 'registry') {
    node.mode = change.value === null ? null : String(change.value);
  } else if (change.kind === 'service') {
    node.service = change.action === 'stop' ? 'Stopped' : 'Running';
  }
  return answered({ detail: 'done' });
}

export function fakeSource(node: FakeNode): NodeSource {
  return {
    kind: 'practice',
    name: 'practice:fake',
    writable: true,
    async read(questions: readonly Question[], onReply, signal) {
      for (const { key, read: question } of questions) {
        await Promise.resolve();
        if (question.kind === node.hangs) await new Promise(() => undefined);
        if (signal.aborted) return;
        onReply({ key, outcome: read(node, question), at: '2026-01-01T00:00:00.000Z', milliseconds: 1 });
      }
    },
    write: (change) => Promise.resolve(write(node, change)),
    close: () => Promise.resolve(),
  };
}

const service = defineProbe({
  id: 'service',
  code: 'P01',
  rights: 'none',
  limit: seconds(5),
  reads: () => ({
    rows: { kind: 'cim', class: 'Win32_Service', where: { Name: ['kubelet'] }, select: ['Name', 'State'] },
  }),
  interpret: ({ rows }) => ({ state: must(rows).rows[0]?.State ?? null }),
});

const config = defineProbe({
  id: 'config',
  code: 'P02',
  rights: 'none',
  limit: seconds(5),
  needs: { service },
  reads: () => ({
    file: { kind: 'file', path: CONFIG },
    key: { kind: 'registry', path: 'SOFTWARE\\Fake', names: ['Mode', 'Note'] },
  }),
  interpret: ({ file, key }) => {
    const answer = must(file);
    const values = must(key);
    return { text: answer.exists ? answer.text : null, note: values.exists ? (values.values.Note ?? null) : null };
  },
});

const symptom: Symptom = {
  id: 'not-ready',
  code: 'S01',
  anchor: 'not-ready',
  group: 'node',
  example: 'NotReady',
  recognise: [],
  first: 'seen',
  steps: {
    seen: {
      probes: [],
      also: [],
      decide: () => ({ kind: 'undecided', citations: [] }),
      answers: { yes: goTo('service'), no: ruledOut },
      unsure: goTo('service'),
    },
    service: {
      probes: ['service'],
      also: [],
      decide: (evidence) =>
        because((evidence.service as { state: string }).state === 'Running' ? 'up' : 'down', cite('service', '/state')),
      answers: { up: goTo('config'), down: conclude('stopped', 'confirmed') },
      unsure: goTo('config'),
    },
    config: {
      probes: ['config'],
      also: [],
      decide: (evidence) =>
        because((evidence.config as { text: string }).text.includes('9000') ? 'bad' : 'good', cite('config', '/text')),
      answers: { bad: conclude('bad-config', 'confirmed'), good: ruledOut },
      unsure: unknown,
    },
  },
  causes: {
    stopped: { remediations: ['start'] },
    'bad-config': { remediations: ['mend', 'spell', 'twice', 'reboot'] },
  },
};

function remediation(id: string, risk: Remediation['risk'], writes: readonly [Write, ...Write[]]): Remediation {
  return {
    id,
    risk,
    probes: ['config'],
    also: [],
    plan: () => ({ kind: 'writes', writes }),
    hurts: () => ({ pods: [], seconds: 5 }),
    cooldown: 0,
  };
}

/** A catalogue of one symptom with two causes. */
export const fakeCatalogue: Catalogue = {
  probes: { service, config },
  symptoms: { 'not-ready': symptom },
  remediations: {
    mend: remediation('mend', 'disrupts-pods', [
      { kind: 'file', path: CONFIG, change: { kind: 'edit', from: '9000', to: '1450' } },
      { kind: 'registry', path: 'SOFTWARE\\Fake', name: 'Mode', value: 'new' },
      { kind: 'service', name: 'kubelet', action: 'restart' },
    ]),
    spell: remediation('spell', 'destructive', [
      { kind: 'file', path: CONFIG, change: { kind: 'edit', from: 'nowhere', to: '1' } },
    ]),
    reboot: remediation('reboot', 'disrupts-pods', [
      { kind: 'file', path: CONFIG, change: { kind: 'edit', from: '9000', to: '1450' } },
      { kind: 'restart', delay: 60 },
    ]),
    twice: {
      ...remediation('twice', 'safe', [{ kind: 'service', name: 'kubelet', action: 'start' }]),
      resample: 60,
      plan: ({ config: seen }) => {
        const name = (seen as { text: string }).text;
        return { kind: 'writes', writes: [{ kind: 'service', name, action: 'restart' }] };
      },
    },
    start: remediation('start', 'safe', [{ kind: 'service', name: 'kubelet', action: 'start' }]),
  },
};
