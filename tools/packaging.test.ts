import { readFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FUSES, checkFuses } from './lib/fuses.mjs';

interface Configuration {
  files: string[];
  asar: boolean;
  asarUnpack?: unknown;
  extraResources?: unknown;
  extraFiles?: unknown;
  publish: unknown;
  electronFuses: Record<string, boolean>;
  win: { requestedExecutionLevel: string; target: Array<{ target: string; arch: string }> };
  nsis: { perMachine: boolean };
}

const root = join(import.meta.dirname, '..');
const configuration = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Configuration;
const names = Object.values(FuseV1Options).filter((value) => typeof value === 'string');

describe('the package configuration', () => {
  test('every fuse that exists has been decided', () => {
    expect(Object.keys(FUSES).map((index) => FuseV1Options[Number(index)])).toEqual(names);
  });

  test('electron-builder sets what the table says, but for the one fuse it does not know', () => {
    const wanted = Object.entries(FUSES).map(([index, on]) => {
      const name = FuseV1Options[Number(index)] ?? index;
      return [name.charAt(0).toLowerCase() + name.slice(1), on] as const;
    });
    expect(configuration.electronFuses).toEqual(
      Object.fromEntries(wanted.filter(([name]) => name !== 'wasmTrapHandlers')),
    );
  });

  test('everything is in the checked archive, and only what is listed', () => {
    expect(configuration.asar).toBe(true);
    expect(configuration.asarUnpack ?? configuration.extraResources ?? configuration.extraFiles).toBeUndefined();
    expect(configuration.files.filter((pattern) => !pattern.startsWith('!'))).toEqual([
      'package.json',
      'LICENSE',
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
    ]);
  });

  test('Windows gets an installer for the machine and a zip, without elevation, and nothing is published', () => {
    expect(configuration.win.requestedExecutionLevel).toBe('asInvoker');
    expect(configuration.win.target).toEqual([
      { target: 'nsis', arch: 'x64' },
      { target: 'zip', arch: 'x64' },
    ]);
    expect(configuration.nsis.perMachine).toBe(true);
    expect(configuration.publish).toBeNull();
  });

  test('nothing is a runtime dependency: it is all compiled in', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest.dependencies).toBeUndefined();
    expect(
      Object.values(manifest.devDependencies as Record<string, string>).filter((version) => !/^\d/.test(version)),
    ).toEqual([]);
  });
});

describe('the fuse check', () => {
  /** An executable, as far as fuses go: the mark, the version, the number of fuses, and one character for each. */
  function fuseFile(states: string): string {
    const file = join(mkdtempSync(join(tmpdir(), 'winnow-fuses-')), 'electron');
    const head = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
    writeFileSync(
      file,
      Buffer.concat([Buffer.alloc(64), head, Buffer.from([1, states.length]), Buffer.from(states), Buffer.alloc(64)]),
    );
    return file;
  }

  const right = Object.values(FUSES)
    .map((on) => (on ? '1' : '0'))
    .join('');

  test('accepts the table', async () => {
    await expect(checkFuses(fuseFile(right))).resolves.toEqual({ wrong: [], missing: [] });
  });

  test('names a wrong one', async () => {
    const { wrong } = await checkFuses(fuseFile(`1${right.slice(1)}`));
    expect(wrong).toEqual(['RunAsNode is on']);
  });

  test('reports one that an old Electron lacks', async () => {
    const { wrong, missing } = await checkFuses(fuseFile(right.slice(0, -1)));
    expect(wrong).toEqual([]);
    expect(missing).toEqual(['WasmTrapHandlers is not there']);
  });

  test('asks about one that is new', async () => {
    const { wrong } = await checkFuses(fuseFile(`${right}1`));
    expect(wrong).toEqual(['fuse 9 is new: decide what it should be']);
  });

  test('refuses a file without fuses', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'winnow-fuses-')), 'electron');
    writeFileSync(file, 'no fuses');
    await expect(checkFuses(file)).rejects.toThrow();
  });
});
