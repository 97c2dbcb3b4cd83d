import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { Preview } from '../../../shared/ipc/contract';
import { applyRemedy, show } from '../../app/actions';
import { type TextKey, useCatalogue, useText } from '../../app/text';

type Writes = Extract<Preview, { kind: 'writes' }>;

/** Seconds in which a safe change can be cancelled. */
const COUNTDOWN = 5;

/** The consent that a change asks for, and the button that carries it out. `extra`: what must be ticked besides. */
export function Act({ preview, extra }: { readonly preview: Writes; readonly extra: readonly TextKey[] }) {
  const t = useText();
  const words = useCatalogue();
  const [ticked, setTicked] = useState<readonly TextKey[]>([]);
  const [name, setName] = useState('');
  const [left, setLeft] = useState<number | null>(null);
  const ticks: readonly TextKey[] = preview.risk === 'disrupts-pods' ? ['remedy.agree', ...extra] : extra;
  const named = preview.risk !== 'destructive' || name === preview.nodeName;
  const mistyped = !named && !preview.nodeName.startsWith(name);

  useEffect(() => {
    if (left === null) return;
    if (left === 0) {
      const nodeName = preview.risk === 'destructive' ? name : null;
      void applyRemedy({ remediation: preview.remediation, ticket: preview.ticket, nodeName });
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
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 2 }}>
      {ticks.map((tick) => (
        <FormControlLabel
          key={tick}
          control={
            <Checkbox
              size="small"
              checked={ticked.includes(tick)}
              onChange={(_event, on) => setTicked(on ? [...ticked, tick] : ticked.filter((item) => item !== tick))}
            />
          }
          label={t(tick)}
        />
      ))}
      {preview.risk === 'destructive' && (
        <TextField
          size="small"
          label={t('remedy.type-name', { name: preview.nodeName })}
          value={name}
          error={mistyped}
          helperText={mistyped ? t('remedy.wrong-name') : ' '}
          onChange={(event) => setName(event.target.value)}
          sx={{ width: 360, maxWidth: '100%' }}
        />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button
          variant="contained"
          color={preview.risk === 'destructive' ? 'error' : 'primary'}
          disabled={!named || ticks.some((tick) => !ticked.includes(tick))}
          onClick={() => setLeft(preview.risk === 'safe' ? COUNTDOWN : 0)}
        >
          {words.remediation(preview.remediation)?.title ?? preview.remediation}
        </Button>
        <Button onClick={() => show('diagnose')}>{t('remedy.back')}</Button>
      </Box>
    </Box>
  );
}
