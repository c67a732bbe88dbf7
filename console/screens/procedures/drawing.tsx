import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DraftDrawing, DraftView } from '../../../src/features/procedures/contract.ts';
import { drawingQuery } from '../../api/draft-queries.ts';
import { drawingHtml } from '../../app/trusted-html.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';

/** The sheets of the form as the draft was saved last; `marked`: with what is not as in the released version. */
export function Drawing({
  view: { id, revision },
  marked = false,
  small = false,
}: {
  readonly view: DraftView;
  readonly marked?: boolean;
  /** As wide as its place, to be seen and not read; else as large as it is printed. */
  readonly small?: boolean;
}): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(drawingQuery(id, revision, marked));
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={6} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} />
    );
  }
  return (
    <>
      {error === null ? null : <PageProblem error={error} retry={() => void refetch()} />}
      <section
        className={small ? 'sheets small' : 'sheets'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than the screen must be scrollable by keyboard
        tabIndex={0}
        aria-label={t('console.draft.drawing')}
      >
        <Sheets pages={data.pages} />
      </section>
    </>
  );
}

function Sheets({ pages }: { readonly pages: DraftDrawing['pages'] }): ReactNode {
  const { t } = useText();
  const sheets = pages.filter(({ kind }) => kind === 'flowchart');
  if (sheets.length === 0) return <p className="empty">{t('console.draft.drawing.empty')}</p>;
  return sheets.map(({ title, svg }) => (
    // The form is Indonesian, whoever reads it.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own painter, which escapes every word
    <div key={title} lang="id" className="sheet" dangerouslySetInnerHTML={drawingHtml(svg)} />
  ));
}
