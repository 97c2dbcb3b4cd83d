import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';

const LINE_HEIGHT = 18;
const WIDTH = 160;

/** A long raw answer, line by line, only what is seen being drawn; cited values are marked. */
export function RawLines({
  text,
  marks,
  label,
}: {
  readonly text: string;
  readonly marks: readonly string[];
  readonly label: string;
}) {
  const lines = useMemo(() => text.split(/\r?\n|\\r?\\n/).flatMap(cut), [text]);
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 10,
  });
  return (
    <Box
      ref={frame}
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{ maxHeight: 420, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => (
          <div key={row.key} style={{ position: 'absolute', top: row.start, height: LINE_HEIGHT, whiteSpace: 'pre' }}>
            <Marked line={lines[row.index] ?? ''} marks={marks} />
          </div>
        ))}
      </div>
    </Box>
  );
}

function cut(line: string): string[] {
  const parts: string[] = [];
  for (let i = 0; i < Math.max(line.length, 1); i += WIDTH) parts.push(line.slice(i, i + WIDTH));
  return parts;
}

function Marked({ line, marks }: { readonly line: string; readonly marks: readonly string[] }) {
  const mark = marks.find((candidate) => candidate.length > 2 && line.includes(candidate));
  if (mark === undefined) return <>{line}</>;
  const at = line.indexOf(mark);
  return (
    <>
      {line.slice(0, at)}
      <mark>{mark}</mark>
      {line.slice(at + mark.length)}
    </>
  );
}
