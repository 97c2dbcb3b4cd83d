import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureActions } from './failure-actions';
import { filtersIn } from './fltmc';

const word = (value: number) => {
  const bytes = [0, 8, 16, 24].map((shift) => ((value >>> shift) & 255).toString(16).padStart(2, '0'));
  return bytes.join('');
};
const structure = (reset: number, actions: ReadonlyArray<readonly [number, number]>) =>
  [reset, 0, 0, actions.length, 20, ...actions.flat()].map(word).join('');

describe('what happens when a service ends', () => {
  it('is read from the bytes of the registry', () => {
    expect(
      failureActions(
        structure(86400, [
          [1, 60000],
          [3, 0],
          [2, 1000],
        ]),
      ),
    ).toEqual({
      resetSeconds: 86400,
      actions: [
        { kind: 'restart', milliseconds: 60000 },
        { kind: 'run', milliseconds: 0 },
        { kind: 'reboot', milliseconds: 1000 },
      ],
    });
  });

  it('may be nothing, and never be counted anew', () => {
    expect(failureActions(structure(0xffffffff, []))).toEqual({ resetSeconds: 4294967295, actions: [] });
  });

  it.each([
    ['nothing', ''],
    ['half a byte', '123'],
    ['no head', '00'.repeat(19)],
    ['an action that is cut off', structure(0, [[1, 5]]).slice(0, -2)],
    ['an unknown action', structure(0, [[9, 5]])],
    ['a text', 'no bytes at all'],
  ])('is not made up from %s', (_case, hex) => {
    expect(failureActions(hex)).toBeNull();
  });

  it('never fails', () => {
    const hex = fc
      .uint8Array({ maxLength: 80 })
      .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    fc.assert(
      fc.property(hex, (text) => {
        expect(failureActions(text)?.actions.length ?? 0).toBeLessThanOrEqual(7);
      }),
    );
  });
});

const ROWS = [
  '------------------------------  -------------  ------------  -----',
  'bindflt                                 1       409800         0',
  'legacy                                         50000.1  <Legacy>',
  'WdFilter                                3       328010         0',
];

describe('file system filters', () => {
  it.each([
    ['English', 'Filter Name                     Num Instances    Altitude    Frame'],
    ['Japanese', 'フィルター名                    インスタンスの数    高度         フレーム'],
    ['German', 'Filtername                     Anzahl Instanzen    Höhe    Frame'],
    ['French', 'Nom de filtre                  Nbre d’instances    Altitude    Trame'],
    ['no language', ''],
  ])('are the rows of a name and three numbers: %s', (_language, head) => {
    for (const end of ['\r\n', '\n']) {
      expect(filtersIn(['', head, ...ROWS, ''].join(end))).toEqual([
        { name: 'bindflt', instances: 1, altitude: 409800 },
        { name: 'WdFilter', instances: 3, altitude: 328010 },
      ]);
    }
  });
});
