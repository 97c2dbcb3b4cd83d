import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { styled } from '@mui/material/styles';
import type { SessionView } from '../../../shared/ipc/view';
import { openLink } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Mono } from '../../components/Mono';
import { Verdict } from '../../components/Verdict';
import type { VerdictKind } from '../../components/verdict-kind';
import { MONO } from '../../theme/theme';

const Row = styled('li')(({ theme }) => ({
  padding: '6px 0',
  borderBottom: `1px solid ${theme.palette.divider}`,
  fontSize: 13,
}));

/** What was found, ruled out and could not be checked, each in a line. */
export function Findings({ session }: { readonly session: SessionView }) {
  const t = useText();
  const words = useCatalogue();
  const { finding, ruledOut, notChecked } = session;
  const isEmpty = !finding && ruledOut.length + notChecked.length === 0;
  const causeOf = (symptom: string, cause: string) => words.symptom(symptom)?.causes[cause]?.title ?? cause;
  return (
    <Box component="section" aria-label={t('findings')} sx={{ minWidth: 0 }}>
      <Typography variant="h2">{t('findings')}</Typography>
      {isEmpty && <Typography sx={{ color: 'text.secondary', mt: 1 }}>{t('findings.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {finding && <Line kind={finding.verdict} text={causeOf(finding.symptom, finding.cause)} />}
        {notChecked.map(({ probe, reason }) => (
          <Line key={probe} kind="could-not-check" text={`${words.probe(probe)}: ${t(`reason.${reason}`)}`} />
        ))}
        {ruledOut.map(({ cause, symptom, step }) => (
          <Line key={`${step}:${cause}`} kind="ruled-out" text={causeOf(symptom, cause)} />
        ))}
      </Box>
      <ThenAndNow symptom={finding?.symptom ?? session.symptom} commands={session.pageCommands} />
    </Box>
  );
}

function Line({ kind, text }: { readonly kind: VerdictKind; readonly text: string }) {
  return (
    <Row>
      <Verdict kind={kind} />
      <Box sx={{ pl: '20px', overflowWrap: 'anywhere' }}>{text}</Box>
    </Row>
  );
}

interface Page {
  readonly symptom: string;
  readonly commands: SessionView['pageCommands'];
}

function ThenAndNow({ symptom, commands }: Page) {
  const t = useText();
  const words = useCatalogue();
  return (
    <Box component="details" sx={{ mt: 4, fontSize: 13 }}>
      <Box component="summary" sx={{ cursor: 'pointer', minHeight: 24 }}>
        {t('then-and-now')}
      </Box>
      <Typography variant="body2" sx={{ maxWidth: '80ch', my: 1, whiteSpace: 'pre-line' }}>
        {words.symptom(symptom)?.thenAndNow}
      </Typography>
      {commands.map(({ id, command, instead }) => (
        <Box key={id} sx={{ my: 3 }}>
          <Typography variant="body2">{t('then-and-now.do-not-run')}</Typography>
          <Box
            component="code"
            sx={{
              display: 'block',
              my: 1,
              fontFamily: MONO,
              fontSize: 13,
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
            }}
          >
            {command}
          </Box>
          <Typography variant="body2">{words.symptom(symptom)?.pageCommands?.[id]}</Typography>
          {instead.length > 0 && <Mono text={instead.join('\n')} label={t('then-and-now.instead')} />}
        </Box>
      ))}
      <Button onClick={() => openLink(`page-${symptom}`)}>{t('then-and-now.page')}</Button>
    </Box>
  );
}
