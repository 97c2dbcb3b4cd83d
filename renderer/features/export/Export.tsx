import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { ExportFormat, Response } from '../../../shared/ipc/contract';
import type { Language } from '../../../shared/i18n/language';
import { HIDDEN } from '../../../shared/transcript/names';
import { showExport } from '../../app/actions';
import { api } from '../../app/api';
import { useLanguage, useNumber, useText } from '../../app/text';
import { MONO } from '../../theme/theme';

const FORMATS = ['markdown', 'html', 'json', 'pdf', 'bundle'] as const satisfies readonly ExportFormat[];

/** What took the place of what is hidden, as each format writes it; every second part of a text that is split by it. */
const PSEUDONYMS = new RegExp(`((?:\\\\?<|&lt;)(?:${HIDDEN.join('|')})-\\d{1,6}(?:\\\\?>|&gt;))`);

/** The transcript as it will be handed out, with what is hidden, and the way to save it. */
export function Export() {
  const t = useText();
  const current = useLanguage();
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const [language, setLanguage] = useState<Language>(current);
  const [shown, setShown] = useState<{ format: ExportFormat; preview: Response<'export.preview'> } | null>(null);
  const [saved, setSaved] = useState<Response<'export.save'> | null>(null);
  useEffect(() => {
    let live = true;
    void api.command('export.preview', { format, language }).then((preview) => {
      if (live) setShown({ format, preview });
    });
    return () => {
      live = false;
    };
  }, [format, language]);
  return (
    <>
      <Typography variant="h1">{t('screen.export')}</Typography>
      <Box sx={{ display: 'flex', gap: 3, my: 3, flexWrap: 'wrap' }}>
        <TextField
          select
          size="small"
          label={t('export.format')}
          value={format}
          onChange={(event) => setFormat(FORMATS.find((item) => item === event.target.value) ?? 'markdown')}
          sx={{ minWidth: 200 }}
        >
          {FORMATS.map((item) => (
            <MenuItem key={item} value={item}>
              {t(`format.${item}`)}
            </MenuItem>
          ))}
        </TextField>
        {format !== 'bundle' && (
          <TextField
            select
            size="small"
            label={t('language')}
            value={language}
            onChange={(event) => setLanguage(event.target.value === 'ja' ? 'ja' : 'en')}
            sx={{ minWidth: 160 }}
          >
            <MenuItem value="en">English</MenuItem>
            <MenuItem value="ja">日本語</MenuItem>
          </TextField>
        )}
        <Button
          variant="contained"
          aria-label={t('export.save-named', { what: t(`format.${format}`) })}
          onClick={() => void api.command('export.save', { format, language }).then(setSaved)}
        >
          {t('export.save')}
        </Button>
      </Box>
      <div role="status">
        {saved?.kind === 'saved' && <Saved saved={saved} />}
        {saved?.kind === 'failed' && (
          <Alert severity="error" sx={{ mb: 3 }}>{`${t(`trouble.${saved.what}`)} ${saved.detail}`}</Alert>
        )}
      </div>
      {shown && <PreviewPart preview={shown.preview} isBundle={shown.format === 'bundle'} />}
    </>
  );
}

type SavedFile = Extract<Response<'export.save'>, { kind: 'saved' }>;

/** Where the file is, and by what it is known again. */
function Saved({ saved: { path, size, sha256 } }: { readonly saved: SavedFile }) {
  const t = useText();
  const number = useNumber();
  return (
    <Alert severity="success" sx={{ mb: 3, overflowWrap: 'anywhere' }}>
      <div>{t('export.saved', { path })}</div>
      <Box sx={{ fontFamily: MONO, fontSize: 13 }}>{t('export.saved-hash', { sha256 })}</Box>
      <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 3 }}>
        {t('export.saved-size', { size: number(size) })}
        <Button color="inherit" onClick={showExport}>
          {t('export.show')}
        </Button>
      </Box>
    </Alert>
  );
}

function PreviewPart({
  preview,
  isBundle,
}: {
  readonly preview: Response<'export.preview'>;
  /** Hides nothing but secrets, as its warning says. */
  readonly isBundle: boolean;
}) {
  const t = useText();
  if (preview.kind === 'failed') {
    return <Alert severity="error">{`${t(`trouble.${preview.what}`)} ${preview.detail}`}</Alert>;
  }
  return (
    <>
      {preview.warning !== null && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {preview.warning}
        </Alert>
      )}
      {!isBundle && <Hidden replaced={preview.replaced} />}
      <Typography variant="h2">{t(isBundle ? 'export.events' : 'export.preview')}</Typography>
      {preview.cut && <Typography>{t('export.cut')}</Typography>}
      <Box
        component="pre"
        tabIndex={0}
        role="region"
        aria-label={t('export.preview')}
        sx={{
          fontFamily: MONO,
          fontSize: 13,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          mt: 1,
          p: 3,
        }}
      >
        {preview.text
          .split(PSEUDONYMS)
          .map((part, index) => (index % 2 === 0 ? part : <mark key={index}>{part}</mark>))}
      </Box>
    </>
  );
}

type Shown = Extract<Response<'export.preview'>, { kind: 'preview' }>;

/** How many different values are hidden, by what they are. */
function Hidden({ replaced }: Pick<Shown, 'replaced'>) {
  const t = useText();
  return (
    <>
      <Typography variant="h2">{t('export.hidden')}</Typography>
      {replaced.length === 0 ? (
        <Typography sx={{ mb: 3 }}>{t('export.hidden.none')}</Typography>
      ) : (
        <Box
          component="ul"
          sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, m: 0, mb: 3, p: 0, listStyle: 'none' }}
        >
          {replaced.map(({ what, count }) => (
            <li key={what}>{t('export.hidden.item', { what: t(`hidden.${what}`), count })}</li>
          ))}
        </Box>
      )}
    </>
  );
}
