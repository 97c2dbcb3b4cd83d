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
import { Unchecked } from './Unchecked';

/** What the machine says about a question, and from what; or why it cannot say. */
export function Proposal({
  step,
  asking,
}: {
  readonly step: PathStepView;
  /** What the node is being asked right now. */
  readonly asking: readonly string[];
}) {
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
          <Verdict kind="could-not-check" />
          <Unchecked items={proposal.probes} />
          <Button variant="outlined" onClick={askAgain}>
            {t('ask-again')}
          </Button>
        </Box>
      );
    case 'not-asked':
      return asking.length > 0 ? (
        <>
          <Typography>{t('proposal.asking')}</Typography>
          <Box component="ul" sx={{ my: 1, pl: 5 }}>
            {asking.map((probe) => (
              <li key={probe}>{catalogue.probe(probe)}</li>
            ))}
          </Box>
        </>
      ) : (
        <>
          <Typography sx={{ mb: 2 }}>{t('proposal.not-asked')}</Typography>
          <Button variant="outlined" onClick={askAgain}>
            {t('ask-again')}
          </Button>
        </>
      );
    case 'person':
      return <Typography>{t('proposal.person')}</Typography>;
  }
}
