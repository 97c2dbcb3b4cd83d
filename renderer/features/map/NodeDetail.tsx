import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { show } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Verdict } from '../../components/Verdict';
import type { TreeNode } from './tree';

/** What was chosen in the map, in full, and the way to it where the session was there. */
export function NodeDetail({
  node,
  symptom,
  text,
}: {
  readonly node: TreeNode;
  readonly symptom: string;
  readonly text: string;
}) {
  const t = useText();
  const words = useCatalogue().symptom(symptom);
  const answers = node.kind === 'step' ? Object.values(words?.steps[node.what]?.answers ?? {}) : [];
  return (
    <Box role="status" sx={{ mt: 2, maxWidth: '80ch' }}>
      {node.mark !== null && <Verdict kind={node.mark} />}
      <Typography variant="h3">{text}</Typography>
      {node.kind === 'cause' && <Typography>{words?.causes[node.what]?.explanation}</Typography>}
      {answers.length > 0 && (
        <Box component="ul" sx={{ my: 1, pl: 5 }}>
          {answers.map((answer) => (
            <li key={answer}>{answer}</li>
          ))}
        </Box>
      )}
      {node.lit && (
        <Button variant="outlined" sx={{ mt: 1 }} onClick={() => show('diagnose')}>
          {t(node.kind === 'cause' ? 'map.go-finding' : 'map.go')}
        </Button>
      )}
    </Box>
  );
}
