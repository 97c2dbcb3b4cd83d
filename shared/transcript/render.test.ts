import { describe, expect, it } from 'vitest';
import type { Block } from './blocks';
import { cleanJson } from './clean';
import { toHtml } from './html';
import { toMarkdown } from './markdown';

const HOSTILE = [
  '<script>alert(1)</script>',
  '![x](https://evil.example/x.png)',
  '| a | b |',
  '```\nout of the fence',
  '"><img src=x onerror=alert(1)>',
  '&lt;b&gt;',
  'www.evil.example https://evil.example',
  'one\n# two\n- three',
  '1. one',
  '\u202egnp.exe\u200b\u001b[2J\u0085\u2028',
];
const blocks = HOSTILE.flatMap((text): readonly Block[] => [
  { kind: 'heading', level: 2, text },
  { kind: 'paragraph', text },
  { kind: 'list', items: [text] },
  { kind: 'code', text },
  { kind: 'table', head: [text, text], rows: [[text, text]] },
]);
const UNSEEN = /[\p{Cf}\u2028\u2029]|(?!\n)\p{Cc}/u;

describe('values of a node come out inert', () => {
  it('in HTML: no element but the document’s own, no script, no reference', () => {
    const html = toHtml(HOSTILE.join(' '), 'ja', blocks);
    const names = new Set([...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, name]) => name));
    expect([...names].filter((name) => /^(?:script|img|b|a|link|iframe)$/.test(name ?? ''))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*(?:\son\w+|\ssrc|\shref)=/i);
    expect(html).not.toMatch(UNSEEN);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('@media print');
  });

  it('in Markdown: every block keeps its kind, and nothing is a link, an image, HTML or an entity', () => {
    for (const text of HOSTILE) {
      const line = toMarkdown([{ kind: 'paragraph', text }]).trimEnd();
      expect(line).not.toContain('\n');
      expect(line).not.toMatch(/^(?:[-+=#]|\d+[.)])/);
      expect(line.replaceAll(/\\./g, '')).not.toMatch(/[<>|`*_[\]&]|:\/\/|www\./);
      const row = toMarkdown([{ kind: 'table', head: ['a'], rows: [[text]] }]).split('\n')[2] ?? '';
      expect(row.replaceAll(/\\./g, '').match(/\|/g)).toHaveLength(2);
    }
    expect(toMarkdown(blocks)).not.toMatch(UNSEEN);
  });

  it('in Markdown: no run of backticks ends a fence', () => {
    const lines = toMarkdown([{ kind: 'code', text: 'a\n`````\nb' }])
      .trimEnd()
      .split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['``````', '``````']);
  });

  it('in JSON: the same value, with nothing in it that steers the screen', () => {
    const json = cleanJson(JSON.stringify(HOSTILE));
    expect(JSON.parse(json)).toEqual(HOSTILE);
    expect(json).not.toMatch(UNSEEN);
  });
});
