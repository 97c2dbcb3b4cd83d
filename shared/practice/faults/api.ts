import type { Certificate } from '../../node/read';
import { editFile, keyOf, withFile, withoutFile, withRegistry, withService } from '../edit';
import { MACHINE_ENVIRONMENT } from '../derive/api';
import { certificate } from '../flavours/certificates';
import { shifted } from '../ids';
import type { ApiServerState, NodeState } from '../state';
import { type Fault, logged } from './common';

function withApi(state: NodeState, change: Partial<ApiServerState>): NodeState {
  return { ...state, cluster: { ...state.cluster, apiServer: { ...state.cluster.apiServer, ...change } } };
}

/** The API server's name cannot be resolved. */
export const apiDnsFails: Fault = (state) => ({
  ...state,
  names: Object.fromEntries(Object.entries(state.names).filter(([name]) => name !== state.cluster.apiServer.host)),
});

export const apiRefused: Fault = (state) => withApi(state, { reach: 'refused' });

export const apiTimeout: Fault = (state) => withApi(state, { reach: 'timed-out' });

/** The node's clock is off by so many seconds. Windows Time is as it is named. */
export function clockSkew(seconds: number, timeService: 'Running' | 'Stopped' = 'Stopped'): Fault {
  return (state) =>
    withService({ ...state, windows: { ...state.windows, skewSeconds: seconds } }, 'W32Time', { state: timeService });
}

/** The clock is off and Windows has no time source. */
export const noTimeSource: Fault = (state) => {
  const service = 'SYSTEM\\CurrentControlSet\\Services\\W32Time';
  const alone = withRegistry(clockSkew(-40 * 86_400, 'Running')(state), `${service}\\Parameters`, {
    Type: 'NoSync',
    NtpServer: '',
  });
  return withRegistry(alone, `${service}\\TimeProviders\\VMICTimeProvider`, { Enabled: 0 });
};

/** The server's certificate does not cover the name or address that the kubeconfig uses. */
export const certNameMismatch: Fault = (state) => {
  const { certificate: before, host, address } = state.cluster.apiServer;
  const covered = 'api.cluster.example';
  const named = { ...state, names: { ...state.names, [covered]: [address] } };
  return withApi(named, {
    certificate: { ...before, names: [...before.names.filter((name) => name !== host && name !== address), covered] },
  });
};

/** Another authority signs the API server's certificate now. */
function signedBy(subject: string): Fault {
  return (state) => {
    const authority = certificate(
      'authority',
      subject,
      subject,
      '2026-03-01T09:12:00.000Z',
      '2036-02-27T09:12:00.000Z',
    );
    const { names } = state.cluster.apiServer.certificate;
    return withApi(state, {
      authority,
      certificate: certificate(
        'server',
        'CN=kube-apiserver',
        authority.subject,
        '2026-03-01T09:12:00.000Z',
        '2027-03-01T09:12:00.000Z',
        names,
      ),
    });
  };
}

/** The cluster was set up anew: another authority signs now. */
export const unknownAuthority: Fault = signedBy('CN=kubernetes');

/** The cluster's certificates are issued by an authority of the company, of which this node's kubeconfig knows nothing. */
export const companyAuthority: Fault = signedBy('CN=Example Platform Issuing CA 3, O=Example Corp');

/** A proxy opens TLS on the way, and its authority was never installed on this node. */
export const unknownProxy: Fault = signedBy('CN=Example Web Gateway, O=Example Corp');

/** The API server's certificate was renewed just now, and the node's clock is behind by a little more than that. */
export const renewedAhead: Fault = (state) => {
  const { certificate: before } = state.cluster.apiServer;
  const notBefore = shifted(state.windows.trueTime, -45);
  return clockSkew(-90, 'Running')(withApi(state, { certificate: { ...before, notBefore } }));
};

/** A gateway before the API server takes no request without a client certificate: its time cannot be compared. */
export const clientCertExpiredBehindGateway: Fault = (state) =>
  withApi(clientCertExpired(state), { wantsClient: true });

/** A proxy opens TLS on the way to the API server. */
export const tlsInspectingProxy: Fault = (state) =>
  withApi(state, {
    interceptor: certificate(
      'authority',
      'CN=Example TLS Inspection CA, O=Example Corp',
      'CN=Example TLS Inspection CA, O=Example Corp',
      '2024-04-01T00:00:00.000Z',
      '2034-03-30T00:00:00.000Z',
    ),
  });

function clientFile(state: NodeState): string {
  return state.layout.clientPem ?? state.layout.kubeconfig;
}

/** The kubelet's certificate ran out without being renewed. */
export const clientCertExpired: Fault = (state) => {
  const path = clientFile(state);
  const file = state.files[path];
  if (file === undefined) throw new Error(path);
  const old = (each: Certificate): Certificate =>
    each.role === 'authority'
      ? each
      : certificate(each.role, each.subject, each.issuer, '2025-02-27T02:40:00.000Z', '2026-02-27T02:40:00.000Z');
  return withFile(state, path, { ...file, certificates: file.certificates.map(old) });
};

/** The link to the kubelet's current certificate leads nowhere. */
export const clientCertLinkBroken: Fault = (state) => withoutFile(state, clientFile(state));

/** The API server knows the client no more. */
export const unauthorized401: Fault = (state) => withApi(state, { acceptsCredentials: false });

/** etcd has failed behind the API server. */
export const apiUnwell: Fault = (state) => withApi(state, { unwell: true });

export const kubeconfigMissing: Fault = (state) =>
  withoutFile(state, keyOf(state.files, state.layout.kubeconfig) ?? '');

function withServer(server: string): Fault {
  return (state) => editFile(state, state.layout.kubeconfig, (text) => text.replace(/(server: )\S+/, `$1${server}`));
}

/** The kubeconfig points at the node itself. */
export const kubeconfigLocalhost: Fault = withServer('https://localhost:6443');

/** The kubeconfig points at an address that the API server left. */
export const kubeconfigOldAddress: Fault = withServer('https://192.168.10.9:6443');

/** The API server refused connections for a while; the kubelet's log keeps it. */
export const apiWasDown: Fault = (state) => {
  const { host, port, address } = state.cluster.apiServer;
  const text = `"Failed to watch" err="failed to list *v1.Node: Get \\"https://${host}:${port}/api/v1/nodes\\": dial tcp ${address}:${port}: connectex: No connection could be made because the target machine actively refused it."`;
  return logged(state, 'kubelet', 5400, 'reflector.go:205', text);
};

/** The kubeconfig was copied in part only. */
export const kubeconfigCut: Fault = (state) =>
  editFile(state, state.layout.kubeconfig, (text) => text.slice(0, text.indexOf('server:')));

/** Something takes connections at the API server's port, and speaks no TLS. */
export const apiNoHandshake: Fault = (state) => withApi(state, { reach: 'no-tls' });

/** The certificate of the API server ran out without being renewed. */
export const serverCertExpired: Fault = (state) => {
  const { subject, issuer, names } = state.cluster.apiServer.certificate;
  return withApi(state, {
    certificate: certificate('server', subject, issuer, '2025-02-20T02:31:00.000Z', '2026-02-20T02:31:00.000Z', names),
  });
};

/** A proxy was set for the whole machine, without an exception for the API server. */
export const apiThroughProxy: Fault = (state) =>
  withRegistry(state, MACHINE_ENVIRONMENT, {
    ...state.registry[MACHINE_ENVIRONMENT],
    HTTPS_PROXY: 'http://proxy.example.internal:8080',
    NO_PROXY: 'localhost,127.0.0.1',
  });
