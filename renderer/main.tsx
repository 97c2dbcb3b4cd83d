import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { connect } from './app/actions';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content ?? '';
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');

void connect();
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={createCache({ key: 'w', nonce })}>
      <App />
    </CacheProvider>
  </StrictMode>,
);
