import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { FindingView } from '../../../shared/ipc/view';
import { askAgain, previewRemedy, show } from '../../app/actions';
import { useStore } from '../../app/store';
import { useCatalogue, useText } from '../../app/text';
import { Citations } from '../../components/Citations';
import { Verdict } from '../../components/Verdict';

/** A finding: what it is, what it rests on, and what can be done about it. */
export function FindingCard({ finding }: { readonly finding: FindingView }) {
  const t = useText();
  const words = useCatalogue();
  const writable = useStore((state) => state.app?.node.writable ?? false);
  const symptom = words.symptom(finding.symptom);
  const text = symptom?.causes[finding.cause];
  // What it explains of other symptoms is told by a check of everything, where it is known whether that is there.
  const explained = finding.explains.flatMap((cause) => {
    const told = symptom?.causes[cause];
    return told ? [{ cause, title: told.title }] : [];
  });
  return (
    <Paper sx={{ p: 4, borderLeft: 4, borderLeftColor: `verdict.${finding.verdict}` }}>
      <Since finding={finding} />
      <Verdict kind={finding.verdict} />
      <Typography variant="h3" sx={{ mt: 1, fontSize: 16 }}>
        {text?.title ?? finding.cause}
      </Typography>
      <Typography sx={{ my: 2, maxWidth: '80ch' }}>{text?.explanation}</Typography>
      {finding.byDesign && <Typography sx={{ fontWeight: 600 }}>{t('finding.by-design')}</Typography>}
      {explained.map(({ cause, title }) => (
        <Typography key={cause}>{t('finding.explains', { cause: title })}</Typography>
      ))}
      {finding.citations.length > 0 ? (
        <Citations citations={finding.citations} />
      ) : (
        <Typography>{t(`finding.by.${finding.by}`)}</Typography>
      )}
      {finding.remediations.length > 0 && (
        <Box component="section" aria-label={t('remedy.offer')} sx={{ mt: 3 }}>
          {!writable && <Typography sx={{ mb: 2 }}>{t('remedy.read-only')}</Typography>}
          <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
            {finding.remediations.map((id, index) => (
              <Button key={id} variant={index === 0 ? 'contained' : 'outlined'} onClick={() => void previewRemedy(id)}>
                {words.remediation(id)?.title ?? id}
              </Button>
            ))}
          </Box>
        </Box>
      )}
    </Paper>
  );
}

/** A finding stands as it was found. What a remediation came to since then is said before it. */
function Since({ finding: { cause } }: { readonly finding: FindingView }) {
  const t = useText();
  const words = useCatalogue();
  const run = useStore((state) => state.session?.runs.findLast((item) => item.cause === cause));
  if (run?.status !== 'verified' || run.result === null) return null;
  const remedy = words.remediation(run.remediation)?.title ?? run.remediation;
  return (
    <Alert severity={run.result === 'fixed' ? 'success' : 'warning'} sx={{ mb: 3 }}>
      {t('finding.since', { remedy, result: t(`result.${run.result}`) })}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
        <Button variant="outlined" color="inherit" onClick={askAgain}>
          {t('ask-again')}
        </Button>
        <Button color="inherit" onClick={() => show('remedy')}>
          {t('finding.show-run')}
        </Button>
      </Box>
    </Alert>
  );
}
