import type { Assignment, ReportContent, ReportVersion } from './case.ts';
import type { ActorStamp, CaseEvent } from './events.ts';
import { personOf } from './person-of.ts';

type AssignmentEvent = Extract<
  CaseEvent,
  {
    type:
      | 'Assigned'
      | 'AssignmentReported'
      | 'AssignmentReturned'
      | 'AssignmentHandedOver'
      | 'AssignmentCancelled';
  }
>;

/** What an event about one assignment makes of the tree of them. */
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
    if (event.type === 'AssignmentHandedOver') {
      return { ...assignment, person: event.data.person, unit: event.data.unit };
    }
    if (event.type === 'AssignmentCancelled') return { ...assignment, state: 'cancelled' };
    const report = nextVersion(assignment.reports, event.actor, event.at, event.data.content, null);
    return { ...assignment, state: 'reported', reports: [...assignment.reports, report] };
  });
}

/** The next version of a report, by whoever wrote it then. */
export function nextVersion(
  versions: readonly ReportVersion[],
  actor: ActorStamp,
  at: string,
  content: ReportContent,
  note: string | null,
): ReportVersion {
  return { number: versions.length + 1, author: personOf(actor), at, content, note };
}
