import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { copy } from '../app/actions';
import { useText } from '../app/text';
import { MONO } from '../theme/theme';

/** A line or text as a machine wrote it, wrapped, with a button that copies it. */
export function Mono({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useText();
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'flex-start',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        pl: 3,
        pr: 1,
        py: 1,
        my: 1,
      }}
    >
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
      <Button aria-label={label ? t('copy.named', { what: label }) : t('copy')} onClick={() => copy(text)}>
        {t('copy')}
      </Button>
    </Box>
  );
}
