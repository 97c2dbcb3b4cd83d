import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { Response } from '../../../shared/ipc/contract';
import type { ReadView } from '../../../shared/ipc/view';
import { api } from '../../app/api';
import { durationText, useExactTime, useNumber, useText } from '../../app/text';
import { Mono } from '../../components/Mono';
import { MONO } from '../../theme/theme';
import { Raw } from './Raw';

/** The reads of a probe, asked for when they are to be seen. */
export function Reads({ probe, marks }: { readonly probe: string; readonly marks: readonly string[] }) {
  const t = useText();
  const [reads, setReads] = useState<readonly ReadView[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const take = (page: Response<'evidence.reads'>) => {
    // Another session may have begun meanwhile, which did not ask this.
    if (page.kind === 'failed') return;
    setReads((before) => [...before, ...page.reads]);
    setNext(page.next);
  };
  useEffect(() => {
    let live = true;
    void api.command('evidence.reads', { probe, from: 0 }).then((page) => {
      if (live) take(page);
    });
    return () => {
      live = false;
    };
  }, [probe]);
  return (
    <>
      {reads.map((read) => (
        <ReadPart key={read.name} read={read} marks={marks} />
      ))}
      {next !== null && (
        <Button onClick={() => void api.command('evidence.reads', { probe, from: next }).then(take)}>
          {t('evidence.more')}
        </Button>
      )}
    </>
  );
}

function ReadPart({ read, marks }: { readonly read: ReadView; readonly marks: readonly string[] }) {
  const t = useText();
  const time = useExactTime();
  const number = useNumber();
  const [shown, setShown] = useState(false);
  return (
    <Box sx={{ my: 3, pl: '15px' }}>
      <Typography variant="h3" sx={{ fontFamily: MONO, fontSize: 13 }}>
        {read.name}
      </Typography>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
        {t('evidence.read', {
          at: time(read.at),
          duration: durationText(read.milliseconds, t),
          outcome: t(`reason.${read.outcome}`),
          size: number(read.size),
        })}
      </Box>
      <Mono text={read.line} label={t('evidence.line')} />
      {read.raw !== null && (
        <Button onClick={() => setShown(!shown)}>{shown ? t('evidence.hide') : t('evidence.show')}</Button>
      )}
      {shown && read.raw !== null && <Raw key={read.raw} hash={read.raw} marks={marks} />}
    </Box>
  );
}
