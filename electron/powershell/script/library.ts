import certificate from './common/certificate.ps1?raw';
import hnsService from './common/hns.ps1?raw';
import network from './common/network.ps1?raw';
import program from './common/program.ps1?raw';
import text from './common/text.ps1?raw';
import prelude from './prelude.ps1?raw';
import readCertificates from './reads/certificates.ps1?raw';
import readCim from './reads/cim.ps1?raw';
import readConnect from './reads/connect.ps1?raw';
import readDirectory from './reads/directory.ps1?raw';
import readDns from './reads/dns.ps1?raw';
import readEvents from './reads/events.ps1?raw';
import readFile from './reads/file.ps1?raw';
import readFirewall from './reads/firewall.ps1?raw';
import readHns from './reads/hns.ps1?raw';
import readRegistry from './reads/registry.ps1?raw';
import readShell from './reads/shell.ps1?raw';
import readSockets from './reads/sockets.ps1?raw';
import readTls from './reads/tls.ps1?raw';
import readTool from './reads/tool.ps1?raw';
import readUpdates from './reads/updates.ps1?raw';
import writeFile from './writes/file.ps1?raw';
import writeFirewallRule from './writes/firewall-rule.ps1?raw';
import writeHnsDelete from './writes/hns-delete.ps1?raw';
import writeProcess from './writes/process.ps1?raw';
import writeRegistry from './writes/registry.ps1?raw';
import writeRegistryKey from './writes/registry-key.ps1?raw';
import writeRestart from './writes/restart.ps1?raw';
import writeRoute from './writes/route.ps1?raw';
import writeServiceStart from './writes/service-start.ps1?raw';
import writeService from './writes/service.ps1?raw';
import writeTool from './writes/tool.ps1?raw';

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
export const library: string = [
  prelude,
  text,
  program,
  network,
  certificate,
  hnsService,
  readCertificates,
  readCim,
  readConnect,
  readDirectory,
  readDns,
  readEvents,
  readFile,
  readFirewall,
  readHns,
  readRegistry,
  readShell,
  readSockets,
  readTls,
  readTool,
  readUpdates,
  writeFile,
  writeFirewallRule,
  writeHnsDelete,
  writeProcess,
  writeRegistry,
  writeRegistryKey,
  writeRestart,
  writeRoute,
  writeService,
  writeServiceStart,
  writeTool,
].join('\n');
