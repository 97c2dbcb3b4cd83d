import { describe, expect, it } from 'vitest';
import { corrected, fileLines, forgotten, renewal } from './source-vip';

const STORE = 'C:\\var\\lib\\cni\\networks\\vxlan0';
const MODIFIED = '2026-03-02T00:12:30.000Z';

const store = (...list: ReadonlyArray<readonly [ip: string, holder: string]>) => ({
  path: STORE,
  count: list.length,
  leases: list.map(([ip, holder]) => ({ ip, holder, modified: MODIFIED })),
});
const kept = (ip: string | null) => ({
  ip,
  path: 'C:\\k\\sourceVip.json',
  modified: MODIFIED,
  citation: { probe: 'flannel-state', pointer: '/sourceVip/facts/ip' },
});
const SUBNET = '10.244.7.0/24';
const changes = (
  writes: ReadonlyArray<{ readonly path: string; readonly change: { readonly kind: string } }> | undefined,
) => writes?.map(({ path, change }) => `${change.kind} ${path}`);

describe('a new source VIP', () => {
  it('is the lowest address that neither a lease nor an endpoint has, and is reserved', () => {
    const taken = store(['10.244.7.2', 'ab12'], ['10.244.4.2', 'dummy']);
    const renewed = renewal(SUBNET, taken, [{ ip: '10.244.7.3' }], [kept('10.244.4.2')]);
    expect(renewed?.ip).toBe('10.244.7.4');
    expect(changes(renewed?.writes)).toEqual([
      `move ${STORE}\\10.244.4.2`,
      `create ${STORE}\\10.244.7.4`,
      'move C:\\k\\sourceVip.json',
      'create C:\\k\\sourceVip.json',
    ]);
  });

  it('is the one that host-local reserves in this subnet already', () => {
    const renewed = renewal(SUBNET, store(['10.244.7.9', 'dummy']), [], []);
    expect(renewed?.ip).toBe('10.244.7.9');
    expect(changes(renewed?.writes)).toEqual(['create C:\\k\\sourceVip.json']);
  });

  it('is not there where every address is taken', () => {
    expect(renewal('10.244.7.0/30', store(['10.244.7.2', 'ab12']), [], [])).toBeNull();
  });
});

describe('the files of a start script', () => {
  it('tell the source VIP that kube-proxy runs with, which stays reserved', () => {
    expect(changes(corrected('10.244.7.2', SUBNET, store(['10.244.7.2', 'dummy']), kept('10.244.4.2')))).toEqual([
      'move C:\\k\\sourceVip.json',
      'create C:\\k\\sourceVip.json',
    ]);
    expect(changes(corrected('10.244.7.2', SUBNET, store(), kept(null)))?.[0]).toBe(`create ${STORE}\\10.244.7.2`);
  });

  it('are moved aside with every lease of a source VIP, and with no other', () => {
    const writes = forgotten(store(['10.244.7.2', 'dummy'], ['10.244.7.9', 'ab12']), [kept('10.244.4.2')]);
    expect(changes(writes)).toEqual(['move C:\\k\\sourceVip.json', `move ${STORE}\\10.244.7.2`]);
  });

  it('are written as PowerShell takes them: line ends and quotes within a string', () => {
    const lines = fileLines(renewal('10.244.7.0/29', store(), [], [kept('10.244.4.2')])?.writes ?? []);
    expect(lines[0]).toBe("New-Item -ItemType Directory -Force -Path 'C:\\ProgramData\\Winnow\\aside\\source-vip'");
    expect(lines[1]).toBe(
      `Set-Content -LiteralPath '${STORE}\\10.244.7.2' -NoNewline -Encoding Ascii -Value "dummy\`r\`ndummy"`,
    );
    expect(lines[3]).toContain('-Value "{`"cniVersion`":`"0.2.0`",`"ip4`":{`"ip`":`"10.244.7.2/29`"},`"dns`":{}}"');
    expect(fileLines([])).toEqual([]);
  });
});
