import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProcedureComparison } from '../../../src/domain/procedures/compare.ts';
import type { DraftView } from '../../../src/features/procedures/contract.ts';
import { draftComparisonQuery } from '../../api/draft-queries.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { Differences } from './differences.tsx';
import { Drawing } from './drawing.tsx';

/** What the draft changes in the version that it is to replace, in words and in the drawing. */
export function Comparison({ view }: { readonly view: DraftView }): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery({
    ...draftComparisonQuery(view.id, view.revision),
    enabled: hasEarlier(view),
  });
  if (!hasEarlier(view)) return <p className="empty">{t('console.draft.compare.first')}</p>;
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={8} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} />
    );
  }
  const version = data.before.version ?? 0;
  const { differences } = data;
  if (data.same) return <p className="empty">{t('console.draft.compare.same', { version })}</p>;
  return (
    <>
      <p className="facts">
        {t('console.draft.compare.with', { version })} <ChangeCounts differences={differences} />
      </p>
      <Differences
        differences={differences}
        document={view.document}
        sides={[t('console.draft.version', { version }), t('console.draft.this')]}
      />
      <section className="difference" aria-labelledby="h-marked">
        <h3 id="h-marked">{t('console.draft.compare.drawing')}</h3>
        <p className="note">{t('console.draft.compare.legend')}</p>
        <Drawing view={view} marked />
      </section>
    </>
  );
}

/** "1 langkah ditambah, 2 diubah". */
export function ChangeCounts({ differences }: { readonly differences: ProcedureComparison }): ReactNode {
  const { t } = useText();
  const { steps, actors, requirements, head } = differences;
  const others = [actors, requirements].flatMap(({ added, removed, changed, moved }) => [
    ...added,
    ...removed,
    ...changed,
    ...moved,
  ]).length;
  const counts = [
    ['added', steps.added.length],
    ['removed', steps.removed.length],
    ['changed', steps.changed.length],
    ['moved', steps.moved.length],
    ['head', head.length + others],
  ] as const;
  const said = counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => t(`console.draft.count.${kind}`, { count }));
  return `${said.join(', ')}.`;
}

export function hasEarlier({ latestVersion, basedOn }: DraftView): boolean {
  return latestVersion !== null || basedOn !== null;
}
