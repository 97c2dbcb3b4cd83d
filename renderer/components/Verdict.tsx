import Box from '@mui/material/Box';
import { useText } from '../app/text';
import { VerdictMark } from './VerdictMark';
import type { VerdictKind } from './verdict-kind';

/** Shape, colour and word of a verdict. */
export function Verdict({ kind }: { readonly kind: VerdictKind }) {
  const t = useText();
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, color: `verdict.${kind}`, fontWeight: 600 }}
    >
      <VerdictMark kind={kind} />
      {t(`verdict.${kind}`)}
    </Box>
  );
}
