import type { ReactNode } from 'react';
import { problemOf } from '../api/client.ts';
import { useText } from '../text/text-context.tsx';
import { ProblemNote } from './problem-note.tsx';

/** Stands in for a page whose data did not come; says so and offers to ask again. */
export function PageProblem({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <div className="pad">
      <ProblemNote problem={problemOf(error)}>
        <p>
          <button type="button" className="btn" onClick={retry}>
            {t('console.try-again')}
          </button>
        </p>
      </ProblemNote>
    </div>
  );
}
