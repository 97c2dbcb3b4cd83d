import { describe, expect, it } from 'vitest';
import type { Answer } from './read';
import { backupOf, inverseOf, unexpectedBefore, type Inverse, type Write } from './write';

const NOTHING: Answer = { exists: false };

function service(action: 'start' | 'stop' | 'restart'): Write {
  return { kind: 'service', name: 'kubelet', action };
}

function state(value: string): Answer {
  return { rows: [{ Name: 'kubelet', State: value, StartMode: 'Auto', ProcessId: 1 }] };
}

function text(content: string): Answer {
  return {
    exists: true,
    text: content,
    length: content.length,
    truncated: false,
    encoding: 'utf-8',
    bom: false,
    modified: '2026-03-02T00:00:00Z',
  };
}

function key(values: Record<string, string | number | boolean | null | string[]>): Answer {
  return { exists: true, values, subkeys: [] };
}

function printed(stdout: string): Answer {
  return { found: true, path: 'netsh.exe', exit: 0, stdout, stderr: '', truncated: false };
}

const RANGE: Write = {
  kind: 'tool',
  call: { form: 'dynamic-port-range', protocol: 'tcp', start: 49152, count: 16384 },
};
const RULE: Write = { kind: 'firewall-rule', action: 'allow', name: 'kubelet', protocol: 'TCP', port: 10250 };
const ROUTE: Write = {
  kind: 'route',
  action: 'add',
  prefix: '169.254.169.254/32',
  nextHop: '10.0.0.1',
  interfaceIndex: 4,
};
const VALUE: Write = { kind: 'registry', path: 'HKLM:\\SOFTWARE\\X', name: 'N', value: 1 };

function file(change: Extract<Write, { kind: 'file' }>['change'], path = 'C:\\k\\a.json'): Write {
  return { kind: 'file', path, change };
}

function writes(...list: Write[]): Inverse {
  return { kind: 'writes', writes: list };
}

function irreversible(why: Extract<Inverse, { kind: 'irreversible' }>['why']): Inverse {
  return { kind: 'irreversible', why };
}

const AUTOMATIC: Write = { kind: 'service-start', name: 'kubelet', mode: 'Automatic' };
const EXCLUSION = { form: 'excluded-port-range', protocol: 'tcp', start: 30_000, count: 2768 } as const;
const KEY: Write = { kind: 'registry-key', path: 'HKLM:\\SOFTWARE\\X', exported: 'C:\\k\\x.reg' };

const INVERSES: ReadonlyArray<readonly [string, Write, Answer, Inverse]> = [
  [
    'a start mode goes back',
    AUTOMATIC,
    { rows: [{ Name: 'kubelet', StartMode: 'Manual' }] },
    writes({ ...AUTOMATIC, mode: 'Manual' }),
  ],
  ['a start mode that was so already is nothing', AUTOMATIC, { rows: [{ StartMode: 'Auto' }] }, { kind: 'nothing' }],
  [
    'a start mode of Windows alone is unknown',
    AUTOMATIC,
    { rows: [{ StartMode: 'Boot' }] },
    irreversible('unknown-before'),
  ],
  [
    'an exclusion is removed again',
    { kind: 'tool', call: { ...EXCLUSION, action: 'add' } },
    printed(''),
    writes({ kind: 'tool', call: { ...EXCLUSION, action: 'remove' } }),
  ],
  [
    'a removed key is imported again',
    KEY,
    key({}),
    writes({ kind: 'tool', call: { form: 'import-key', file: 'C:\\k\\x.reg', path: 'HKLM:\\SOFTWARE\\X' } }),
  ],
  ['a key that was not there is nothing', KEY, NOTHING, { kind: 'nothing' }],
  ['a start of what stood is a stop', service('start'), state('Stopped'), writes(service('stop'))],
  ['a stop of what ran is a start', service('stop'), state('Running'), writes(service('start'))],
  ['a start of what ran is nothing', service('start'), state('Running'), { kind: 'nothing' }],
  ['a stop of what stood is nothing', service('stop'), state('Stopped'), { kind: 'nothing' }],
  ['a restart is done', service('restart'), state('Running'), irreversible('restart-is-done')],
  ['a service that nobody saw is unknown', service('start'), { rows: [] }, irreversible('unknown-before')],
  ['a service with another answer is unknown', service('start'), NOTHING, irreversible('unknown-before')],
  [
    'an edit goes back',
    file({ kind: 'edit', from: 'a', to: 'b' }),
    text('a'),
    writes(file({ kind: 'edit', from: 'b', to: 'a' })),
  ],
  [
    'a move goes back',
    file({ kind: 'move', to: 'C:\\k\\b' }),
    text(''),
    writes(file({ kind: 'move', to: 'C:\\k\\a.json' }, 'C:\\k\\b')),
  ],
  [
    'a created file is removed',
    file({ kind: 'create', text: 'x' }),
    NOTHING,
    writes(file({ kind: 'remove-created', text: 'x' })),
  ],
  [
    'a removed file is created',
    file({ kind: 'remove-created', text: 'x' }),
    text('x'),
    writes(file({ kind: 'create', text: 'x' })),
  ],
  ['a value goes back', VALUE, key({ N: 0 }), writes({ ...VALUE, value: 0 })],
  ['a new value is removed', VALUE, key({}), writes({ ...VALUE, value: null })],
  [
    'a value called like an inherited property is removed',
    { ...VALUE, name: 'constructor' },
    key({}),
    writes({ ...VALUE, name: 'constructor', value: null }),
  ],
  ['a list of texts cannot be put back', VALUE, key({ N: ['a'] }), irreversible('unknown-before')],
  ['a value of a missing key is unknown', VALUE, NOTHING, irreversible('unknown-before')],
  [
    'an HNS object is gone',
    { kind: 'hns-delete', what: 'networks', id: 'x' },
    { json: '[]', via: 'HNSCall' },
    irreversible('hns-object-gone'),
  ],
  [
    'a wrong clock does not come back',
    { kind: 'tool', call: { form: 'resync-clock' } },
    NOTHING,
    irreversible('clock-was-wrong'),
  ],
  [
    'a port range goes back',
    RANGE,
    printed(
      '\r\nProtocol tcp Dynamic Port Range\r\n---------\r\nStart Port      : 16385\r\nNumber of Ports : 49151\r\n',
    ),
    writes({ kind: 'tool', call: { form: 'dynamic-port-range', protocol: 'tcp', start: 16385, count: 49151 } }),
  ],
  [
    'a port range goes back on a Japanese node',
    RANGE,
    printed(
      '\r\nプロトコル tcp の動的ポートの範囲\r\n---------\r\n開始ポート     : 1024\r\nポート数       : 64511\r\n',
    ),
    writes({ kind: 'tool', call: { form: 'dynamic-port-range', protocol: 'tcp', start: 1024, count: 64511 } }),
  ],
  ['a port range that nobody could read is unknown', RANGE, printed('error'), irreversible('unknown-before')],
  ['a port range without its program is unknown', RANGE, { found: false }, irreversible('unknown-before')],
  ['an allowed port is closed', RULE, NOTHING, writes({ ...RULE, action: 'remove' })],
  ['an added route is removed', ROUTE, { rows: [] }, writes({ ...ROUTE, action: 'remove' })],
  [
    'a process was restarted',
    { kind: 'process', name: 'kube-proxy.exe', processId: 5, commandLine: 'kube-proxy' },
    { rows: [] },
    irreversible('restart-is-done'),
  ],
  ['a node was restarted', { kind: 'restart', delay: 60 }, { rows: [] }, irreversible('node-restarted')],
];

