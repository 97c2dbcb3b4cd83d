import type { Certificate } from '../../node/read';
import { hex } from '../ids';
import { textFile } from '../edit';
import type { ApiServerState, FileState } from '../state';
import { SETUP } from './options';

/** A certificate whose thumbprint stands for its subject and dates. */
export function certificate(
  role: Certificate['role'],
  subject: string,
  issuer: string,
  notBefore: string,
  notAfter: string,
  names: readonly string[] = [],
): Certificate {
  return {
    role,
    subject,
    issuer,
    notBefore,
    notAfter,
    names: [...names],
    thumbprint: hex(`${subject}${issuer}${notBefore}${notAfter}`, 40).toUpperCase(),
  };
}

/** The authority of the cluster. */
const AUTHORITY = certificate(
  'authority',
  'CN=kubernetes',
  'CN=kubernetes',
  '2025-11-18T02:31:00.000Z',
  '2035-11-16T02:31:00.000Z',
);

/** An API server with a certificate for all its names. */
export function apiServer(host: string, port: number, address: string): ApiServerState {
  const names = [
    'kubernetes',
    'kubernetes.default',
    'kubernetes.default.svc',
    'kubernetes.default.svc.cluster.local',
    ...(host === address ? [] : [host]),
    '10.96.0.1',
    address,
  ];
  return {
    host,
    port,
    address,
    reach: 'ok',
    authority: AUTHORITY,
    interceptor: null,
    acceptsCredentials: true,
    unwell: false,
    certificate: certificate(
      'server',
      'CN=kube-apiserver',
      AUTHORITY.subject,
      '2026-02-20T02:31:00.000Z',
      '2027-02-20T02:31:00.000Z',
      names,
    ),
  };
}

/** The certificate with which the kubelet shows who it is. */
export function nodeCertificate(nodeName: string): Certificate {
  return certificate(
    'client',
    `CN=system:node:${nodeName}, O=system:nodes`,
    AUTHORITY.subject,
    '2026-02-20T02:40:00.000Z',
    '2027-02-20T02:40:00.000Z',
  );
}

export const ADMIN_CERTIFICATE = certificate(
  'client',
  'CN=kubernetes-admin, O=system:masters',
  AUTHORITY.subject,
  '2026-02-20T02:40:00.000Z',
  '2027-02-20T02:40:00.000Z',
);

const FAKE_CA =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCnByYWN0aWNlLW5vZGUtYXV0aG9yaXR5Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K';
const FAKE_CLIENT =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCnByYWN0aWNlLW5vZGUtY2xpZW50Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K';
/** Reads `practice-node-key-not-a-secret`. */
const FAKE_KEY = 'cHJhY3RpY2Utbm9kZS1rZXktbm90LWEtc2VjcmV0';

/** A kubeconfig; `pem` is the file of the client's certificate, without one it stands in the kubeconfig itself. */
export function kubeconfig(server: string, user: string, client: Certificate, pem: string | null): FileState {
  const identity =
    pem === null
      ? [`    client-certificate-data: ${FAKE_CLIENT}`, `    client-key-data: ${FAKE_KEY}`]
      : [`    client-certificate: ${pem}`, `    client-key: ${pem}`];
  const lines = [
    'apiVersion: v1',
    'clusters:',
    '- cluster:',
    `    certificate-authority-data: ${FAKE_CA}`,
    `    server: ${server}`,
    '  name: kubernetes',
    'contexts:',
    '- context:',
    '    cluster: kubernetes',
    `    user: ${user}`,
    `  name: ${user}@kubernetes`,
    `current-context: ${user}@kubernetes`,
    'kind: Config',
    'preferences: {}',
    'users:',
    `- name: ${user}`,
    '  user:',
    ...identity,
  ];
  return {
    ...textFile(`${lines.join('\n')}\n`, SETUP),
    certificates: pem === null ? [AUTHORITY, client] : [AUTHORITY],
  };
}

/** The file with the client's certificate and its key. */
export function clientPem(client: Certificate): FileState {
  const text =
    '-----BEGIN CERTIFICATE-----\nUFJBQ1RJQ0UtTk9ERQ==\n-----END CERTIFICATE-----\n-----BEGIN EC PRIVATE KEY-----\nTk9ULUEtU0VDUkVU\n-----END EC PRIVATE KEY-----\n';
  return { ...textFile(text, '2026-02-20T02:40:00.000Z'), certificates: [{ ...client, role: 'pem' }] };
}

/** The authority's certificate as a file of its own. */
export function authorityPem(): FileState {
  return {
    ...textFile('-----BEGIN CERTIFICATE-----\nUFJBQ1RJQ0UtTk9ERQ==\n-----END CERTIFICATE-----\n', SETUP),
    certificates: [{ ...AUTHORITY, role: 'pem' }],
  };
}
