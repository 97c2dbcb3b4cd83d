import { styled } from '@mui/material/styles';
import { MONO } from '../theme/theme';

/** A key of the keyboard. */
export const Key = styled('kbd')({
  fontFamily: MONO,
  fontSize: 12,
  lineHeight: '16px',
  padding: '0 5px',
  border: '1px solid currentColor',
  borderRadius: 4,
  opacity: 0.85,
});
