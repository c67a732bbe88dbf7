import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { InvitationView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { waysQuery } from '../../api/queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { knowsPasskeys } from '../second-factor/passkey.ts';
import { PasskeySetup } from '../second-factor/passkey-setup.tsx';
import { AcceptPassword } from './accept-password.tsx';
import { goToProvider } from './at-provider.ts';
import './sign-in.css';

/** Where an invitation leads: who it is for, and the ways in to choose from. Its secret never leaves the address's end. */
export function AcceptPage(): ReactNode {
  const { t } = useText();
  const [token] = useState(() => window.location.hash.slice(1));
  const [view, setView] = useState<InvitationView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useTitle(t('console.accept.title'));
  useEffect(() => {
    void send<InvitationView>('POST', '/invitation', { body: { token } }).then((result) => {
      if (result.ok) setView(result.value);
      else setProblem(result.error);
    });
  }, [token]);
  return (
    <main className="console-plain sign-in">
      <p className="brand">Tuntas</p>
      <h1>{t('console.accept.title')}</h1>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {problem?.code === 'invalid-input' ? <p>{t('console.accept.no-token')}</p> : null}
      {view === null && problem === null ? <Skeleton lines={4} /> : null}
      {view === null ? null : <Ways view={view} token={token} />}
    </main>
  );
}

function Ways({ view, token }: { readonly view: InvitationView; readonly token: string }): ReactNode {
  const { t } = useText();
  const { data: ways } = useQuery(waysQuery());
  const [problem, setProblem] = useState<Problem | null>(null);
  const { name, email, institution } = view;
  const provider = ways?.provider ?? null;
  return (
    <>
      <p>{t('console.accept.for', { name, email, institution: institution ?? 'Tuntas' })}</p>
      <p>{t('console.accept.choose')}</p>
      {provider === null ? null : (
        <section className="block">
          <h2>{t('console.accept.provider', { name: provider.name })}</h2>
          <p className="note">{t('console.accept.provider.note')}</p>
          {problem === null ? null : <ProblemNote problem={problem} />}
          <p className="row-acts">
            <button
              type="button"
              className="btn primary"
              onClick={() => void goToProvider(token).then(setProblem)}
            >
              {t('console.sign-in.by-provider', { name: provider.name })}
            </button>
          </p>
        </section>
      )}
      <AcceptPassword token={token} email={email} isSecond={provider !== null} />
      {ways?.passkeys === true && knowsPasskeys ? (
        <section className="block">
          <h2>{t('console.accept.passkey')}</h2>
          <p className="note">{t('console.passkey.note')}</p>
          <PasskeySetup invitation={token} onDone={() => window.location.assign('/konsol/')} />
        </section>
      ) : null}
    </>
  );
}
