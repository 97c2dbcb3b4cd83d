import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { PathStepView } from '../../../shared/ipc/view';
import { askAgain } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Citations } from '../../components/Citations';
import { Verdict } from '../../components/Verdict';
import { useStepWords } from '../../app/step-words';

/** What the machine says about a question, and from what; or why it cannot say. */
export function Proposal({ step }: { readonly step: PathStepView }) {
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
              <Box component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere', minWidth: 0 }}>
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
