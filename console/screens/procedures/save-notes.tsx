import type { ReactNode } from 'react';
import { compareProcedures } from '../../../src/domain/procedures/compare.ts';
import type { DraftView, ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { clockTime, longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { Differences } from './differences.tsx';
import type { SavedDraft } from './use-saved-draft.ts';

/** Whether what stands here is saved, said all the time. */
export function SavedLine({ view, isSaved, problem, theirs }: SavedDraft): ReactNode {
  const { t, language } = useText();
  const time = clockTime(view.updatedAt, readerZone(), language);
  const state = problem !== null || theirs !== null ? 'unsaved' : isSaved ? 'saved' : 'saving';
  return (
    <p className={`saved-line ${state}`} role="status">
      {t(`console.draft.${state}`, { time })}
    </p>
  );
}

/** Why it is not saved, and the way to try again; nobody's words are written over by that. */
export function SaveProblem({ problem, isSending, retry }: SavedDraft): ReactNode {
  const { t } = useText();
  if (problem === null) return null;
  return (
    <div className="pad">
      <ProblemNote problem={problem} quiet>
        <p>{t('console.draft.unsaved.kept')}</p>
        {Object.values(problem.fields).map((fault) => (
          <p key={fault}>{fault}</p>
        ))}
        <p className="row-acts">
          <button type="button" className="btn" disabled={isSending} onClick={retry}>
            {t(isSending ? 'console.draft.trying' : 'console.draft.retry')}
          </button>
        </p>
      </ProblemNote>
    </div>
  );
}

/** The last change that can be taken back. */
export function UndoNote({ undo, takeBack }: SavedDraft): ReactNode {
  const { t } = useText();
  if (undo === null) return null;
  return (
    <div className="pad undo-note">
      <p role="status">{undo.said}</p>
      <button type="button" className="btn" onClick={takeBack}>
        {t('console.draft.undo')}
      </button>
    </div>
  );
}

/** Somebody else has saved meanwhile: both texts beside each other, and one is chosen. */
export function TwoTexts({
  theirs,
  document,
  saveMine,
  takeTheirs,
}: Pick<SavedDraft, 'document' | 'saveMine' | 'takeTheirs'> & { readonly theirs: DraftView }): ReactNode {
  const { t, language } = useText();
  const { name } = theirs.updatedBy;
  const time = longMoment(theirs.updatedAt, readerZone(), language);
  const named = (one: ProcedureDocument) => ({ ...one, id: theirs.procedureId, version: 1 });
  return (
    <section className="pad two-texts" aria-labelledby="h-two">
      <div className="problem" role="alert">
        <h2 id="h-two">{t('console.draft.two.title')}</h2>
        <p>{t('console.draft.two.detail', { name, time })}</p>
        <p className="row-acts">
          <button type="button" className="btn" onClick={saveMine}>
            {t('console.draft.save-mine')}
          </button>
          <button type="button" className="btn" onClick={takeTheirs}>
            {t('console.draft.take-theirs', { name })}
          </button>
        </p>
      </div>
      <Differences
        differences={compareProcedures(named(document), named(theirs.document))}
        document={{ ...theirs.document, actors: [...theirs.document.actors, ...document.actors] }}
        sides={[t('console.draft.two.mine'), t('console.draft.two.theirs', { name })]}
        abreast
      />
    </section>
  );
}