describe('inverseOf', () => {
  it.each(INVERSES)('%s', (_title, write, backup, inverse) => expect(inverseOf(write, backup)).toEqual(inverse));

  it('of an inverse is the write again, where both are writes', () => {
    for (const write of [
      RULE,
      ROUTE,
      file({ kind: 'edit', from: 'a', to: 'b' }),
      file({ kind: 'move', to: 'C:\\k\\b' }),
      file({ kind: 'create', text: 'x' }),
    ]) {
      const back = inverseOf(write, NOTHING);
      expect(back.kind === 'writes' && back.writes.map((inner) => inverseOf(inner, NOTHING))).toEqual([writes(write)]);
    }
  });
});

const EDIT = file({ kind: 'edit', from: 'old', to: 'new' });
const BEFORE: ReadonlyArray<readonly [string, Write, Answer, string | null]> = [
  ['an edit finds its text once', EDIT, text('an old text'), null],
  ['an edit that finds nothing', EDIT, text('a text'), 'the text to replace occurs 0 times in C:\\k\\a.json'],
  ['an edit that could mean two places', EDIT, text('old, old'), 'the text to replace occurs 2 times in C:\\k\\a.json'],
  ['an edit of nothing', EDIT, NOTHING, 'C:\\k\\a.json does not exist'],
  ['a file to create is absent', file({ kind: 'create', text: 'x' }), NOTHING, null],
  ['a file to create is there', file({ kind: 'create', text: 'x' }), text('y'), 'C:\\k\\a.json already exists'],
  ['a file to move is there', file({ kind: 'move', to: 'b' }), text('y'), null],
  ['a file to move is absent', file({ kind: 'move', to: 'b' }), NOTHING, 'C:\\k\\a.json does not exist'],
  ['an answer of another kind', EDIT, { rows: [] }, 'unreadable'],
  ['a write that is not of a file', RULE, NOTHING, null],
];

describe('unexpectedBefore', () => {
  it.each(BEFORE)('%s', (_title, write, backup, difference) =>
    expect(unexpectedBefore(write, backup)).toBe(difference),
  );
});

it('backs up what its inverse is built from', () => {
  expect(backupOf(EDIT)).toEqual({ kind: 'file', path: 'C:\\k\\a.json' });
  expect(backupOf(VALUE)).toEqual({ kind: 'registry', path: 'HKLM:\\SOFTWARE\\X', names: ['N'] });
  expect(backupOf({ kind: 'hns-delete', what: 'endpoints', id: 'x' })).toEqual({ kind: 'hns', path: '/endpoints' });
});
