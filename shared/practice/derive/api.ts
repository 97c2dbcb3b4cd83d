import type { Certificate } from '../../node/read';
import { keyOf } from '../edit';
import { shifted } from '../ids';
import type { FileState, NodeState } from '../state';

/** What a client that uses a kubeconfig gets from the API server. */
export type ApiOutcome =
  { readonly ok: true; readonly nodeIdentity: boolean } | { readonly ok: false; readonly error: string };

/** The node's own clock. */
export function nodeTime(state: NodeState): string {
  return shifted(state.windows.trueTime, state.windows.skewSeconds);
}

export function fileAt(state: NodeState, path: string): FileState | undefined {
  const key = keyOf(state.files, path);
  return key === undefined ? undefined : state.files[key];
}

/** The address that a kubeconfig names. */
export function serverOf(
  state: NodeState,
  kubeconfig: string,
): { readonly host: string; readonly port: number } | undefined {
  const match = fileAt(state, kubeconfig)?.text.match(/^\s*server:\s*https:\/\/([^\s:/]+)(?::(\d+))?/m);
  return match?.[1] === undefined ? undefined : { host: match[1], port: Number(match[2] ?? 443) };
}

/** Addresses of a host as the node resolves it. */
export function resolve(state: NodeState, host: string): readonly string[] {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return [host];
  if (host === 'localhost') return ['127.0.0.1'];
  const key = keyOf(state.names, host);
  return key === undefined ? [] : (state.names[key] ?? []);
}

/** Whether a certificate covers a name or address. */
export function covers(certificate: Certificate, host: string): boolean {
  return certificate.names.some((name) => name === host || (name.startsWith('*.') && host.endsWith(name.slice(1))));
}

export function inDate(certificate: Certificate, time: string): boolean {
  return certificate.notBefore <= time && time <= certificate.notAfter;
}

/** The certificate that stands at the API server's address, and who issued it. */
export function presented(state: NodeState): { readonly leaf: Certificate; readonly issuer: Certificate } {
  const { certificate, authority, interceptor } = state.cluster.apiServer;
  return interceptor === null
    ? { leaf: certificate, issuer: authority }
    : { leaf: { ...certificate, issuer: interceptor.subject }, issuer: interceptor };
}

/** Texts that Windows itself puts into connection errors. */
const REFUSED = {
  en: 'No connection could be made because the target machine actively refused it.',
  ja: '対象のコンピューターによって拒否されたため、接続できませんでした。',
};
const TIMED_OUT = {
  en: 'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.',
  ja: '接続済みの呼び出し先が一定の時間を過ぎても正しく応答しなかったため、接続できませんでした。または接続済みのホストが応答しなかったため、確立された接続は失敗しました。',
};

/** What Go's dialer says on this Windows. */
function dialError(state: NodeState, address: string, how: 'refused' | 'timed-out'): string {
  return `dial tcp ${address}: connectex: ${(how === 'refused' ? REFUSED : TIMED_OUT)[state.windows.language]}`;
}

/** The text of ERROR_FILE_NOT_FOUND in the node's language. */
export function notFound(state: NodeState): string {
  return state.windows.language === 'ja'
    ? '指定されたファイルが見つかりません。'
    : 'The system cannot find the file specified.';
}

const DENIED = { en: 'Access is denied.', ja: 'アクセスが拒否されました。' };

/** Where the variables of the machine stand. */
export const MACHINE_ENVIRONMENT = 'SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

/** Asks the API server the way kubelet and kubectl do. */
export function askApi(state: NodeState, kubeconfig: string): ApiOutcome {
  const file = fileAt(state, kubeconfig);
  if (file === undefined) return { ok: false, error: `CreateFile ${kubeconfig}: ${notFound(state)}` };
  const server = serverOf(state, kubeconfig);
  if (server === undefined) return { ok: false, error: 'invalid configuration: no server found for cluster' };
  const environment = state.registry[MACHINE_ENVIRONMENT] ?? {};
  const exceptions = String(environment.NO_PROXY ?? '').split(',');
  if (environment.HTTPS_PROXY !== undefined && !exceptions.includes(server.host))
    return { ok: false, error: 'proxyconnect tcp: dial tcp: lookup proxy.example.internal: no such host' };
  const address = resolve(state, server.host)[0];
  if (address === undefined) return { ok: false, error: `dial tcp: lookup ${server.host}: no such host` };
  const api = state.cluster.apiServer;
  const target = `${address}:${server.port}`;
  if (address === '127.0.0.1') return { ok: false, error: dialError(state, target, 'refused') };
  if (address !== api.address || server.port !== api.port)
    return { ok: false, error: dialError(state, target, 'timed-out') };
  if (api.reach === 'no-tls') return { ok: false, error: 'net/http: TLS handshake timeout' };
  if (api.reach !== 'ok') return { ok: false, error: dialError(state, target, api.reach) };
  return askOver(state, file, server.host);
}

function askOver(state: NodeState, file: FileState, host: string): ApiOutcome {
  const { leaf, issuer } = presented(state);
  const time = nodeTime(state);
  const plain = (moment: string): string => moment.replace(/\.\d+Z$/, 'Z');
  if (!inDate(leaf, time)) {
    const side = time > leaf.notAfter ? `after ${plain(leaf.notAfter)}` : `before ${plain(leaf.notBefore)}`;
    return tls(`x509: certificate has expired or is not yet valid: current time ${plain(time)} is ${side}`);
  }
  const authority = file.certificates.find((certificate) => certificate.role === 'authority');
  if (authority?.thumbprint !== issuer.thumbprint) return tls('x509: certificate signed by unknown authority');
  if (!covers(leaf, host)) {
    const kind = /^\d/.test(host)
      ? leaf.names.filter((name) => /^\d/.test(name))
      : leaf.names.filter((name) => !/^\d/.test(name));
    return tls(`x509: certificate is valid for ${kind.join(', ')}, not ${host}`);
  }
  const client = clientCertificate(state, file);
  if (client.error !== null) return { ok: false, error: client.error };
  const { certificate } = client;
  if (state.cluster.apiServer.unwell) return { ok: false, error: 'Error from server: etcdserver: request timed out' };
  if (
    certificate === undefined ||
    !state.cluster.apiServer.acceptsCredentials ||
    !inDate(certificate, state.windows.trueTime)
  ) {
    return { ok: false, error: 'error: You must be logged in to the server (Unauthorized)' };
  }
  return { ok: true, nodeIdentity: certificate.subject.includes('system:node:') };
}

function tls(error: string): ApiOutcome {
  return { ok: false, error: `tls: failed to verify certificate: ${error}` };
}

function clientCertificate(
  state: NodeState,
  file: FileState,
): { readonly certificate: Certificate | undefined; readonly error: string | null } {
  const path = /^\s*client-certificate:\s*(\S+)/m.exec(file.text)?.[1];
  if (path === undefined)
    return { certificate: file.certificates.find((certificate) => certificate.role === 'client'), error: null };
  const pem = fileAt(state, path);
  if (pem === undefined)
    return {
      certificate: undefined,
      error: `unable to read client-cert ${path} for default-auth due to open ${path}: ${notFound(state)}`,
    };
  if (!state.shell.elevated && /\\kubelet\\pki\\/i.test(path)) {
    return {
      certificate: undefined,
      error: `unable to read client-cert ${path} for default-auth due to open ${path}: ${DENIED[state.windows.language]}`,
    };
  }
  return { certificate: pem.certificates[0], error: null };
}
