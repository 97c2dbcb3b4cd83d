import type { Language } from '../i18n/language';
import type { Block } from './blocks';
import { clean } from './clean';

const STYLE = `
body { font: 14px/1.6 "Segoe UI", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #767676; } h3 { font-size: 1rem; margin-top: 1.25rem; }
p, li, td, th { overflow-wrap: anywhere; }
pre { font: 13px/1.45 "Cascadia Mono", Consolas, "BIZ UDGothic", monospace; border: 1px solid #c8c8c8; border-radius: 4px; padding: .5rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; } th, td { border: 1px solid #c8c8c8; padding: .25rem .5rem; text-align: left; vertical-align: top; }
@page { margin: 18mm 15mm; }
@media print {
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; } pre { font-size: 8.5pt; }
  h1, h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; } p, li { orphans: 3; widows: 3; } thead { display: table-header-group; }
}
`;

/** One HTML file without script or any reference outside itself, that prints well. */
export function toHtml(title: string, language: Language, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.map(htmlOf).join('\n')}
</main>
</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'code':
      return `<pre>${escaped(block.text)}</pre>`;
    case 'table':
      return `<table>\n<thead>${row('th scope="col"', 'th', block.head)}</thead>\n<tbody>\n${block.rows
        .map((cells) => row('td', 'td', cells))
        .join('\n')}\n</tbody>\n</table>`;
  }
}

function row(open: string, close: string, cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<${open}>${escaped(cell)}</${close}>`).join('')}</tr>`;
}

function escaped(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
