import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { GROUPS } from '../../../shared/catalogue/define';
import type { AppView, Recognised } from '../../../shared/ipc/contract';
import { resumeSession, startCheck, startSession } from '../../app/actions';
import { api } from '../../app/api';
import { useStore } from '../../app/store';
import { useCatalogue, useText, useTime } from '../../app/text';
import { searchable } from '../../app/unbroken';
import { MONO } from '../../theme/theme';
import { Result } from './Result';

/** The first screen: what does the operator see? */
export function Start() {
  const t = useText();
  const [text, setText] = useState('');
  const [recognised, setRecognised] = useState<Recognised | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const searches = useStore((state) => state.searches);
  const hasSymptoms = useStore((state) => state.app !== null);
  useEffect(() => {
    if (searches > 0) field.current?.focus();
  }, [searches]);
  const recognise = async () => setRecognised(await api.command('app.recognise', { text }));
  return (
    <>
      <Typography variant="h1">{t('start.title')}</Typography>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', my: 3 }}>
        <TextField
          fullWidth
          multiline
          maxRows={6}
          size="small"
          label={t('start.search')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setRecognised(null);
          }}
          inputRef={field}
        />
        <Button
          variant="outlined"
          sx={{ whiteSpace: 'nowrap', minHeight: 37, flex: 'none' }}
          disabled={text.trim() === ''}
          onClick={() => void recognise()}
        >
          {t('start.recognise')}
        </Button>
      </Box>
      {recognised && <Result recognised={recognised} />}
      <CheckEverything />
      <Resume />
      {hasSymptoms && <Cards filter={recognised ? '' : text} />}
    </>
  );
}

function CheckEverything() {
  const t = useText();
  return (
    <Card sx={{ mb: 3 }}>
      <CardActionArea onClick={() => void startCheck()} sx={{ px: 3, py: 2, font: 'inherit' }}>
        <Typography variant="h3" component="span">
          {t('check.start')}
        </Typography>{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('check.hint')}
        </Box>
      </CardActionArea>
    </Card>
  );
}

function Resume() {
  const t = useText();
  const time = useTime();
  const words = useCatalogue();
  const open = useStore((state) => state.sessions).filter(
    (session) => !session.ended && session.trouble === null && session.symptom !== null,
  );
  if (open.length === 0) return null;
  return (
    <Box component="section" aria-label={t('start.resume')} sx={{ mb: 3 }}>
      <Typography variant="h2">{t('start.resume')}</Typography>
      {open.slice(0, 3).map(({ id, symptom, started }) => (
        <Box key={id}>
          <Link component="button" type="button" onClick={() => void resumeSession(id)}>
            {words.symptom(symptom ?? '')?.title ?? symptom} · {time(started)}
          </Link>
        </Box>
      ))}
    </Box>
  );
}

const NONE: AppView['symptoms'] = [];

/** Of cards in a row, all texts begin at the top. */
const CARD = {
  p: 3,
  height: '100%',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
} as const;

function Cards({ filter }: { readonly filter: string }) {
  const t = useText();
  const words = useCatalogue();
  const wanted = searchable(filter.trim());
  const symptoms = useStore((state) => state.app?.symptoms ?? NONE);
  const shown = symptoms.filter((symptom) => {
    const text = words.symptom(symptom.id);
    return wanted === '' || searchable(`${text?.title} ${text?.seen} ${symptom.example}`).includes(wanted);
  });
  if (shown.length === 0) return <Typography>{t('start.nothing-found')}</Typography>;
  return GROUPS.filter((group) => shown.some((symptom) => symptom.group === group)).map((group) => (
    <Box component="section" key={group} sx={{ mb: 4 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t(`group.${group}`)}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))' }}>
        {shown
          .filter((symptom) => symptom.group === group)
          .map(({ id, example }) => (
            <Card key={id}>
              <CardActionArea onClick={() => void startSession(id)} sx={CARD}>
                <Typography variant="h3" component="span" sx={{ display: 'block' }}>
                  {words.symptom(id)?.title ?? id}
                </Typography>
                <Typography component="span" sx={{ display: 'block', my: 1 }}>
                  {words.symptom(id)?.seen}
                </Typography>
                <Box
                  component="code"
                  sx={{ fontFamily: MONO, fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}
                >
                  {example}
                </Box>
              </CardActionArea>
            </Card>
          ))}
      </Box>
    </Box>
  ));
}
