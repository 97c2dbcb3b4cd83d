import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { startOver, tellOfBug } from './actions';
import { useText } from './text';

interface State {
  readonly failed: boolean;
}

/** Where a bug keeps the page from being drawn, a sentence and a way back stand in its place instead of nothing. */
export class Faults extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    tellOfBug(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Fault
        onBack={() => {
          startOver();
          this.setState({ failed: false });
        }}
      />
    );
  }
}

function Fault({ onBack }: { readonly onBack: () => void }) {
  const t = useText();
  return (
    <Box component="main" sx={{ p: 4 }}>
      <Alert
        severity="error"
        role="alert"
        action={
          <Button color="inherit" onClick={onBack}>
            {t('fault.back')}
          </Button>
        }
      >
        {t('fault.page')}
      </Alert>
    </Box>
  );
}
