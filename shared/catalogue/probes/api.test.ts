import { describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../node/outcome';
import type { Reads } from '../define';
import { probes } from './index';
import { absent, file, type Given } from './testing/ask';
import { evidenceOf, HEALTHY } from './testing/healthy';

type Row = readonly [says: string, change: Given, evidence: object];

const denied = couldNotCheck('not-elevated', '');
const tls = (change: object) => ({ tls: { ...(HEALTHY['api-reach'].tls as object), ...change } });
const ROOT = {
  subject: 'CN=kubernetes',
  issuer: 'CN=kubernetes',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2036-01-01T00:00:00.000Z',
  names: [],
  thumbprint: 'AA',
};

const TABLES: ReadonlyArray<readonly [probe: keyof typeof probes, rows: readonly Row[]]> = [
  [
    'api-reach',
    [
      [
        'what the server shows',
        {},
        {
          host: '10.0.0.10',
          port: 6443,
          connection: 'connected',
          status: 401,
          skewSeconds: 7,
          certificate: { issuer: 'CN=kubernetes' },
        },
      ],
      [
        'that no one listens',
        tls({ connection: 'refused', handshake: null, http: null }),
        { connection: 'refused', certificate: null, nameMatches: null, skewSeconds: null },
      ],
      ['that there is no date', tls({ http: { status: 200, date: null } }), { status: 200, skewSeconds: null }],
      ['that the date is none', tls({ http: { status: 200, date: 'soon' } }), { skewSeconds: null }],
    ],
  ],
  [
    'certs',
    [
      [
        'whom it trusts',
        {
          certificates: {
            files: [
              { path: 'a', exists: true, error: null, certificates: [{ ...ROOT, role: 'pem' }] },
              {
                path: 'b',
                exists: true,
                error: null,
                certificates: [{ ...ROOT, role: 'pem', subject: 'CN=system:node:x' }],
              },
            ],
          },
        },
        { authorities: [{ path: 'a', subject: 'CN=kubernetes' }], client: [{ path: 'b' }] },
      ],
      ['what the node presents', {}, { client: [{ expired: false }], unreadable: [] }],
      [
        'what was denied',
        { certificates: { files: [{ path: 'a', exists: true, certificates: [], error: 'denied' }] } },
        { client: [], unreadable: [{ path: 'a', error: 'denied' }] },
      ],
      ['that there is nothing', { certificates: { files: [] } }, { client: [], unreadable: [] }],
    ],
  ],
  [
    'peer-reach',
    [
      [
        'node ports by address and loopback, and what stands behind them',
        {},
        {
          results: [
            { target: '10.0.0.4:30080', role: 'node-port', connection: 'connected' },
            { target: '127.0.0.1:30080', role: 'local-node-port', connection: null },
            { target: '10.244.4.9:8080', role: 'backend', service: 'shop/web' },
          ],
        },
      ],
    ],
  ],
  [
    'log-scan',
    [
      ['that all is well', {}, { read: ['C:\\k\\kubelet.err.log'], hits: [] }],
      [
        'which files could not be read',
        { 'C:\\k\\flanneld.log': denied, 'C:\\k\\kubelet.log': absent },
        { unread: expect.arrayContaining(['C:\\k\\flanneld.log']) },
      ],
      [
        'the last line of a kind, its time and its count',
        {
          'C:\\k\\kubeproxy.err.log': file(
            [
              'E0302 03:20:55.101000    5324 proxier.go:1] "ClusterIP policy creation failed" err="hcnCreateLoadBalancer failed in Win32: ポート (0x803b0013)"',
              'E0302 03:20:56.101000    5324 proxier.go:1] "ClusterIP policy creation failed" err="hcnCreateLoadBalancer failed in Win32: ポート (0x803b0013)"',
            ].join('\r\n'),
          ),
        },
        {
          hits: [{ rule: 'balancer-refused', line: 2, count: 2, time: '03-02 03:20:56.101000' }],
          ends: expect.arrayContaining([{ path: 'C:\\k\\kubeproxy.err.log', lines: 2, time: '03-02 03:20:56.101000' }]),
        },
      ],
      [
        'pods that do not start',
        {
          'C:\\k\\containerd.err.log': file(
            'time="2026-03-02T03:20:55Z" level=error msg="failed to get sandbox image \\"x\\""',
          ),
        },
        { hits: [{ rule: 'sandbox-image', line: 1 }] },
      ],
      ['that there are no logs', { 'C:\\k\\kubelet.err.log': absent }, { read: [] }],
    ],
  ],
];

describe.each(TABLES)('%s tells', (id, table) => {
  it.each(table)('%s', (_says, change, evidence) => {
    expect(evidenceOf(probes[id], change)).toMatchObject(evidence);
  });
});

describe('certs', () => {
  it('asks for the certificate that the kubeconfig names, once', () => {
    const chosen = { path: 'D:\\config', user: { certificate: 'C:/K/ca.crt' } };
    const { certificates } = probes.certs.reads({ tools: { chosen }, shell: {} }) as Reads;
    const paths = certificates?.kind === 'certificates' ? certificates.paths : [];
    expect(paths).toContain('D:\\config');
    expect(paths.filter((path) => path.toLowerCase() === 'c:\\k\\ca.crt')).toHaveLength(1);
  });
});

describe('peer-reach', () => {
  const ports = (count: number) =>
    Array.from({ length: count }, (_port, index) => ({
      service: 's',
      nodePort: 30000 + index,
      protocol: 'TCP',
      localPolicy: false,
    }));
  const reads = (nodePorts: readonly object[], node: object = { internalIp: 'fd00::4' }) =>
    probes['peer-reach'].reads({ services: { nodePorts, backends: null }, node });

  it('never asks more than 32 targets, and writes IPv6 addresses as such', () => {
    const asked = reads(ports(40));
    expect(asked).toMatchObject({ connect: { targets: { length: 32, 0: '[fd00::4]:30000', 1: '127.0.0.1:30000' } } });
  });

  it('asks nothing where no node port is there', () => {
    expect(reads([])).toMatchObject({ reason: 'not-applicable' });
    expect(reads([{ service: 's', nodePort: 30000, protocol: 'UDP', localPolicy: false }])).toMatchObject({
      reason: 'not-applicable',
    });
  });
});
