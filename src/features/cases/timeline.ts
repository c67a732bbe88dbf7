import type { CaseEvent, CaseEventType } from '../../domain/cases/events.ts';
import type { TimelineEntry } from './contract.ts';

/** Machinery: told by the clocks and the SOP list, not by the timeline. */
export const machinery: readonly CaseEventType[] = [
  'StepStarted',
  'StepEnded',
  'ClockStarted',
  'ClockPaused',
  'ClockResumed',
  'ClockStopped',
  'ClockReopened',
  'ClockCancelled',
];

/** What the reporter is told, with the fields that are theirs to read. Everything else stays inside. */
const forReporter: { readonly [T in CaseEventType]?: readonly string[] } = {
  CaseOpened: ['channel'],
  Verified: [],
  QuestionAsked: ['text'],
  ReporterCompleted: ['text', 'via'],
  MessageFromReporter: ['text', 'via'],
  MessageToReporter: ['text', 'substantive'],
  AttachmentAdded: ['name'],
  SecrecyRaised: ['from', 'to'],
  LoweringProposed: ['to', 'reason'],
  LoweringAnswered: ['agrees'],
  SecrecyLowered: ['from', 'to'],
  CaseReferred: ['body', 'reason'],
  CaseArchived: ['reason', 'explanation'],
  CaseMerged: [],
  MergeUndone: [],
  CaseDispatched: ['unit'],
  CopySent: ['unit'],
  DispositionAccepted: ['unit'],
  DispositionReturned: ['unit'],
  Assigned: ['unit'],
  AssignmentReported: [],
  HandlingReportSubmitted: [],
  HandlingReportApproved: [],
  HandlingReportClosed: [],
  CaseResearched: [],
  CaseExamined: [],
  OutcomeDecided: ['outcome'],
  AnswerReleased: ['answer'],
  CaseConfirmed: [],
  ObjectionRaised: ['reason', 'via'],
  CaseReopened: [],
  CaseRated: ['score', 'comment'],
  CaseWithdrawn: ['reason'],
  CaseClosed: ['kind'],
  IdentityDestroyed: [],
  DataRequestReceived: ['kind', 'reason'],
  DataRequestAnswered: ['kind', 'outcome', 'words'],
  RestrictionLifted: [],
  ContactCorrected: [],
  CasePublished: [],
  PublicationEnded: ['cause'],
  ClockBreached: ['clock'],
  ClockMoved: ['clock', 'from', 'due', 'reason'],
};

/** Of events without the machinery. */
export function timelineForOfficer(events: readonly CaseEvent[]): TimelineEntry[] {
  return events.map((event) => ({
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor:
      event.actor.kind === 'person'
        ? {
            kind: 'person',
            name: event.actor.name,
            unit: event.actor.unit,
            onBehalfOf: event.actor.onBehalfOf?.name ?? null,
          }
        : { kind: event.actor.kind, name: null, unit: null, onBehalfOf: null },
    data: { ...event.data },
  }));
}

/** What the reporter's page is drawn from: its timeline, and who opened the identity. */
export const toldToReporter: readonly CaseEventType[] = [
  ...(Object.keys(forReporter) as CaseEventType[]),
  'IdentityRevealed',
];

/** Somebody who sees one task only: what concerns these assignments, and nothing of the rest. */
export function timelineForAssignee(
  events: readonly CaseEvent[],
  assignments: readonly string[],
): TimelineEntry[] {
  return timelineForOfficer(
    events.filter((event) => 'assignment' in event.data && assignments.includes(event.data.assignment)),
  );
}

/** Units, never the names of officers; the handling report and internal notes stay inside. */
export function timelineForReporter(events: readonly CaseEvent[]): TimelineEntry[] {
  return events.flatMap((event) => {
    const fields = forReporter[event.type];
    if (fields === undefined || isOwnFileOfOffice(event)) return [];
    const data = Object.fromEntries(
      Object.entries(event.data)
        .filter(([field]) => fields.includes(field))
        .map(([field, value]) => [field, withoutPersons(field, value)]),
    );
    const unit = event.actor.kind === 'person' ? event.actor.unit : null;
    return [
      {
        seq: event.seq,
        type: event.type,
        at: event.at,
        actor: { kind: event.actor.kind, name: null, unit, onBehalfOf: null },
        data,
      },
    ];
  });
}

/** Files beside the work stay inside with the handling report. */
function isOwnFileOfOffice(event: CaseEvent): boolean {
  return event.type === 'AttachmentAdded' && event.actor.kind !== 'reporter';
}

function withoutPersons(field: string, value: unknown): unknown {
  if (field === 'unit' && value !== null && typeof value === 'object')
    return (value as { name: string }).name;
  if (field === 'answer') return (value as { text: string }).text;
  return value;
}

/** The reporter's own words, by their code or by an officer's hand. */
export function isReportersOwn({ actor, data }: Pick<TimelineEntry, 'actor' | 'data'>): boolean {
  return actor.kind === 'reporter' || data.via !== undefined;
}
