import { styled } from '@mui/material/styles';
import { SMALL } from '../theme/theme';
import { show } from './actions';
import { type Screen, useStore } from './store';
import { useText } from './text';

const AFTER = ['check', 'sessions', 'settings'] as const satisfies readonly Screen[];
const IN_SESSION = ['diagnose', 'map', 'evidence', 'remedy', 'export'] as const satisfies readonly Screen[];

const Nav = styled('nav')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 132,
  padding: '8px 0',
  borderRight: `1px solid ${theme.palette.divider}`,
  backgroundColor: theme.palette.background.paper,
  overflow: 'auto',
  [SMALL]: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    padding: 0,
    borderRight: 0,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
}));

const Item = styled('button')(({ theme }) => ({
  minHeight: 32,
  padding: '4px 16px 4px 13px',
  border: 0,
  borderLeft: '3px solid transparent',
  background: 'none',
  color: theme.palette.text.primary,
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  outlineOffset: '-2px !important',
  '&:hover': { backgroundColor: theme.palette.action.hover },
  '&[aria-current="page"]': {
    borderLeftColor: theme.palette.primary.main,
    backgroundColor: theme.palette.action.selected,
    fontWeight: 600,
  },
  // Transparent borders are drawn there, so the chosen one has to be told apart by its weight and its fill.
  '@media (forced-colors: active)': {
    borderLeftColor: 'Canvas',
    '&[aria-current="page"]': { borderLeftColor: 'Highlight' },
  },
}));

/** The way from screen to screen. */
export function Rail() {
  const screen = useStore((state) => state.screen);
  const inSession = useStore((state) => state.session !== null);
  const t = useText();
  const list: readonly Screen[] = ['start', ...(inSession ? IN_SESSION : []), ...AFTER];
  return (
    <Nav aria-label={t('rail')}>
      {list.map((item) => (
        <Item key={item} type="button" aria-current={item === screen ? 'page' : undefined} onClick={() => show(item)}>
          {t(`screen.${item}`)}
        </Item>
      ))}
    </Nav>
  );
}
