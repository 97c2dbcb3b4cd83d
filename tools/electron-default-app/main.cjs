/**
 * What the substitute Electron runs when it is given a folder: it loads that folder's app, as Electron's own default
 * app does. `-r <module>` loads a module first; Playwright passes its loader that way.
 */
'use strict';
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const preloads = [];
let target;
for (let args = process.argv.slice(1); args.length > 0 && target === undefined;) {
  const argument = args.shift();
  if (argument === '-r' || argument === '--require') preloads.push(args.shift());
  else if (!argument.startsWith('-')) target = path.resolve(argument);
}

if (preloads.length > 0) Module._preloadModules(preloads);
if (target === undefined) {
  process.stderr.write('Give the folder of an app to run.\n');
  app.exit(1);
} else {
  load(target);
}

/** A CommonJS main is loaded at once: some of what it does must happen before Electron is ready. */
function load(folder) {
  const file = require.resolve(folder);
  const details = findPackage(folder);
  if (details) {
    app.setAppPath(details.folder);
    if (details.productName || details.name) app.setName(details.productName || details.name);
    if (details.version) app.setVersion(details.version);
  }
  process.argv.splice(
    1,
    process.argv.length - 1,
    ...process.argv.slice(1).filter((argument) => argument !== '-r' && !preloads.includes(argument)),
  );
  const isModule = file.endsWith('.mjs') || (file.endsWith('.js') && details?.type === 'module');
  if (!isModule) {
    Module._load(file, Module, true);
    return;
  }
  import(pathToFileURL(file).href).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  });
}

function findPackage(folder) {
  try {
    return { ...require(path.join(folder, 'package.json')), folder };
  } catch {
    return undefined;
  }
}
