import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import type { SessionView } from '../../../shared/ipc/view';
import { showProbe } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Verbatim } from '../../components/Verbatim';
import Link from '@mui/material/Link';

const List = styled('ul')({ margin: '4px 0 12px', padding: '0 0 0 20px', listStyle: 'none' });

/** What could not be checked, why, and what the node said about it in full; each leads to its evidence. */
export function Unchecked({ items }: { readonly items: SessionView['notChecked'] }) {
  const t = useText();
  const words = useCatalogue();
  return (
    <List>
      {items.map(({ probe, reason, detail }) => (
        <Box component="li" key={probe} sx={{ py: 0.5 }}>
          <Link
            component="button"
            type="button"
            aria-label={t('citation.open', { label: words.probe(probe) })}
            onClick={() => showProbe(probe)}
            sx={{ textAlign: 'left', font: 'inherit', verticalAlign: 'baseline' }}
          >
            {words.probe(probe)}
          </Link>
          {': '}
          {t(`reason.${reason}`)}
          {detail !== '' && <Verbatim text={detail} quiet />}
        </Box>
      ))}
    </List>
  );
}
