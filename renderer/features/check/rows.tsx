import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CheckedFindingView, CheckView } from '../../../shared/ipc/check-view';
import { answerCheck, restartElevated, startSession } from '../../app/actions';
import { useStepWords } from '../../app/step-words';
import { choicesOf } from '../../app/question';
import { useStore } from '../../app/store';
import { useCatalogue, useExactTime, useLanguage, useText } from '../../app/text';
import { citedLabel } from '../../../shared/catalogue/cited/cited';
import { valueText } from '../../../shared/catalogue/cited/value-text';
import { Verdict } from '../../components/Verdict';
import { MONO } from '../../theme/theme';

/** A cause that was found, and the way to its wizard. */
export function FindingRow({ finding }: { readonly finding: CheckedFindingView }) {
  const t = useText();
  const words = useCatalogue();
  const text = words.symptom(finding.symptom);
  const title = text?.title ?? finding.symptom;
  const [remedy] = finding.remediations;
  return (
    <tr>
      <td>
        <Verdict kind={finding.verdict} />
      </td>
      <td>{title}</td>
      <td>
        <strong>{text?.causes[finding.cause]?.title ?? finding.cause}</strong>
        {finding.byDesign && <div>{t('finding.by-design')}</div>}
        {remedy !== undefined && (
          <Box sx={{ color: 'text.secondary' }}>
            {t('check.remedy', { remedy: words.remediation(remedy)?.title ?? remedy })}
          </Box>
        )}
      </td>
      <td>
        <Deciding finding={finding} />
      </td>
      <td>
        <Button
          variant="outlined"
          aria-label={t('check.wizard-named', { symptom: title })}
          onClick={() => void startSession(finding.symptom)}
        >
          {t('check.wizard')}
        </Button>
      </td>
    </tr>
  );
}

/** The value that decided, in a line; else whose answer did. */
function Deciding({ finding: { value, by } }: { readonly finding: CheckedFindingView }) {
  const t = useText();
  const language = useLanguage();
  const time = useExactTime();
  if (!value) return t(by === 'machine' ? 'finding.by.machine' : 'finding.by.person');
  return (
    <>
      {citedLabel(language, value.probe, value.pointer)}
      {': '}
      <Box component="span" sx={{ fontFamily: MONO }}>
        {valueText(language, value, time)}
      </Box>
      {value.place !== null && (
        <Box component="span" sx={{ fontFamily: MONO, fontSize: 12, color: 'text.secondary' }}>
          {' '}
          ({value.place})
        </Box>
      )}
    </>
  );
}

type Question = CheckView['questions']['items'][number];

/** A question that only a person can answer, with its answers there and then. */
export function QuestionRow({ question: { step, answers, yes, answer } }: { readonly question: Question }) {
  const t = useText();
  const words = useCatalogue();
  const said = useStepWords()(step);
  const [symptom = ''] = step.split('/');
  const choices = choicesOf({ answers, yes }).map((choice) => choice.answer);
  return (
    <tr>
      <td>{answer === null ? <Verdict kind="unknown" /> : t('by.person')}</td>
      <td>{words.symptom(symptom)?.title ?? symptom}</td>
      <td colSpan={3}>
        <strong>{said.question}</strong>
        <Box role="group" aria-label={said.question} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1 }}>
          {[...choices, 'unsure'].map((item) => (
            <Button
              key={item}
              variant={item === answer ? 'contained' : 'outlined'}
              aria-pressed={item === answer}
              onClick={() => answerCheck(step, item)}
              sx={{ textAlign: 'left' }}
            >
              {said.answer(item)}
            </Button>
          ))}
        </Box>
      </td>
    </tr>
  );
}

type Unchecked = CheckView['notChecked']['items'][number];

/** What could not be checked for the same reason, and what to do about it. */
export function UncheckedRow({
  reason,
  items,
}: {
  readonly reason: Unchecked['reason'];
  readonly items: readonly Unchecked[];
}) {
  const t = useText();
  const words = useCatalogue();
  const isLive = useStore((state) => state.app?.node.kind === 'live');
  return (
    <tr>
      <td>
        <Verdict kind="could-not-check" />
      </td>
      <td>{t(`reason.${reason}`)}</td>
      <td colSpan={2}>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {items.map(({ probe, detail }) => (
            <li key={probe}>
              {words.probe(probe)}
              {detail !== '' && (
                <Box
                  component="code"
                  sx={{
                    display: 'block',
                    mb: 1,
                    fontFamily: MONO,
                    fontSize: 12,
                    color: 'text.secondary',
                    overflowWrap: 'anywhere',
                  }}
                >
                  {detail}
                </Box>
              )}
            </li>
          ))}
        </Box>
      </td>
      <td>
        {t(`todo.${reason}`)}
        {reason === 'not-elevated' && isLive && (
          <Button variant="outlined" onClick={restartElevated} sx={{ mt: 1 }}>
            {t('node.restart-elevated')}
          </Button>
        )}
      </td>
    </tr>
  );
}

type Cause = CheckView['ruledOut']['items'][number];

/** A cause that was excluded. */
export function CauseRow({ found }: { readonly found: Cause }) {
  const words = useCatalogue();
  const text = words.symptom(found.symptom);
  return (
    <tr>
      <td>
        <Verdict kind="ruled-out" />
      </td>
      <td>{text?.title ?? found.symptom}</td>
      <td colSpan={3}>{text?.causes[found.cause]?.title ?? found.cause}</td>
    </tr>
  );
}
