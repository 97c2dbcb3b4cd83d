import Box from '@mui/material/Box';
import { useText } from '../app/text';
import { VerdictMark } from './VerdictMark';
import type { VerdictKind } from './verdict-kind';

/** Shape, colour and word of a verdict; with `count`, of how many things it was said. */
export function Verdict({ kind, count }: { readonly kind: VerdictKind; readonly count?: number }) {
  const t = useText();
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'baseline',
        gap: 1.5,
        color: `verdict.${kind}`,
        fontWeight: 600,
        '& svg': { position: 'relative', top: 2 },
      }}
    >
      <VerdictMark kind={kind} />
      <span>
        {count === undefined ? t(`verdict.${kind}`) : t('findings.count', { verdict: t(`verdict.${kind}`), count })}
      </span>
    </Box>
  );
}
