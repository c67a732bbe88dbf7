import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SessionView } from '../../../src/features/people/contract.ts';
import { waysQuery } from '../../api/queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { signInByPasskey } from '../second-factor/passkey.ts';
import { PasskeyButton } from '../second-factor/passkey-button.tsx';
import { ProviderWay } from './provider-way.tsx';
import { takeReturned } from './returned.ts';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

const noProblem = { status: 0, fields: {}, faults: [], more: {} };

export function SignInPage({ onEnter }: { readonly onEnter: (session: SessionView) => void }): ReactNode {
  const { t, language, switchLanguage } = useText();
  const [returned] = useState(takeReturned);
  const [isHalf, setIsHalf] = useState(returned.isHalf);
  const { data: ways } = useQuery(waysQuery(returned.problem));
  useTitle(t('console.sign-in.title'));
  return (
    <main className="console-plain sign-in">
      <p className="brand">Tuntas</p>
      <h1>{t('console.sign-in.title')}</h1>
      <p>{t('console.sign-in.intro')}</p>
      {ways?.problem == null ? null : (
        <ProblemNote problem={{ ...noProblem, code: returned.problem ?? '', ...ways.problem }} />
      )}
      {ways?.provider == null || isHalf ? null : <ProviderWay name={ways.provider.name} />}
      <SignInForm onEnter={onEnter} isHalf={isHalf} onStep={setIsHalf} isSecond={ways?.provider != null} />
      {ways?.passkeys !== true || isHalf ? null : (
        <PasskeyButton
          label={t('console.passkey.sign-in')}
          className="btn wide"
          use={signInByPasskey}
          onDone={onEnter}
        />
      )}
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
