import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { changeSettings } from '../../app/actions';
import { useStore } from '../../app/store';
import { useText } from '../../app/text';

const THEMES = ['system', 'light', 'dark'] as const;
const SHELLS = ['system', 'windows', 'pwsh', 'file'] as const;

/** Language, colours, and the PowerShell that asks this machine. */
export function Settings() {
  const app = useStore((state) => state.app);
  const t = useText();
  if (!app) return null;
  const { settings } = app;
  return (
    <>
      <Typography variant="h1" sx={{ mb: 4 }}>
        {t('screen.settings')}
      </Typography>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, maxWidth: 320 }}>
        <TextField
          select
          size="small"
          label={t('language')}
          value={settings.language}
          onChange={(event) =>
            void changeSettings({ ...settings, language: event.target.value === 'ja' ? 'ja' : 'en' })
          }
        >
          <MenuItem value="en">English</MenuItem>
          <MenuItem value="ja">日本語</MenuItem>
        </TextField>
        <TextField
          select
          size="small"
          label={t('theme')}
          value={settings.theme}
          onChange={(event) =>
            void changeSettings({ ...settings, theme: THEMES.find((item) => item === event.target.value) ?? 'system' })
          }
        >
          {THEMES.map((theme) => (
            <MenuItem key={theme} value={theme}>
              {t(`theme.${theme}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label={t('shell')}
          value={settings.shell}
          helperText={settings.shell === 'file' ? app.shellFile : null}
          onChange={(event) =>
            void changeSettings({ ...settings, shell: SHELLS.find((item) => item === event.target.value) ?? 'system' })
          }
        >
          {SHELLS.map((shell) => (
            <MenuItem key={shell} value={shell}>
              {t(`shell.${shell}`)}
            </MenuItem>
          ))}
        </TextField>
        <Typography>{t('settings.version', { version: app.version })}</Typography>
      </Box>
    </>
  );
}
