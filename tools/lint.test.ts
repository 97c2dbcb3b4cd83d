import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The project's own configuration, without the rules that need types: the files below exist only as text. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked }],
});

/** What the import and ban rules say about a line that stood in `file`. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  const messages = result?.messages ?? [];
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages
    .filter(({ ruleId }) => ruleId === 'winnow/import-direction' || ruleId === 'no-restricted-syntax')
    .map(({ message }) => message);
}

const WRONG: Array<[file: string, code: string, says: RegExp]> = [
  // Sides.
  ['shared/node/x.ts', `import { a } from '../../electron/window/a';`, /shared\/node may not import from electron/],
  ['shared/node/x.ts', `import { a } from '../../renderer/app/a';`, /shared\/node may not import from renderer/],
  ['renderer/app/x.ts', `import { a } from '../../electron/main';`, /renderer may not import from electron/],
  ['electron/window/x.ts', `import { a } from '../../renderer/app/a';`, /electron may not import from renderer/],
  ['renderer/app/x.ts', `import { app } from 'electron';`, /renderer may not import the package "electron"/],
  ['renderer/app/x.ts', `import { readFile } from 'node:fs/promises';`, /renderer may not import Node's/],
  ['renderer/app/x.ts', `import { run } from '../../tools/lib/run.mjs';`, /no part of the app/],
  // Inside shared: node <- catalogue <- engine <- session <- transcript.
  [
    'shared/node/x.ts',
    `import type { A } from '../catalogue/a';`,
    /shared\/node may not import from shared\/catalogue/,
  ],
  ['shared/catalogue/probes/x.ts', `export { a } from '../../engine/a';`, /may not import from shared\/engine/],
  ['shared/engine/x.ts', `import { a } from '../session/a';`, /shared\/engine may not import from shared\/session/],
  ['shared/session/x.ts', `import { a } from '../transcript/a';`, /may not import from shared\/transcript/],
  ['shared/practice/x.ts', `export * from '../catalogue/a';`, /shared\/practice may not import from shared\/catalogue/],
  ['shared/i18n/x.ts', `import { a } from '../node/read';`, /shared\/i18n may not import from shared\/node/],
  ['shared/engine/x.ts', `const a = await import('../ipc/contract');`, /may not import from shared\/ipc/],
  ['shared/engine/x.ts', `import { readFileSync } from 'fs';`, /shared\/engine may not import Node's "fs"/],
  ['shared/engine/x.ts', `import { create } from 'zustand';`, /may not import the package "zustand"/],
  // Features are strangers to each other.
  [
    'renderer/features/map/x.tsx',
    `import { A } from '../remedy/A';`,
    /features\/map may not import from renderer\/features\/remedy/,
  ],
  // The preload is small.
  ['electron/preload.ts', `import { z } from 'zod';`, /preload.ts may not import the package "zod"/],
  ['electron/cli/x.ts', `import { app } from 'electron';`, /electron\/cli may not import the package "electron"/],
  // One place for each dangerous thing.
  ['electron/window/x.ts', `import { ipcMain } from 'electron';`, /electron\/ipc\//],
  ['electron/window/x.ts', `window.webContents.send('a');`, /electron\/ipc\//],
  ['electron/window/x.ts', `shell.openExternal('a');`, /electron\/window\/links.ts/],
  ['electron/node/x.ts', `import { spawn } from 'node:child_process';`, /electron\/powershell\//],
  ['electron/ipc/x.ts', `import { spawn } from 'child_process';`, /electron\/powershell\//],
  ['electron/powershell/lanes.ts', `import { PowerShell } from 'node-powershell';`, /shell.ts/],
  // Never.
  ['electron/window/x.ts', `const a = { sandbox: false };`, /sandbox stays on/],
  ['electron/main.ts', `app.commandLine.appendSwitch('--no-sandbox');`, /without the sandbox/],
  ['renderer/app/x.ts', `element.innerHTML = text;`, /hostile text/],
  ['renderer/app/x.tsx', `const a = <p dangerouslySetInnerHTML={{ __html: text }} />;`, /hostile text/],
  ['renderer/app/x.ts', `eval('1');`, /No code is made from text/],
  // No clock and no chance in shared.
  ['shared/session/x.ts', `const now = Date.now();`, /no clock/],
  ['shared/session/x.ts', `const now = new Date();`, /no clock/],
  ['shared/practice/x.ts', `const a = Math.random();`, /no chance/],
];

test.each(WRONG)('in %s: %s is refused', async (file, code, says) => {
  expect(await complaints(file, code)).toEqual([expect.stringMatching(says)]);
});

const RIGHT: Array<[file: string, code: string]> = [
  ['shared/catalogue/probes/x.ts', `import type { Read } from '../../node/read';`],
  ['shared/engine/x.ts', `import { a } from '../catalogue/define';`],
  ['shared/session/x.ts', `import { a } from '../engine/walk';`],
  ['shared/transcript/x.ts', `import { a } from '../session/reducer';`],
  ['shared/practice/x.ts', `import type { Read } from '../node/read';`],
  ['shared/ipc/contract.ts', `import { z } from 'zod';`],
  ['shared/node/x.ts', `import { t } from '../i18n/t';`],
  ['shared/session/x.ts', `const date = new Date(time);`],
  ['shared/engine/walk.test.ts', `import { readFileSync } from 'node:fs'; import { test } from 'vitest';`],
  ['renderer/features/map/x.tsx', `import { A } from '../../components/A';`],
  ['renderer/app/App.tsx', `const A = lazy(async () => await import('../features/map/A'));`],
  ['renderer/app/x.ts', `import { a } from '../../shared/session/reducer';`],
  ['electron/ipc/x.ts', `import { ipcMain } from 'electron'; window.webContents.send('a');`],
  ['electron/preload.ts', `import { contextBridge, ipcRenderer } from 'electron';`],
  ['electron/window/links.ts', `import { shell } from 'electron'; void shell.openExternal('a');`],
  [
    'electron/powershell/shell.ts',
    `import { PowerShell } from 'node-powershell'; import { spawn } from 'node:child_process';`,
  ],
  ['electron/powershell/lanes.ts', `import script from './script/prelude.ps1?raw';`],
  ['electron/cli/winnow.ts', `import { Command } from 'commander'; import { run } from '../session/runner';`],
];

test.each(RIGHT)('in %s: %s is fine', async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});
