import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { caseDrawingQuery } from '../../api/queries.ts';
import { drawingHtml } from '../../app/trusted-html.ts';
import { useWide } from '../../app/use-narrow.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import './drawing.css';

export const drawingId = 'bagan-alir';

/** The SOP's own flowchart with the case in it. On narrow screens it is not fetched: the list of steps says the same. */
export function DrawingSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const wide = useWide();
  const { data, error, refetch } = useQuery({
    ...caseDrawingQuery(view.id, view.version, language),
    enabled: wide,
  });
  if (!wide) return null;
  return (
    <section className="pad drawing case-drawing" id={drawingId} aria-labelledby="h-drawing" tabIndex={-1}>
      <h2 id="h-drawing">{t('console.drawing.title')}</h2>
      <p className="note">{t('console.drawing.note')}</p>
      <Key />
      {error === null ? null : <PageProblem error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data === undefined ? null : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: painted by our own server, which escapes every text
        <div dangerouslySetInnerHTML={drawingHtml(data.svg)} />
      )}
    </section>
  );
}

/** Form says how a row stands, colour only the time. */
function Key(): ReactNode {
  const { t } = useText();
  return (
    <p className="key" aria-hidden="true">
      <span className="k went">{t('console.drawing.went')}</span>
      <span className="k may">{t('console.drawing.may')}</span>
      <span className="k skipped">{t('console.drawing.skipped')}</span>
      <span className="k box t-ok">{t('console.drawing.ok')}</span>
      <span className="k box t-soon">{t('console.drawing.soon')}</span>
      <span className="k box t-late">{t('console.drawing.late')}</span>
    </p>
  );
}
