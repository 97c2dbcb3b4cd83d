import { describe, expect, it } from 'vitest';
import { kubeconfigFacts } from './kubeconfig';

const config = (server: string, user = 'user: {}', current = 'b') =>
  [
    'clusters:',
    '- { name: other, cluster: { server: https://other.test } }',
    '- name: mine',
    '  cluster:',
    `    server: ${server}`,
    'contexts:',
    '- { name: a, context: { cluster: other, user: u } }',
    '- { name: b, context: { cluster: mine, user: u } }',
    `current-context: ${current}`,
    'users:',
    `- name: u`,
    `  ${user}`,
  ].join('\r\n');

describe('a kubeconfig', () => {
  it.each([
    ['https://10.0.0.10:6443', '10.0.0.10', 6443],
    ['https://api.example.test', 'api.example.test', 443],
    ['https://[fd00::1]:6443/', '[fd00::1]', 6443],
    ['http://10.0.0.10:8080', null, null],
    ['nonsense', null, null],
  ])('tells where its current context leads: %s', (server, host, port) => {
    expect(kubeconfigFacts(config(server))).toMatchObject({ cluster: 'mine', server, host, port, line: 5 });
  });

  it('takes its first cluster where the current context names none', () => {
    expect(kubeconfigFacts(config('https://x.test', 'user: {}', 'gone'))).toMatchObject({
      cluster: 'other',
      user: null,
    });
  });

  it.each([
    [
      'a file',
      'user: { client-certificate: C:/pki/kubelet-client-current.pem }',
      { certificate: 'C:/pki/kubelet-client-current.pem' },
    ],
    ['itself', 'user: { client-certificate-data: Zm9v, client-key-data: <removed> }', { embeddedCertificate: true }],
    ['a program', 'user: { exec: { command: aws } }', { exec: true }],
    ['a token', 'user: { token: <removed> }', { exec: false, embeddedCertificate: false, certificate: null }],
  ])('tells that its user is proven by %s', (_case, user, facts) => {
    expect(kubeconfigFacts(config('https://x.test', user))?.user).toMatchObject(facts);
  });

  it('may start with a byte order mark', () => {
    expect(kubeconfigFacts(`\ufeff${config('https://x.test')}`)).not.toBeNull();
  });

  it.each(['', 'clusters: []', 'clusters: {', '\u0000', 'a: &a [*a]', '[]', 'clusters: [{}]'])(
    'is not made up from %j',
    (text) => {
      expect(kubeconfigFacts(text)).toBeNull();
    },
  );
});
