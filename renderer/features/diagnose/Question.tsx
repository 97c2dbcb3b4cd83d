import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PathStepView, SessionView } from '../../../shared/ipc/view';
import { answer, askAgain, settle } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Citations } from '../../components/Citations';
import { Verdict } from '../../components/Verdict';
import { useStepWords } from './step-words';

/** The question at which the walk stands, with what the machine proposes and why. */
export function Question({ session }: { readonly session: SessionView }) {
  const t = useText();
  const step = session.path.at(-1);
  const { end } = session;
  if (!step) return null;
  if (end.kind === 'finding') return <Ended text={t('end.finding')} />;
  if (end.kind === 'ruled-out') {
    return (
      <Ended text={t('end.ruled-out')}>
        <Citations citations={end.citations} />
      </Ended>
    );
  }
  if (end.kind === 'unknown') return <Ended text={t('end.unknown')} />;
  return <Open step={step} standing={end.kind === 'contradiction' && step.answer !== null} />;
}

function Ended({ text, children }: { readonly text: string; readonly children?: React.ReactNode }) {
  const t = useText();
  return (
    <Box component="section" aria-label={t('question')}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {text}
      </Typography>
      {children}
    </Box>
  );
}

function Open({ step, standing }: { readonly step: PathStepView; readonly standing: boolean }) {
  const t = useText();
  const words = useStepWords()(step.key);
  const { proposal } = step;
  const proposed = proposal.kind === 'because' ? proposal.answer : null;
  return (
    <Box component="section" aria-label={t('question')}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {words.question}
      </Typography>
      {standing ? (
        <Alert
          severity="warning"
          sx={{ mb: 3 }}
          action={<Button onClick={() => settle(step.key)}>{t('contradiction.stand')}</Button>}
        >
          {t('contradiction.person', { mine: words.answer(step.answer ?? ''), machine: words.answer(proposed ?? '') })}
        </Alert>
      ) : null}
      <ProposalPart step={step} />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 3 }}>
        {proposed !== null && (
          <Button variant="contained" onClick={() => answer(step.key, proposed)}>
            {t('answer.proposed', { answer: words.answer(proposed) })}
          </Button>
        )}
        {step.answers
          .filter((id) => id !== proposed)
          .map((id) => (
            <Button key={id} variant="outlined" onClick={() => answer(step.key, id)}>
              {words.answer(id)}
            </Button>
          ))}
        <Button variant="outlined" onClick={() => answer(step.key, 'unsure')}>
          {t('unsure')}
        </Button>
      </Box>
    </Box>
  );
}

function ProposalPart({ step }: { readonly step: PathStepView }) {
  const t = useText();
  const words = useStepWords()(step.key);
  const catalogue = useCatalogue();
  const { proposal } = step;
  switch (proposal.kind) {
    case 'because':
      return (
        <>
          <Typography>{t('proposal.because', { answer: words.answer(proposal.answer) })}</Typography>
          <Citations citations={proposal.citations} />
        </>
      );
    case 'contradiction':
      return (
        <Alert severity="warning">
          {t('proposal.contradiction')}
          <Citations citations={proposal.citations} />
        </Alert>
      );
    case 'undecided':
      return (
        <>
          <Typography>{t('proposal.undecided')}</Typography>
          <Citations citations={proposal.citations} />
        </>
      );
    case 'could-not-check':
      return (
        <Box>
          {proposal.probes.map(({ probe, reason, detail }) => (
            <Box key={probe} sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'baseline' }}>
              <Verdict kind="could-not-check" />
              <span>{catalogue.probe(probe)}:</span>
              <span>{t(`reason.${reason}`)}</span>
              <Box component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {detail}
              </Box>
            </Box>
          ))}
          <Button onClick={askAgain}>{t('ask-again')}</Button>
        </Box>
      );
    case 'not-asked':
      return (
        <>
          <Typography>{t('proposal.not-asked')}</Typography>
          <Button onClick={askAgain}>{t('ask-again')}</Button>
        </>
      );
    case 'person':
      return <Typography>{t('proposal.person')}</Typography>;
  }
}
