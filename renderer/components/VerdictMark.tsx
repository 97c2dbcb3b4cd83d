import { useTheme } from '@mui/material/styles';

export type VerdictKind = 'confirmed' | 'likely' | 'ruled-out' | 'unknown' | 'could-not-check';

/** The shape of a verdict. A word always stands beside it, so it is hidden from screen readers. */
export function VerdictMark({ kind }: { readonly kind: VerdictKind }) {
  const { palette } = useTheme();
  const colour = palette.verdict[kind];
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {shapes[kind](colour)}
    </svg>
  );
}

const shapes: Readonly<Record<VerdictKind, (colour: string) => React.ReactNode>> = {
  confirmed: (colour) => <path d="M7 1 13 7 7 13 1 7Z" fill={colour} stroke="currentColor" strokeWidth="0.5" />,
  likely: (colour) => (
    <>
      <path d="M7 1 13 7 7 13 1 7Z" fill="none" stroke={colour} strokeWidth="1.5" />
      <path d="M7 1 7 13 1 7Z" fill={colour} />
    </>
  ),
  'ruled-out': (colour) => <circle cx="7" cy="7" r="5.5" fill="none" stroke={colour} strokeWidth="1.5" />,
  unknown: (colour) => (
    <circle cx="7" cy="7" r="5.5" fill="none" stroke={colour} strokeWidth="1.5" strokeDasharray="2.5 2" />
  ),
  'could-not-check': (colour) => (
    <>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke={colour} strokeWidth="1.5" />
      <path d="M3 11 11 3" stroke={colour} strokeWidth="1.5" />
    </>
  ),
};
