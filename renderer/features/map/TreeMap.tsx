import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { useEffect, useMemo, useRef } from 'react';
import { isSymptomId, symptoms } from '../../../shared/catalogue/symptoms';
import type { SessionView } from '../../../shared/ipc/view';
import { show } from '../../app/actions';
import { useStore } from '../../app/store';
import { type CatalogueWords, useCatalogue, useText } from '../../app/text';
import { BOX, layout, type MapNode } from './layout';

/** The whole tree, the way taken lit. */
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
        <Box component="section" key={id} sx={{ mt: 3 }}>
          <Typography variant="h2">{words.symptom(id)?.title}</Typography>
          <Tree session={session} symptom={id} />
        </Box>
      ))}
    </>
  );
}

function Tree({ session, symptom }: { readonly session: SessionView; readonly symptom: keyof typeof symptoms }) {
  const t = useText();
  const { palette } = useTheme();
  const words = useCatalogue();
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useMemo(() => layout(symptoms[symptom], session), [session, symptom]);
  useEffect(() => {
    const last = drawn.nodes
      .filter(({ lit }) => lit)
      .sort((a, b) => a.x - b.x)
      .at(-1);
    if (last)
      frame.current?.scrollTo({
        left: last.x - frame.current.clientWidth / 2,
        top: last.y - frame.current.clientHeight / 2,
      });
  }, [drawn]);
  return (
    <Box
      ref={frame}
      sx={{ overflow: 'auto', maxHeight: 520, border: 1, borderColor: 'divider', borderRadius: 1, mt: 2 }}
      role="group"
      aria-label={t('map.label')}
      tabIndex={0}
    >
      <div style={{ position: 'relative', width: drawn.width, height: drawn.height }}>
        <svg width={drawn.width} height={drawn.height} aria-hidden="true" style={{ position: 'absolute' }}>
          {drawn.edges.map((edge) => (
            <polyline
              key={`${edge.from} ${edge.answer}`}
              points={edge.points.map(({ x, y }) => `${x},${y}`).join(' ')}
              fill="none"
              stroke={edge.lit ? palette.primary.main : palette.divider}
              strokeWidth={edge.lit ? 3 : 1}
            />
          ))}
        </svg>
        {drawn.nodes.map((node) => (
          <MapBox key={node.id} node={node} text={textOf(node, symptom, words, t('map.ruled-out'), t('map.unknown'))} />
        ))}
      </div>
    </Box>
  );
}

function textOf(node: MapNode, symptom: string, words: CatalogueWords, ruledOut: string, unknown: string): string {
  const text = words.symptom(symptom);
  switch (node.kind) {
    case 'step':
      return text?.steps[node.what]?.question ?? node.what;
    case 'cause':
      return text?.causes[node.what]?.title ?? node.what;
    case 'symptom':
      return words.symptom(node.what)?.title ?? node.what;
    case 'ruled-out':
      return ruledOut;
    case 'unknown':
      return unknown;
  }
}

function MapBox({ node, text }: { readonly node: MapNode; readonly text: string }) {
  return (
    <Box
      component="button"
      type="button"
      onClick={() => show('diagnose')}
      title={text}
      sx={{
        position: 'absolute',
        left: node.x - BOX.width / 2,
        top: node.y - BOX.height / 2,
        width: BOX.width,
        height: BOX.height,
        px: 2,
        font: 'inherit',
        fontSize: 13,
        lineHeight: 1.3,
        textAlign: 'left',
        overflow: 'hidden',
        color: node.lit ? 'text.primary' : 'text.secondary',
        bgcolor: 'background.paper',
        border: node.lit ? 2 : 1,
        borderColor: node.lit ? 'primary.main' : 'divider',
        borderStyle: node.kind === 'step' ? 'solid' : 'dashed',
        borderRadius: 1,
        cursor: 'pointer',
      }}
    >
      {text}
    </Box>
  );
}
