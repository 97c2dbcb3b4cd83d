import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { CheckView } from '../../../shared/ipc/check-view';
import { cancelCheck, compareCheck, loadCheck, startCheck } from '../../app/actions';
import { checkStatus } from '../../app/check-status';
import { useCheck, useStore } from '../../app/store';
import { useText, useTime } from '../../app/text';
import { CheckTable } from './CheckTable';
import { Comparison } from './Comparison';

/** Everything at once: one table of what all trees say to the same answers of the node. */
export function Check() {
  const node = useStore((state) => state.app?.node.name);
  const check = useCheck();
  const t = useText();
  useEffect(() => void loadCheck(), [node]);
  return (
    <>
      <Typography variant="h1">{t('check.start')}</Typography>
      <Typography sx={{ my: 1, maxWidth: '80ch', color: 'text.secondary' }}>{t('check.lead')}</Typography>
      {check && (
        <>
          <Bar check={check} />
          <Notes check={check} />
          {check.compared && <Comparison check={check} compared={check.compared} />}
          {check.when !== null && <CheckTable check={check} />}
        </>
      )}
    </>
  );
}

/** What is going on, or what it came to, with what can be done about it. */
function Bar({ check }: { readonly check: CheckView }) {
  const t = useText();
  const time = useTime();
  const { running, earlier, when, cancelled } = check;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, my: 3, minHeight: 40 }}>
      {running ? (
        <>
          <Button variant="outlined" onClick={cancelCheck}>
            {t('check.cancel')}
          </Button>
          <LinearProgress
            variant="determinate"
            aria-label={t('status.progress')}
            value={Math.min(100, (100 * running.done) / running.total)}
            sx={{ width: 200 }}
          />
          <span>{t('check.running', running)}</span>
        </>
      ) : (
        <>
          <Button variant={when === null ? 'contained' : 'outlined'} onClick={() => void startCheck()}>
            {t(when === null ? 'check.start' : 'check.again')}
          </Button>
          <Typography sx={{ flex: '1 1 240px', fontWeight: 600 }}>{checkStatus(check, t, time)}</Typography>
          {when !== null && !cancelled && earlier.length > 0 && (
            <TextField
              select
              size="small"
              label={t('check.compare')}
              value={check.compared?.with ?? ''}
              onChange={({ target }) => compareCheck(target.value === '' ? null : target.value)}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
              sx={{ minWidth: 220 }}
            >
              <MenuItem value="">{t('check.compare.none')}</MenuItem>
              {earlier.map(({ id, at }) => (
                <MenuItem key={id} value={id}>
                  {time(at)}
                </MenuItem>
              ))}
            </TextField>
          )}
        </>
      )}
    </Box>
  );
}

function Notes({ check: { outdated, trouble, unreadable } }: { readonly check: CheckView }) {
  const t = useText();
  return (
    <>
      {outdated && (
        <Alert severity="warning" role="status" sx={{ mb: 3 }}>
          {t('check.outdated')}
        </Alert>
      )}
      {trouble && (
        <Alert severity="error" role="alert" sx={{ mb: 3 }}>
          {t(`trouble.${trouble.what}`)} {trouble.detail}
        </Alert>
      )}
      {unreadable.length > 0 && (
        <Typography variant="body2" sx={{ mb: 3, color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('check.unreadable', { what: unreadable.join(', ') })}
        </Typography>
      )}
    </>
  );
}
