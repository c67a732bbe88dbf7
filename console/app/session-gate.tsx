import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { SessionView } from '../../src/features/people/contract.ts';
import { keepSession, problemOf, whenProofIsAsked, whenSignedOut } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import { PageProblem } from '../parts/page-problem.tsx';
import { SignInAgain } from '../screens/sign-in/sign-in-again.tsx';
import { SessionContext } from './session.ts';

const SignInPage = lazy(async () => ({
  default: (await import('../screens/sign-in/sign-in-page.tsx')).SignInPage,
}));

const ProofDialog = lazy(async () => ({
  default: (await import('../screens/second-factor/proof-dialog.tsx')).ProofDialog,
}));

/**
 * Shows the console to whoever is signed in. A session that ends in the middle of work is renewed in a
 * window above the page: the address, and every word typed below it, stay where they are.
 */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const { data: session, error, refetch, isPending } = useQuery(sessionQuery);
  const [ended, setEnded] = useState(false);

  const [proof, setProof] = useState<{ readonly end: (proved: boolean) => void } | null>(null);

  useEffect(() => {
    whenProofIsAsked(
      () =>
        new Promise((resolve) => {
          const end = (proved: boolean): void => {
            setProof(null);
            resolve(proved);
          };
          setProof({ end });
        }),
    );
    return () => whenProofIsAsked(async () => false);
  }, []);

  useEffect(() => {
    whenSignedOut(() => setEnded(true));
    return () => whenSignedOut(() => {});
  }, []);

  const enter = (next: SessionView): void => {
    const sameOne = session?.person.id === next.person.id;
    keepSession(next);
    client.setQueryData(sessionQuery.queryKey, next);
    setEnded(false);
    // What somebody else was allowed to see must not be shown to this person.
    if (sameOne) void client.invalidateQueries();
    else client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  };

  if (isPending) return null;
  if (session === undefined) {
    const signedOut = problemOf(error).code === 'not-signed-in';
    if (!signedOut) return <PageProblem error={error} retry={() => void refetch()} whole />;
    return (
      <Suspense fallback={null}>
        <SignInPage onEnter={enter} />
      </Suspense>
    );
  }
  return (
    <SessionContext value={session}>
      {/* Another person begins anew: nothing that somebody else typed stays on the page. */}
      <Fragment key={session.person.id}>{children}</Fragment>
      {proof === null ? null : (
        <Suspense fallback={null}>
          <ProofDialog onEnd={proof.end} />
        </Suspense>
      )}
      {ended ? <SignInAgain email={session.person.email} onEnter={enter} /> : null}
    </SessionContext>
  );
}
