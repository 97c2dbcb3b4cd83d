import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { RunView } from '../../../shared/ipc/view';
import { undoRemedy } from '../../app/actions';
import { useCatalogue, useExactTime, useLanguage, useText } from '../../app/text';
import { Verbatim } from '../../components/Verbatim';
import { citedLabel } from '../../../shared/catalogue/cited/cited';
import { Facts } from '../../components/Facts';
import { valueText } from '../../../shared/catalogue/cited/value-text';
import { MONO } from '../../theme/theme';

/** One application of a remediation: its steps, its proof, and the way back. */
export function RunPart({ run }: { readonly run: RunView }) {
  const t = useText();
  const words = useCatalogue();
  const language = useLanguage();
  const time = useExactTime();
  const title = words.remediation(run.remediation)?.title ?? run.remediation;
  return (
    <Paper component="section" aria-label={t('run.label', { title })} sx={{ p: 3, my: 3 }}>
      <Typography variant="h2">{title}</Typography>
      <Typography role="status" sx={{ mt: 1, fontWeight: 600, color: lookOf(run) }}>
        {run.status === 'verified' && run.result !== null ? t(`result.${run.result}`) : t(`run.${run.status}`)}
      </Typography>
      {run.why !== null && (run.status === 'stopped' || run.status === 'undo-failed') && <Why why={run.why} />}
      <Box component="ol" sx={{ my: 2, pl: 5 }}>
        {run.steps.map((step, index) => (
          <Box component="li" key={index} sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
            <Box component="code" sx={{ fontFamily: MONO, fontSize: 13, mr: 2 }}>
              {step.line}
            </Box>{' '}
            <Box component="strong" sx={{ whiteSpace: 'nowrap', color: STEP_LOOKS[step.status] }}>
              {t(`step-status.${step.status}`)}
            </Box>
          </Box>
        ))}
      </Box>
      {run.values.length > 0 && (
        <Facts>
          <thead>
            <tr>
              <th scope="col">{t('run.value')}</th>
              <th scope="col">{t('run.before')}</th>
              <th scope="col">{t('run.after')}</th>
            </tr>
          </thead>
          <tbody>
            {run.values.map((value) => (
              <tr key={`${value.probe}${value.pointer}`}>
                <td>{citedLabel(language, value.probe, value.pointer)}</td>
                <td>{valueText(language, { value: value.before, list: null }, time)}</td>
                <td>{valueText(language, { value: value.after, list: null }, time)}</td>
              </tr>
            ))}
          </tbody>
        </Facts>
      )}
      {run.undoable && (
        <Button
          variant="outlined"
          sx={{ mt: 2 }}
          aria-label={t('undo-named', { what: title })}
          onClick={() => undoRemedy(run.run)}
        >
          {t('undo')}
        </Button>
      )}
    </Paper>
  );
}

/** Why it did not come to its end, and what the node said about it in full. */
function Why({ why: { reason, detail } }: { readonly why: NonNullable<RunView['why']> }) {
  const t = useText();
  return (
    <Box sx={{ mt: 1 }}>
      {t('run.why', { reason: t(`reason.${reason}`) })}
      {detail !== '' && <Verbatim text={detail} />}
    </Box>
  );
}

/** The colours of the verdicts that weigh as much; the words say it all. */
const RESULT_LOOKS: Readonly<Record<NonNullable<RunView['result']>, string>> = {
  fixed: 'verdict.ruled-out',
  'changed-but-failing': 'verdict.likely',
  'no-change': 'verdict.likely',
  worse: 'verdict.confirmed',
  'could-not-check': 'verdict.could-not-check',
};

const STEP_LOOKS: Readonly<Record<RunView['steps'][number]['status'], string>> = {
  waiting: 'text.secondary',
  running: 'text.primary',
  done: 'verdict.ruled-out',
  failed: 'verdict.confirmed',
  unsure: 'verdict.likely',
  undone: 'text.secondary',
};

function lookOf({ status, result }: RunView): string {
  switch (status) {
    case 'verified':
      return result === null ? 'text.primary' : RESULT_LOOKS[result];
    case 'stopped':
    case 'interrupted':
      return 'verdict.likely';
    case 'undo-failed':
      return 'verdict.confirmed';
    case 'running':
    case 'undoing':
    case 'undone':
      return 'text.primary';
  }
}
