import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { winnow } from './winnow';

const first = (text: string) => recognise(winnow, text).symptoms[0]?.symptom;

describe('a pasted text', () => {
  it('is recognised with a time before it, colours in it, and broken anywhere by a terminal', () => {
    const line = 'Failed to create pod sandbox: rpc error: code = Unknown';
    const timed = `E0302 03:21:07.123456    2980 pod_workers.go:1298] \u001b[31m${line}\u001b[0m`;
    expect(first(timed)).toBe('container-creating');
    for (let at = 1; at < line.length; at++) {
      expect(first(`${line.slice(0, at)}\r\n${line.slice(at)}`), `broken at ${at}`).toBe('container-creating');
    }
  });

  it('may be Japanese around the message', () => {
    expect(first('Pod が起動しません。\nイベント: Failed to create pod sandbox (0xC0370101)')).toBe(
      'containers-restarting-image-os',
    );
  });

  it('gives its codes once, in small or capital letters, as hexadecimal or decimal number', () => {
    expect(recognise(winnow, '0xC0370101 0x80370101 0xc0370101 2151088385').codes).toEqual(['0x80370101']);
  });

  it.each([
    ['other software', 'npm ERR! code E404\nnpm ERR! 404 Not Found'],
    ['a Linux node', 'systemd[1]: kubelet.service: Main process exited, code=exited, status=1/FAILURE'],
    ['nothing', ''],
    ['a greeting', 'こんにちは。よろしくお願いします。'],
  ])('of %s is not recognised', (_what, text) => {
    expect(recognise(winnow, text)).toEqual({ symptoms: [], codes: [] });
  });

  it.each(['\u0000', ' ', '\n', ' \n', '\u001b[', '0x', '1', 'Failed to ', '('])(
    'of 5 MB of %j takes no time',
    (unit) => {
      const started = performance.now();
      recognise(winnow, unit.repeat(5_000_000 / unit.length));
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});
