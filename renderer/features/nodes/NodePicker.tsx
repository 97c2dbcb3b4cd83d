import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import type { NodeChoice } from '../../../shared/ipc/contract';
import { chooseNode, closeDialog, forgetTrouble, openBundle } from '../../app/actions';
import { useStore } from '../../app/store';
import { useCatalogue, useLanguage, useText } from '../../app/text';
import { searchable } from '../../app/unbroken';
import { NodeRow } from './NodeRow';

/** Every node that can be looked at: this machine, a bundle, and the practice nodes by what their operator sees. */
export function NodePicker() {
  const t = useText();
  const title = useId();
  const nodes = useStore((state) => state.nodes);
  const trouble = useStore((state) => state.trouble);
  const [text, setText] = useState('');
  const close = () => {
    forgetTrouble();
    closeDialog();
  };
  return (
    <Dialog open onClose={close} aria-labelledby={title} fullWidth maxWidth="lg" onKeyDown={moveFocus}>
      <DialogTitle id={title}>{t('nodes.title')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 3, height: 640 }}>
        {trouble && (
          <Alert severity="warning" role="alert" sx={{ flex: 'none' }}>
            {t(`trouble.${trouble.what}`)} {trouble.detail}
          </Alert>
        )}
        <Box sx={{ flex: 'none' }}>
          <NodeRow title={t('nodes.live')} details={[t('nodes.live-hint')]} onChoose={() => void chooseNode('live')} />
        </Box>
        <TextField
          autoFocus
          fullWidth
          size="small"
          sx={{ flex: 'none', mt: 1 }}
          label={t('nodes.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Box sx={{ overflow: 'auto', minHeight: 160, flex: 1 }}>{nodes && <Groups nodes={nodes} text={text} />}</Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void openBundle()}>{t('bundle.open')}</Button>
        <Box sx={{ flex: 1 }} />
        <Button onClick={close}>{t('close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** Arrow keys go from node to node, out of the search field as well. */
function moveFocus(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-node]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Groups({ nodes, text }: { readonly nodes: readonly NodeChoice[]; readonly text: string }) {
  const t = useText();
  const language = useLanguage();
  const words = useCatalogue();
  const detailsOf = (node: NodeChoice) => [
    node.windows,
    t(`windows-language.${node.language}`),
    t(`flavour.${node.flavour}`),
  ];
  const app = useStore((state) => state.app);
  const order = app?.symptoms.map(({ id }) => id) ?? [];
  const groupOf = (symptom: string | null) =>
    symptom === null ? t('nodes.healthy') : (words.symptom(symptom)?.title ?? symptom);
  const wanted = searchable(text.trim()).split(/\s+/);
  const shown = nodes.filter((node) => {
    const all = searchable([node.title.en, node.title.ja, groupOf(node.symptom), ...detailsOf(node)].join(' '));
    return wanted.every((word) => all.includes(word));
  });
  if (shown.length === 0) return <p>{t('nodes.none')}</p>;
  return [...order, null].map((symptom) => {
    const members = shown.filter((node) => node.symptom === symptom);
    if (members.length === 0) return null;
    const name = groupOf(symptom);
    return (
      <Box component="section" key={name} aria-label={name} sx={{ mb: 4 }}>
        <Box component="h3" sx={{ m: 0, mb: 1, fontSize: 12, fontWeight: 600, color: 'text.secondary' }}>
          {name}
        </Box>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {members.map((node) => (
            <li key={node.name}>
              <NodeRow
                title={node.title[language]}
                details={detailsOf(node)}
                onChoose={() => void chooseNode(node.name)}
              />
            </li>
          ))}
        </Box>
      </Box>
    );
  });
}
