import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { OfficerAct } from '../../../src/features/cases/contract.ts';
import { sealedCaseQuery } from '../../api/queries.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { ActForm } from '../case/acts/act-form.tsx';
import { isOfficerAct } from '../case/acts/acts.ts';
import { ActsPanel } from '../case/acts/acts-panel.tsx';
import { AnswerSection } from '../case/answer-section.tsx';
import { CaseHead } from '../case/case-head.tsx';
import { ClocksSection } from '../case/clocks-section.tsx';
import { ConflictsSection } from '../case/conflicts-section.tsx';
import { StepsSection } from '../case/steps-section.tsx';
import { TimelineSection } from '../case/timeline-section.tsx';
import { WordsColumn } from '../case/words-column.tsx';
import { InquirySection } from './inquiry-section.tsx';
import '../case/case.css';
import '../case/report.css';
import '../case/side.css';
import '../case/decision.css';

/** One case of the sealed door. Its title stands on no tab: whoever looks over a shoulder reads no more than that. */
export function SealedCasePage(): ReactNode {
  const { t } = useText();
  const { id } = useParams({ from: '/wbs/$id' });
  const { tindakan } = useSearch({ from: '/wbs/$id' });
  const navigate = useNavigate();
  const narrow = useNarrow();
  const { data: view, error, refetch } = useQuery(sealedCaseQuery(id));
  useTitle(t('console.sealed.title'));

  const openAct = (act: OfficerAct | null): void =>
    void navigate({
      to: '/wbs/$id',
      params: { id },
      search: act === null ? {} : { tindakan: act },
      resetScroll: false,
    });

  // Another case begins at its top, and its heading is read out.
  useEffect(() => {
    if (view?.id === id) document.getElementById('case-title')?.focus({ preventScroll: true });
  }, [id, view?.id]);

  if (view === undefined) {
    return error === null ? (
      <Skeleton lines={16} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const act = tindakan !== undefined && isOfficerAct(tindakan) ? tindakan : null;
  const acts = <ActsPanel view={view} open={act} covered={[]} onOpen={openAct} />;
  return (
    <article key={view.id}>
      <CaseHead view={view} />
      <div className="case">
        <WordsColumn view={view} />
        {narrow ? <div className="col side">{acts}</div> : null}
        <div className="col mid">
          {act === null ? null : (
            <section>
              <ActForm
                key={act}
                view={view}
                act={act}
                onDone={() => openAct(null)}
                onCancel={() => openAct(null)}
              />
            </section>
          )}
          <InquirySection view={view} />
          <AnswerSection view={view} />
          <TimelineSection view={view} />
        </div>
        <div className="col side">
          {narrow ? null : acts}
          <ConflictsSection view={view} open={act} onOpen={openAct} />
          <ClocksSection view={view} />
          <StepsSection view={view} />
        </div>
      </div>
    </article>
  );
}
