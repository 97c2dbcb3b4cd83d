import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { FindingView, SessionView } from '../../../shared/ipc/view';
import { openLink, previewRemedy } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Citations } from '../../components/Citations';
import { Verdict } from '../../components/Verdict';

/** What was found, ruled out and could not be checked. */
export function Findings({ session }: { readonly session: SessionView }) {
  const t = useText();
  const words = useCatalogue();
  return (
    <Box component="section" aria-label={t('findings')}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('findings')}
      </Typography>
      <div aria-live="polite">
        {session.finding ? <FindingCard finding={session.finding} /> : <Typography>{t('findings.none')}</Typography>}
      </div>
      {session.ruledOut.map(({ cause, symptom, step }) => (
        <Box key={`${step}:${cause}`} sx={{ display: 'flex', gap: 2, py: 1 }}>
          <Verdict kind="ruled-out" />
          <span>{words.symptom(symptom)?.causes[cause]?.title ?? cause}</span>
        </Box>
      ))}
      {session.notChecked.map(({ probe, reason }) => (
        <Box key={probe} sx={{ display: 'flex', gap: 2, py: 1, flexWrap: 'wrap' }}>
          <Verdict kind="could-not-check" />
          <span>
            {words.probe(probe)}: {t(`reason.${reason}`)}
          </span>
        </Box>
      ))}
      <ThenAndNow symptom={session.finding?.symptom ?? session.symptom} />
    </Box>
  );
}

function FindingCard({ finding }: { readonly finding: FindingView }) {
  const t = useText();
  const words = useCatalogue();
  const symptom = words.symptom(finding.symptom);
  const text = symptom?.causes[finding.cause];
  return (
    <Paper sx={{ p: 3, mb: 2 }}>
      <Verdict kind={finding.verdict} />
      <Typography variant="h3" sx={{ mt: 1 }}>
        {text?.title ?? finding.cause}
      </Typography>
      <Typography sx={{ my: 1 }}>{text?.explanation}</Typography>
      {finding.byDesign && <Typography sx={{ fontWeight: 600 }}>{t('finding.by-design')}</Typography>}
      {finding.explains.map((cause) => (
        <Typography key={cause}>{t('finding.explains', { cause: symptom?.causes[cause]?.title ?? cause })}</Typography>
      ))}
      {finding.citations.length > 0 ? (
        <Citations citations={finding.citations} />
      ) : (
        <Typography>{t(`finding.by.${finding.by}`)}</Typography>
      )}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 2 }}>
        {finding.remediations.map((id, index) => (
          <Button key={id} variant={index === 0 ? 'contained' : 'outlined'} onClick={() => void previewRemedy(id)}>
            {words.remediation(id)?.title ?? id}
          </Button>
        ))}
      </Box>
    </Paper>
  );
}

function ThenAndNow({ symptom }: { readonly symptom: string }) {
  const t = useText();
  const words = useCatalogue();
  return (
    <Box component="details" sx={{ mt: 3 }}>
      <summary>{t('then-and-now')}</summary>
      <Typography sx={{ maxWidth: '80ch', my: 1, whiteSpace: 'pre-line' }}>
        {words.symptom(symptom)?.thenAndNow}
      </Typography>
      <Button onClick={() => openLink(`page-${symptom}`)}>{t('then-and-now.page')}</Button>
    </Box>
  );
}
