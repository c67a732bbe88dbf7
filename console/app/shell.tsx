import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { StatusLine, useAnnouncer } from '../parts/status-line.tsx';
import { useText } from '../text/text-context.tsx';
import { Bar } from './bar.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { Rail } from './rail.tsx';
import { StandInNotice } from './stand-in-notice.tsx';
import { useKeys } from './use-keys.ts';

/** The frame around every screen: bar, rail, the line that says what was done, and the page. */
export function Shell(): ReactNode {
  const { t } = useText();
  const { clear } = useAnnouncer();
  const [help, setHelp] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // Pages that need the width.
  const isWide = path.includes('/perkara/') || path.includes('/sop/naskah/');

  useKeys({
    '/': () => document.getElementById('search')?.focus(),
    '?': () => setHelp(true),
  });

  // The last word belongs to the page on which it was said.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the path changes
  useEffect(() => clear(), [path]);

  return (
    <div className={isWide ? 'console slim' : 'console'}>
      <a className="skip" href="#content">
        {t('console.skip')}
      </a>
      <Bar onHelp={() => setHelp(true)} />
      <Rail />
      <main className="main" id="content" tabIndex={-1}>
        <OfflineNotice />
        <StandInNotice />
        <StatusLine />
        <Outlet />
      </main>
      {help ? <KeyboardHelp onClose={() => setHelp(false)} /> : null}
    </div>
  );
}
