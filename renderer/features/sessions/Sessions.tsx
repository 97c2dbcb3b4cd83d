import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { resumeSession } from '../../app/actions';
import { useStore } from '../../app/store';
import { useCatalogue, useText, useTime } from '../../app/text';

/** All sessions kept on this machine. */
export function Sessions() {
  const sessions = useStore((state) => state.sessions);
  const t = useText();
  const time = useTime();
  const words = useCatalogue();
  return (
    <>
      <Typography variant="h1">{t('screen.sessions')}</Typography>
      {sessions.length === 0 && <Typography>{t('sessions.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0 }}>
        {sessions.map((session) => (
          <Box component="li" key={session.id} sx={{ py: 2, borderBottom: 1, borderColor: 'divider' }}>
            {session.trouble === null ? (
              <Link component="button" type="button" onClick={() => void resumeSession(session.id)}>
                {words.symptom(session.symptom ?? '')?.title ?? t('sessions.no-symptom')}
              </Link>
            ) : (
              <span>
                {t(`trouble.${session.trouble.what}`)} {session.trouble.detail}
              </span>
            )}
            <Box sx={{ color: 'text.secondary' }}>
              {session.source} · {time(session.started)} · {session.ended ? t('sessions.ended') : t('sessions.open')}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
}
