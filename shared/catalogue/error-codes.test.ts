import { describe, expect, it } from 'vitest';
import { decode, ERROR_CODES, errorCodeTexts } from './error-codes';

const codes = Object.keys(ERROR_CODES);

describe('a code', () => {
  it.each(codes)('%s is known in every form in which tools print it, and means something in both languages', (code) => {
    const number = parseInt(code, 16);
    const forms = [code, code.toUpperCase().replace('0X', '0x'), `(${code})`, `hr = ${code}:`];
    // Small numbers stand everywhere in texts: only as hexadecimal ones do they say that they are codes.
    if (number > 0x7fffffff) forms.push(String(number), `error ${number - 0x1_0000_0000}.`);
    for (const form of forms) expect(decode(form), form).toEqual([code]);
    for (const texts of Object.values(errorCodeTexts)) expect(texts[code]).toMatch(/[.。]$/);
  });

  it.each(['0x803b00010', 'x0x5', '10.0.2151088385.1', 'id-2143878911', '0xdeadbeef', '2026010203'])(
    'is not seen in %s',
    (text) => expect(decode(text)).toEqual([]),
  );
});

it('the same code of both severities is one, and each stands once, in the order of the text', () => {
  expect(decode('0x5, 0xc0370106 and 0x80370106, 0x5')).toEqual(['0x5', '0x80370106']);
});

it('both languages explain the same codes', () => {
  for (const texts of Object.values(errorCodeTexts)) expect(Object.keys(texts).sort()).toEqual([...codes].sort());
});
