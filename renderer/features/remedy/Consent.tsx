import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { Preview } from '../../../shared/ipc/contract';
import { applyRemedy } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Mono } from '../../components/Mono';

type Writes = Extract<Preview, { kind: 'writes' }>;

/** What will run and whom it hurts, and the consent that its risk asks for. */
export function Consent({ preview }: { readonly preview: Writes }) {
  const t = useText();
  const words = useCatalogue();
  return (
    <>
      {preview.earlierRuns.map((run) => (
        <Alert key={run.at} severity="warning" sx={{ mb: 2 }}>
          {t('remedy.earlier', { at: run.at, result: run.result })}
        </Alert>
      ))}
      <Typography>{words.remediation(preview.remediation)?.touches}</Typography>
      <Typography sx={{ fontWeight: 600, my: 2 }}>{t(`risk.${preview.risk}`)}</Typography>
      <Typography>{hurts(preview, t)}</Typography>
      <Part title={t('remedy.lines')} lines={preview.lines} />
      <Part title={t('remedy.backup')} lines={preview.backup} />
      <Part title={t('remedy.undo-lines')} lines={preview.undoLines} />
      {preview.irreversible.map((why) => (
        <Typography key={why}>{t(`why.${why}`)}</Typography>
      ))}
      <Act preview={preview} />
    </>
  );
}

function hurts(preview: Writes, t: ReturnType<typeof useText>): string {
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

const COUNTDOWN = 5;

function Act({ preview }: { readonly preview: Writes }) {
  const t = useText();
  const words = useCatalogue();
  const [agreed, setAgreed] = useState(false);
  const [name, setName] = useState('');
  const [left, setLeft] = useState<number | null>(null);
  const title = words.remediation(preview.remediation)?.title ?? preview.remediation;

  useEffect(() => {
    if (left === null) return;
    if (left === 0) {
      void applyRemedy({
        remediation: preview.remediation,
        ticket: preview.ticket,
        nodeName: preview.risk === 'destructive' ? name : null,
      });
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, preview, name]);

  if (left !== null) {
    return (
      <Box role="status" sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        {t('remedy.countdown', { seconds: left })}
        <Button variant="outlined" onClick={() => setLeft(null)}>
          {t('cancel')}
        </Button>
      </Box>
    );
  }
  const allowed = preview.risk === 'safe' || (preview.risk === 'disrupts-pods' ? agreed : name === preview.nodeName);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 2 }}>
      {preview.risk === 'disrupts-pods' && (
        <FormControlLabel
          control={<Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />}
          label={t('remedy.agree')}
        />
      )}
      {preview.risk === 'destructive' && (
        <TextField
          size="small"
          label={t('remedy.type-name', { name: preview.nodeName })}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <Button variant="contained" disabled={!allowed} onClick={() => setLeft(preview.risk === 'safe' ? COUNTDOWN : 0)}>
        {title}
      </Button>
    </Box>
  );
}
