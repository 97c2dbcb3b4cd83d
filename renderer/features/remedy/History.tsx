import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Preview } from '../../../shared/ipc/contract';
import { type TextKey, type Translate, useText, useTime } from '../../app/text';
import { Facts } from '../../components/Facts';

type Writes = Extract<Preview, { kind: 'writes' }>;
type Ran = Writes['earlierRuns'][number];

/** When it ran on this node before, what came of it, and how long it was until it was wanted again. Newest first. */
export function History({ runs, now }: { readonly runs: readonly Ran[]; readonly now: number }) {
  const t = useText();
  const time = useTime();
  if (runs.length === 0) return null;
  return (
    <Box component="section" sx={{ my: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('remedy.history')}
      </Typography>
      <Facts>
        <thead>
          <tr>
            <th scope="col">{t('remedy.ran-at')}</th>
            <th scope="col">{t('remedy.ran-result')}</th>
            <th scope="col">{t('remedy.ran-until')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, index) => (
            <tr key={run.at}>
              <td>{time(run.at)}</td>
              <td>{t(resultKey(run.result))}</td>
              <td>{span(Date.parse(run.at), index === 0 ? now : Date.parse(runs[index - 1]?.at ?? ''), t)}</td>
            </tr>
          ))}
        </tbody>
      </Facts>
    </Box>
  );
}

function resultKey(result: Ran['result']): TextKey {
  switch (result) {
    case 'fixed':
    case 'changed-but-failing':
    case 'no-change':
    case 'worse':
    case 'could-not-check':
      return `result.${result}`;
    default:
      return `run.${result}`;
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function span(from: number, to: number, t: Translate): string {
  const length = Math.max(0, to - from);
  if (length < HOUR) return t('remedy.minutes', { count: Math.round(length / MINUTE) });
  if (length < 2 * DAY) return t('remedy.hours', { count: Math.round(length / HOUR) });
  return t('remedy.days', { count: Math.round(length / DAY) });
}
