import Typography from '@mui/material/Typography';
import { useStore } from '../../app/store';
import { useCatalogue, useText } from '../../app/text';
import { Mono } from '../../components/Mono';
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
          {preview.lines.map((line) => (
            <Mono key={line} text={line} />
          ))}
        </>
      )}
      {preview?.kind === 'not-here' && <Typography>{text?.notHere[preview.why] ?? preview.why}</Typography>}
      {!preview && session.runs.length === 0 && <Typography>{t('remedy.none')}</Typography>}
      {[...session.runs].reverse().map((run) => (
        <RunPart key={run.run} run={run} />
      ))}
    </>
  );
}
