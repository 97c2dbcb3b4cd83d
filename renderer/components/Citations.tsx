import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { CitedView } from '../../shared/ipc/view';
import { showProbe } from '../app/actions';
import { useCatalogue } from '../app/text';
import { MONO } from '../theme/theme';

/** The observations that a proposal or a finding rests on; each leads to its evidence. */
export function Citations({ citations }: { readonly citations: readonly CitedView[] }) {
  const words = useCatalogue();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {citations.map((citation) => (
        <Box component="li" key={`${citation.probe}${citation.pointer}`} sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
          <Link
            component="button"
            type="button"
            onClick={() => showProbe(citation.probe)}
            sx={{ textAlign: 'left', font: 'inherit' }}
          >
            {words.probe(citation.probe)}
          </Link>{' '}
          <Box component="span" sx={{ fontFamily: MONO, fontSize: 13 }}>
            {citation.pointer.slice(1).replaceAll('/', '.')} = {citation.value}
          </Box>
          {citation.place && (
            <Box component="span" sx={{ color: 'text.secondary', fontFamily: MONO, fontSize: 13 }}>
              {' '}
              ({citation.place})
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
