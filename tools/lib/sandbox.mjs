/** Chromium's sandbox cannot start as root on Linux. Only launch helpers and tests may go without it, and say so. */
import { say } from './run.mjs';

/** @returns {string[]} what to add to Electron's arguments */
export function sandboxArguments() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  say('Started as root, where the Chromium sandbox cannot run, so this launch goes without it (--no-sandbox).');
  return ['--no-sandbox'];
}
