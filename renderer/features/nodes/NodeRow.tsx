import { styled } from '@mui/material/styles';

const Row = styled('button')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 230px 140px 180px',
  columnGap: 12,
  alignItems: 'center',
  width: '100%',
  minHeight: 32,
  padding: '4px 8px',
  border: '1px solid transparent',
  borderRadius: theme.shape.borderRadius,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { backgroundColor: theme.palette.action.hover },
  '& > :not(:first-of-type)': { color: theme.palette.text.secondary, fontSize: 13 },
  // A row that stands alone looks like what it is.
  '&[data-short]': { gridTemplateColumns: 'auto minmax(0, 1fr)', borderColor: theme.palette.divider },
  [theme.breakpoints.down('md')]: { display: 'flex', flexWrap: 'wrap' },
}));

/** One node, and what tells it from the others. */
export function NodeRow({
  title,
  details,
  onChoose,
}: {
  readonly title: string;
  readonly details: readonly string[];
  readonly onChoose: () => void;
}) {
  return (
    <Row type="button" data-node data-short={details.length === 1 || undefined} onClick={onChoose}>
      <span>{title}</span>
      {details.map((detail) => (
        <span key={detail}>{detail}</span>
      ))}
    </Row>
  );
}
