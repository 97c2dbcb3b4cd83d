import Alert from '@mui/material/Alert';
import { forgetTrouble } from './actions';
import { useStore } from './store';
import { useText, useWord } from './text';

/** The last failure: what is wrong and what was seen. */
export function Trouble() {
  const trouble = useStore((state) => state.trouble);
  const word = useWord();
  const t = useText();
  if (!trouble) return null;
  return (
    <Alert severity="error" role="alert" onClose={forgetTrouble} closeText={t('close')} sx={{ mb: 4 }}>
      {word('trouble', trouble.what)} {trouble.detail}
    </Alert>
  );
}
