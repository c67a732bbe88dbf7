import './app/trusted-html.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client.ts';
import { router } from './app/router.tsx';
import { SessionGate } from './app/session-gate.tsx';
import { Announcements } from './parts/status-line.tsx';
import { TextProvider } from './text/text-context.tsx';
import './styles/base.css';
import './styles/controls.css';
import './styles/overlays.css';
import './styles/page.css';
import './styles/shell.css';

const WindowEnd = lazy(async () => ({
  default: (await import('./screens/sign-in/window-end.tsx')).WindowEnd,
}));

const AcceptPage = lazy(async () => ({
  default: (await import('./screens/sign-in/accept-page.tsx')).AcceptPage,
}));

/** Pages for people who are not signed in, or are already elsewhere. */
const Apart = { '/konsol/jendela': WindowEnd, '/konsol/undangan': AcceptPage }[window.location.pathname];

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TextProvider>
        <Announcements>
          {Apart !== undefined ? (
            <Suspense fallback={null}>
              <Apart />
            </Suspense>
          ) : (
            <SessionGate>
              <RouterProvider router={router} />
            </SessionGate>
          )}
        </Announcements>
      </TextProvider>
    </QueryClientProvider>
  </StrictMode>,
);
