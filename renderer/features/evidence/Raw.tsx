import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { Response } from '../../../shared/ipc/contract';
import { api } from '../../app/api';
import { useText } from '../../app/text';
import { MONO } from '../../theme/theme';
import { RawLines } from './RawLines';

/** A raw answer, as much of it as was asked for. */
export function Raw({ hash, marks }: { readonly hash: string; readonly marks: readonly string[] }) {
  const t = useText();
  const [text, setText] = useState('');
  const [next, setNext] = useState<number | null>(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = (part: Response<'evidence.raw'>) => {
    if (part.kind === 'failed') {
      setTrouble(part.detail);
      setNext(null);
    } else {
      setText((before) => before + part.text);
      setNext(part.next);
    }
  };
  useEffect(() => {
    let live = true;
    void api.command('evidence.raw', { hash, offset: 0 }).then((part) => {
      if (live) take(part);
    });
    return () => {
      live = false;
    };
  }, [hash]);
  return (
    <Box sx={{ fontFamily: MONO, fontSize: 13 }}>
      {trouble !== null && <div role="alert">{trouble}</div>}
      <RawLines text={text} marks={marks} label={t('evidence.raw')} />
      {next !== null && next > 0 && (
        <Button onClick={() => void api.command('evidence.raw', { hash, offset: next }).then(take)}>
          {t('evidence.more')}
        </Button>
      )}
    </Box>
  );
}
