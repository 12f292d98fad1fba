// Starts the workbench's page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { applyTheme, storedTheme } from './state/theme.ts';
import './style/base.css';
import './style/frame.css';
import './style/sidebar.css';
import './style/messages.css';
import './style/texts.css';
import './style/blocks.css';
import './style/welcome.css';
import './style/writing.css';
import './style/overlays.css';
import './style/narrow.css';

applyTheme(storedTheme());
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
