import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useStore } from '../../app/store';
import { useCatalogue } from '../../app/text';
import { Findings } from './Findings';
import { PathList } from './PathList';
import { Question } from './Question';

/** The way so far, the question, and what was found. */
export function Diagnose() {
  const session = useStore((state) => state.session);
  const words = useCatalogue();
  if (!session) return null;
  return (
    <>
      <Typography variant="h1" sx={{ mb: 3 }}>
        {words.symptom(session.symptom)?.title ?? session.symptom}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: { xs: '1fr', md: '240px minmax(0, 1fr)', xl: '260px minmax(0, 1fr) 380px' },
        }}
      >
        <PathList session={session} />
        <Question session={session} />
        <Box sx={{ gridColumn: { md: '2', xl: 'auto' } }}>
          <Findings session={session} />
        </Box>
      </Box>
    </>
  );
}
