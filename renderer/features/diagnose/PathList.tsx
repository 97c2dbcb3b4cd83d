import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SessionView } from '../../../shared/ipc/view';
import { goBack } from '../../app/actions';
import { useText } from '../../app/text';
import { useStepWords } from './step-words';

/** The steps so far with their answers; each can be answered anew. */
export function PathList({ session }: { readonly session: SessionView }) {
  const t = useText();
  const words = useStepWords();
  return (
    <Box component="section" aria-label={t('path')}>
      <Typography variant="h2">{t('path')}</Typography>
      <Box component="ol" sx={{ pl: 5, m: 0 }}>
        {session.path.map((step) => (
          <Box component="li" key={step.key} sx={{ py: 1 }}>
            <div>{words(step.key).question}</div>
            {step.answer !== null && (
              <Box sx={{ color: 'text.secondary' }}>
                {words(step.key).answer(step.answer)} · {t(`by.${step.by ?? 'machine'}`)}
                <Button
                  onClick={() => goBack(step.key)}
                  aria-label={t('path.change-named', { question: words(step.key).question })}
                >
                  {t('path.change')}
                </Button>
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
