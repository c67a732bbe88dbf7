import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { callsQuery } from '../../api/call-queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { CurrentCall } from './current-call.tsx';
import { Waiting } from './waiting.tsx';
import '../entry/entry.css';
import './calls.css';

/** The desk of a 171 agent: what rings, and the one call that is being spoken, from the first word to what came of it. */
export function CallPage(): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(callsQuery);
  useTitle(t('console.calls.title'));
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={8} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const current = data.items.find(({ mine, state }) => mine && state !== 'ringing');
  const ringing = data.items.filter(({ state }) => state === 'ringing');
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.calls.title')}</h1>
        {current === undefined ? <p className="facts">{t('console.calls.intro')}</p> : null}
      </div>
      {current === undefined ? (
        <Waiting ringing={ringing} />
      ) : (
        <CurrentCall key={current.id} call={current} sendsSms={data.sendsSms} />
      )}
    </div>
  );
}
