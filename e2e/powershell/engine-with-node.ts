import { writeFileSync } from 'node:fs';
import { everyProbe } from '../../shared/engine/testing/every-probe';
import type { Read } from '../../shared/node/read';
import { answer } from '../../shared/practice/answer';
import type { NodeState } from '../../shared/practice/state';
import type { Conversation } from './conversation';
import { practiceNode } from '../../shared/practice/nodes';
import { play, standIn } from './practice';

/**
 * Writes a program that stands for the PowerShell of a practice node: the real engine, on which the commands of Windows
 * tell of the node once the library is loaded. Arguments: the file to write, the engine, the practice node.
 */
function engineWithNode(path: string, engine: string, state: NodeState): void {
  const typed: string[] = [];
  // All that either of them needs of a conversation.
  const shell = { type: (text: string) => typed.push(text) } as unknown as Conversation;
  standIn(shell, 'FullLanguage');
  play(shell, state, readsOn(state));
  writeFileSync(
    path,
    `#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
const engine = spawn(${JSON.stringify(engine)}, process.argv.slice(2), { stdio: ['pipe', 'inherit', 'inherit'] });
engine.on('exit', (code) => process.exit(code ?? 1));
for await (const line of createInterface({ input: process.stdin })) {
  if (line.endsWith("'ready'")) engine.stdin.write(${JSON.stringify(`${typed.join('\n\n')}\n\n`)});
  engine.stdin.write(line + '\\n');
}
engine.stdin.end();
`,
    { mode: 0o755 },
  );
}

/** Every read that the probes make on this node. */
function readsOn(state: NodeState): readonly Read[] {
  const reads: Read[] = [];
  everyProbe((read) => {
    reads.push(read);
    return answer(state, read);
  });
  return reads;
}

const [path = '', engine = '', id = ''] = process.argv.slice(2);
const node = practiceNode(id);
if (!node) throw new Error(`no practice node: ${id}`);
engineWithNode(path, engine, node.state());
