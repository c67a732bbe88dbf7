import type { ReactNode } from 'react';
import type { SessionView } from '../../../src/features/people/contract.ts';
import { useTitle } from '../../app/use-title.ts';
import { useText } from '../../text/text-context.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

export function SignInPage({ onEnter }: { readonly onEnter: (session: SessionView) => void }): ReactNode {
  const { t, language, switchLanguage } = useText();
  useTitle(t('console.sign-in.title'));
  return (
    <main className="console-plain sign-in">
      <p className="brand">Tuntas</p>
      <h1>{t('console.sign-in.title')}</h1>
      <p>{t('console.sign-in.intro')}</p>
      <SignInForm onEnter={onEnter} />
      <p className="note">{t('console.sign-in.help')}</p>
      <p className="sign-in-foot">
        <a className="link" href="/">
          {t('console.sign-in.citizen')}
        </a>
        <button
          type="button"
          className="btn bare link"
          lang={language === 'id' ? 'en' : 'id'}
          onClick={() => void switchLanguage(language === 'id' ? 'en' : 'id')}
        >
          {language === 'id' ? 'English' : 'Bahasa Indonesia'}
        </button>
      </p>
    </main>
  );
}
