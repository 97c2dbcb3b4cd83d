import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Preview } from '../../../shared/ipc/contract';
import { useText } from '../../app/text';
import { Facts } from '../../components/Facts';
import { VerdictMark } from '../../components/VerdictMark';
import type { VerdictKind } from '../../components/verdict-kind';
import { MONO } from '../../theme/theme';

type Writes = Extract<Preview, { kind: 'writes' }>;

/** Of many Pods the first are shown until all are asked for: what will run is not to be pushed out of sight. */
const FIRST = 12;

/** Risks look like the verdicts that weigh as much. */
const LOOKS: Readonly<Record<Writes['risk'], VerdictKind>> = {
  safe: 'ruled-out',
  'disrupts-pods': 'likely',
  destructive: 'confirmed',
};

/** How dangerous a change is, and whom it hurts for how long. */
export function Hurts({ preview: { risk, pods, seconds } }: { readonly preview: Writes }) {
  const t = useText();
  return (
    <Facts sx={{ mt: 2, '& td, & th': { fontSize: 14 } }}>
      <tbody>
        <tr>
          <th scope="row">{t('remedy.risk')}</th>
          <td>
            <Box
              component="span"
              sx={{
                display: 'inline-flex',
                alignItems: 'center',
                gap: 1.5,
                fontWeight: 600,
                color: `verdict.${LOOKS[risk]}`,
              }}
            >
              <VerdictMark kind={LOOKS[risk]} />
              {t(`risk.${risk}`)}
            </Box>
          </td>
        </tr>
        <tr>
          <th scope="row">{t('remedy.pods')}</th>
          <td>{pods === null ? t('remedy.hurts.unknown') : <Pods pods={pods} seconds={seconds} />}</td>
        </tr>
      </tbody>
    </Facts>
  );
}

function Pods({ pods, seconds }: { readonly pods: readonly string[]; readonly seconds: number | null }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const count = pods.length;
  if (count === 0) return t('remedy.hurts.nobody');
  const isCut = !all && count > FIRST;
  return (
    <>
      {seconds === null ? t('remedy.hurts.pods', { count }) : t('remedy.hurts.pods-seconds', { count, seconds })}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', columns: '280px', fontFamily: MONO, fontSize: 13 }}>
        {(isCut ? pods.slice(0, FIRST) : pods).map((pod) => (
          <li key={pod}>{pod}</li>
        ))}
      </Box>
      {isCut && <Button onClick={() => setAll(true)}>{t('remedy.hurts.all', { count })}</Button>}
    </>
  );
}
