import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { RunView } from '../../../shared/ipc/view';
import { undoRemedy } from '../../app/actions';
import { useCatalogue, useLanguage, useText } from '../../app/text';
import { citedLabel } from '../../../shared/catalogue/cited/cited';
import { Facts } from '../../components/Facts';
import { valueText } from '../../components/value-text';
import { MONO } from '../../theme/theme';

/** One application of a remediation: its steps, its proof, and the way back. */
export function RunPart({ run }: { readonly run: RunView }) {
  const t = useText();
  const words = useCatalogue();
  const language = useLanguage();
  return (
    <Paper
      component="section"
      aria-label={t('run.label', { title: words.remediation(run.remediation)?.title ?? run.remediation })}
      sx={{ p: 3, my: 3 }}
    >
      <Typography variant="h2">{words.remediation(run.remediation)?.title ?? run.remediation}</Typography>
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {run.status === 'verified' && run.result !== null ? t(`result.${run.result}`) : t(`run.${run.status}`)}
      </Typography>
      <Box component="ol" sx={{ pl: 5 }}>
        {run.steps.map((step, index) => (
          <Box component="li" key={index} sx={{ overflowWrap: 'anywhere' }}>
            <Box component="code" sx={{ fontFamily: MONO, fontSize: 13 }}>
              {step.line}
            </Box>{' '}
            {t(`step-status.${step.status}`)} {step.status !== 'done' && step.detail}
          </Box>
        ))}
      </Box>
      {run.values.length > 0 && (
        <Facts>
          <thead>
            <tr>
              <th>{t('run.value')}</th>
              <th>{t('run.before')}</th>
              <th>{t('run.after')}</th>
            </tr>
          </thead>
          <tbody>
            {run.values.map((value) => (
              <tr key={`${value.probe}${value.pointer}`}>
                <td>{citedLabel(language, value.probe, value.pointer)}</td>
                <td>{valueText({ value: value.before, list: null }, t)}</td>
                <td>{valueText({ value: value.after, list: null }, t)}</td>
              </tr>
            ))}
          </tbody>
        </Facts>
      )}
      {run.undoable && (
        <Button variant="outlined" sx={{ mt: 2 }} onClick={() => undoRemedy(run.run)}>
          {t('undo')}
        </Button>
      )}
    </Paper>
  );
}
