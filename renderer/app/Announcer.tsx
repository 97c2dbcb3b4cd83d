import Box from '@mui/material/Box';
import { useState } from 'react';
import type { CheckView } from '../../shared/ipc/check-view';
import type { SessionView } from '../../shared/ipc/view';
import { checkStatus } from './check-status';
import { useCheck, useStore } from './store';
import { type CatalogueWords, type Translate, useCatalogue, useText, useTime } from './text';

/** Tells screen readers of new findings, of finished reads and of a check's end: politely, and each once. */
export function Announcer() {
  const session = useStore((state) => state.session);
  const t = useText();
  const words = useCatalogue();
  const [before, setBefore] = useState<SessionView | null>(null);
  const check = useCheck();
  const time = useTime();
  const [checkBefore, setCheckBefore] = useState<CheckView | null>(null);
  const [said, setSaid] = useState('');
  if (session !== before) {
    setBefore(session);
    const news = session && before?.id === session.id ? newsOf(before, session, words, t) : '';
    if (news !== '') setSaid(news);
  }
  if (check !== checkBefore) {
    setCheckBefore(check);
    const status = (view: CheckView | null) => (view && !view.running ? checkStatus(view, t, time) : null);
    const now = status(check);
    if (check?.running)
      setSaid(''); // the same words are said again after the next one
    else if (now !== null && now !== status(checkBefore)) setSaid(now);
  }
  return (
    <Box
      aria-live="polite"
      sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'pre' }}
    >
      {said}
    </Box>
  );
}

function newsOf(before: SessionView, now: SessionView, words: CatalogueWords, t: Translate): string {
  const { finding } = now;
  if (finding && finding.cause !== before.finding?.cause) {
    const cause = words.symptom(finding.symptom)?.causes[finding.cause]?.title ?? finding.cause;
    return t('announce.finding', { verdict: t(`verdict.${finding.verdict}`), cause });
  }
  const asking = new Set(before.probes.filter(({ status }) => status === 'asking').map(({ probe }) => probe));
  const read = now.probes.filter(({ probe, status }) => status !== 'asking' && asking.has(probe));
  const isAsking = now.probes.some(({ status }) => status === 'asking');
  if (read.length === 0 || isAsking) return '';
  return t('announce.read', { what: read.map(({ probe }) => words.probe(probe)).join(', ') });
}
