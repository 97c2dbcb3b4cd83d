import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import { type SymptomId, symptoms } from '../../../shared/catalogue/symptoms';
import type { SessionView } from '../../../shared/ipc/view';
import { type CatalogueWords, type Translate, useCatalogue, useText } from '../../app/text';
import { NodeDetail } from './NodeDetail';
import { curve, layout, type PlacedNode } from './layout';
import { MapNode } from './MapNode';
import { compact, type TreeNode, treeOf } from './tree';

/** One tree: what is near the path, and a way to open the rest. */
export function TreeView({ session, symptom }: { readonly session: SessionView; readonly symptom: SymptomId }) {
  const t = useText();
  const { palette } = useTheme();
  const words = useCatalogue();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const drawn = useMemo(() => layout(compact(treeOf(symptoms[symptom], session), opened)), [session, symptom, opened]);
  const last = lastLit(drawn.nodes);
  const detail = drawn.nodes.find(({ id }) => id === chosen);
  const choose = (node: TreeNode) => {
    if (node.kind === 'more') setOpened(new Set([...opened, node.what]));
    else setChosen(node.id);
  };
  return (
    <>
      <Box
        sx={{
          overflow: 'auto',
          maxHeight: 'max(280px, calc(100vh - 300px))',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          mt: 2,
        }}
        role="group"
        aria-label={t('map.label')}
        tabIndex={0}
      >
        <div style={{ position: 'relative', width: drawn.width, height: drawn.height }}>
          <svg width={drawn.width} height={drawn.height} aria-hidden="true" style={{ position: 'absolute' }}>
            {drawn.edges.map((edge) => (
              <path
                key={`${edge.from} ${edge.answer}`}
                d={curve(edge.points)}
                fill="none"
                stroke="currentColor"
                color={edge.lit ? palette.primary.main : palette.text.disabled}
                strokeWidth={edge.lit ? 3 : 1}
              />
            ))}
          </svg>
          {drawn.nodes.map((node) => (
            <MapNode
              key={node.id}
              node={node}
              text={textOf(node, symptom, words, t)}
              chosen={node.id === chosen}
              centred={node.id === last?.id}
              onChoose={() => choose(node)}
            />
          ))}
        </div>
      </Box>
      {detail && <NodeDetail node={detail} symptom={symptom} text={textOf(detail, symptom, words, t)} />}
    </>
  );
}

function lastLit(nodes: readonly PlacedNode[]): PlacedNode | null {
  return nodes.filter(({ lit }) => lit).sort((a, b) => b.x - a.x)[0] ?? null;
}

function textOf(node: TreeNode, symptom: SymptomId, words: CatalogueWords, t: Translate): string {
  const text = words.symptom(symptom);
  switch (node.kind) {
    case 'step':
      return text?.steps[node.what]?.question ?? node.what;
    case 'cause':
      return text?.causes[node.what]?.title ?? node.what;
    case 'symptom':
      return words.symptom(node.what)?.title ?? node.what;
    case 'ruled-out':
      return t('map.ruled-out');
    case 'unknown':
      return t('map.unknown');
    case 'more':
      return t('map.more-named', { count: node.hidden });
  }
}
