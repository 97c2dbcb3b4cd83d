import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import type { SessionView } from '../../../shared/ipc/view';
import { answer, askAgain, settle, show, startCheck } from '../../app/actions';
import { type OpenQuestion, openQuestion, UNSURE_KEY } from '../../app/question';
import { useText } from '../../app/text';
import { Citations } from '../../components/Citations';
import { Key } from '../../components/Key';
import { Verdict } from '../../components/Verdict';
import { FindingCard } from './FindingCard';
import { Proposal } from './Proposal';
import { Unchecked } from './Unchecked';
import { useStepWords } from '../../app/step-words';

/** The question at which the walk stands, with what the machine proposes and why; or what the walk came to. */
export function Question({ session }: { readonly session: SessionView }) {
  const t = useText();
  const { end, finding } = session;
  const question = openQuestion(session);
  if (question) {
    const standing = end.kind === 'contradiction' && question.step.answer !== null;
    const asking = session.probes.flatMap(({ probe, status }) => (status === 'asking' ? [probe] : []));
    return <Open key={question.step.key} question={question} standing={standing} asking={asking} />;
  }
  if (end.kind === 'finding') {
    return <Ended text={t('end.finding')}>{finding && <FindingCard finding={finding} />}</Ended>;
  }
  return (
    <Ended text={t(end.kind === 'ruled-out' ? 'end.ruled-out' : 'end.unknown')}>
      {end.kind === 'ruled-out' && <Citations citations={end.citations} />}
      <WithoutFinding notChecked={session.notChecked} />
    </Ended>
  );
}

/** The heading of what is new takes the focus, so that keys and screen readers go on from there. */
function Heading({ children }: { readonly children: React.ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <Typography
      variant="h2"
      ref={ref}
      tabIndex={-1}
      sx={{ mb: 2, lineHeight: 1.35, width: 'fit-content', maxWidth: '60ch' }}
    >
      {children}
    </Typography>
  );
}

function Ended({ text, children }: { readonly text: string; readonly children?: React.ReactNode }) {
  const t = useText();
  return (
    <Box component="section" aria-label={t('question')} sx={{ minWidth: 0 }}>
      <Heading key={text}>{text}</Heading>
      {children}
    </Box>
  );
}

/** What kept the walk from a finding, and where to go on. */
function WithoutFinding({ notChecked }: Pick<SessionView, 'notChecked'>) {
  const t = useText();
  return (
    <>
      {notChecked.length > 0 && (
        <Box sx={{ mb: 2 }}>
          <Verdict kind="could-not-check" count={notChecked.length} />
          <Unchecked items={notChecked} />
        </Box>
      )}
      <Typography>{t('end.transcript')}</Typography>
      <Box component="section" aria-label={t('end.next')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 3 }}>
        <Button variant="outlined" onClick={() => void startCheck()}>
          {t('check.start')}
        </Button>
        <Button variant="outlined" onClick={askAgain}>
          {t('ask-again')}
        </Button>
        <Button variant="outlined" onClick={() => show('export')}>
          {t('end.export')}
        </Button>
      </Box>
    </>
  );
}

function Open({
  question,
  standing,
  asking,
}: {
  readonly question: OpenQuestion;
  readonly standing: boolean;
  readonly asking: readonly string[];
}) {
  const t = useText();
  const { step, proposed } = question;
  const words = useStepWords()(step.key);
  return (
    <Box component="section" aria-label={t('question')} sx={{ minWidth: 0 }}>
      <Heading>{words.question}</Heading>
      {standing && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {t('contradiction.person', { mine: words.answer(step.answer ?? ''), machine: words.answer(proposed ?? '') })}
          <Box sx={{ mt: 2 }}>
            <Button variant="outlined" color="inherit" onClick={() => settle(step.key)}>
              {t('contradiction.stand')}
            </Button>
          </Box>
        </Alert>
      )}
      <Proposal step={step} asking={asking} />
      <Answers question={question} />
    </Box>
  );
}

function Answers({ question: { step, proposed, choices } }: { readonly question: OpenQuestion }) {
  const t = useText();
  const words = useStepWords()(step.key);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 1, mt: 3 }}>
      {proposed !== null && (
        <Answer name="Enter" filled onClick={() => answer(step.key, proposed)}>
          {t('answer.proposed', { answer: words.answer(proposed) })}
        </Answer>
      )}
      {choices
        .filter((choice) => choice.answer !== proposed && choice.answer !== step.answer)
        .map((choice) => (
          <Answer key={choice.answer} name={choice.key} onClick={() => answer(step.key, choice.answer)}>
            {words.answer(choice.answer)}
          </Answer>
        ))}
      <Answer name={UNSURE_KEY} onClick={() => answer(step.key, 'unsure')}>
        {t('unsure')}
      </Answer>
    </Box>
  );
}

function Answer({
  name,
  filled = false,
  onClick,
  children,
}: {
  /** The key that does the same. */
  readonly name: string | null;
  readonly filled?: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, maxWidth: '100%' }}>
      <Button variant={filled ? 'contained' : 'outlined'} onClick={onClick} sx={{ textAlign: 'left', minHeight: 32 }}>
        {children}
      </Button>
      {name !== null && (
        <Box component="span" aria-hidden="true" sx={{ color: 'text.secondary', lineHeight: 1 }}>
          <Key>{name}</Key>
        </Box>
      )}
    </Box>
  );
}
