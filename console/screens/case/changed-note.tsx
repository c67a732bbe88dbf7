import { type ReactNode, useEffect, useRef } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import type { Problem } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { TimelineList } from './timeline-list.tsx';

interface ChangedNoteProps {
  readonly view: CaseView;
  /** The version that the form was opened on. */
  readonly since: number;
  readonly problem: Problem | null;
  /** Whether there are words to be kept. */
  readonly kept: boolean;
  /** What belongs to the refusal besides its words. */
  readonly children?: ReactNode;
}

/**
 * What stands between the officer and the act: a refusal, and what happened to the case since the form was
 * opened. Where the refusal is just that, what happened says it better. The words typed are untouched.
 */
export function ChangedNote({ view, since, problem, kept, children }: ChangedNoteProps): ReactNode {
  const { t } = useText();
  const note = useRef<HTMLElement>(null);
  const fresh = view.timeline.filter((entry) => entry.seq > since);
  const says = problem?.code === 'changed-meanwhile' && fresh.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal is a new object and is heard again
  useEffect(() => {
    if (says) note.current?.focus();
  }, [says, problem]);
  return (
    <>
      {fresh.length === 0 ? null : (
        <section className="changed" aria-label={t('console.changed.title')} tabIndex={-1} ref={note}>
          <p role="status">
            <b>{t('console.changed.title')}</b> {t('console.changed.detail')}
          </p>
          <TimelineList entries={fresh} zone={view.institution.zone} />
        </section>
      )}
      {problem === null || says ? null : (
        <ProblemNote problem={problem} kept={kept}>
          {children}
        </ProblemNote>
      )}
    </>
  );
}
