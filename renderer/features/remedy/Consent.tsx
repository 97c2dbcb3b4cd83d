import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Preview } from '../../../shared/ipc/contract';
import { useStore } from '../../app/store';
import { type TextKey, useCatalogue, useText, useTime } from '../../app/text';
import { MonoLines } from '../../components/Mono';
import { Act } from './Act';
import { History } from './History';
import { Hurts } from './Hurts';

type Writes = Extract<Preview, { kind: 'writes' }>;

/** What will run and whom it hurts, what happened the last times, and the consent that all this asks for. */
export function Consent({ preview }: { readonly preview: Writes }) {
  const t = useText();
  const time = useTime();
  const words = useCatalogue();
  const lost = useStore((state) => state.session?.journalLost ?? null);
  const [now] = useState(Date.now);
  const again = mayRunFrom(preview);
  const isEarly = again !== null && now < again;
  const extra: readonly TextKey[] = [
    ...(isEarly ? (['remedy.agree-early'] as const) : []),
    ...(lost === null ? [] : (['remedy.agree-journal'] as const)),
  ];
  return (
    <>
      {lost !== null && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {t('remedy.journal-lost', { detail: lost })}
        </Alert>
      )}
      {isEarly && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {t('remedy.too-early', { at: time(new Date(again).toISOString()) })}
        </Alert>
      )}
      <Typography sx={{ maxWidth: '80ch' }}>{words.remediation(preview.remediation)?.touches}</Typography>
      <Hurts preview={preview} />
      <History runs={preview.earlierRuns} now={now} />
      <Box component="section" sx={{ my: 3 }}>
        <Typography variant="h2">{t('remedy.lines')}</Typography>
        <MonoLines lines={preview.lines} />
      </Box>
      <Undo preview={preview} />
      {preview.backup.length > 0 && (
        <Box component="details" sx={{ my: 3 }}>
          <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
            {t('remedy.backup', { count: new Set(preview.backup).size })}
          </Box>
          <MonoLines lines={preview.backup} />
        </Box>
      )}
      <Act key={preview.ticket} preview={preview} extra={extra} />
    </>
  );
}

/** From when it should run again, in milliseconds since 1970; null where it did not run here. */
function mayRunFrom({ earlierRuns, cooldown }: Writes): number | null {
  const last = earlierRuns[0];
  return last ? Date.parse(last.at) + cooldown * 1000 : null;
}

/** How it is taken back, and what cannot be. */
function Undo({ preview: { undoLines, irreversible } }: { readonly preview: Writes }) {
  const t = useText();
  if (undoLines.length + irreversible.length === 0) return null;
  return (
    <Box component="section" sx={{ my: 3 }}>
      <Typography variant="h2">{t('remedy.undo-lines')}</Typography>
      {undoLines.length > 0 && <MonoLines lines={undoLines} />}
      {irreversible.length > 0 && (
        <Alert severity={irreversible.every((why) => why === 'restart-is-done') ? 'info' : 'warning'} sx={{ mt: 1 }}>
          <strong>{t(undoLines.length === 0 ? 'remedy.undo-none' : 'remedy.undo-part')}</strong>
          {irreversible.map((why) => (
            <div key={why}>{t(`why.${why}`)}</div>
          ))}
        </Alert>
      )}
    </Box>
  );
}
