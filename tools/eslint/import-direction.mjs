/** ESLint rule: imports point one way. The table is in layers.mjs; this file only resolves paths and looks them up. */
import { isBuiltin } from 'node:module';
import { posix, relative, sep } from 'node:path';
import { LAYERS, TEST_PACKAGES } from './layers.mjs';

const isTest = (file) => /\.test\.tsx?$/.test(file);

/** The layer of a path relative to the working tree: its key in the table, and the folder that `*` stands for. */
function layerOf(path) {
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length--) {
    const folder = parts.slice(0, length).join('/');
    if (LAYERS[folder]) return { key: folder, folder };
    const any = [...parts.slice(0, length - 1), '*'].join('/');
    if (LAYERS[any]) return { key: any, folder };
  }
  return undefined;
}

function packageOf(specifier) {
  if (isBuiltin(specifier)) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Why `file` (relative to the working tree) may not import `specifier`, or undefined. */
function whyNot(file, specifier) {
  const from = layerOf(file);
  if (!from) return undefined;
  const rules = LAYERS[from.key];
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    const allowed = isTest(file) ? [...rules.packages, ...TEST_PACKAGES] : rules.packages;
    if (allowed.includes(name)) return undefined;
    return `${from.folder} may not import ${name === 'node:' ? `Node's "${specifier}"` : `the package "${name}"`}`;
  }
  const target = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ''));
  const to = layerOf(target) ?? layerOf(`${target}.ts`);
  if (!to) return isTest(file) ? undefined : `${from.folder} may not import ${target}, which is no part of the app`;
  if (to.folder === from.folder || rules.layers.includes(to.key)) return undefined;
  return `${from.folder} may not import from ${to.folder}`;
}

const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { wrong: '{{ reason }}: imports point one way (tools/eslint/layers.mjs).' },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node, source) => {
      if (typeof source?.value !== 'string') return;
      const reason = whyNot(file, source.value);
      if (reason) context.report({ node, messageId: 'wrong', data: { reason } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source),
    };
  },
};

export default { rules: { 'import-direction': rule } };
