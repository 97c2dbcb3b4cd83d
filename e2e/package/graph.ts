import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Where the build is. */
export const out = join(import.meta.dirname, '../../out');

/** The files that a built script loads before it does anything: itself, and what it requires outside of any function. */
export function loadedFirst(file: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    for (const [, wanted] of text.matchAll(/^(?:const|let|var) \w+ = require\("(\.[^"]+)"\)/gm)) {
      if (wanted !== undefined) visit(join(dirname(path), wanted));
    }
  };
  visit(join(out, file));
  return found;
}

/** What a built script loads only when it is wanted: the files in its lazy imports, as they are named in the build. */
export function loadedLater(file: string): readonly string[] {
  const lazy = [...loadedFirst(file)].flatMap(([path, text]) =>
    [...text.matchAll(/then\(\(\) => require\("(\.[^"]+)"\)/g)].map(([, wanted = '']) =>
      relative(out, join(dirname(path), wanted)),
    ),
  );
  return [...new Set(lazy)];
}

/** Modules that a set of files requires, other than the build's own files and Node's. */
export function modulesOf(files: ReadonlyMap<string, string>): readonly string[] {
  const all = [...files.values()].flatMap((text) =>
    [...text.matchAll(/require\("([^".][^"]*)"\)/g)].map(([, name = '']) => name),
  );
  return [...new Set(all)].filter((name) => !isBuiltin(name)).toSorted();
}

/** The scripts that the window's page loads before it shows anything, by their names. */
export function firstScripts(): ReadonlyMap<string, Buffer> {
  const page = join(out, 'renderer');
  const named = [...readFileSync(join(page, 'index.html'), 'utf8').matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)];
  if (named.length === 0) throw new Error('the built page names no script');
  return new Map(named.map(([, name = '']) => [name, readFileSync(join(page, name))]));
}

/** Bytes of files as gzip makes them. */
export function gzipped(files: ReadonlyMap<string, Buffer>): number {
  return [...files.values()].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
}
