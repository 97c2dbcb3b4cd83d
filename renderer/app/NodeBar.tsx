import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { openBundle, chooseNode } from './actions';
import { useStore } from './store';
import { useLanguage, useText } from './text';

/** Which node is looked at, and the menu to look at another. */
export function NodeBar() {
  const app = useStore((state) => state.app);
  const t = useText();
  const language = useLanguage();
  if (!app) return null;
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box component="span" sx={{ fontWeight: 600 }}>
        {t(`source.${app.node.kind}`)}
      </Box>
      <TextField
        select
        size="small"
        label={t('node')}
        value={app.node.name}
        onChange={(event) => void chooseNode(event.target.value)}
        sx={{ minWidth: 320, maxWidth: 560 }}
      >
        {(app.nodes.some((node) => node.name === app.node.name) ? app.nodes : [app.node, ...app.nodes]).map((node) => (
          <MenuItem key={node.name} value={node.name} disabled={node.kind === 'bundle'}>
            {node.title[language]}
          </MenuItem>
        ))}
      </TextField>
      <Button onClick={() => void openBundle()}>{t('bundle.open')}</Button>
      {!app.node.writable && <Box component="span">{t('node.read-only')}</Box>}
    </Box>
  );
}
