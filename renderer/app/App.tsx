import Box from '@mui/material/Box';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { Start } from '../features/start/Start';
import { SMALL, winnowTheme } from '../theme/theme';
import { Announcer } from './Announcer';
import { Faults } from './Faults';
import { Limits } from './Limits';
import { NodeBar } from './NodeBar';
import { Rail } from './Rail';
import { served } from './served';
import { type Screen, useStore } from './store';
import { StatusLine } from './StatusLine';
import { useLanguage } from './text';
import { Trouble } from './Trouble';
import { useKeys } from './use-keys';

const Diagnose = lazy(async () => ({ default: (await import('../features/diagnose/Diagnose')).Diagnose }));
const TreeMap = lazy(async () => ({ default: (await import('../features/map/TreeMap')).TreeMap }));
const Evidence = lazy(async () => ({ default: (await import('../features/evidence/Evidence')).Evidence }));
const Remedy = lazy(async () => ({ default: (await import('../features/remedy/Remedy')).Remedy }));
const Check = lazy(async () => ({ default: (await import('../features/check/Check')).Check }));
const Sessions = lazy(async () => ({ default: (await import('../features/sessions/Sessions')).Sessions }));
const Export = lazy(async () => ({ default: (await import('../features/export/Export')).Export }));
const Settings = lazy(async () => ({ default: (await import('../features/settings/Settings')).Settings }));
const NodePicker = lazy(async () => ({ default: (await import('../features/nodes/NodePicker')).NodePicker }));
const KeyList = lazy(async () => ({ default: (await import('../features/keys/KeyList')).KeyList }));

const screens: Readonly<Record<Screen, React.ComponentType>> = {
  start: Start,
  check: Check,
  diagnose: Diagnose,
  map: TreeMap,
  evidence: Evidence,
  remedy: Remedy,
  export: Export,
  sessions: Sessions,
  settings: Settings,
};

/** The frame: the node above, the rail at the left, the screen, and what is going on below. */
export function App() {
  const language = useLanguage();
  const chosen = useStore((state) => state.app?.settings.theme ?? served.theme);
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const mode = chosen === 'system' ? (systemDark ? 'dark' : 'light') : chosen;
  const theme = useMemo(() => winnowTheme(mode, language), [mode, language]);
  useKeys();

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      <Faults>
        <Box
          sx={{
            height: '100%',
            display: 'grid',
            gridTemplateRows: 'auto minmax(0, 1fr) auto',
            // Magnified or in a small window everything stacks, and the page scrolls as a whole.
            [SMALL]: { height: 'auto', minHeight: '100%' },
          }}
        >
          <NodeBar />
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: 'auto minmax(0, 1fr)',
              minHeight: 0,
              [SMALL]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
            }}
          >
            <Rail />
            <Content />
          </Box>
          <StatusLine />
          <Announcer />
          <Dialogs />
        </Box>
      </Faults>
    </ThemeProvider>
  );
}

function Content() {
  const screen = useStore((state) => state.screen);
  const main = useRef<HTMLElement>(null);
  const Current = screens[screen];
  useEffect(() => {
    main.current?.scrollTo({ top: 0 });
    // What had the focus is gone with the screen before; who came by the rail stays there.
    if (document.activeElement === document.body) main.current?.focus();
  }, [screen]);
  return (
    <Box
      ref={main}
      component="main"
      sx={{ overflow: 'auto', p: 4, minWidth: 0, outline: 'none !important', [SMALL]: { overflow: 'visible', p: 3 } }}
      tabIndex={-1}
    >
      <Limits />
      <Trouble />
      <Suspense fallback={null}>
        <Current />
      </Suspense>
    </Box>
  );
}

function Dialogs() {
  const dialog = useStore((state) => state.dialog);
  return (
    <Suspense fallback={null}>
      {dialog === 'nodes' && <NodePicker />}
      {dialog === 'keys' && <KeyList />}
    </Suspense>
  );
}
