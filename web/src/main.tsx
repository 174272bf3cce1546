import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startLanguage } from './locales/i18n';
import './ui/tokens.css';
import './ui/base.css';

async function start(root: HTMLElement): Promise<void> {
  await startLanguage();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) {
  void start(root);
}
