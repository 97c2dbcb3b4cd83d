import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createSocket, type Socket } from 'node:dgram';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../../shared/node/outcome';
import { Conversation } from './conversation';
import { onEngines } from './on-engines';

const DAY = 86_400_000;

onEngines('the network, for real', (engine) => {
  let shell: Conversation;
  let folder: string;
  const servers: Server[] = [];

  const listening = async (server: Server): Promise<number> => {
    servers.push(server);
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    return (server.address() as AddressInfo).port;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'winnow-tls-'));
    shell = new Conversation(engine);
    shell.type(readFileSync(join(import.meta.dirname, 'certificates.ps1'), 'utf8'));
    await shell.line(`New-TestCertificates '${folder}'`);
  });

  afterAll(async () => {
    await shell.end();
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true });
  });

  const pem = (name: string): string => join(folder, `${name}.pem`);

  /** A server that answers 401 over TLS, as an API server does to somebody unknown. */
  const secured = (name: string): Promise<number> => {
    const keys = { cert: readFileSync(pem(name)), key: readFileSync(join(folder, `${name}.key`)) };
    return listening(
      createTlsServer(keys, (_request, response) => {
        response.writeHead(401).end('{}');
        response.socket?.end();
      }),
    );
  };

  const tls = async (name: string, ca?: string, host = '127.0.0.1') =>
    must(
      await shell.read({
        kind: 'tls',
        target: `${host}:${await secured(name)}`,
        path: '/livez?verbose',
        ...(ca === undefined ? {} : { ca: pem(ca) }),
      }),
    );

  test('a good certificate of the given authority is vouched for', async () => {
    const answer = await tls('good', 'authority');
    expect(answer).toMatchObject({
      addresses: ['127.0.0.1'],
      connection: 'connected',
      handshake: { trustedBy: 'given-authority', problems: [], nameMatches: true },
      http: { status: 401 },
      error: null,
    });
    expect(answer.handshake?.chain).toMatchObject([
      {
        role: 'server',
        subject: 'CN=good, O=winnow',
        issuer: 'CN=winnow test authority',
        names: ['localhost', '127.0.0.1', '::1'],
      },
      { role: 'server', subject: 'CN=winnow test authority' },
    ]);
    expect(Math.abs(Date.parse(answer.http?.date ?? '') - Date.parse(answer.utc))).toBeLessThan(60_000);
  });

  test('a name is asked as well as an address', async () => {
    const { handshake } = await tls('good', 'authority', 'localhost');
    expect(handshake).toMatchObject({ nameMatches: true, trustedBy: 'given-authority' });
  });

  test('without that authority nobody vouches', async () => {
    const { handshake } = await tls('good');
    expect(handshake).toMatchObject({ trustedBy: 'nobody', nameMatches: true });
    expect(handshake?.problems).toContain('RemoteCertificateChainErrors');
  });

  test('an authority of the same name with another key does not vouch', async () => {
    expect((await tls('good', 'other-authority')).handshake?.trustedBy).toBe('nobody');
  });

  test.each(['expired', 'not-yet-valid'])('one that is %s is out of date, whoever vouches', async (name) => {
    expect((await tls(name, 'authority')).handshake).toMatchObject({
      trustedBy: 'given-authority',
      problems: ['NotTimeValid', 'RemoteCertificateChainErrors'],
      nameMatches: true,
    });
  });

  test('one for another name is told', async () => {
    expect((await tls('wrong-name', 'authority')).handshake).toMatchObject({
      trustedBy: 'given-authority',
      problems: ['RemoteCertificateNameMismatch'],
      nameMatches: false,
    });
  });

  test('a self-signed one is vouched for by itself alone', async () => {
    expect((await tls('self-signed', 'authority')).handshake).toMatchObject({
      trustedBy: 'nobody',
      problems: ['UntrustedRoot', 'RemoteCertificateChainErrors'],
    });
    expect((await tls('self-signed', 'self-signed')).handshake?.trustedBy).toBe('given-authority');
  });

  test.runIf(process.platform === 'linux')('what the platform trusts is vouched for by the platform', async () => {
    const trusting = new Conversation(engine, 'FullLanguage', { SSL_CERT_FILE: pem('authority') });
    const target = `127.0.0.1:${await secured('good')}`;
    const { handshake } = must(await trusting.read({ kind: 'tls', target, path: '/' }));
    await trusting.end();
    expect(handshake).toMatchObject({ trustedBy: 'platform', problems: [] });
  });

  test('something that speaks no TLS is connected to, and no more', async () => {
    const port = await listening(createServer((socket) => socket.end('220 smtp\r\n')));
    const answer = must(await shell.read({ kind: 'tls', target: `127.0.0.1:${port}`, path: '/' }));
    expect(answer).toMatchObject({ connection: 'connected', handshake: null, http: null });
    expect(answer.error).toMatch(/./);
  });

  test('where nobody listens, and where no name leads', async () => {
    expect(must(await shell.read({ kind: 'tls', target: '127.0.0.1:1', path: '/' }))).toMatchObject({
      connection: 'refused',
      handshake: null,
      error: null,
    });
    expect(must(await shell.read({ kind: 'tls', target: 'nowhere.invalid:1', path: '/' }))).toMatchObject({
      addresses: [],
      connection: 'name-not-found',
    });
    expect(await shell.read({ kind: 'tls', target: 'no-port', path: '/' })).toMatchObject({ reason: 'bad-answer' });
  });

  test('connections are tried side by side', async () => {
    const open = await listening(createServer());
    const { results } = must(
      await shell.read({
        kind: 'connect',
        targets: [`127.0.0.1:${open}`, '127.0.0.1:1', 'nowhere.invalid:80', `localhost:${open}`],
      }),
    );
    expect(results.map(({ connection }) => connection)).toEqual([
      'connected',
      'refused',
      'name-not-found',
      'connected',
    ]);
    for (const { milliseconds } of results) expect(milliseconds).toBeLessThan(3000);
  });

  test('sockets of the node are listed', async () => {
    const port = await listening(createServer());
    const { listeners } = must(await shell.read({ kind: 'sockets' }));
    expect(listeners).toContainEqual({ protocol: 'tcp', address: '127.0.0.1', port, processId: null });
  });

  test('certificates of files: PEM, kubeconfig, absent; keys stay where they are', async () => {
    const base64 = (name: string) => readFileSync(pem(name)).toString('base64');
    const key = readFileSync(join(folder, 'good.key'), 'utf8');
    const kubeconfig = join(folder, 'config');
    writeFileSync(
      kubeconfig,
      `clusters:\n- cluster:\n    certificate-authority-data: ${base64('authority')}\nusers:\n- user:\n    client-certificate-data: "${base64('good')}"\n    client-key-data: ${Buffer.from(key).toString('base64')}\n`,
    );
    const both = join(folder, 'both.pem');
    writeFileSync(both, `${key}\n${readFileSync(pem('good'), 'utf8')}\n${readFileSync(pem('authority'), 'utf8')}`);
    const { files } = must(
      await shell.read({ kind: 'certificates', paths: [kubeconfig, both, join(folder, 'none.pem'), folder] }),
    );
    expect(files).toMatchObject([
      {
        exists: true,
        certificates: [
          { role: 'authority', subject: 'CN=winnow test authority' },
          { role: 'client', subject: 'CN=good, O=winnow' },
        ],
        error: null,
      },
      { exists: true, certificates: [{ role: 'pem', subject: 'CN=good, O=winnow' }, { role: 'pem' }], error: null },
      { exists: false, certificates: [], error: null },
      { exists: true, certificates: [], error: expect.stringMatching(/^0x80070005/) },
    ]);
    expect(JSON.stringify(files)).not.toContain(key.split('\n')[1]);
    const [good] = files[1]?.certificates ?? [];
    expect(Date.parse(good?.notAfter ?? '') - Date.parse(good?.notBefore ?? '')).toBe(31 * DAY);
  });

  test('names are looked up by the system', async () => {
    const { results } = must(await shell.read({ kind: 'dns', names: ['localhost', 'nowhere.invalid'] }));
    expect(results).toMatchObject([
      { name: 'localhost', error: null },
      { name: 'nowhere.invalid', addresses: [], error: 'HostNotFound' },
    ]);
    expect(results[0]?.addresses).toContain('127.0.0.1');
  });

  test('names are looked up at a given server', async () => {
    const server = createSocket('udp4');
    server.on('message', (question, from) => server.send(replyTo(question), from.port, from.address));
    const port = await bound(server);
    const names = ['kubernetes.default.svc.cluster.local', 'gone.example', 'empty.example', 'a..b'];
    const { results } = must(await shell.read({ kind: 'dns', names, server: `127.0.0.1:${port}` }));
    server.close();
    expect(results).toEqual([
      { name: names[0], addresses: ['10.96.0.1', '10.96.0.2'], error: null },
      { name: names[1], addresses: [], error: 'HostNotFound' },
      { name: names[2], addresses: [], error: 'NoData' },
      { name: names[3], addresses: [], error: 'HostNotFound' },
    ]);
  });

  test('a silent name server is given up', async () => {
    const server = createSocket('udp4');
    const port = await bound(server);
    const { results } = must(await shell.read({ kind: 'dns', names: ['a.example'], server: `127.0.0.1:${port}` }));
    server.close();
    expect(results).toEqual([{ name: 'a.example', addresses: [], error: 'TimedOut' }]);
  });
});

async function bound(server: Socket): Promise<number> {
  await new Promise<void>((settle) => server.bind(0, '127.0.0.1', settle));
  return server.address().port;
}

/** `kubernetes.…` has two addresses behind an alias, `empty.…` none, nothing else is there. */
function replyTo(question: Buffer): Buffer {
  const first = question.subarray(13, 13 + (question[12] ?? 0)).toString('latin1');
  const alias = Buffer.from([0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 5, 0, 4, 1, 0x78, 0xc0, 12]);
  const address = (last: number) => Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 5, 0, 4, 10, 96, 0, last]);
  const answers = first === 'kubernetes' ? [alias, address(1), address(2)] : [];
  const reply = Buffer.concat([question, ...answers]);
  reply[2] = 0x81;
  reply[3] = first === 'kubernetes' || first === 'empty' ? 0x80 : 0x83;
  reply[7] = answers.length;
  return reply;
}
