import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';

const LINE_HEIGHT = 18;
/** Columns of a line before it is known how many there is room for. */
const COLUMNS = 100;

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
  const frame = useRef<HTMLDivElement>(null);
  const columns = useColumns(frame);
  const lines = useMemo(() => text.split(/\r?\n|\\r?\\n/).flatMap((line) => cut(line, columns)), [text, columns]);
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

/** How many characters of a fixed width fit into a line of the frame. */
function useColumns(frame: React.RefObject<HTMLDivElement | null>): number {
  const [columns, setColumns] = useState(COLUMNS);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const measure = () => {
      const { fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(box);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) return;
      pen.font = `${fontSize} ${fontFamily}`;
      const room = box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      setColumns(Math.max(20, Math.floor(room / pen.measureText('0').width)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [frame]);
  return columns;
}

function cut(line: string, columns: number): string[] {
  const parts: string[] = [];
  for (let i = 0; i < Math.max(line.length, 1); i += columns) parts.push(line.slice(i, i + columns));
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
