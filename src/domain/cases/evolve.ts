import { hidesOwn } from '../privacy/sealed-words.ts';
import { blankCase } from './blank-case.ts';
import type { CaseState } from './case.ts';
import type { CaseEvent } from './events.ts';
import { evolveAssignments } from './evolve-assignments.ts';
import { evolveClock } from './evolve-clock.ts';
import { evolveConflicts } from './evolve-conflicts.ts';
import { evolveDataRights } from './evolve-data-rights.ts';
import { evolveInquiry } from './evolve-inquiry.ts';
import { evolvePublication } from './evolve-publication.ts';
import { evolveReport, withReviewer } from './evolve-report.ts';
import { personOf } from './person-of.ts';

/** Folds a whole log. Folding twice, in parts or after a replay gives the same state. */
export function fold(id: string, events: readonly CaseEvent[]): CaseState {
  return events.reduce((state, event) => evolve(state, event), blankCase(id));
}

/**
 * One step of the fold: pure, total over every event type, and idempotent per `seq`, since an event
 * that was folded already changes nothing.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (event.seq <= state.version) return state;
  return { ...state, ...change(state, event), version: event.seq };
}

function change(state: CaseState, event: CaseEvent): Partial<CaseState> {
  switch (event.type) {
    case 'CaseOpened':
      return event.data;
    case 'StepStarted':
      return startStep(state, event.at, event.data);
    case 'StepEnded':
      return endStep(state, event.at, event.data);
    case 'ClockStarted':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockStopped':
    case 'ClockReopened':
    case 'ClockCancelled':
    case 'ClockBreached':
    case 'ClockMoved':
      return { clocks: evolveClock(state.clocks, event) };
    case 'Classified': {
      const { kind, oversight, urgent, title, categoryId, areaCode } = event.data;
      return { kind, oversight, urgent, title, categoryId, areaCode };
    }
    case 'SecrecyRaised':
      return { secrecy: event.data.to, ...(state.lowering == null ? {} : { lowering: null }) };
    case 'LoweringProposed': {
      const { to, reason } = event.data;
      return { lowering: { to, reason, by: personOf(event.actor), consent: null } };
    }
    case 'LoweringAnswered':
      return {
        lowering: state.lowering == null || !event.data.agrees ? null : { ...state.lowering, consent: true },
      };
    case 'SecrecyLowered':
      return { secrecy: event.data.to, lowering: null };
    case 'QuestionAsked':
      return {
        status: 'awaiting-reporter',
        question: { text: event.data.text, askedAt: event.at, resumes: state.status },
      };
    case 'ReporterCompleted':
      return {
        status: state.question?.resumes ?? state.status,
        question: null,
        ...hiding(state, event.data.text),
      };
    case 'CaseReferred':
      return { status: 'referred', referral: event.data };
    case 'CaseArchived':
      return { status: 'archived', archive: event.data, question: null };
    case 'CaseSealed':
      return { status: 'sealed' };
    case 'CaseMerged':
      return { status: 'merged', mergedInto: { id: event.data.into, resumes: state.status } };
    case 'MergeUndone':
      return { status: state.mergedInto?.resumes ?? state.status, mergedInto: null };
    case 'CaseDispatched':
      return {
        unit: event.data.unit,
        zone: event.data.unit.zone,
        officeArea: event.data.unit.area ?? null,
      };
    case 'CopySent':
      return { copies: [...state.copies, event.data.unit] };
    case 'DispositionReturned':
      return { unit: null, returns: state.returns + 1 };
    case 'DispositionRecalled':
      return { unit: null };
    case 'ConflictRecorded':
    case 'ConflictLifted':
      return { conflicts: evolveConflicts(state.conflicts ?? [], event) };
    case 'Assigned':
    case 'AssignmentReported':
    case 'AssignmentReturned':
    case 'AssignmentHandedOver':
    case 'AssignmentCancelled':
      return { assignments: evolveAssignments(state.assignments, event), ...workResumed(state) };
    case 'HandlingReportSubmitted':
    case 'HandlingReportCorrected':
    case 'HandlingReportReturned':
    case 'HandlingReportApproved':
    case 'HandlingReportClosed':
    case 'ClosureReturned':
      return evolveReport(state, event);
    case 'CaseResearched':
    case 'CaseExamined':
    case 'OutcomeDecided':
      return { inquiry: evolveInquiry(state, event), ...workResumed(state) };
    case 'AnswerDrafted':
      return {
        answer: {
          text: event.data.text,
          author: personOf(event.actor),
          at: event.at,
          releasedAt: null,
          returned: false,
        },
      };
    case 'AnswerReturned':
      return {
        answer: state.answer === null ? null : { ...state.answer, returned: true },
        reviewers: withReviewer(state.reviewers, event.actor),
      };
    case 'AnswerReleased':
      return {
        status: 'answered',
        answer: event.data.answer,
        reviewers: withReviewer(state.reviewers, event.actor),
      };
    case 'ObjectionRaised':
      return { objections: state.objections + 1, ...hiding(state, event.data.reason) };
    case 'CaseReopened':
      return reopen(state);
    case 'CaseRated':
      return { rating: { score: event.data.score, comment: event.data.comment, at: event.at } };
    case 'CaseClosed':
      return { status: 'closed', closure: { kind: event.data.kind, at: event.at }, question: null };
    case 'MessageToReporter':
      return workResumed(state);
    case 'MessageFromReporter':
      return hiding(state, event.data.text);
    case 'LegalHoldPlaced':
      return { hold: event.data.reason };
    case 'LegalHoldLifted':
      return { hold: null };
    case 'IdentityDestroyed':
      return { identityDestroyedAt: event.at };
    case 'DataRequestReceived':
    case 'DataRequestAnswered':
    case 'RestrictionLifted':
      return evolveDataRights(state, event);
    case 'RedactionDrafted':
    case 'RedactionReturned':
    case 'CasePublished':
    case 'PublicationEnded':
      return evolvePublication(state, event);
    case 'Verified':
    case 'NoteWritten':
    case 'AttachmentAdded':
    case 'DispositionAccepted':
    case 'CaseConfirmed':
    case 'CaseWithdrawn':
    case 'ContactCorrected':
    case 'IdentityRevealed':
      return {};
  }
}

/** Dots in the reporter's words stand for what lies sealed. */
function hiding(state: CaseState, words: string): Partial<CaseState> {
  return state.hidesWords !== true && hidesOwn(words) ? { hidesWords: true } : {};
}

