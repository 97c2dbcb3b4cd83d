import Alert from '@mui/material/Alert';
import { forgetTrouble } from './actions';
import { useStore } from './store';
import { useText } from './text';

/** The last failure: what is wrong, what to do, and what was seen. */
export function Trouble() {
  const trouble = useStore((state) => state.trouble);
  // The list of nodes tells its own.
  const elsewhere = useStore((state) => state.dialog === 'nodes');
  const t = useText();
  if (!trouble || elsewhere) return null;
  return (
    <Alert
      severity={trouble.what === 'not-restarted' ? 'info' : 'error'}
      role="alert"
      onClose={forgetTrouble}
      closeText={t('close')}
      sx={{ mb: 4 }}
    >
      {t(`trouble.${trouble.what}`)} {trouble.detail}
    </Alert>
  );
}
