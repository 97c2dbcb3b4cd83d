import { useTheme } from '@mui/material/styles';
import type { VerdictKind } from './verdict-kind';

/**
 * The shape of a verdict. A word always stands beside it, so it is hidden from screen readers. Drawn in the colour of
 * the text, which a contrast theme replaces by its own: the shape stays.
 */
export function VerdictMark({ kind }: { readonly kind: VerdictKind }) {
  const { palette } = useTheme();
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none', color: palette.verdict[kind] }}
    >
      {shapes[kind]}
    </svg>
  );
}

const ring = { cx: 7, cy: 7, r: 5.5, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;

const shapes: Readonly<Record<VerdictKind, React.ReactNode>> = {
  confirmed: <path d="M7 1 13 7 7 13 1 7Z" fill="currentColor" />,
  likely: (
    <>
      <path d="M7 1 13 7 7 13 1 7Z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 1 7 13 1 7Z" fill="currentColor" />
    </>
  ),
  'ruled-out': <circle {...ring} />,
  unknown: <circle {...ring} strokeDasharray="2.5 2" />,
  'could-not-check': (
    <>
      <circle {...ring} />
      <path d="M3 11 11 3" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
};
