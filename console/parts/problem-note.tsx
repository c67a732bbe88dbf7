import { type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '../api/client.ts';
import { useText } from '../text/text-context.tsx';

/** What happened, what was kept and what to do, in the reader's language. Takes the focus when it appears. */
export function ProblemNote({
  problem,
  kept = false,
  quiet = false,
  children,
}: {
  readonly problem: Problem;
  /** Whether something was typed that is still there. */
  readonly kept?: boolean;
  /** Leaves the keyboard where it is: somebody is typing. */
  readonly quiet?: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useText();
  const note = useRef<HTMLDivElement>(null);
  // A new refusal is a new object, and is to be heard again even if its words are the same.
  useEffect(() => {
    if (problem.code !== '' && !quiet) note.current?.focus();
  }, [problem, quiet]);
  const { title, detail } = useProblemText(problem);
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={note}>
      <p>
        {/* The server's titles have no full stop, ours do. */}
        <b>{title.replace(/[.!?]?$/, '.')}</b> {detail}
      </p>
      {kept ? <p>{t('console.problem.kept')}</p> : null}
      {children}
    </div>
  );
}

/** The server's own words; ours where no answer came. */
function useProblemText(problem: Problem): { readonly title: string; readonly detail: string } {
  const { t, knows } = useText();
  if (problem.title !== '') return { title: problem.title, detail: problem.detail };
  const key = knows(`console.problem.${problem.code}.title`) ? problem.code : 'unexpected';
  return { title: t(`console.problem.${key}.title`), detail: t(`console.problem.${key}.detail`) };
}
