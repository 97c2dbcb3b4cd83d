import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { askAnew, show } from '../../app/actions';
import { useStore } from '../../app/store';
import { useCatalogue, useText } from '../../app/text';
import { MonoLines } from '../../components/Mono';
import { Consent } from './Consent';
import { RunPart } from './RunPart';

/** A remediation before, while and after it runs. */
export function Remedy() {
  const session = useStore((state) => state.session);
  const preview = useStore((state) => state.preview);
  const t = useText();
  const words = useCatalogue();
  if (!session) return null;
  const text = preview && 'remediation' in preview ? words.remediation(preview.remediation) : null;
  return (
    <>
      <Typography variant="h1" sx={{ mb: 3 }}>
        {text?.title ?? t('screen.remedy')}
      </Typography>
      {preview?.kind === 'writes' && <Consent preview={preview} />}
      {preview?.kind === 'copy' && (
        <>
          <Typography sx={{ maxWidth: '80ch', mb: 2 }}>{text?.touches}</Typography>
          <Typography>{t('remedy.copy')}</Typography>
          <MonoLines lines={preview.lines} />
          <Typography sx={{ mt: 3 }}>{t('remedy.copy-then')}</Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
            <Button variant="outlined" onClick={askAnew}>
              {t('ask-again')}
            </Button>
            <BackToFinding />
          </Box>
        </>
      )}
      {preview?.kind === 'not-here' && (
        <>
          <Typography sx={{ maxWidth: '80ch', mb: 2 }}>{text?.notHere[preview.why] ?? preview.why}</Typography>
          <BackToFinding />
        </>
      )}
      {!preview && session.runs.length === 0 && <Typography>{t('remedy.none')}</Typography>}
      {[...session.runs].reverse().map((run) => (
        <RunPart key={run.run} run={run} />
      ))}
    </>
  );
}

function BackToFinding() {
  const t = useText();
  return (
    <Button variant="outlined" onClick={() => show('diagnose')}>
      {t('remedy.back')}
    </Button>
  );
}
