import prelude from './prelude.ps1?raw';
import shell from './reads/shell.ps1?raw';

/**
 * All PowerShell text of Winnow: plain ASCII, LF, made to be typed into `powershell -NoExit -Command -` as it is. No
 * function holds a blank line and one follows each, because there a block of several lines runs at the next blank line.
 *
 * After it one batch is one line of statements separated by `; `:
 *
 *     Write-WinnowFrame '<nonce>' '<id>' { <line of renderRead or renderWrite> }; …; Write-WinnowEnd '<nonce>' '<batch id>'
 *
 * Each writes one frame to standard output, flushed, the moment it is done; nothing else is ever written there. Nonces
 * and ids are letters, digits and `-`. Line breaks inside a frame mean nothing.
 *
 *     <winnow:NONCE:ID:b:BASE64>      of UTF-8 JSON
 *     <winnow:NONCE:ID:j:JSON>        in Constrained Language Mode: ASCII, `<` and `>` escaped too
 *     <winnow:NONCE:BATCHID:e:>       the batch is over
 *
 * The JSON is `{"ok":ANSWER}`, ANSWER being what the read's schema (for a write `Written`) says, or
 * `{"failed":{"reason":REASON,"detail":TEXT}}`. Limits are kept from outside, by ending the process tree.
 */
export const library: string = [prelude, shell].join('\n');
