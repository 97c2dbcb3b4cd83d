import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect, useState } from 'react';
import { cancel, cancelCheck, showJournal, showKeys } from './actions';
import { SMALL } from '../theme/theme';
import { useCheck, useStore } from './store';
import { type Translate, useCatalogue, useText } from './text';

/** What is being asked right now, for how long, and the way to stop it; and where the journal is. */
export function StatusLine() {
  const session = useStore((state) => state.session);
  const checking = useCheck()?.running ?? null;
  // The check's own screen shows how far it is, and the way to stop it.
  const elsewhere = useStore((state) => state.screen !== 'check');
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
        // Room for a path of two lines, so that nothing jumps when one comes.
        minHeight: 40,
        fontSize: 13,
        display: 'flex',
        [SMALL]: { flexWrap: 'wrap' },
        alignItems: 'center',
        columnGap: 3,
      }}
    >
      <Box sx={{ flex: '1 1 200px', minWidth: 0, lineHeight: 1.3 }}>
        {asking.length > 0 ? askingText(asking, t) : checking ? t('check.running', checking) : t('status.idle')}
      </Box>
      {asking.length > 0 ? (
        <Progress key={asking.join()} onCancel={cancel} />
      ) : (
        checking && elsewhere && <Progress onCancel={cancelCheck} />
      )}
      {session?.journalLost ? (
        <Box role="alert" sx={{ color: 'verdict.likely', fontWeight: 600 }}>
          {t('status.journal-lost', { detail: session.journalLost })}
        </Box>
      ) : (
        session && <JournalPlace id={session.id} />
      )}
      <Button sx={{ flex: 'none', whiteSpace: 'nowrap' }} onClick={showKeys}>
        {t('keys.open')}
      </Button>
    </Box>
  );
}

/** As many are told by name as there is room for. */
const TOLD = 2;

function askingText(asking: readonly string[], t: Translate): string {
  const what = asking.slice(0, TOLD).join(', ');
  const count = asking.length - TOLD;
  return count > 0 ? t('status.asking-more', { what, count }) : t('status.asking', { what });
}

function JournalPlace({ id }: { readonly id: string }) {
  const folder = useStore((state) => state.app?.sessionsFolder ?? '');
  const t = useText();
  const path = `${folder}${folder.includes('\\') ? '\\' : '/'}${id}`;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0, color: 'text.secondary' }}>
      <Box component="span" sx={{ overflowWrap: 'anywhere', lineHeight: 1.3 }}>
        {t('status.journal', { path })}
      </Box>
      <Button
        sx={{ whiteSpace: 'nowrap', flex: 'none' }}
        aria-label={t('status.show-journal-named', { path })}
        onClick={showJournal}
      >
        {t('status.show-journal')}
      </Button>
    </Box>
  );
}

function Progress({ onCancel }: { readonly onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  const t = useText();
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <LinearProgress sx={{ flex: 'none', width: 96 }} aria-label={t('status.progress')} />
      <Box sx={{ flex: 'none' }}>{t('status.seconds', { seconds })}</Box>
      <Button sx={{ flex: 'none' }} onClick={onCancel}>
        {t('cancel')}
      </Button>
    </>
  );
}
