import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommandName, commands } from '../../shared/ipc/contract';
import type { FromPage, Handlers } from './serve';
import { CONTENTS, ownPage, Page } from './testing/page';

const NAMES = Object.keys(commands) as CommandName[]; // the contract is a closed object
const HASH = 'a'.repeat(64);

/** Of each command a payload that the contract lets pass. */
const GOOD: Readonly<Record<CommandName, object>> = {
  'app.view': {},
  'app.settings': { language: 'ja', theme: 'dark', shell: 'system' },
  'app.use-node': { node: 'practice:aks-en' },
  'app.nodes': {},
  'app.open-bundle': {},
  'app.show-journal': {},
  'app.restart-elevated': {},
  'app.open-link': { link: 'page' },
  'app.copy': { text: 'x' },
  'app.page-error': { detail: 'x' },
  'app.recognise': { text: 'x' },
  'session.list': {},
  'session.start': { symptom: 'container-creating' },
  'session.resume': { session: 'one' },
  'session.view': {},
  'session.answer': { step: 'container-creating/kubelet', answer: 'runs' },
  'session.settle': { step: 'container-creating/kubelet' },
  'session.back': { step: 'container-creating/kubelet' },
  'session.ask-again': {},
  'session.cancel': {},
  'session.close': {},
  'check.view': {},
  'check.start': {},
  'check.cancel': {},
  'check.answer': { step: 'container-creating/kubelet', answer: 'runs' },
  'check.compare': { with: null },
  'evidence.reads': { probe: 'services', from: 0 },
  'evidence.raw': { hash: HASH, offset: 0 },
  'remedy.preview': { remediation: 'start-runtime' },
  'remedy.apply': { remediation: 'start-runtime', ticket: 'x', nodeName: null },
  'remedy.undo': { run: 0 },
  'export.preview': { format: 'html', language: 'ja' },
  'export.save': { format: 'bundle', language: 'en' },
  'export.show': {},
};

/** What no command may carry, whatever it is about: paths, addresses, script text, too much, and the wrong kinds. */
const HOSTILE: readonly unknown[] = [
  '../../etc/passwd',
  'C:\\Windows\\System32\\cmd.exe',
  'file:///etc/passwd',
  '$(Remove-Item C:\\)',
  '"; whoami; "',
  '__proto__',
  'constructor',
  'a'.repeat(6_000_000),
  '',
  '\u0000',
  -1,
  0.5,
  Number.NaN,
  Infinity,
  2 ** 60,
  true,
  undefined,
  [],
  () => 'x',
];

/** Handlers that say which command came through. */
function noting() {
  const reached: string[] = [];
  const handlers = Object.fromEntries(
    NAMES.map((name) => [
      name,
      () => {
        reached.push(name);
        return { kind: 'done' };
      },
    ]),
  ) as unknown as Handlers; // nothing looks at what these answer
  return { reached, handlers };
}

function passes(payload: unknown, name: CommandName): boolean {
  return commands[name].request.safeParse(payload).success;
}

describe('messages of the page', () => {
  it('are heard by the names of the contract, and no other', () => {
    expect([...new Page(noting().handlers).channels].sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('%s reaches its handler, once', async (name) => {
    const { reached, handlers } = noting();
    const page = new Page(handlers);
    await page.raw(name, GOOD[name]);
    expect(reached).toEqual([name]);
    expect(page.log).toEqual([]);
  });

  it.each(NAMES)('%s is refused where anything about its payload is not what the contract says', async (name) => {
    const { reached, handlers } = noting();
    const page = new Page(handlers);
    const good = GOOD[name];
    const wrong = [
      ...HOSTILE,
      null,
      { ...good, extra: 1 },
      ...Object.keys(good).flatMap((field) => [
        Object.fromEntries(Object.entries(good).filter(([key]) => key !== field)),
        ...HOSTILE.filter((value) => !passes({ ...good, [field]: value }, name)).map((value) => ({
          ...good,
          [field]: value,
        })),
      ]),
    ];
    for (const payload of wrong) await expect(page.raw(name, payload)).rejects.toThrow('refused');
    expect(reached).toEqual([]);
    expect(page.log).toHaveLength(wrong.length);
    expect(page.log[0]).toMatch(new RegExp(`^refused ${name}: `));
  });

  it('carry no path, address, script or huge text in any field but free text', () => {
    const free = [
      'app.copy/text',
      'app.page-error/detail',
      'app.recognise/text',
      'remedy.apply/ticket',
      'remedy.apply/nodeName',
    ];
    for (const name of NAMES)
      for (const field of Object.keys(GOOD[name]))
        for (const value of HOSTILE.filter((item) => typeof item === 'string' && item !== 'constructor'))
          if (!free.includes(`${name}/${field}`))
            expect(passes({ ...GOOD[name], [field]: value }, name), `${name}/${field} ${String(value)}`).toBe(false);
  });

  it('reach a handler only as the contract says, whatever they hold', async () => {
    const { reached, handlers } = noting();
    const page = new Page(handlers);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), fc.anything(), async (name, payload) => {
        reached.length = 0;
        await page.raw(name, payload).catch(() => undefined);
        expect(reached).toEqual(passes(payload, name) ? [name] : []);
      }),
    );
  });
});

