import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { VersionDrawing as Drawn } from '../../../src/features/procedures/contract.ts';
import { versionDrawingQuery } from '../../api/version-queries.ts';
import { drawingHtml } from '../../app/trusted-html.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';

/** The form as it is printed and signed: the sheets of the flowchart, and the identity page behind them. */
export function VersionDrawing({
  id,
  version,
}: {
  readonly id: string;
  readonly version: number;
}): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(versionDrawingQuery(id, version));
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={10} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} />
    );
  }
  return (
    <>
      <p className="note">{t('console.version.drawing.note')}</p>
      <Sheets label={t('console.version.drawing')} pages={data.pages} kind="flowchart" />
      <details>
        <summary>{t('console.version.identity')}</summary>
        <Sheets label={t('console.version.identity')} pages={data.pages} kind="identity" />
      </details>
    </>
  );
}

interface SheetsProps {
  readonly label: string;
  readonly pages: Drawn['pages'];
  readonly kind: Drawn['pages'][number]['kind'];
}

function Sheets({ label, pages, kind }: SheetsProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than the screen must be scrollable by keyboard
    <section className="version-sheets" tabIndex={0} aria-label={label} lang="id">
      {pages
        .filter((page) => page.kind === kind)
        .map(({ title, svg }) => (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own painter, which escapes every word
          <div key={title} dangerouslySetInnerHTML={drawingHtml(svg)} />
        ))}
    </section>
  );
}
