import type {
  Assignment,
  CaseState,
  HandlingReport,
  PersonRef,
  ReportContent,
  ReportVersion,
} from './case.ts';
import type { ActorStamp, CaseEvent } from './events.ts';

type AssignmentEvent = Extract<
  CaseEvent,
  { type: 'Assigned' | 'AssignmentReported' | 'AssignmentReturned' | 'AssignmentCancelled' }
>;

/** Tasks given, reported, returned, taken back. */
export function evolveAssignments(
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

/** The handling report on its way up, with who examined it. */
export function evolveReport(state: CaseState, event: ReportEvent): Partial<CaseState> {
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

/** The persons who examined something here, with this one among them. */
export function withReviewer(reviewers: readonly string[], actor: ActorStamp): readonly string[] {
  return actor.kind === 'person' && !reviewers.includes(actor.id) ? [...reviewers, actor.id] : reviewers;
}

/** Whom an event names as its author. */
export function personOf(actor: ActorStamp): PersonRef {
  return actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.kind, name: actor.kind };
}
