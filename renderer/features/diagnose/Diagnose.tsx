import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import type { SessionView } from '../../../shared/ipc/view';
import { useStore } from '../../app/store';
import { useCatalogue, useText } from '../../app/text';
import { Findings } from './Findings';
import { PathList } from './PathList';
import { Question } from './Question';

/** Too narrow for three columns. */
const NARROW = '(max-width: 1099px)';
/** Too narrow for two. */
const ONE_COLUMN = '@media (max-width: 799px)';

/** The way so far, the question, and what was found. */
export function Diagnose() {
  const session = useStore((state) => state.session);
  const words = useCatalogue();
  const narrow = useMediaQuery(NARROW);
  if (!session) return null;
  return (
    <>
      <Typography variant="h1" sx={{ mb: 3 }}>
        {words.symptom(session.symptom)?.title ?? session.symptom}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          columnGap: 6,
          rowGap: 4,
          gridTemplateColumns: narrow ? '232px minmax(0, 1fr)' : '248px minmax(0, 1fr) 320px',
          [ONE_COLUMN]: { gridTemplateColumns: 'minmax(0, 1fr)' },
        }}
      >
        <PathList session={session} />
        {narrow ? (
          <Tabbed session={session} />
        ) : (
          <>
            <Question session={session} />
            <Findings session={session} />
          </>
        )}
      </Box>
    </>
  );
}

function Tabbed({ session }: { readonly session: SessionView }) {
  const [tab, setTab] = useState<'question' | 'findings'>('question');
  const t = useText();
  const ruledOut = new Set(session.ruledOut.map(({ symptom, cause }) => `${symptom}/${cause}`));
  const count = ruledOut.size + session.notChecked.length + (session.finding ? 1 : 0);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Tabs
        value={tab}
        onChange={(_event, value: unknown) => setTab(value === 'findings' ? 'findings' : 'question')}
        sx={{ minHeight: 32, mb: 3, borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value="question" id="tab-question" aria-controls="panel" label={t('tab.question')} sx={TAB} />
        <Tab value="findings" id="tab-findings" aria-controls="panel" label={t('tab.found', { count })} sx={TAB} />
      </Tabs>
      <div role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'question' ? <Question session={session} /> : <Findings session={session} />}
      </div>
    </Box>
  );
}

const TAB = { minHeight: 32, py: 1, textTransform: 'none' } as const;
