import { describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../node/outcome';
import { probes } from './index';
import { absent, fails, type Given, key, prints, rows } from './testing/ask';
import { evidenceOf, needsOf } from './testing/healthy';

type Row = readonly [says: string, change: Given, evidence: object];

const denied = couldNotCheck('not-elevated', '');
const missing = couldNotCheck('missing', '0x8004100e');
const bad = { kind: 'could-not-check', reason: 'bad-answer' };
const policies = (profiles: readonly object[], rules: readonly object[]) => ({
  firewall: { activeProfiles: 1, profiles, rules },
});

const TABLES: ReadonlyArray<readonly [probe: keyof typeof probes, rows: readonly Row[]]> = [
  [
    'firewall',
    [
      [
        'profiles, and which ports a rule covers',
        {},
        {
          active: 4,
          profiles: [{ active: false }, { active: false }, { active: true, on: true, blocksInbound: true }],
          rules: [
            { name: 'kubelet', allows: true, active: true, covers: [10250] },
            { name: 'range', allows: false, active: false, covers: [4789] },
          ],
        },
      ],
      [
        'that it is off, and a rule for everything',
        policies(
          [{ type: 1, on: false, inbound: 1 }],
          [{ name: 'ファイル', action: 1, protocol: 256, ports: '*', profiles: 1 }],
        ),
        { profiles: [{ on: false, blocksInbound: false }], rules: [{ covers: [10250, 4789, 10256, 179, 5473] }] },
      ],
      [
        'no port in words',
        policies([], [{ name: 'x', action: 1, protocol: 6, ports: 'RPC,IPHTTPS, 1-', profiles: 1 }]),
        { rules: [{ covers: [] }] },
      ],
      ['that there are no rules', policies([], []), { profiles: [], rules: [] }],
      ['nothing where it was denied', { firewall: denied }, { reason: 'not-elevated' }],
    ],
  ],
  [
    'disk',
    [
      [
        'what is free, and a volume without a file system',
        {},
        {
          disks: [
            { drive: 'C:', size: 136365211648, freePercent: 44.9, dirty: false },
            { drive: 'D:', size: null, free: null, freePercent: null, fileSystem: null },
          ],
        },
      ],
      [
        'that nothing is free',
        { disks: rows({ DeviceID: 'C:', FileSystem: 'NTFS', Size: 100, FreeSpace: 0, VolumeDirty: true }) },
        { disks: [{ freePercent: 0, dirty: true }] },
      ],
      ['that there are none', { disks: rows() }, { disks: [] }],
      ['nothing of a row without a drive', { disks: rows({ Size: 1 }) }, bad],
    ],
  ],
  [
    'memory-pagefile',
    [
      [
        'sizes in MiB',
        {},
        { total: 16383, free: 7168, commitLimit: 24575, automatic: false, pagefiles: [{ allocated: 8192, peak: 870 }] },
      ],
      ['that there is no pagefile', { pagefiles: rows() }, { pagefiles: [] }],
      [
        'that the pagefile was not read',
        { pagefiles: undefined, computer: undefined },
        { pagefiles: null, automatic: null },
      ],
      ['nothing of no row', { system: rows() }, bad],
      ['nothing of a row of words', { system: rows({ TotalVisibleMemorySize: 'viel' }) }, bad],
    ],
  ],
  [
    'defender',
    [
      [
        'exclusions',
        {},
        {
          present: true,
          realTime: true,
          mode: 'Normal',
          excludedPaths: ['C:\\k', 'C:\\ProgramData\\containerd'],
          excludedProcesses: [],
          threats: [],
        },
      ],
      ['that it is not installed', { status: missing }, { present: false }],
      ['that there is no such object', { status: rows() }, { present: false }],
      [
        'what it found',
        { threats: rows({ ThreatName: 'Virus:A', IsActive: true, Resources: 'file:_C:\\a.exe' }) },
        { threats: [{ name: 'Virus:A', active: true, resources: ['file:_C:\\a.exe'] }] },
      ],
      [
        'what was not read',
        { preference: denied, threats: denied },
        { excludedPaths: null, excludedProcesses: null, threats: null },
      ],
      ['nothing of a status without a word on protection', { status: rows({ AMRunningMode: 'x' }) }, bad],
    ],
  ],
  [
    'filters',
    [
      [
        'names and numbers in any language',
        {},
        {
          filters: [
            { name: 'bindflt', instances: 1, altitude: 409800 },
            { name: 'WdFilter', altitude: 328010 },
            { name: 'oldflt', altitude: 189900.5 },
          ],
        },
      ],
      [
        'that it needs rights',
        { filters: fails('Fehler 0x80070005\r\nZugriff verweigert') },
        { kind: 'could-not-check', reason: 'not-elevated' },
      ],
      ['that it failed otherwise', { filters: fails('0x8007000e') }, { reason: 'crashed' }],
      ['that there is no such program', { filters: { found: false } }, { reason: 'missing' }],
      ['nothing of an empty list', { filters: prints('\r\n') }, bad],
    ],
  ],
  [
    'platform',
    [
      ['VMware', {}, { vmware: true, azure: false, aws: false, gce: false, domainMember: true, model: 'VMware7,1' }],
      [
        'Azure by its asset tag',
        {
          computer: rows({ Manufacturer: 'Microsoft Corporation', Model: 'Virtual Machine', PartOfDomain: false }),
          enclosure: rows({ SMBIOSAssetTag: '7783-7084-3265-9085-8269-3286-77' }),
        },
        { azure: true, vmware: false },
      ],
      [
        'AWS by its firmware',
        {
          computer: rows({ Manufacturer: 'Xen', Model: 'HVM domU', PartOfDomain: null }),
          firmware: rows({ Manufacturer: 'Amazon EC2', SMBIOSBIOSVersion: '1.0' }),
        },
        { aws: true, domainMember: null },
      ],
      ['that it does not know whether this is Azure', { enclosure: undefined }, { azure: null, assetTag: null }],
      [
        'that nothing is known',
        { computer: rows({ Manufacturer: null, Model: null, PartOfDomain: null }), firmware: undefined },
        { vmware: null, aws: null, gce: null, firmware: null },
      ],
      ['nothing of no row', { computer: rows() }, bad],
    ],
  ],
  [
    'update-history',
    [
      [
        'updates, the newest first, and the last that went well',
        {},
        { updates: [{ kb: 'KB5050109', ok: false }, { kb: 'KB5049614' }], lastInstalled: '2026-01-16T17:05:43.000Z' },
      ],
      ['that there are none', { updates: { rows: [] } }, { updates: [], lastInstalled: null }],
      ['nothing in a constrained shell', { updates: couldNotCheck('policy', 'x') }, { reason: 'policy' }],
    ],
  ],
  [
    'service-recovery',
    [
      [
        'how services start and are started again',
        {},
        {
          containerd: {
            start: 2,
            nssm: false,
            failure: {
              resetSeconds: 86400,
              actions: [
                { kind: 'restart', milliseconds: 15000 },
                { kind: 'none', milliseconds: 0 },
              ],
            },
          },
          kubelet: { nssm: true, windowsService: false, failure: null },
          rke2: null,
        },
      ],
      [
        'a kubelet that knows that it is a service',
        { kubelet: key({ ImagePath: 'C:\\k\\kubelet.exe --windows-service --v=2', Start: 3, DelayedAutostart: 1 }) },
        { kubelet: { windowsService: true, nssm: false, start: 3, delayed: true } },
      ],
      ['that one was not read', { kubelet: denied }, { kubelet: undefined, flanneld: null }],
      ['bytes of another form apart', { kubelet: key({ FailureActions: 'ff' }) }, { kubelet: { failure: null } }],
      ['nothing of bytes that are none', { kubelet: key({ FailureActions: 5 }) }, bad],
    ],
  ],
  [
    'process-parents',
    [
      ['what a service started', {}, { processes: [{ name: 'kubelet', parent: 'services' }] }],
      [
        'that its parent is gone and its id taken again',
        { parents: rows({ Name: 'notepad.exe', ProcessId: 4, CreationDate: '2026-03-02T04:00:00.000Z' }) },
        { processes: [{ parent: null }] },
      ],
      ['that its parent is gone', { parents: rows() }, { processes: [{ parent: null }] }],
      ['nothing of a row without an id', { parents: rows({ Name: 'x', CreationDate: null }) }, bad],
    ],
  ],
  [
    'port-owners',
    [
      ['programs by port', {}, { listeners: [{ port: 31000, processId: 4, program: 'java.exe' }] }],
      ['that a program ended', { processes: rows() }, { listeners: [{ program: null }] }],
      ['nothing of a row without a name', { processes: rows({ ProcessId: 4 }) }, bad],
    ],
  ],
  [
    'hns-state-files',
    [
      [
        'what is kept over a restart',
        {},
        {
          hnsData: { length: 1 },
          nics: [{ key: '/Device/{5C1B}', texts: ['vxlan0_ep'] }],
          switches: [],
        },
      ],
      ['that there is no file', { data: absent }, { hnsData: null }],
      ['that a list was not read', { nics: denied }, { nics: null }],
      ['nothing where the folder was denied', { data: denied }, { reason: 'not-elevated' }],
    ],
  ],
];

describe.each(TABLES)('%s tells', (id, table) => {
  it.each(table)('%s', (_says, change, evidence) => {
    expect(evidenceOf(probes[id], change)).toMatchObject(evidence);
  });
});

describe('defender', () => {
  it('takes the sentence that stands for exclusions without elevation for none of them', () => {
    const needed = { shell: { elevated: false } };
    const preference = rows({ ExclusionPath: 'N/A: Must be an administrator', ExclusionProcess: 'N/A: …' });
    expect(evidenceOf(probes.defender, { preference }, needed)).toMatchObject({
      excludedPaths: null,
      excludedProcesses: null,
    });
  });
});

describe('what depends on processes and ports', () => {
  it('asks nothing where none are there', () => {
    expect(probes['process-parents'].reads({ processes: { list: [] } })).toMatchObject({ reason: 'not-applicable' });
    const ports = { listeners: [{ protocol: 'tcp', address: '0.0.0.0', port: 1, processId: null }] };
    expect(probes['port-owners'].reads({ ports })).toMatchObject({ reason: 'missing' });
  });

  it('asks each parent once', () => {
    const [one] = (needsOf(probes['process-parents']).processes as { list: readonly object[] }).list;
    const reads = probes['process-parents'].reads({ processes: { list: [one, one] } });
    expect(reads).toMatchObject({ parents: { where: { ProcessId: [4] } } });
  });
});
