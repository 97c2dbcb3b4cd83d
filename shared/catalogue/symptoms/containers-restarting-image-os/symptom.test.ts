import { describe, expect, it } from 'vitest';
import { releaseIn, runs, tagFor } from '../../windows-releases';
import { containersRestartingImageOs as symptom } from './symptom';

type Row = readonly [step: keyof typeof symptom.steps, evidence: Readonly<Record<string, unknown>>, answer: string];

const MISMATCH = 'hcs::CreateComputeSystem a: The container operating system does not match the host. (0xc0370101)';
const MANIFEST = 'no matching manifest for windows/amd64 10.0.20348 in the manifest list entries';
const LAYERS = 'failed to extract layer: hcsshim::ImportLayer failed in Win32: wrong diff id calculated on extraction';
const IMAGE = 'example.test/app:1';

interface Change {
  readonly waiting?: string | null;
  readonly message?: string | null;
  readonly restarts?: number;
  readonly lastExit?: number | null;
  readonly lastReason?: string | null;
  readonly lastMessage?: string | null;
  readonly ready?: boolean;
  readonly image?: string;
}
const pods = (change: Change, hostProcess = false) => ({
  'pods-here': {
    pods: [
      {
        name: 'shop/web',
        hostProcess,
        containers: [
          { ...{ ready: false, restarts: 0, waiting: null, message: null, lastExit: null, image: IMAGE }, ...change },
        ],
      },
    ],
  },
});
const failing = (message: string, image = IMAGE) => pods({ waiting: 'RunContainerError', restarts: 7, message, image });
const looping = (lastExit: number, restarts = 5) => pods({ waiting: 'CrashLoopBackOff', restarts, lastExit });
/** As it stands between two attempts. */
const backedOff = (lastMessage: string) =>
  pods({
    waiting: 'CrashLoopBackOff',
    message: 'back-off 5m0s restarting failed container',
    restarts: 6,
    lastExit: 128,
    lastReason: 'StartError',
    lastMessage,
  });
const warned = (pod: string, message: string) => ({ 'kube-events': { warnings: [{ pod, message }] } });
const log = (...texts: readonly string[]) => ({
  'log-scan': {
    hits: texts.map((text, line) => ({ rule: 'image-mismatch', path: 'C:\\k\\kubelet.err.log', line, text })),
  },
});
const host = (build: number) => ({ 'os-build': { build } });
const made = (build: number | null) => ({ 'image-platforms': { images: [{ tag: IMAGE, image: { build } }] } });
const pause = (tag: string) => ({ runtime: { config: { sandboxImage: { value: `example.test/pause:${tag}` } } } });
const disk = (freePercent: number) => ({ disk: { disks: [{ drive: 'C:', freePercent }] } });
const shutdowns = (...list: readonly object[]) => ({ 'service-crashes': { shutdowns: list } });

