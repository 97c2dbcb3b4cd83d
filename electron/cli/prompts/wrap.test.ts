import { describe, expect, it } from 'vitest';
import { columnsOf, wrap } from './wrap';

describe('prose on a terminal', () => {
  it('breaks at words, and Japanese before nothing that closes a sentence', () => {
    expect(wrap('one two three', 8)).toBe('one two\nthree');
    expect(wrap('あいうえ。お', 8)).toBe('あいう\nえ。お');
    expect(wrap('サービス containerd は停止', 14)).toBe('サービス\ncontainerd は\n停止');
  });

  it('is nowhere wider than the terminal, and loses nothing but the blanks at its ends', () => {
    const text = 'kubelet は停止しています (exit 1067)。 Start it: 「開始する」を選んでください。'.repeat(5);
    for (const columns of [20, 39, 79]) {
      const lines = wrap(text, columns).split('\n');
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('leaves indented lines alone, since somebody may copy them', () => {
    expect(wrap(`  ${'x '.repeat(50)}`, 20)).toBe(`  ${'x '.repeat(50)}`);
  });
});
