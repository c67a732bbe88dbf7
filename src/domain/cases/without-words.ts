import type { CaseEvent, CaseEventData, CaseEventType } from './events.ts';

/**
 * What of an event stays where its words are taken away: closed words, dates, numbers and ids, which clocks, steps and
 * figures are computed from. A field that is not named here is emptied, so that a new one is until somebody has decided.
 */
const kept: { readonly [T in CaseEventType]?: readonly (keyof CaseEventData[T])[] } = {
  CaseOpened: [
    'number',
    'institution',
    'procedure',
    'channel',
    'receivedAt',
    'kind',
    'categoryId',
    'areaCode',
    'secrecy',
    'signals',
    'zone',
    'officeArea',
  ],
  StepStarted: ['step', 'status', 'unit'],
  StepEnded: ['step', 'exit'],
  ClockStarted: ['clock'],
  ClockPaused: ['clock', 'reason'],
  ClockResumed: ['clock', 'due'],
  ClockStopped: ['clock'],
  ClockReopened: ['clock', 'due'],
  ClockCancelled: ['clock', 'reason'],
  ClockBreached: ['clock'],
  ClockMoved: ['clock', 'due', 'from', 'reason'],
  Classified: ['kind', 'categoryId', 'areaCode'],
  SecrecyRaised: ['from', 'to'],
  LoweringProposed: ['from', 'to'],
  SecrecyLowered: ['from', 'to'],
  CaseArchived: ['reason'],
  CaseMerged: ['into', 'intoNumber'],
  MergeUndone: ['from'],
  CaseDispatched: ['unit'],
  CopySent: ['unit'],
  DispositionAccepted: ['unit'],
  DispositionReturned: ['unit'],
  DispositionRecalled: ['unit'],
  Assigned: ['assignment', 'parent', 'unit', 'person', 'limit'],
  AssignmentReported: ['assignment'],
  AssignmentReturned: ['assignment'],
  AssignmentHandedOver: ['assignment', 'before', 'person', 'unit'],
  AssignmentCancelled: ['assignment'],
  HandlingReportSubmitted: ['handlers'],
  OutcomeDecided: ['outcome'],
  CaseClosed: ['kind'],
  ConflictRecorded: ['conflict', 'source'],
  ConflictLifted: ['conflict'],
  DataRequestReceived: ['kind', 'due'],
  DataRequestAnswered: ['kind', 'outcome'],
  ContactCorrected: ['fields'],
  CasePublished: ['publication'],
  PublicationEnded: ['cause'],
  IdentityRevealed: ['purpose', 'until'],
};

/** The event with nothing left of what anybody wrote or called anything; its fold has the same course as before. */
export function withoutWords(event: CaseEvent): CaseEvent {
  const fields: readonly string[] = kept[event.type] ?? [];
  const left = Object.entries(event.data).map(([field, value]) => [
    field,
    fields.includes(field) ? value : emptied(field, value),
  ]);
  return { ...event, data: Object.fromEntries(left) } as CaseEvent;
}

/** An instant or an id is nobody's words; nor is the way to a unit, by which it is known whom a case is about. */
const nobodysWords =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/;

function emptied(field: string, value: unknown): unknown {
  if (typeof value === 'string') return field === 'path' || nobodysWords.test(value) ? value : '';
  if (Array.isArray(value)) return value.map((one) => emptied(field, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, emptied(name, inner)]));
}
