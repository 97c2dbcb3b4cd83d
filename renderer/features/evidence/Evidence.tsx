import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ProbeView } from '../../../shared/ipc/view';
import { useStore } from '../../app/store';
import { durationText, useCatalogue, useText } from '../../app/text';
import { Verbatim } from '../../components/Verbatim';
import { Verdict } from '../../components/Verdict';
import { Reads } from './Reads';

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
  open: wanted,
  marks,
}: {
  readonly probe: ProbeView;
  readonly open: boolean;
  readonly marks: readonly string[];
}) {
  const words = useCatalogue();
  const t = useText();
  const [open, setOpen] = useState(wanted);
  return (
    <Box
      component="details"
      open={wanted}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      sx={{ borderBottom: 1, borderColor: 'divider', py: 2 }}
    >
      <Box component="summary" sx={{ cursor: 'pointer' }}>
        {words.probe(probe.probe)}
        {probe.reads > 0 && (
          <Box component="span" sx={{ ml: 2, fontSize: 13, color: 'text.secondary' }}>
            {t('evidence.took', { count: probe.reads, duration: durationText(probe.milliseconds, t) })}
          </Box>
        )}
        {probe.status === 'could-not-check' && <Unchecked probe={probe} />}
      </Box>
      {open && <Reads key={probe.since} probe={probe.probe} marks={marks} />}
    </Box>
  );
}

/** Why there is no answer, and what the node said about it in full. */
function Unchecked({ probe: { reason, detail } }: { readonly probe: ProbeView }) {
  const t = useText();
  return (
    <Box sx={{ pl: '15px' }}>
      <Verdict kind="could-not-check" />
      {reason !== null && ' '}
      {reason !== null && t(`reason.${reason}`)}
      {detail !== null && detail !== '' && <Verbatim text={detail} quiet />}
    </Box>
  );
}
