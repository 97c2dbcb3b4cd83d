import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect, useState } from 'react';
import { cancel } from './actions';
import { useStore } from './store';
import { useCatalogue, useText } from './text';

/** What is being asked right now, for how long, and the way to stop it. */
export function StatusLine() {
  const session = useStore((state) => state.session);
  const words = useCatalogue();
  const t = useText();
  const asking =
    session?.probes.filter((probe) => probe.status === 'asking').map((probe) => words.probe(probe.probe)) ?? [];
  return (
    <Box
      component="footer"
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        px: 4,
        minHeight: 36,
        display: 'flex',
        alignItems: 'center',
        gap: 3,
      }}
    >
      <Box
        role="status"
        aria-live="polite"
        sx={{ flex: 1, minWidth: 0, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}
      >
        {asking.length > 0 ? t('status.asking', { what: asking.join(', ') }) : t('status.idle')}
      </Box>
      {session?.journalLost && <Box role="alert">{t('status.journal-lost', { detail: session.journalLost })}</Box>}
      {asking.length > 0 && <Progress key={asking.join()} />}
    </Box>
  );
}

function Progress() {
  const [seconds, setSeconds] = useState(0);
  const t = useText();
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <LinearProgress sx={{ width: 96 }} aria-label={t('status.progress')} />
      <span>{t('status.seconds', { seconds })}</span>
      <Button onClick={cancel}>{t('cancel')}</Button>
    </>
  );
}
