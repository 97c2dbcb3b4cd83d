import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { restartElevated } from './actions';
import { useStore } from './store';
import { useText } from './text';

/** What the shell of this node cannot do, and what to do about it. The rights alone stand in the bar already. */
export function Limits() {
  const node = useStore((state) => state.app?.node);
  const t = useText();
  if (node?.kind !== 'live' || node.limits.length === 0) return null;
  return (
    <Alert
      severity="warning"
      role="status"
      sx={{ mb: 4 }}
      action={
        node.limits.includes('not-elevated') && (
          <Button color="inherit" onClick={restartElevated} sx={{ whiteSpace: 'nowrap' }}>
            {t('node.restart-elevated')}
          </Button>
        )
      }
    >
      {node.limits.map((limit) => (
        <div key={limit}>{t(`limit.${limit}`)}</div>
      ))}
    </Alert>
  );
}
