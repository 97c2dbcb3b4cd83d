import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { SessionEntry } from '../../../shared/ipc/contract';
import { loadNodes, resumeSession } from '../../app/actions';
import { useStore } from '../../app/store';
import { useCatalogue, useLanguage, useText, useTime } from '../../app/text';
import { Facts } from '../../components/Facts';

/** All sessions kept on this machine. */
export function Sessions() {
  const sessions = useStore((state) => state.sessions);
  const t = useText();
  useEffect(() => void loadNodes(), []);
  return (
    <>
      <Typography variant="h1">{t('screen.sessions')}</Typography>
      {sessions.length === 0 ? (
        <Typography sx={{ mt: 2 }}>{t('sessions.none')}</Typography>
      ) : (
        <Facts sx={{ mt: 2, width: '100%' }}>
          <thead>
            <tr>
              <th scope="col">{t('sessions.symptom')}</th>
              <th scope="col">{t('sessions.node')}</th>
              <th scope="col">{t('sessions.started')}</th>
              <th scope="col">{t('sessions.state')}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <Row key={session.id} session={session} />
            ))}
          </tbody>
        </Facts>
      )}
    </>
  );
}

function Row({ session }: { readonly session: SessionEntry }) {
  const t = useText();
  const time = useTime();
  const words = useCatalogue();
  const node = useNodeText(session.source);
  return (
    <tr>
      <td>
        {session.trouble === null ? (
          <Link
            component="button"
            type="button"
            onClick={() => void resumeSession(session.id)}
            sx={{ textAlign: 'left', font: 'inherit', verticalAlign: 'baseline' }}
          >
            {words.symptom(session.symptom ?? '')?.title ?? t('sessions.no-symptom')}
          </Link>
        ) : (
          `${t(`trouble.${session.trouble.what}`)} ${session.trouble.detail}`
        )}
      </td>
      <td>{node}</td>
      <td>{time(session.started)}</td>
      <td>{t(session.ended ? 'sessions.ended' : 'sessions.open')}</td>
    </tr>
  );
}

/** What a session calls its node, in words: a practice node by its title, a bundle by its file. */
function useNodeText(source: string): string {
  const t = useText();
  const language = useLanguage();
  const known = useStore((state) => state.nodes?.find(({ name }) => name === source));
  if (source === 'live') return t('source.live');
  if (source.startsWith('bundle:')) {
    return t('sessions.of', { kind: t('source.bundle'), name: source.slice('bundle:'.length) });
  }
  return known ? t('sessions.of', { kind: t('source.practice'), name: known.title[language] }) : source;
}
