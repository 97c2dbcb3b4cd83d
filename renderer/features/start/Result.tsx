import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Recognised } from '../../../shared/ipc/contract';
import { startSession } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Facts } from '../../components/Facts';
import { MONO } from '../../theme/theme';

/** Symptoms, the likeliest first, each with the words of the text that speak for it; and what the codes in it mean. */
export function Result({ recognised: { symptoms, codes } }: { readonly recognised: Recognised }) {
  const t = useText();
  const words = useCatalogue();
  if (symptoms.length + codes.length === 0) {
    return (
      <Typography role="status" sx={{ mb: 3 }}>
        {t('start.not-recognised')}
      </Typography>
    );
  }
  return (
    <Box role="status" sx={{ mb: 3, display: 'flex', flexDirection: 'column', gap: 3 }}>
      {symptoms.length > 0 && (
        <section>
          <Typography variant="h2">{t('start.recognised')}</Typography>
          <Box component="ol" sx={{ m: 0, pl: 5 }}>
            {symptoms.map(({ symptom, matched }) => (
              <Box component="li" key={symptom} sx={{ py: 1 }}>
                <Link component="button" type="button" onClick={() => void startSession(symptom)}>
                  {words.symptom(symptom)?.title ?? symptom}
                </Link>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, fontSize: 13 }}>
                  {[...new Set(matched.map(ends))].map((match) => (
                    <Box key={match} component="mark" sx={{ fontFamily: MONO, px: 1, overflowWrap: 'anywhere' }}>
                      {match}
                    </Box>
                  ))}
                </Box>
              </Box>
            ))}
          </Box>
        </section>
      )}
      {codes.length > 0 && (
        <section>
          <Typography variant="h2">{t('start.codes')}</Typography>
          <Facts>
            <tbody>
              {codes.map(({ code, name, meaning }) => (
                <tr key={code}>
                  <Box component="td" sx={{ fontFamily: MONO, whiteSpace: 'nowrap' }}>
                    {code}
                  </Box>
                  <Box component="td" sx={{ fontFamily: MONO }}>
                    {name}
                  </Box>
                  <td>{meaning}</td>
                </tr>
              ))}
            </tbody>
          </Facts>
        </section>
      )}
    </Box>
  );
}

const LONGEST_MATCH = 80;

/** Both ends of what matched: the words that speak for a symptom stand there, and the whole is in the field above. */
function ends(match: string): string {
  if (match.length <= LONGEST_MATCH) return match;
  const half = LONGEST_MATCH / 2;
  // A word is not cut in two, unless it is longer than there is room.
  const first = match.slice(0, half).replace(/(\S)\s+\S*$/, '$1');
  const last = match.slice(-half).replace(/^\S*\s+(?=\S)/, '');
  return `${first} … ${last}`;
}
