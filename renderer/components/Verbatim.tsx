import Box from '@mui/material/Box';
import type { SxProps } from '@mui/material/styles';
import { MONO } from '../theme/theme';

const LOOKS = { display: 'block', fontFamily: MONO, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

/** A text as the node or the page has it, whole: it wraps, and is not meant to be copied. `quiet`: beside what it explains. */
export function Verbatim({ text, quiet = false }: { readonly text: string; readonly quiet?: boolean }) {
  const size: SxProps = quiet ? { fontSize: 12, color: 'text.secondary' } : { fontSize: 13 };
  return (
    <Box component="code" sx={{ ...LOOKS, ...size }}>
      {text}
    </Box>
  );
}
