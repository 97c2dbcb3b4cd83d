import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { AppView } from '../../shared/ipc/contract';
import type { Fact, NodeFacts } from '../../shared/ipc/node-facts';
import { chooseFromNodes, openBundle } from './actions';
import { useStore } from './store';
import { type Translate, useLanguage, useText } from './text';

/** Which node is looked at, what is known of it, and the way to another one. */
export function NodeBar() {
  const node = useStore((state) => state.app?.node);
  const told = useStore((state) => state.session?.node);
  const facts = node ? merged(node.facts, told) : null;
  const isLimited = facts?.rights.kind === 'known' && !facts.rights.elevated;
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 5,
        rowGap: 1,
        px: 4,
        py: 1.5,
        minHeight: 52,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: isLimited ? 'warningSurface' : 'background.paper',
      }}
    >
      {node && facts && <Known node={node} facts={facts} isLimited={isLimited} />}
    </Box>
  );
}

function Known({
  node,
  facts,
  isLimited,
}: {
  readonly node: AppView['node'];
  readonly facts: NodeFacts;
  readonly isLimited: boolean;
}) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <Box component="dl" sx={{ display: 'contents' }}>
        <Cell label={t('node')} value={factText(facts.name, t)} strong />
        <Cell label={t('node.windows')} value={factText(facts.windows, t)} />
        <Cell label={t('node.kubernetes')} value={factText(facts.kubernetes, t)} />
        <Cell label={t('node.runtime')} value={factText(facts.runtime, t)} />
        <Cell label={t('node.cni')} value={factText(facts.cni, t)} />
        <Cell label={t('node.rights')} value={rightsText(facts.rights, t)} strong={isLimited} amber={isLimited} />
      </Box>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', ml: 'auto', minWidth: 0 }}>
        <Box component="dl" sx={{ m: 0, mr: 2, minWidth: 0 }}>
          <Cell label={t(`source.${node.kind}`)} value={{ text: node.title[language], known: true }} />
        </Box>
        <Button variant="outlined" aria-haspopup="dialog" onClick={() => void chooseFromNodes()}>
          {t('node.change')}
        </Button>
        <Button onClick={() => void openBundle()}>{t('bundle.open')}</Button>
      </Box>
    </>
  );
}

interface CellValue {
  readonly text: string;
  readonly known: boolean;
}

function Cell({
  label,
  value,
  strong = false,
  amber = false,
}: {
  readonly label: string;
  readonly value: CellValue;
  readonly strong?: boolean;
  readonly amber?: boolean;
}) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box component="dt" sx={{ fontSize: 12, lineHeight: 1.3, color: 'text.secondary' }}>
        {label}
      </Box>
      <Box
        component="dd"
        sx={{
          m: 0,
          fontSize: 13,
          lineHeight: 1.4,
          fontWeight: strong ? 600 : 400,
          color: amber ? 'verdict.likely' : value.known ? 'text.primary' : 'text.secondary',
          overflowWrap: 'anywhere',
        }}
      >
        {value.text}
      </Box>
    </Box>
  );
}

/** A session knows the node as it is now; where it did not ask, what was told at first holds. */
function merged(first: NodeFacts, session: NodeFacts | undefined): NodeFacts {
  if (!session) return first;
  const pick = <K extends keyof NodeFacts>(key: K): NodeFacts[K] =>
    session[key].kind === 'known' || first[key].kind === 'not-asked' ? session[key] : first[key];
  return {
    name: pick('name'),
    windows: pick('windows'),
    kubernetes: pick('kubernetes'),
    runtime: pick('runtime'),
    cni: pick('cni'),
    rights: pick('rights'),
  };
}

function factText(fact: Fact, t: Translate): CellValue {
  if (fact.kind === 'known') return { text: fact.value, known: true };
  if (fact.kind === 'not-asked') return { text: t('node.not-asked'), known: false };
  return { text: t('node.unchecked', { reason: t(`reason.${fact.reason}`) }), known: false };
}

function rightsText(rights: NodeFacts['rights'], t: Translate): CellValue {
  if (rights.kind !== 'known') return factText(rights, t);
  return { text: t(rights.elevated ? 'node.elevated' : 'node.not-elevated'), known: true };
}
