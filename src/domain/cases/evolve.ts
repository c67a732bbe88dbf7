import type {
  Assignment,
  CaseState,
  HandlingReport,
  PersonRef,
  ReportContent,
  ReportVersion,
} from './case.ts';
import type { ActorStamp, CaseEvent } from './events.ts';
import { evolveClock } from './evolve-clock.ts';

/** Folds a whole log. Folding twice, in parts or after a replay gives the same state. */
export function fold(id: string, events: readonly CaseEvent[]): CaseState {
  return events.reduce((state, event) => evolve(state, event), blankCase(id));
}

/** The state before the first event. */
export function blankCase(id: string): CaseState {
  return {
    id,
    number: '',
    institution: '',
    procedure: { id: '', version: 0 },
    channel: '',
    receivedAt: '',
    anonymous: false,
    kind: 'complaint',
    oversight: false,
    urgent: false,
    title: '',
    categoryId: null,
    areaCode: null,
    secrecy: 'L2',
    status: 'received',
    step: null,
    visits: [],
    zone: 'Asia/Jakarta',
    unit: null,
    returns: 0,
    copies: [],
    assignments: [],
    report: null,
    answer: null,
    question: null,
    reviewers: [],
    excludedReviewers: [],
    clocks: [],
    closure: null,
    archive: null,
    referral: null,
    mergedInto: null,
    rating: null,
    objections: 0,
    reopenedAfterClosing: false,
    version: 0,
  };
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
      return { secrecy: event.data.to };
    case 'QuestionAsked':
      return {
        status: 'awaiting-reporter',
        question: { text: event.data.text, askedAt: event.at, resumes: state.status },
      };
    case 'ReporterCompleted':
      return { status: state.question?.resumes ?? state.status, question: null };
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
    case 'Assigned':
    case 'AssignmentReported':
    case 'AssignmentReturned':
    case 'AssignmentCancelled':
      return { assignments: evolveAssignments(state.assignments, event), ...workResumed(state) };
    case 'HandlingReportSubmitted':
    case 'HandlingReportCorrected':
    case 'HandlingReportReturned':
    case 'HandlingReportApproved':
    case 'HandlingReportClosed':
    case 'ClosureReturned':
      return evolveReport(state, event);
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
      return { objections: state.objections + 1 };
    case 'CaseReopened':
      return reopen(state);
    case 'CaseRated':
      return { rating: { score: event.data.score, comment: event.data.comment, at: event.at } };
    case 'CaseClosed':
      return { status: 'closed', closure: { kind: event.data.kind, at: event.at }, question: null };
    case 'MessageToReporter':
      return workResumed(state);
    case 'Verified':
    case 'MessageFromReporter':
    case 'NoteWritten':
    case 'AttachmentAdded':
    case 'DispositionAccepted':
    case 'CaseConfirmed':
    case 'CaseWithdrawn':
    case 'IdentityRevealed':
      return {};
  }
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

type AssignmentEvent = Extract<
  CaseEvent,
  { type: 'Assigned' | 'AssignmentReported' | 'AssignmentReturned' | 'AssignmentCancelled' }
>;

function evolveAssignments(
  assignments: readonly Assignment[],
  event: AssignmentEvent,
): readonly Assignment[] {
  if (event.type === 'Assigned') {
    const { assignment, ...given } = event.data;
    const added: Assignment = {
      ...given,
      id: assignment,
      assignedBy: personOf(event.actor),
      assignedAt: event.at,
      state: 'open',
      reports: [],
    };
    return [...assignments, added];
  }
  return assignments.map((assignment) => {
    if (assignment.id !== event.data.assignment) return assignment;
    if (event.type === 'AssignmentReturned') return { ...assignment, state: 'open' };
    if (event.type === 'AssignmentCancelled') return { ...assignment, state: 'cancelled' };
    const report = nextVersion(assignment.reports, event.actor, event.at, event.data.content, null);
    return { ...assignment, state: 'reported', reports: [...assignment.reports, report] };
  });
}

type ReportEvent = Extract<
  CaseEvent,
  {
    type:
      | 'HandlingReportSubmitted'
      | 'HandlingReportCorrected'
      | 'HandlingReportReturned'
      | 'HandlingReportApproved'
      | 'HandlingReportClosed'
      | 'ClosureReturned';
  }
>;

function evolveReport(state: CaseState, event: ReportEvent): Partial<CaseState> {
  const versions = state.report?.versions ?? [];
  if (event.type === 'HandlingReportSubmitted') {
    const version = nextVersion(versions, event.actor, event.at, event.data.content, null);
    const handlers = [...new Set([...(state.report?.handlers ?? []), ...event.data.handlers])];
    return { report: { state: 'in-review', versions: [...versions, version], handlers } };
  }
  if (state.report === null) return {};
  const reviewers = withReviewer(state.reviewers, event.actor);
  if (event.type === 'HandlingReportCorrected') {
    const version = nextVersion(versions, event.actor, event.at, event.data.content, event.data.note);
    return { report: { ...state.report, versions: [...versions, version] }, reviewers };
  }
  const states: Record<typeof event.type, HandlingReport['state']> = {
    HandlingReportReturned: 'returned',
    HandlingReportApproved: 'approved',
    HandlingReportClosed: 'closed',
    ClosureReturned: 'in-review',
  };
  const examined = event.type === 'HandlingReportReturned' || event.type === 'HandlingReportApproved';
  const report = { ...state.report, state: states[event.type] };
  return examined ? { report, reviewers } : { report };
}

function nextVersion(
  versions: readonly ReportVersion[],
  actor: ActorStamp,
  at: string,
  content: ReportContent,
  note: string | null,
): ReportVersion {
  return { number: versions.length + 1, author: personOf(actor), at, content, note };
}

function withReviewer(reviewers: readonly string[], actor: ActorStamp): readonly string[] {
  return actor.kind === 'person' && !reviewers.includes(actor.id) ? [...reviewers, actor.id] : reviewers;
}

function personOf(actor: ActorStamp): PersonRef {
  return actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.kind, name: actor.kind };
}
