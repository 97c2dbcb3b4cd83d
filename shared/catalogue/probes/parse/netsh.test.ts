import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dynamicRange, excludedRanges, freeBlocks } from './netsh';

const DYNAMIC = {
  English: ['Protocol tcp Dynamic Port Range', 'Start Port      : 49152', 'Number of Ports : 16384'],
  Japanese: ['プロトコル tcp の動的ポートの範囲', '開始ポート     : 49152', 'ポート数       : 16384'],
  'Japanese with wide colons': ['プロトコル tcp の動的ポートの範囲', '開始ポート：49152', 'ポート数：16384'],
  German: ['Dynamischer Portbereich des Protokolls tcp', 'Startport      : 49152', 'Anzahl Ports   : 16384'],
  French: ['Plage de ports dynamique du protocole tcp', 'Port de départ   : 49152', 'Nombre de ports\u00a0: 16384'],
  Chinese: ['协议 tcp 动态端口范围', '启动端口        : 49152', '端口数          : 16384'],
  'Japanese read in the wrong code page': ['ƒvƒƒgƒRƒ‹ tcp', 'ŠJŽnƒ|[ƒg     : 49152', 'ƒ|[ƒg”       : 16384'],
};

const HEADS = {
  English: ['Protocol tcp Port Exclusion Ranges', 'Start Port    End Port'],
  Japanese: ['プロトコル tcp ポートの除外範囲', '開始ポート    終了ポート'],
  German: ['Ausschlussbereiche für Protokoll tcp', 'Startport     Endport'],
  French: ['Plages d’exclusion de port du protocole tcp', 'Port de début    Port de fin'],
  Chinese: ['协议 tcp 端口排除范围', '开始端口    结束端口'],
  'no head at all': [],
};

const ROWS = ['----------    --------', '      1538        1637', '     50000       50059     *', ''];
const FOOT = '* - Ausschlüsse verwalteter Ports 1 2.';

describe('the dynamic range', () => {
  it.each(Object.entries(DYNAMIC))('is read from its numbers: %s', (_language, lines) => {
    for (const end of ['\r\n', '\n']) {
      expect(dynamicRange(['', ...lines, '', ''].join(end))).toEqual({ start: 49152, count: 16384 });
    }
  });

  it.each(['', 'access denied', 'Start Port : 49152', ': 99999999'])('is not guessed from %j', (text) => {
    expect(dynamicRange(text)).toBeNull();
  });
});

describe('excluded ranges', () => {
  it.each(Object.entries(HEADS))('are the rows of two numbers: %s', (_language, head) => {
    for (const end of ['\r\n', '\n']) {
      expect(excludedRanges([...head, ...ROWS, FOOT].join(end))).toEqual([
        { start: 1538, end: 1637, administered: false },
        { start: 50000, end: 50059, administered: true },
      ]);
    }
  });

  it('are none where none are reserved', () => {
    expect(excludedRanges([...HEADS.Japanese, '----------    --------', '', FOOT].join('\r\n'))).toEqual([]);
  });

  it('are read from any number of rows', () => {
    const rows = Array.from({ length: 60 }, (_row, index) => `${50000 + index * 64}  ${50063 + index * 64}      `);
    expect(excludedRanges(rows.join('\r\n'))).toHaveLength(60);
  });
});

describe('free blocks', () => {
  const range = { start: 49152, count: 640 };

  it.each([
    ['nothing is taken', [], [], 10],
    ['a port in use splits a block', [], [49152 + 63], 9],
    ['a reserved range takes its blocks', [{ start: 49152, end: 49279, administered: false }], [], 8],
    ['everything is reserved', [{ start: 1, end: 65535, administered: false }], [], 0],
  ] as const)('%s', (_case, reserved, taken, blocks) => {
    expect(freeBlocks(range, reserved, taken)).toBe(blocks);
  });

  it('end with the last port', () => {
    expect(freeBlocks({ start: 65472, count: 16384 }, [], [])).toBe(1);
  });

  it('never grow when a port is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 49152, max: 49791 })), (taken) => {
        expect(freeBlocks(range, [], taken)).toBeLessThanOrEqual(10);
      }),
    );
  });
});
