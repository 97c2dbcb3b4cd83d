import { randomUUID } from 'node:crypto';
import { ownZone } from '../zone';
import { VERSION } from '../version';
import type { Io } from './io';
import { dataFolder, isPlain, localesOf } from './places';
import { plainPrompts } from './prompts/plain';
import { terminalPrompts } from './prompts/terminal';
import { run } from './run';

const io: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin: async (most) => {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of process.stdin) {
      const bytes = Buffer.from(part as Uint8Array); // stdin without an encoding gives bytes
      size += bytes.length;
      if (size > most) return null;
      parts.push(bytes);
    }
    return Buffer.concat(parts);
  },
  terminal: process.stdin.isTTY && process.stdout.isTTY,
  prompts: isPlain(process.env) ? plainPrompts() : terminalPrompts(),
  onInterrupt: (stop) => void process.once('SIGINT', stop),
  locales: localesOf(process.env, Intl.DateTimeFormat().resolvedOptions().locale),
  data: dataFolder(process.env, process.platform),
  version: VERSION,
  now: () => new Date(),
  zone: ownZone(),
  newId: randomUUID,
};

// Whoever reads may stop reading (`| head`): what is going on is finished all the same, quietly.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

void run(process.argv.slice(2), io).then((exit) => {
  process.exitCode = exit;
});
