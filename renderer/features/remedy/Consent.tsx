import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Preview } from '../../../shared/ipc/contract';
import { useStore } from '../../app/store';
import { type TextKey, type Translate, useCatalogue, useText, useTime } from '../../app/text';
import { Mono } from '../../components/Mono';
import { Act } from './Act';
import { History } from './History';

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
      <Typography sx={{ mt: 1 }}>
        <strong>{t(`risk.${preview.risk}`)}</strong> {hurts(preview, t)}
      </Typography>
      <History runs={preview.earlierRuns} now={now} />
      <Part title={t('remedy.lines')} lines={preview.lines} />
      <Part title={t('remedy.backup')} lines={preview.backup} />
      <Part title={t('remedy.undo-lines')} lines={preview.undoLines} />
      {preview.irreversible.map((why) => (
        <Typography key={why} sx={{ mb: 2 }}>
          {t(`why.${why}`)}
        </Typography>
      ))}
      <Act key={preview.ticket} preview={preview} extra={extra} />
    </>
  );
}

/** From when it should run again, in milliseconds since 1970; null where it did not run here. */
function mayRunFrom({ earlierRuns, cooldown }: Writes): number | null {
  const last = earlierRuns[0];
  return last ? Date.parse(last.at) + cooldown * 1000 : null;
}

function hurts(preview: Writes, t: Translate): string {
  if (preview.pods === null) return t('remedy.hurts.unknown');
  if (preview.pods.length === 0) return t('remedy.hurts.nobody');
  const pods = preview.pods.join(', ');
  return preview.seconds === null
    ? t('remedy.hurts.pods', { pods })
    : t('remedy.hurts.pods-seconds', { pods, seconds: preview.seconds });
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Box component="section" sx={{ my: 3 }}>
      <Typography variant="h2">{title}</Typography>
      {lines.map((line) => (
        <Mono key={line} text={line} />
      ))}
    </Box>
  );
}
