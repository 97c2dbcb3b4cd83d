import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { isSymptomId } from '../../../shared/catalogue/symptoms';
import { useStore } from '../../app/store';
import { useCatalogue, useText } from '../../app/text';
import { Verdict } from '../../components/Verdict';
import { TreeView } from './TreeView';

/** The trees that the session went through, the way taken lit. */
export function TreeMap() {
  const session = useStore((state) => state.session);
  const t = useText();
  const words = useCatalogue();
  if (!session) return null;
  const visited = [...new Set([session.symptom, ...session.path.map((step) => step.key.split('/')[0] ?? '')])].filter(
    isSymptomId,
  );
  return (
    <>
      <Typography variant="h1">{t('screen.map')}</Typography>
      {visited.map((id) => (
        <Box component="section" key={id} sx={{ mt: 2 }}>
          <Typography variant="h2">{words.symptom(id)?.title}</Typography>
          <TreeView session={session} symptom={id} />
        </Box>
      ))}
      <Legend />
    </>
  );
}

const KINDS = ['confirmed', 'likely', 'ruled-out', 'unknown', 'could-not-check'] as const;

/** In the map there is room for the shapes alone; here is what they say. */
function Legend() {
  const t = useText();
  return (
    <Box
      component="ul"
      aria-label={t('map.legend')}
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, m: 0, mt: 2, p: 0, listStyle: 'none', fontSize: 13 }}
    >
      {KINDS.map((kind) => (
        <li key={kind}>
          <Verdict kind={kind} />
        </li>
      ))}
    </Box>
  );
}