function startStep(
  state: CaseState,
  at: string,
  data: { readonly step: string; readonly status: CaseState['status']; readonly unit: string | null },
): Partial<CaseState> {
  const visit = { step: data.step, startedAt: at, endedAt: null, exit: null, unit: data.unit };
  return { step: data.step, status: data.status, visits: [...state.visits, visit] };
}

function endStep(
  state: CaseState,
  at: string,
  data: { readonly step: string; readonly exit: 'ya' | 'tidak' | null },
): Partial<CaseState> {
  const index = state.visits.findLastIndex((visit) => visit.step === data.step && visit.endedAt === null);
  const visits = state.visits.map((visit, i) =>
    i === index ? { ...visit, endedAt: at, exit: data.exit } : visit,
  );
  return { visits, step: state.step === data.step ? null : state.step };
}

/** The first act of work after a reopening puts the case back in progress. */
function workResumed(state: CaseState): Partial<CaseState> {
  return state.status === 'reopened' ? { status: 'in-progress' } : {};
}

function reopen(state: CaseState): Partial<CaseState> {
  return {
    status: 'reopened',
    reopenedAfterClosing: state.reopenedAfterClosing || state.closure !== null,
    closure: null,
    archive: null,
    referral: null,
    mergedInto: null,
    answer: null,
    report: state.report === null ? null : { ...state.report, state: 'returned' },
    excludedReviewers: [...new Set([...state.excludedReviewers, ...state.reviewers])],
    reviewers: [],
  };
}
