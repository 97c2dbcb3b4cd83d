import { styled } from '@mui/material/styles';

/** A small table of facts. */
export const Facts = styled('table')(({ theme }) => ({
  borderCollapse: 'collapse',
  fontSize: 13,
  maxWidth: '100%',
  '& th, & td': {
    padding: '6px 16px 6px 0',
    borderBottom: `1px solid ${theme.palette.divider}`,
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  '& th': { color: theme.palette.text.secondary, fontWeight: 600 },
}));
