import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { styled } from '@mui/material/styles';
import type { SessionView } from '../../../shared/ipc/view';
import { goBack } from '../../app/actions';
import { useText } from '../../app/text';
import { useStepWords } from '../../app/step-words';

const Item = styled('li')(({ theme }) => ({
  padding: '8px 0 8px 4px',
  borderBottom: `1px solid ${theme.palette.divider}`,
  '&::marker': { color: theme.palette.text.secondary },
  '&[aria-current="step"]': { fontWeight: 600 },
}));

/** The steps so far with their answers; each can be answered anew. */
export function PathList({ session }: { readonly session: SessionView }) {
  const t = useText();
  const words = useStepWords();
  return (
    <Box component="section" aria-label={t('path')}>
      <Typography variant="h2">{t('path')}</Typography>
      <Box component="ol" sx={{ pl: 5, m: 0, fontSize: 13 }}>
        {session.path.map((step) => (
          <Item key={step.key} aria-current={step.answer === null ? 'step' : undefined}>
            <div>{words(step.key).question}</div>
            {step.answer !== null && (
              <Box sx={{ display: 'flex', alignItems: 'baseline', columnGap: 1, flexWrap: 'wrap' }}>
                <strong>{words(step.key).answer(step.answer)}</strong>
                <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
                  {t(`by.${step.by ?? 'machine'}`)}
                </Box>
                <Button
                  sx={{ ml: 'auto', minWidth: 0, py: 0, fontSize: 12 }}
                  onClick={() => goBack(step.key)}
                  aria-label={t('path.change-named', { question: words(step.key).question })}
                >
                  {t('path.change')}
                </Button>
              </Box>
            )}
          </Item>
        ))}
      </Box>
    </Box>
  );
}
