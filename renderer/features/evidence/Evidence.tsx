import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { Response } from '../../../shared/ipc/contract';
import type { ProbeView } from '../../../shared/ipc/view';
import { api } from '../../app/api';
import { useStore } from '../../app/store';
import { useCatalogue, useText } from '../../app/text';
import { Mono } from '../../components/Mono';
import { Verdict } from '../../components/Verdict';
import { MONO } from '../../theme/theme';
import { RawLines } from './RawLines';

/** Every read of the session: when, how long, what came of it, and the raw answer. */
export function Evidence() {
  const session = useStore((state) => state.session);
  const wanted = useStore((state) => state.probe);
  const t = useText();
  if (!session) return null;
  const cited = [
    ...session.path.flatMap(({ proposal }) => ('citations' in proposal ? proposal.citations : [])),
    ...(session.finding?.citations ?? []),
  ];
  return (
    <>
      <Typography variant="h1" sx={{ mb: 1 }}>
        {t('screen.evidence')}
      </Typography>
      {session.probes.length === 0 && <Typography>{t('evidence.none')}</Typography>}
      {session.probes.map((probe) => (
        <ProbePart
          key={probe.probe}
          probe={probe}
          open={probe.probe === wanted}
          marks={cited.filter((citation) => citation.probe === probe.probe).map((citation) => citation.value)}
        />
      ))}
    </>
  );
}

function ProbePart({
  probe,
  open,
  marks,
}: {
  readonly probe: ProbeView;
  readonly open: boolean;
  readonly marks: readonly string[];
}) {
  const words = useCatalogue();
  const t = useText();
  return (
    <Box component="details" open={open} sx={{ borderBottom: 1, borderColor: 'divider', py: 2 }}>
      <Box component="summary" sx={{ cursor: 'pointer' }}>
        {words.probe(probe.probe)} {probe.status === 'could-not-check' && <Verdict kind="could-not-check" />}{' '}
        {probe.reason !== null && t(`reason.${probe.reason}`)} {probe.detail}{' '}
        {probe.reads.length > 0 && (
          <Box component="span" sx={{ ml: 1, fontSize: 13, color: 'text.secondary' }}>
            {t('evidence.took', {
              count: probe.reads.length,
              milliseconds: probe.reads.reduce((sum, read) => sum + read.milliseconds, 0),
            })}
          </Box>
        )}
      </Box>
      {probe.reads.map((read) => (
        <ReadPart key={read.name} read={read} marks={marks} />
      ))}
    </Box>
  );
}

function ReadPart({ read, marks }: { readonly read: ProbeView['reads'][number]; readonly marks: readonly string[] }) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <Box sx={{ my: 3, pl: 4 }}>
      <Typography variant="h3">{read.name}</Typography>
      <Box sx={{ color: 'text.secondary' }}>
        {t('evidence.read', {
          at: read.at,
          milliseconds: read.milliseconds,
          outcome: t(`reason.${read.outcome}`),
          size: read.size,
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

function Raw({ hash, marks }: { readonly hash: string; readonly marks: readonly string[] }) {
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
