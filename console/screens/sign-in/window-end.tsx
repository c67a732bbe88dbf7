import { type ReactNode, useEffect } from 'react';
import { useTitle } from '../../app/use-title.ts';
import { useText } from '../../text/text-context.tsx';
import { tellOpener } from './at-provider.ts';
import './sign-in.css';

/** The end of a visit to the provider in a window of its own: the page behind it is told, and this one closes. */
export function WindowEnd(): ReactNode {
  const { t } = useText();
  const problem = new URLSearchParams(window.location.search).get('masalah');
  useTitle(t('console.window.title'));
  useEffect(() => {
    tellOpener({ problem });
    window.close();
  }, [problem]);
  return (
    <main className="console-plain sign-in">
      <p className="brand">Tuntas</p>
      <h1>{t('console.window.title')}</h1>
      <p>{t(problem === null ? 'console.window.done' : 'console.window.failed')}</p>
    </main>
  );
}
