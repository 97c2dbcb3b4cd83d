#!/usr/bin/env node
/**
 * A program that speaks the protocol of Winnow's library and misbehaves on demand; it stands where a PowerShell would.
 * A job is a verb with a value, such as `{ sleep 500 }`. FAKE_SHELL says how it starts.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const start = process.env.FAKE_SHELL ?? 'well';
const print = (text) => process.stdout.write(text);
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64');
const sleeper = `console.log('started'); setTimeout(() => {}, 1e6)`;

/** Each prints one frame, or what comes of not doing so. `frame` is the frame's start. */
const verbs = {
  say: (frame, value) => print(`${frame}b:${encoded({ ok: value })}>`),
  pid: (frame) => print(`${frame}b:${encoded({ ok: process.pid })}>`),
  json: (frame, value) => print(`${frame}j:${value}>`),
  refuse: (frame) => print(`${frame}b:${encoded({ failed: { reason: 'not-elevated', detail: '0x80070005' } })}>`),
  sleep: async (frame, value) => {
    await new Promise((resolve) => setTimeout(resolve, Number(value)));
    verbs.say(frame, value);
  },
  hang: () => new Promise(() => undefined),
  'hang-with-child': async () => {
    const child = spawn(process.execPath, ['-e', sleeper], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    print(`child ${child.pid}\n`);
    await verbs.hang();
  },
  die: (_frame, value) => process.exit(Number(value)),
  'say-and-die': (frame) => process.stdout.write(`${frame}b:${encoded({ ok: 'last' })}>`, () => process.exit(7)),
  complain: (frame, value) => {
    process.stderr.write('ERROR: something\n'.repeat(Number(value)));
    verbs.say(frame, 'complained');
  },
  chatter: (frame, value) => {
    print(`PS C:\\> <winnow:0000000000000000:x:b:AAAA><<>> ${value}\r\n<winnow:`);
    verbs.say(frame, value);
    print('trailing > noise <');
  },
  wrapped: (frame, value) => print(`${frame}b:${encoded({ ok: value })}>`.replace(/(.{7})/g, '$1\r\n')),
  half: (frame) => print(`${frame}b:eyJv`),
  garbage: (frame) => print(`${frame}b:not base64>`),
  nothing: () => undefined,
  'as-another': (frame, value) => verbs.say(frame.replace(/\d+:$/, `${value}:`), 'stolen'),
  'as-other-shell': (frame, value) => verbs.say(frame.replace(/:[0-9a-f]+:/, ':0000000000000000:'), value),
  big: (frame, value) => verbs.say(frame, 'x'.repeat(Number(value))),
};

async function run(line) {
  if (start === 'never-ready') return;
  // The delimiters of node-powershell.
  const [, out, error] = /^'(.*)'$|^\[Console\]::Error\.WriteLine\("(.*)"\)$/.exec(line) ?? [];
  if (out) print(`${out}\n`);
  if (error) process.stderr.write(`${error}\n`);
  for (const [, nonce, id, job = ''] of line.matchAll(/Write-WinnowFrame '(.*?)' '(.*?)' \{ (.*?) \}/g)) {
    const [verb, ...value] = job.split(' ');
    const frame = `<winnow:${nonce}:${id}:`;
    if (verbs[verb]) await verbs[verb](frame, value.join(' '));
    else print(`${frame}b:${encoded({ failed: { reason: 'missing', detail: verb } })}>`);
  }
  const end = /Write-WinnowEnd '(.*?)' '(.*?)'/.exec(line);
  if (end) print(`<winnow:${end[1]}:${end[2]}:e:>\n`);
}

if (start === 'dies') {
  process.stderr.write('cannot load\n');
  process.exit(3);
}
if (start === 'echo') process.stdin.pipe(process.stdout);
else {
  for await (const line of createInterface({ input: process.stdin })) await run(line);
}
