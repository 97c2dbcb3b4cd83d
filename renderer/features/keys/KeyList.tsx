import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { closeDialog } from '../../app/actions';
import { KEYS } from '../../app/keys';
import { useText } from '../../app/text';
import { Key } from '../../components/Key';

const Table = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  '& th, & td': { textAlign: 'left', height: 32, padding: '0 12px 0 0', fontWeight: 400 },
  '& thead th': { fontWeight: 600 },
});

/** All keys of the window. */
export function KeyList() {
  const t = useText();
  const title = useId();
  return (
    <Dialog open onClose={closeDialog} aria-labelledby={title}>
      <DialogTitle id={title}>{t('keys.title')}</DialogTitle>
      <DialogContent>
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('keys.key')}</th>
              <th scope="col">{t('keys.does')}</th>
            </tr>
          </thead>
          <tbody>
            {KEYS.map(({ shown, text }) => (
              <tr key={shown}>
                <th scope="row">
                  <Key>{shown}</Key>
                </th>
                <td>{t(text)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={closeDialog}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
