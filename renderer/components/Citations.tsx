import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import type { CitedView } from '../../shared/ipc/view';
import { showProbe } from '../app/actions';
import { useCatalogue, useExactTime, useLanguage, useText } from '../app/text';
import { MONO } from '../theme/theme';
import { citedLabel } from '../../shared/catalogue/cited/cited';
import { valueText } from '../../shared/catalogue/cited/value-text';

const List = styled('ul')(({ theme }) => ({
  margin: '8px 0',
  padding: '4px 12px',
  listStyle: 'none',
  borderLeft: `3px solid ${theme.palette.divider}`,
}));

const Value = styled('span')({ fontFamily: MONO, fontSize: 13, overflowWrap: 'anywhere' });

/** The observations that a proposal or a finding rests on, in words; each leads to its evidence. */
export function Citations({ citations }: { readonly citations: readonly CitedView[] }) {
  const words = useCatalogue();
  const language = useLanguage();
  const t = useText();
  const time = useExactTime();
  if (citations.length === 0) return null;
  return (
    <List>
      {citations.map((citation) => {
        const label = citedLabel(language, citation.probe, citation.pointer);
        return (
          <Box component="li" key={`${citation.probe}${citation.pointer}`} sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
            <Link
              component="button"
              type="button"
              aria-label={t('citation.open', { label })}
              title={`${words.probe(citation.probe)} ${citation.pointer}`}
              onClick={() => showProbe(citation.probe)}
              sx={{ textAlign: 'left', font: 'inherit', verticalAlign: 'baseline' }}
            >
              {label}
            </Link>
            {': '}
            <Value>{valueText(language, citation, time)}</Value>
            {citation.place !== null && (
              <Box component="span" sx={{ color: 'text.secondary', fontFamily: MONO, fontSize: 12 }}>
                {' '}
                ({citation.place})
              </Box>
            )}
          </Box>
        );
      })}
    </List>
  );
}
