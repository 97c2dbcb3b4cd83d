#!/usr/bin/env node
/** `npx winnow …`: the terminal wizard and the unattended check, built if need be. Its stdout is the program's own. */
import { join } from 'node:path';
import { ensureBuilt } from './lib/fresh-build.mjs';
import { ownNodeTool } from './lib/own-node.mjs';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

await ownNodeTool(
  async () => {
    await ensureBuilt();
    const { code } = await runNode(join(root, 'out/main/winnow.cjs'), process.argv.slice(2), {
      cwd: process.env.INIT_CWD ?? process.cwd(), // npx starts it elsewhere
    });
    return code;
  },
  { install: true },
);
