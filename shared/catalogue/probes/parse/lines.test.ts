import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesIn } from './codes';
import { flagsOf } from './flags';
import { klogHead, lineTime, logClock } from './klog';

describe('klog', () => {
  it('tells severity, time and place', () => {
    expect(klogHead('E0503 22:48:40.008179    5324 cni.go:364] Error adding network')).toEqual({
      severity: 'E',
      time: '05-03 22:48:40.008179',
      source: 'cni.go:364',
    });
  });

  it.each(['', 'E0503', 'X0503 22:48:40.008179    5324 cni.go:364] x', 'level=info'])('is not seen in %j', (line) => {
    expect(klogHead(line)).toBeNull();
  });

  it('is seen behind what the runtime puts before the lines of a container', () => {
    const line = '2026-03-02T03:20:55.1234567Z stderr F E0302 03:20:55.101000    5324 proxier.go:1] x';
    expect(lineTime(line)).toBe('03-02 03:20:55.101000');
  });

  it('is told from the time that containerd writes', () => {
    expect(lineTime('time="2026-03-02T03:20:55.1Z" level=error msg="x"')).toBe('2026-03-02T03:20:55.1Z');
    expect(lineTime('panic: runtime error')).toBeNull();
  });
});

describe('codes in events', () => {
  it.each([
    ['hex in any case', ['0xC0370101', 'x (0x803b0013) y'], ['0xc0370101', '0x803b0013']],
    ['a number without a sign', ['2151350291'], ['0x803b0013']],
    ['a number with one', ['-2143878911'], ['0x80370101']],
    ['the same code twice', ['0x803B0013', '2151350291'], ['0x803b0013']],
    ['other numbers and codes', ['60000', '4294967295', '0x80070005', '133523424668123456'], []],
  ])('%s', (_case, properties, codes) => {
    expect(codesIn(properties)).toEqual(codes);
  });

  it('are always of the three services', () => {
    const number = fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), number)), (texts) => {
        for (const code of codesIn(texts)) expect(code).toMatch(/^0x(?:803b|8037|c037)[0-9a-f]{4}$/);
      }),
    );
  });
});

describe('flags of a command line', () => {
  it('are read with blanks, equals signs and quotes', () => {
    const line =
      '"C:\\k\\kube-proxy.exe" --v=4 --proxy-mode kernelspace --enable-dsr --config="C:\\my dir\\c.yaml" --x=a=b';
    expect(flagsOf(line)).toEqual({
      v: '4',
      'proxy-mode': 'kernelspace',
      'enable-dsr': 'true',
      config: 'C:\\my dir\\c.yaml',
      x: 'a=b',
    });
  });

  it('are none where there are none', () => {
    expect(flagsOf('C:\\k\\flanneld.exe')).toEqual({});
  });
});

describe('the clock of a log', () => {
  it.each([
    [
      'in UTC',
      '2026-03-02T03:21:01.000Z',
      '03-02 03:21:00.408179',
      '03-02 00:12:41.000000',
      '2026-03-02T00:12:41.000Z',
    ],
    [
      'in Japan',
      '2026-03-02T03:21:01.000Z',
      '03-02 12:21:00.408179',
      '03-02 09:12:41.000000',
      '2026-03-02T00:12:41.000Z',
    ],
    [
      'in the year before',
      '2026-01-01T00:30:01.000Z',
      '01-01 00:30:00.000000',
      '12-31 23:59:00.000000',
      '2025-12-31T23:59:00.000Z',
    ],
    [
      'in a year that has begun only here',
      '2025-12-31T20:00:01.000Z',
      '01-01 05:00:00.000000',
      '01-01 04:00:00.000000',
      '2025-12-31T19:00:00.000Z',
    ],
    [
      'that tells its zone',
      '2026-03-02T03:21:01.000Z',
      null,
      '2026-03-02T12:20:55.1+09:00',
      '2026-03-02T03:20:55.100Z',
    ],
  ])('tells a moment %s', (_where, modified, last, time, moment) => {
    expect(logClock(modified, last)(time)).toBe(moment);
  });

  it('tells nothing where the last line is older than its file', () => {
    expect(logClock('2026-03-04T03:21:01.000Z', '03-02 03:21:00.408179')('03-02 00:12:41.000000')).toBeNull();
  });

  it('tells nothing without a time', () => {
    expect(logClock('2026-03-02T03:21:01.000Z', null)('03-02 00:12:41.000000')).toBeNull();
    expect(logClock('2026-03-02T03:21:01.000Z', '03-02 03:21:00.408179')(null)).toBeNull();
  });
});
