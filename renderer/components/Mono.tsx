import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { copy } from '../app/actions';
import { useText } from '../app/text';
import { MONO } from '../theme/theme';

/** A line or text as a machine wrote it, wrapped, with a button that copies it. */
export function Mono({ text, label }: { readonly text: string; readonly label?: string }) {
  return (
    <Box sx={FRAME}>
      <Line text={text} {...(label === undefined ? {} : { label })} />
    </Box>
  );
}

/** Lines in their order, each with a button that copies it. The same line is not shown twice. */
export function MonoLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Box
      component="ol"
      sx={{ ...FRAME, p: 0, listStyle: 'none', '& > li + li': { borderTop: 1, borderColor: 'divider' } }}
    >
      {[...new Set(lines)].map((line) => (
        <li key={line}>
          <Line text={line} />
        </li>
      ))}
    </Box>
  );
}

const FRAME = { my: 1, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' } as const;

function Line({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useText();
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', pl: 3, pr: 1, py: 0.5 }}>
      <Box
        component="code"
        sx={{
          flex: 1,
          minWidth: 0,
          py: '5px',
          fontFamily: MONO,
          fontSize: 13,
          lineHeight: '18px',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Box>
      <Button aria-label={t('copy.named', { what: label ?? text })} onClick={() => copy(text)}>
        {t('copy')}
      </Button>
    </Box>
  );
}
