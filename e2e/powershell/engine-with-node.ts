import { writeFileSync } from 'node:fs';
import { interpret, readsOf, rounds, type Evidence } from '../../shared/engine/evidence';
import { winnow } from '../../shared/engine/winnow';
import type { Outcome } from '../../shared/node/outcome';
import type { Answer, Read } from '../../shared/node/read';
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
  let evidence: Evidence = {};
  for (const round of rounds(winnow, Object.keys(winnow.probes), {})) {
    const known = evidence;
    const observed = round.map((id): [string, Outcome<unknown>] => {
      const probe = winnow.probes[id]!;
      const asked = readsOf(probe, known);
      if (asked.kind === 'could-not-check') return [id, asked];
      reads.push(...Object.values(asked.value));
      const answers = Object.entries(asked.value).map(([name, read]) => [name, answer(state, read)] as const);
      return [id, interpret(probe, asked.value, Object.fromEntries<Outcome<Answer>>(answers), known)];
    });
    evidence = { ...known, ...Object.fromEntries(observed) };
  }
  return reads;
}

const [path = '', engine = '', id = ''] = process.argv.slice(2);
const node = practiceNode(id);
if (!node) throw new Error(`no practice node: ${id}`);
engineWithNode(path, engine, node.state());