const ROWS: readonly Row[] = [
  ['containers', failing(MISMATCH), 'many'],
  ['containers', looping(1), 'many'],
  ['containers', looping(1, 3), 'many'],
  ['containers', looping(1, 2), 'few'],
  ['containers', pods({ ready: true, restarts: 9, lastExit: 1 }), 'none'],
  ['containers', pods({ waiting: 'CrashLoopBackOff', restarts: 9, lastExit: 1 }, true), 'none'],
  ['containers', pods({ waiting: 'ContainerCreating' }), 'none'],
  ['containers', { ...pods({ waiting: 'ImagePullBackOff' }), ...warned('shop/web', MANIFEST) }, 'many'],
  ['containers', { ...pods({ ready: true }), ...warned('shop/web', MISMATCH) }, 'none'],
  ['error', failing(MISMATCH), 'mismatch'],
  ['error', { ...pods({ waiting: 'ContainerCreating' }), ...warned('shop/web', MISMATCH) }, 'mismatch'],
  ['error', { ...looping(0), ...warned('shop/gone', MISMATCH) }, 'undecided'],
  ['error', { ...looping(0), ...log(MISMATCH) }, 'mismatch'],
  // Of a log its latest line counts.
  ['error', { ...looping(0), ...log(MISMATCH, MANIFEST) }, 'manifest'],
  ['error', { ...pods({ ready: true }), ...log(MISMATCH) }, 'undecided'],
  ['error', log(MISMATCH), 'undecided'],
  ['error', failing(MANIFEST), 'manifest'],
  ['error', failing(LAYERS), 'layers'],
  ['error', failing('failed to get sandbox image: no match for platform in manifest'), 'undecided'],
  ['error', looping(-1073741502), 'start-failed'],
  ['error', looping(3221225781), 'start-failed'],
  ['error', looping(-1070137082), 'start-failed'],
  ['error', looping(1), 'application'],
  ['error', backedOff(MISMATCH), 'mismatch'],
  ['error', backedOff('some other reason'), 'undecided'],
  ['error', looping(0), 'undecided'],
  ['builds', { ...failing(MISMATCH), ...host(17763), ...made(20348) }, 'differs'],
  ['builds', { ...failing(MISMATCH), ...host(20348), ...made(17763) }, 'differs'],
  ['builds', { ...failing(MISMATCH), ...host(20348), ...made(26100) }, 'differs'],
  ['builds', { ...failing(MISMATCH), ...host(26100), ...made(17763) }, 'differs'],
  ['builds', { ...failing(MISMATCH), ...host(26100), ...made(20348) }, 'contradiction'],
  ['builds', { ...failing(MISMATCH), ...host(20348), ...made(null) }, 'said'],
  ['builds', { ...failing(MISMATCH), ...host(20348), ...made(20348), ...pause('3.9-windows-1809-amd64') }, 'pause'],
  ['builds', { ...failing(MISMATCH), ...host(17763), ...made(null), ...pause('3.9-windows-1809-amd64') }, 'said'],
  [
    'builds',
    { ...failing(MISMATCH), ...host(17763), ...made(20348), ...pause('3.9-windows-ltsc2022-amd64') },
    'differs',
  ],
  ['builds', { ...failing(MISMATCH, 'example.test/app:ltsc2022'), ...host(17763) }, 'differs'],
  ['builds', { ...failing(MISMATCH), ...host(28000), ...made(26100) }, 'said'],
  ['builds', { ...looping(1), ...host(20348), ...made(20348) }, 'undecided'],
  ['manifest', failing(MANIFEST), 'missing'],
  ['manifest', looping(1), 'undecided'],
  ['start', looping(-1073741502), 'same'],
  ['start', looping(1), 'undecided'],
  ['layers', { ...failing(LAYERS), ...disk(40), ...shutdowns() }, 'corrupt'],
  ['layers', { ...failing(LAYERS), ...disk(40), ...shutdowns({ id: 6008 }) }, 'power-loss'],
  ['layers', { ...failing(LAYERS), ...disk(9.9), ...shutdowns({ id: 6008 }) }, 'disk-full'],
  ['layers', { ...failing(LAYERS), ...disk(10), ...shutdowns() }, 'corrupt'],
  ['layers', { ...looping(1), ...disk(2), ...shutdowns({ id: 41 }) }, 'undecided'],
];

describe('containers-restarting-image-os', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = symptom.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});

describe('releases of Windows', () => {
  it.each([
    [17763, 17763, true],
    [17763, 20348, false],
    [20348, 17763, false],
    [20348, 26100, false],
    [25398, 20348, true],
    [26100, 26100, true],
    [26100, 20348, true],
    [26100, 17763, false],
    [26100, 25398, false],
    [19042, 19042, true],
    [28000, 26100, null],
    [28000, 17763, false],
  ])('a host of %i and an image of %i: %s', (hostBuild, image, fits) => {
    expect(runs(hostBuild, image)).toBe(fits);
  });

  it.each([
    ['mcr.microsoft.com/windows/nanoserver:1809', 17763],
    ['mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022', 20348],
    ['mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-ltsc2025', 26100],
    ['registry.example.test:5000/app:1.18', null],
    ['registry.example.test:1809/app', null],
  ])('%s is made for %s', (image, build) => {
    expect(releaseIn(image)?.build ?? null).toBe(build);
  });

  it('names the tag that fits', () => {
    expect([17763, 20348, 25398, 26100, 19042].map(tagFor)).toEqual([
      'ltsc2019',
      'ltsc2022',
      'ltsc2022',
      'ltsc2025',
      null,
    ]);
  });
});
