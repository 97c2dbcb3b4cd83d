import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUT, cutSecrets, cutSecretsIn } from './secrets';

const SECRET = 'c2VjcmV0LWtleS1kYXRh0123456789';
const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJrdWJlbGV0In0.c2lnbmF0dXJlLW9m_-0';
const BOOTSTRAP = 'abcdef.0123456789abcdef';

const PLANTED: ReadonlyArray<readonly [string, string, string]> = [
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${SECRET}\n-----END RSA PRIVATE KEY-----`, SECRET],
  ['a private key without its end', `-----BEGIN PRIVATE KEY-----\r\n${SECRET}\r\n`, SECRET],
  ['an encrypted key', `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${SECRET}\n-----END ENCRYPTED PRIVATE KEY-----`, SECRET],
  ['key data of a kubeconfig', `    client-key-data: ${SECRET}`, SECRET],
  ['key data in JSON', `{"client-key-data":"${SECRET}"}`, SECRET],
  ['key data in escaped JSON', `{\\"client-key-data\\":\\"${SECRET}\\"}`, SECRET],
  ['a token of a kubeconfig', `    token: ${SECRET}`, SECRET],
  ['a token in JSON', `"token": "${SECRET}"`, SECRET],
  ['a password with spaces around', `password = ${SECRET}`, SECRET],
  ['a quoted password with a space in it', `password: "very secret words"`, 'secret words'],
  ['a short password', 'password: abc', 'abc'],
  ['a token as a block of YAML', `token: |-\n  ${SECRET}\n`, SECRET],
  ['a password on a command line with spaces in it', '--password "very secret words"', 'secret words'],
  ['a client secret', `client-secret: '${SECRET}'`, SECRET],
  ['a refresh token', `refresh-token: ${SECRET}`, SECRET],
  ['a token on a command line', `kubelet.exe --token=${SECRET} --v=4`, SECRET],
  ['a bootstrap token on a command line', `kubelet.exe --bootstrap-token ${SECRET}`, SECRET],
  ['a password on a command line', `--password "${SECRET}"`, SECRET],
  ['a bearer header', `Authorization: Bearer ${SECRET}`, SECRET],
  ['a bearer in JSON', `"Authorization":"Bearer ${SECRET}"`, SECRET],
  ['a bearer alone', `curl -H 'Bearer ${SECRET}'`, SECRET],
  ['a basic header', `authorization: basic ${SECRET}==`, SECRET],
  ['a JWT', `using ${JWT} now`, JWT],
  ['a bootstrap token', `joined with ${BOOTSTRAP}`, BOOTSTRAP],
  ['credentials of a URL', `https://user:${SECRET}@registry.local/v2/`, SECRET],
  ['credentials of a proxy', `HTTPS_PROXY=http://proxy-user:p4ss:w%2Frd@10.0.0.1:3128`, 'p4ss'],
];

const HARMLESS: readonly string[] = [
  'C:\\var\\lib\\kubelet\\pki\\kubelet.key',
  'C:\\ProgramData\\Kubernetes\\token.txt',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'mcr.microsoft.com/oss/kubernetes/pause:3.9@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  '3E0A6C2B-8F5B-4D1E-9B7A-0123456789ab',
  'the token is missing, so the kubelet asks for a new token',
  'bearer tokens are not allowed here',
  'a password is never written',
  'https://10.127.130.36:6443/api/v1/nodes',
  'npipe:////./pipe/containerd-containerd',
  'user@example.org',
  'kube-proxy-windows-x7kq2.0123456789',
  '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----',
  'client-certificate-data: LS0tLS1CRUdJTg==',
  'E0302 03:20:55.101 The specified port already exists. (0x803b0013)',
  'vethcbr0.10.244.4.1',
  'https://registry.local:5000/pause@sha256:9f86d081884c7d65',
  '{"token":null,"password":{}}',
  'token:\nserver: https://10.0.0.1:6443',
  'tokenFile: C:\\k\\token',
  '',
];

describe('cutSecrets', () => {
  it.each(PLANTED)('removes %s and says that something was there', (_title, text, secret) => {
    const cut = cutSecrets(text);
    expect(cut).not.toContain(secret);
    expect(cut).toContain(CUT);
  });

  it.each(HARMLESS)('keeps %j', (text) => expect(cutSecrets(text)).toBe(text));

  it('changes nothing when it runs again', () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        ...PLANTED.map(([, text]) => text),
        ...HARMLESS,
        CUT,
        ' ',
        '\n',
        '"',
        "'",
        ':',
        '=',
        'token',
        '<',
        '@',
        '.',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const once = cutSecrets(parts.join(''));
        expect(cutSecrets(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('removes every secret from lines with anything around them', () => {
    const around = fc.string({ unit: fc.constantFrom(...Array.from('abc 0123 \n\t,;(){}')) });
    fc.assert(
      fc.property(fc.constantFrom(...PLANTED), around, around, ([, text, secret], before, after) => {
        expect(cutSecrets(`${before}\n${text}\n${after}`)).not.toContain(secret);
      }),
    );
  });

  it('keeps what stands between two secrets', () => {
    expect(cutSecrets(`token: ${SECRET}\nserver: https://10.0.0.1:6443\npassword: ${SECRET}\n`)).toBe(
      `token: ${CUT}\nserver: https://10.0.0.1:6443\npassword: ${CUT}\n`,
    );
  });

  it.each([
    'a',
    'abc:',
    'https://',
    'eyJ',
    'eyJ-',
    '://:',
    'bearer ',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN A B ',
    'token: ',
    'a.b-',
  ])('needs no more than linear time for %j over and over', (part) => {
    const started = performance.now();
    cutSecrets(part.repeat(Math.ceil(300_000 / part.length)));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('cutSecretsIn', () => {
  it('cuts every text of a value and keeps its shape', () => {
    expect(cutSecretsIn({ a: [`token: ${SECRET}`, 1, null, true], b: { c: 'plain' } })).toEqual({
      a: [`token: ${CUT}`, 1, null, true],
      b: { c: 'plain' },
    });
  });
});
