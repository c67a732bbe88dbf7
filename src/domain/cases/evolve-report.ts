import type { CaseState, HandlingReport } from './case.ts';
import type { ActorStamp, CaseEvent } from './events.ts';
import { nextVersion } from './evolve-assignments.ts';
import { idsOf } from './person-of.ts';

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
  // Whoever closed it has judged it too: after an objection somebody else examines.
  const examined = event.type !== 'ClosureReturned';
  const report = { ...state.report, state: states[event.type] };
  return examined ? { report, reviewers } : { report };
}

/** The persons who examined something here, with this one among them, and for whom they did it. */
export function withReviewer(reviewers: readonly string[], actor: ActorStamp): readonly string[] {
  return actor.kind === 'person' ? [...new Set([...reviewers, ...idsOf(actor)])] : reviewers;
}
