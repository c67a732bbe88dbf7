import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { OfficerAct } from '../../../src/features/cases/contract.ts';
import { caseQuery } from '../../api/queries.ts';
import { useKeys } from '../../app/use-keys.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { lastList, rememberRow } from '../work-list/list-memory.ts';
import { ActForm, openFormId } from './acts/act-form.tsx';
import { arrangeActs, isOfficerAct } from './acts/acts.ts';
import { ActsPanel } from './acts/acts-panel.tsx';
import { askedByVerifier, VerificationFlow } from './acts/verification-flow.tsx';
import { AnswerSection } from './answer-section.tsx';
import { AssignmentSection } from './assignment-section.tsx';
import { CallsSection } from './calls-section.tsx';
import { CaseHead } from './case-head.tsx';
import { ClocksSection } from './clocks-section.tsx';
import { ConflictsSection } from './conflicts-section.tsx';
import { DossierSection } from './dossier-section.tsx';
import { DrawingSection } from './drawing-section.tsx';
import { LettersSection } from './letters-section.tsx';
import { MergedSection } from './merged-section.tsx';
import { PublicationSection } from './publication-section.tsx';
import { ReportSection } from './report-section.tsx';
import { StepsSection } from './steps-section.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { WordsColumn } from './words-column.tsx';
import './case.css';
import './report.css';
import './side.css';
import './decision.css';

/** One case: the citizen's words, what was done, and what this person may do now. */
export function CasePage(): ReactNode {
  const { id } = useParams({ from: '/perkara/$id' });
  const { tindakan } = useSearch({ from: '/perkara/$id' });
  const navigate = useNavigate();
  const narrow = useNarrow();
  const { data: view, error, refetch } = useQuery(caseQuery(id));
  useTitle(view === undefined ? '' : `${view.number} ${view.title}`);

  const { ids, search } = lastList();
  const place = ids.indexOf(id);
  const toCase = (next: string | undefined): void => {
    if (next === undefined) return;
    rememberRow(next);
    void navigate({ to: '/perkara/$id', params: { id: next } });
  };
  const openAct = (act: OfficerAct | null): void =>
    void navigate({
      to: '/perkara/$id',
      params: { id },
      search: act === null ? {} : { tindakan: act },
      resetScroll: false,
    });
  const act = tindakan !== undefined && isOfficerAct(tindakan) ? tindakan : null;
  const deciding = act === 'verification' || (act === null && view?.acts.includes('verification') === true);
  const toPrimary = (): void => {
    const primary = view === undefined ? null : arrangeActs(view).primary;
    if (primary === null) return;
    if (act === primary || deciding) document.getElementById(openFormId)?.focus();
    else openAct(primary);
  };

  useKeys({
    j: () => toCase(place === -1 ? undefined : ids[place + 1]),
    k: () => toCase(place <= 0 ? undefined : ids[place - 1]),
    u: () => void navigate({ to: '/', search }),
    a: toPrimary,
    b: () => document.getElementById('reply')?.focus(),
  });

  // Another case begins at its top, and its heading is read out; who came to do something stands in its form.
  const begins = useRef('');
  useEffect(() => {
    if (view?.id !== id || begins.current === id) return;
    begins.current = id;
    const form = act === null ? null : document.getElementById(openFormId);
    (form ?? document.getElementById('case-title'))?.focus({ preventScroll: true });
  }, [id, view?.id, act]);

  if (view === undefined) {
    return error === null ? (
      <Skeleton lines={16} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const acts = (
    <ActsPanel view={view} open={act} covered={deciding ? askedByVerifier : []} onOpen={openAct} />
  );
  return (
    <article key={view.id}>
      <CaseHead view={view} />
      <div className="case">
        <WordsColumn view={view} />
        {narrow ? <div className="col side">{acts}</div> : null}
        <div className="col mid">
          {deciding ? <VerificationFlow view={view} onDone={() => openAct(null)} onOpen={openAct} /> : null}
          {act === null || act === 'verification' ? null : (
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
          <ReportSection view={view} />
          <AnswerSection view={view} />
          <AssignmentSection view={view} />
          <TimelineSection view={view} />
        </div>
        <div className="col side">
          {narrow ? null : acts}
          <CallsSection view={view} />
          <LettersSection view={view} />
          <PublicationSection view={view} />
          <MergedSection view={view} />
          <ConflictsSection view={view} open={act} onOpen={openAct} />
          <ClocksSection view={view} />
          <StepsSection view={view} />
          <DossierSection view={view} />
        </div>
      </div>
      <DrawingSection view={view} />
    </article>
  );
}
