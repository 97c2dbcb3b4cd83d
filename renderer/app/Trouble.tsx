import Alert from '@mui/material/Alert';
import { forgetTrouble } from './actions';
import { useStore } from './store';
import { useText } from './text';

/** The last failure: what is wrong, what to do, and what was seen. */
export function Trouble() {
  const trouble = useStore((state) => state.trouble);
  const t = useText();
  if (!trouble) return null;
  return (
    <Alert severity="error" role="alert" onClose={forgetTrouble} closeText={t('close')} sx={{ mb: 4 }}>
      {t(`trouble.${trouble.what}`)} {trouble.detail}
    </Alert>
  );
}
