import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { CheckView } from '../../../shared/ipc/check-view';
import { useText } from '../../app/text';
import { CauseRow, FindingRow, QuestionRow, UncheckedRow } from './rows';

/** Too narrow for columns: each row becomes a block. */
const NARROW = '@media (max-width: 799px)';

const Table = styled('table')(({ theme }) => ({
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th, & td': { padding: '6px 12px 6px 0', textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere' },
  '& tr': { borderBottom: `1px solid ${theme.palette.divider}` },
  '& thead th': { color: theme.palette.text.secondary, fontWeight: 600 },
  '& th[scope="rowgroup"]': { paddingTop: 16, fontSize: 14, fontWeight: 600 },
  [NARROW]: {
    '&, & tbody, & tr, & td, & th': { display: 'block' },
    '& thead': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    '& td': { padding: '2px 0' },
    '& tr': { padding: '6px 0' },
  },
}));

const COLUMNS = ['verdict', 'symptom', 'cause', 'evidence', 'action'] as const;
const WIDTHS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  verdict: '15%',
  symptom: '20%',
  cause: '26%',
  evidence: '23%',
  action: '16%',
};

/** One row a cause, question or reason: what matters most above, what was ruled out folded below. */
export function CheckTable({ check }: { readonly check: CheckView }) {
  const t = useText();
  const { findings, questions, notChecked } = check;
  const roots = findings.items.filter(({ follows }) => !follows);
  const follow = findings.items.filter(({ follows }) => follows);
  const reasons = [...new Set(notChecked.items.map(({ reason }) => reason))];
  const found = (items: typeof roots) =>
    items.map((item) => <FindingRow key={`${item.symptom}/${item.cause}`} finding={item} />);
  return (
    <Table aria-label={t('check.start')}>
      <colgroup>
        {COLUMNS.map((column) => (
          <col key={column} style={{ width: WIDTHS[column] }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`check.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <Group title={t('check.group.confirmed')}>{found(roots.filter(({ verdict }) => verdict === 'confirmed'))}</Group>
      <Group title={t('check.group.likely')}>{found(roots.filter(({ verdict }) => verdict === 'likely'))}</Group>
      <Group title={t('check.group.follows')} more={findings.more}>
        {found(follow)}
      </Group>
      <Group title={t('check.group.needs-you')} more={questions.more}>
        {questions.items.map((question) => (
          <QuestionRow key={question.step} question={question} />
        ))}
      </Group>
      <Group title={t('check.group.not-checked')} more={notChecked.more}>
        {reasons.map((reason) => (
          <UncheckedRow
            key={reason}
            reason={reason}
            items={notChecked.items.filter((item) => item.reason === reason)}
          />
        ))}
      </Group>
      <RuledOut ruledOut={check.ruledOut} />
    </Table>
  );
}

function Group({
  title,
  more = 0,
  children,
}: {
  readonly title: React.ReactNode;
  readonly more?: number;
  readonly children: readonly React.ReactNode[];
}) {
  const t = useText();
  if (children.length + more === 0) return null;
  return (
    <tbody>
      <tr>
        <th colSpan={COLUMNS.length} scope="rowgroup">
          {title}
        </th>
      </tr>
      {children}
      {more > 0 && (
        <tr>
          <td colSpan={COLUMNS.length}>{t('check.more', { count: more })}</td>
        </tr>
      )}
    </tbody>
  );
}

/** Many and seldom looked at, so folded. */
function RuledOut({ ruledOut }: Pick<CheckView, 'ruledOut'>) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const count = ruledOut.items.length + ruledOut.more;
  if (count === 0) return null;
  const title = (
    <Button aria-expanded={open} onClick={() => setOpen(!open)} sx={{ px: 2, ml: -2, fontWeight: 600 }}>
      {t('check.group.ruled-out', { count })}
    </Button>
  );
  return (
    <Group title={title} more={open ? ruledOut.more : 0}>
      {open ? ruledOut.items.map((item) => <CauseRow key={`${item.symptom}/${item.cause}`} found={item} />) : [null]}
    </Group>
  );
}