describe('a message is refused', () => {
  const inner = { url: ownPage().senderFrame?.url ?? '' };
  const foreign: ReadonlyArray<readonly [string, FromPage]> = [
    ['from a frame that is gone', { ...ownPage(), senderFrame: null }],
    ['from a frame within the page', { ...ownPage(), senderFrame: inner }],
    ['from another window', { ...ownPage(), sender: { ...ownPage().sender, id: CONTENTS + 1 } }],
    ['from another file of the program', ownPage('app://winnow/assets/index.js')],
    ['from another host of the scheme', ownPage('app://evil/index.html')],
    ['from a host that begins as ours does', ownPage('app://winnow.example/index.html')],
    ['from the network', ownPage('https://winnow/index.html')],
    ['from a file', ownPage('file:///index.html')],
    ['from a page with a name and a password', ownPage('app://a:b@winnow/index.html')],
    ['from nowhere', ownPage('about:blank')],
    ['from what is no address', ownPage('')],
  ];

  it.each(foreign)('%s, whichever command it is', async (_from, event) => {
    const { reached, handlers } = noting();
    const page = new Page(handlers);
    for (const name of NAMES) await expect(page.raw(name, GOOD[name], event)).rejects.toThrow('refused');
    expect(reached).toEqual([]);
    expect(page.log).toHaveLength(NAMES.length);
  });

  it('from the server of a developer, unless there is one', async () => {
    const { reached, handlers } = noting();
    const dev = ownPage('http://localhost:5173/');
    await expect(new Page(handlers).raw('app.view', {}, dev)).rejects.toThrow('refused');
    await new Page(handlers, 'http://localhost:5173').raw('app.view', {}, dev);
    expect(reached).toEqual(['app.view']);
  });
});

it('an answer holds nothing that turns or hides text, wherever in it a node said so', async () => {
  const { handlers } = noting();
  const nodes = () => ({
    nodes: [{ name: 'a\u202eexe.txt', 'title\n': ['b\u0000\u200b', 7, null], lines: 'c\r\n\td' }],
  });
  const page = new Page({ ...handlers, 'app.nodes': nodes as unknown as Handlers['app.nodes'] });
  expect(await page.raw('app.nodes', {})).toEqual({
    nodes: [{ name: 'a\ufffdexe.txt', 'title\n': ['b\ufffd\ufffd', 7, null], lines: 'c\n\td' }],
  });
});

function broken(): never {
  throw new TypeError('x of undefined');
}

describe('a bug in a handler', () => {
  it.each([
    ['thrown', () => broken()],
    ['rejected', () => Promise.reject(new TypeError('x of undefined'))],
  ])('that is %s is written down, and the page hears only that something failed', async (_how, handler) => {
    const { reached, handlers } = noting();
    const page = new Page({ ...handlers, 'app.nodes': handler });
    await expect(page.raw('app.nodes', {})).rejects.toThrow(/^bug$/);
    expect(page.log).toHaveLength(1);
    expect(page.log[0]).toMatch(/^bug in app\.nodes: TypeError: x of undefined\n\s+at .*serve\.test/);
    await page.raw('app.view', {});
    expect(reached).toEqual(['app.view']);
  });
});
