import type { ReactNode } from 'react';
import { type Problem, problemOf } from '../api/client.ts';
import { useText } from '../text/text-context.tsx';
import { ProblemNote } from './problem-note.tsx';

/** Stands in for a page whose data did not come; says so and offers to ask again. */
export function PageProblem({
  error,
  retry,
  whole = false,
}: {
  readonly error: unknown;
  readonly retry: () => void;
  /** There is nothing else on the page: its heading is this. */
  readonly whole?: boolean;
}): ReactNode {
  const { t } = useText();
  const problem = problemOf(error);
  return (
    <div className="pad">
      {whole ? <WholePage problem={problem} /> : null}
      <ProblemNote problem={problem}>
        <p className="row-acts">
          <button type="button" className="btn" onClick={retry}>
            {t('console.try-again')}
          </button>
          {whole ? (
            <a className="btn" href="/konsol/">
              {t('console.not-found.back')}
            </a>
          ) : null}
        </p>
      </ProblemNote>
    </div>
  );
}

function WholePage({ problem }: { readonly problem: Problem }): ReactNode {
  const { t } = useText();
  const missing = problem.status === 404;
  return <h1>{t(missing ? 'console.page-problem.missing' : 'console.page-problem.title')}</h1>;
}
