import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, FrameReader } from './frames';

const NONCE = '0123456789abcdef';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function answer(id: string, json: string, nonce = NONCE): string {
  return `<winnow:${nonce}:${id}:b:${base64(json)}>`;
}

function read(chunks: readonly string[], most?: number): readonly Frame[] {
  const reader = new FrameReader(NONCE, most);
  return chunks.flatMap((chunk) => reader.push(chunk));
}

/** The text cut at these places. */
function cut(text: string, places: readonly number[]): readonly string[] {
  const sorted = [0, ...[...places].map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
}

const id = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
const places = fc.array(fc.nat(), { maxLength: 40 });
// What is no frame of ours: anything, pieces of frames and foreign frames among it.
const noise = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('<', '>', '<winnow:', `<winnow:${NONCE}`, answer('x', '1', 'ffff'))))
  .map((parts) => parts.join(''));

describe('the frames of a shell', () => {
  it('come out whole wherever the stream is cut, wrapped or interrupted by noise', () => {
    const frame = fc.record({ id, json: fc.json(), before: noise });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 5 }), places, fc.nat({ max: 20 }), (frames, cuts, width) => {
        const wrap = (text: string) => (width < 5 ? text : text.replace(new RegExp(`(.{${width}})`, 'g'), '$1\r\n'));
        const text = frames.map(({ id: own, json, before }) => `${before}${wrap(answer(own, json))}`).join('');
        const answers = read(cut(text, cuts)).filter(({ kind }) => kind === 'answer');
        expect(answers).toEqual(frames.map(({ id: own, json }) => ({ kind: 'answer', id: own, json })));
      }),
    );
  });

  it('never come from noise, whatever it is', () => {
    fc.assert(
      fc.property(noise, places, (text, cuts) => {
        expect(read(cut(text, cuts)).filter(({ kind }) => kind !== 'broken')).toEqual([]);
      }),
    );
  });

  it('give the same whether they come at once or in single characters', () => {
    fc.assert(
      fc.property(noise, id, fc.json(), (before, own, json) => {
        const text = `${before}${answer(own, json)}<winnow:${NONCE}:half:b:ab${before}`;
        expect(read(text.split(''))).toEqual(read([text]));
      }),
    );
  });

  it('may hold plain JSON, where base64 is refused', () => {
    const json = String.raw`{"ok":"\u003ca\u003e"}`;
    expect(read([`<winnow:${NONCE}:7:j:${json}>`])).toEqual([{ kind: 'answer', id: '7', json }]);
  });

  it('say when a call has ended', () => {
    expect(read([`\n<winnow:${NONCE}:c1:e:>\n`])).toEqual([{ kind: 'end', id: 'c1' }]);
  });

  it.each([
    ['of another shell', answer('1', '{}', 'fedcba9876543210')],
    ['without a nonce', answer('1', '{}', '')],
    ['of an unknown kind', `<winnow:${NONCE}:1:x:AAAA>`],
    ['without an end', `<winnow:${NONCE}:1:b:AAAA`],
  ])('are not taken %s', (_name, text) => {
    expect(read([text])).toEqual([]);
  });

  it('are broken, by their id, when the next one cuts them short', () => {
    expect(read([`<winnow:${NONCE}:1:b:eyJv${answer('2', '{}')}`])).toEqual([
      { kind: 'broken', id: '1', detail: 'the answer was cut short' },
      { kind: 'answer', id: '2', json: '{}' },
    ]);
  });

  it.each([
    ['is no base64', 'AAA*'],
    ['has lost a character', 'AAA'],
    ['is no UTF-8', Buffer.from([0xff, 0xfe]).toString('base64')],
  ])('are broken when their body %s', (_name, body) => {
    expect(read([`<winnow:${NONCE}:1:b:${body}>`])).toMatchObject([{ kind: 'broken', id: '1' }]);
  });

  it('are broken above the cap, and the next one is read all the same', () => {
    const giant = `<winnow:${NONCE}:1:b:${'A'.repeat(10_000)}>`;
    expect(read([...giant.match(/.{1,999}/g)!, answer('2', '{}')], 1_000)).toEqual([
      { kind: 'broken', id: '1', detail: 'more than 1000 characters' },
      { kind: 'answer', id: '2', json: '{}' },
    ]);
  });

  it('of 5 MB pass', () => {
    const json = JSON.stringify({ ok: '語'.repeat(1_700_000) });
    expect(read([answer('1', json)])).toEqual([{ kind: 'answer', id: '1', json }]);
  });
});
