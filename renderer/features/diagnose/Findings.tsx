import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { styled } from '@mui/material/styles';
import type { SessionView } from '../../../shared/ipc/view';
import { openLink } from '../../app/actions';
import { useCatalogue, useText } from '../../app/text';
import { Mono } from '../../components/Mono';
import { Verbatim } from '../../components/Verbatim';
import { Verdict } from '../../components/Verdict';
import type { VerdictKind } from '../../components/verdict-kind';

const Row = styled('li')(({ theme }) => ({
  padding: '4px 0 4px 20px',
  borderBottom: `1px solid ${theme.palette.divider}`,
  fontSize: 13,
  overflowWrap: 'anywhere',
}));

/** What was found, could not be checked and was ruled out: each verdict once, with all it was said of. */
export function Findings({ session }: { readonly session: SessionView }) {
  const t = useText();
  const words = useCatalogue();
  const { finding, ruledOut, notChecked } = session;
  const isEmpty = !finding && ruledOut.length + notChecked.length === 0;
  const causeOf = (symptom: string, cause: string) => words.symptom(symptom)?.causes[cause]?.title ?? cause;
  // More than one step may rule out the same cause.
  const excluded = new Set(ruledOut.map(({ symptom, cause }) => causeOf(symptom, cause)));
  return (
    <Box component="section" aria-label={t('findings')} sx={{ minWidth: 0 }}>
      <Typography variant="h2">{t('findings')}</Typography>
      {isEmpty && <Typography sx={{ color: 'text.secondary', mt: 1 }}>{t('findings.none')}</Typography>}
      {finding && (
        <Group kind={finding.verdict}>
          <Row>{causeOf(finding.symptom, finding.cause)}</Row>
        </Group>
      )}
      <Group kind="could-not-check" count={notChecked.length}>
        {notChecked.map(({ probe, reason }) => (
          <Row key={probe}>{t('unchecked.reason', { what: words.probe(probe), reason: t(`reason.${reason}`) })}</Row>
        ))}
      </Group>
      <Group kind="ruled-out" count={excluded.size}>
        {[...excluded].map((cause) => (
          <Row key={cause}>{cause}</Row>
        ))}
      </Group>
      <ThenAndNow symptom={finding?.symptom ?? session.symptom} commands={session.pageCommands} />
    </Box>
  );
}

function Group({
  kind,
  count,
  children,
}: {
  readonly kind: VerdictKind;
  readonly count?: number;
  readonly children: React.ReactNode;
}) {
  if (count === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Verdict kind={kind} {...(count === undefined ? {} : { count })} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {children}
      </Box>
    </Box>
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
          <Box sx={{ my: 1 }}>
            <Verbatim text={command} />
          </Box>
          <Typography variant="body2">{words.symptom(symptom)?.pageCommands?.[id]}</Typography>
          {instead.length > 0 && <Mono text={instead.join('\n')} label={t('then-and-now.instead')} />}
        </Box>
      ))}
      <Button onClick={() => openLink(`page-${symptom}`)}>{t('then-and-now.page')}</Button>
    </Box>
  );
}
