import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { show } from './actions';
import { type Screen, useStore } from './store';
import { type TextKey, useText } from './text';

const ALWAYS = ['start', 'sessions', 'settings'] as const satisfies readonly Screen[];
const IN_SESSION = ['diagnose', 'map', 'evidence', 'remedy', 'export'] as const satisfies readonly Screen[];

/** The way from screen to screen. */
export function Rail() {
  const screen = useStore((state) => state.screen);
  const inSession = useStore((state) => state.session !== null);
  const t = useText();
  const list: readonly Screen[] = inSession ? ['start', ...IN_SESSION, 'sessions', 'settings'] : ALWAYS;
  return (
    <Box
      component="nav"
      aria-label={t('rail')}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
        p: 2,
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        overflow: 'auto',
      }}
    >
      {list.map((item) => (
        <Button
          key={item}
          color="inherit"
          aria-current={item === screen ? 'page' : undefined}
          onClick={() => show(item)}
          sx={{
            justifyContent: 'flex-start',
            fontWeight: item === screen ? 600 : 400,
            bgcolor: item === screen ? 'action.selected' : undefined,
          }}
        >
          {t(`screen.${item}` satisfies TextKey)}
        </Button>
      ))}
    </Box>
  );
}
