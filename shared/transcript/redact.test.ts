import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaks } from './leaks';
import type { Name } from './names';
import { PSEUDONYM, redactor } from './redact';

const hide = (text: string, ...names: readonly Name[]) => redactor(names).text(text);
const host = (value: string): Name => ({ what: 'host', value });
const leaked = (text: string, ...names: readonly Name[]) => leaks('json', JSON.stringify(text), '""', names);

describe('addresses', () => {
  it.each([
    ['10.0.0.5', '<address-1>'],
    ['It does not answer at 10.0.0.5.', 'It does not answer at <address-1>.'],
    ['10.0.0.5:10250, then 10.0.0.5/16', '<address-1>:10250, then <address-1>/16'],
    ['..10.0.0.5..', '..<address-1>..'],
    ['010.000.000.005 is 10.0.0.5', '<address-1> is <address-1>'],
    ['fe80::1', '<address-1>'],
    ['at FE80:0:0:0::1%12.', 'at <address-1>%12.'],
    ['[fd00:1::a]:6443 and fd00:1:0::a/64', '[<address-1>]:6443 and <address-1>/64'],
    ['connect fd00::a: refused', 'connect <address-1>: refused'],
    ['addr:fd00::a', 'addr:<address-1>'],
    ['2001:db8:1:2:3:4:5:6', '<address-1>'],
    ['::ffff:10.0.0.5', '::ffff:<address-1>'],
    ['00-15-5D-AA-00-01 and 00:15:5d:aa:00:01', '<mac-1> and <mac-1>'],
  ])('%j becomes %j', (text, hidden) => {
    expect(hide(text)).toBe(hidden);
    expect(leaked(text)).not.toEqual([]);
    expect(leaked(hidden)).toEqual([]);
  });

  it.each([
    ['loopback and none', '127.0.0.1 0.0.0.0 ::1 :: [::1]:80 0.0.0.0/0'],
    ['masks and multicast', '255.255.255.0 224.0.0.251'],
    ['versions', '10.0.20348.2700 v1.33.5 10.0.17763'],
    ['object ids', '1.3.6.1.4.1.311.21.1'],
    ['times', 'E0302 03:21:07.123456 2026-03-02T03:21:07Z 12:34:56'],
    ['fingerprints', 'ab:cd:ef:01:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef:01'],
    ['GUIDs', '7a1c4b7e-2f3d-4c5a-9b8e-0d1f2a3b4c5d'],
    ['types', '[Convert]::FromBase64String std::vector'],
  ])('leaves %s', (_what, text) => {
    expect(hide(text)).toBe(text);
    expect(leaked(text)).toEqual([]);
  });
});

describe('domains', () => {
  it.each([
    ['proxy.corp.example.co.jp:3128', '<domain-1>:3128'],
    ['https://myregistry.azurecr.io/team/app:1', 'https://<domain-1>/team/app:1'],
    ['one.corp.local, ONE.CORP.LOCAL.', '<domain-1>, <domain-1>.'],
  ])('%j becomes %j', (text, hidden) => expect(hide(text)).toBe(hidden));

  it('leaves those of products, names of files and names of fields', () => {
    const text = 'mcr.microsoft.com/x registry.k8s.io kubernetes.io/os a.b.svc.cluster.local kubelet.exe spec.nodeName';
    expect(hide(text)).toBe(text);
    expect(leaked(text)).toEqual([]);
  });

  it('keeps a known host apart from its domain', () => {
    expect(hide('winnode-01.corp.local is WINNODE-01', host('winnode-01'))).toBe('<host-1>.<domain-1> is <host-1>');
  });
});

describe('names', () => {
  it('are hidden whatever their case, the longest first, and not inside other words', () => {
    expect(hide('node-10 NODE-1 node-1a xnode-1', host('node-1'), host('node-10'))).toBe(
      '<host-1> <host-2> node-1a xnode-1',
    );
  });

  it('may be words that pseudonyms are made of', () => {
    const names = [host('host'), host('address'), { what: 'user', value: 'user' } as const];
    const hidden = hide('host and address and user at 10.0.0.5', ...names);
    expect(hidden).toBe('<host-1> and <host-2> and <user-1> at <address-1>');
    expect(leaked(hidden, ...names)).toEqual([]);
  });
});

it('cuts secrets', () => {
  expect(hide('--token=abcdef.0123456789abcdef password: hunter22')).not.toMatch(/abcdef\.0123|hunter22/);
});

const octet = fc.integer({ min: 0, max: 255 });
const v4 = fc.tuple(fc.constantFrom(10, 172, 192, 203), octet, octet, octet).map((octets) => octets.join('.'));
const v6 = fc
  .array(fc.integer({ min: 0x100, max: 0xffff }), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.map((group) => group.toString(16)).join(':'));
const name = fc.stringMatching(/^[a-z][a-z0-9-]{1,12}[a-z0-9]$/);
const glue = fc.constantFrom(
  ' ',
  '"',
  "'",
  '/',
  ', ',
  '=',
  '(',
  ')',
  '[',
  ']',
  '\\',
  '\n',
  '。',
  ' は ',
  '@',
  '<',
  '>',
);
const colons = fc.stringMatching(/^[0-9a-fgx:.]{1,24}$/);
const word = fc.oneof(
  v4,
  colons,
  v6,
  name,
  name.map((label) => `${label}.corp.example.jp`),
  fc.string(),
);
const text = fc.array(fc.tuple(word, glue), { maxLength: 12 }).map((parts) => parts.flat().join(''));

describe('whatever the text', () => {
  it('nothing that was there survives, and the second look agrees', () => {
    fc.assert(
      fc.property(text, v4, v6, name, glue, glue, (around, four, six, bare, before, after) => {
        const hidden = hide(`${around}${before}${four}${after}${six}${before}${bare}${after}`, host(bare));
        const left = hidden.replaceAll(PSEUDONYM, '\n').toLowerCase();
        expect(left).not.toContain(six);
        expect(left.split(/[^a-z0-9.]+/)).not.toContain(four);
        expect(leaked(hidden, host(bare))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a value has one pseudonym in a whole session, and different values have different ones', () => {
    fc.assert(
      fc.property(fc.uniqueArray(v4, { minLength: 2, maxLength: 8 }), text, (addresses, between) => {
        const redact = redactor([]);
        const first = addresses.map((address) => redact.text(address));
        redact.text(between);
        expect(addresses.map((address) => redact.text(` ${address}:80`))).toEqual(
          first.map((hidden) => ` ${hidden}:80`),
        );
        expect(new Set(first).size).toBe(addresses.length);
      }),
    );
  });

  it('hiding twice is hiding once', () => {
    fc.assert(
      fc.property(text, fc.array(name, { maxLength: 3 }), (plain, hosts) => {
        const redact = redactor(hosts.map(host));
        const once = redact.text(plain);
        expect(redact.text(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

it('takes linear time', () => {
  const started = performance.now();
  for (const unit of ['a', '1', '1.', 'a:', ':', 'a.', '0a-', '<', '/', '\\'])
    hide(unit.repeat(400_000 / unit.length), host('winnode-01'));
  expect(performance.now() - started).toBeLessThan(10_000);
});
