import type { Permission } from '../../domain/access/permissions.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseEvent, CaseEventType } from '../../domain/cases/events.ts';
import { zoneOfArea } from '../../domain/clocks/zone-of-area.ts';
import { rolesOfActors, stepsWithAct } from '../../domain/procedures/next-steps.ts';
import type { Procedure, Step } from '../../domain/procedures/procedure.ts';

/** Whom one event concerns, and in which words. Chosen from the event, not from the row as it is later. */
export type Notice =
  | { readonly to: 'reporter'; readonly template: string; readonly params: Params }
  /** Whoever holds the permission for this unit, or for the institution where `unitPath` is null. */
  | {
      readonly to: 'office';
      readonly template: string;
      readonly params: Params;
      readonly permission: Permission;
      readonly unitPath: string | null;
    }
  | { readonly to: 'person'; readonly template: string; readonly params: Params; readonly personId: string };

export type Params = Readonly<Record<string, string | number>>;

type Planner<T extends CaseEventType> = (
  event: Extract<CaseEvent, { type: T }>,
  state: CaseState,
  procedure: Procedure,
) => readonly Notice[];

/** Adding a reaction is adding a line. Events without one concern nobody at once. */
const planners: { readonly [T in CaseEventType]?: Planner<T> } = {
  CaseOpened: (event) => [
    reporter('received'),
    office('to-verify', 'case.verify', null, { number: event.data.number }),
  ],
  // Once for a case, whoever found that it cannot wait: the agent on the telephone or the verifier.
  ClockStarted: (event, state) =>
    event.data.clock.rule === 'urgent-social-case'
      ? [office('urgent', 'urgent.coordinate', null, { number: state.number })]
      : [],
  // Where the SOP says that verifying notifies the office (B2), whoever sends the case on hears of it.
  Verified: (_event, _state, procedure) =>
    stepsWithAct(procedure, 'verify').some((step) => notifiesOffice(procedure, step))
      ? [office('to-dispatch', 'case.distribute', null)]
      : [],
  QuestionAsked: (event) => [reporter('question', { text: event.data.text })],
  ReporterCompleted: (_event, state) => [working(state, 'reporter-completed')],
  MessageFromReporter: (_event, state) => [working(state, 'reporter-wrote')],
  AttachmentAdded: (event, state) =>
    event.actor.kind === 'reporter' ? [working(state, 'reporter-brought')] : [],
  MessageToReporter: (event) => [reporter('message', { text: event.data.text })],
  LoweringProposed: () => [reporter('lowering-asked')],
  LoweringAnswered: (event) => [
    office(event.data.agrees ? 'lowering-agreed' : 'lowering-refused', 'case.verify', null),
  ],
  SecrecyLowered: () => [reporter('lowered')],
  CaseReferred: (event) => [reporter('referred', { body: event.data.body, reason: event.data.reason })],
  CaseArchived: (event) => [
    reporter('archived', { reason: event.data.reason, explanation: event.data.explanation }),
  ],
  CaseMerged: () => [reporter('merged')],
  MergeUndone: () => [reporter('merge-undone')],
  CaseDispatched: (event) => [
    reporter('dispatched', { unit: event.data.unit.name }),
    office('to-accept', 'case.accept', event.data.unit.path),
  ],
  CopySent: (event) => [office('copied', 'case.read', event.data.unit.path)],
  DispositionReturned: (event) => [
    office('disposition-returned', 'case.distribute', null, {
      unit: event.data.unit,
      reason: event.data.reason,
    }),
  ],
  Assigned: (event) =>
    event.data.person !== null
      ? [
          {
            to: 'person',
            template: 'assigned',
            params: { task: event.data.task },
            personId: event.data.person.id,
          },
        ]
      : [office('assigned', 'assignment.work', event.data.unit?.path ?? null, { task: event.data.task })],
  AssignmentReturned: (event, state) => assignee(state, event.data.assignment, event.data.reason),
  AssignmentHandedOver: (event, state) => [
    {
      to: 'person',
      template: 'assigned',
      params: { task: state.assignments.find(({ id }) => id === event.data.assignment)?.task ?? '' },
      personId: event.data.person.id,
    },
    {
      to: 'person',
      template: 'handed-over',
      params: { person: event.data.person.name, reason: event.data.reason },
      personId: event.data.before.id,
    },
  ],
  AssignmentReported: (event, state) => {
    const parent = state.assignments.find((one) => one.id === event.data.assignment)?.parent ?? null;
    const above = state.assignments.find((one) => one.id === parent);
    return above === undefined
      ? [working(state, 'assignment-reported')]
      : [office('assignment-reported', 'assignment.work', above.unit?.path ?? null)];
  },
  HandlingReportSubmitted: (_event, state) => [
    office('to-review', 'case.review', state.unit?.path ?? null),
    // The control centre reads every handling report (A8).
    office('report-up', 'statistics.read', null),
  ],
  HandlingReportReturned: (event, state) => [
    working(state, 'report-returned', { reason: event.data.reason }),
  ],
  HandlingReportApproved: (_event, state) => [office('to-close', 'case.close', state.unit?.path ?? null)],
  ClosureReturned: (event, state) => [
    office('closure-returned', 'case.review', state.unit?.path ?? null, { reason: event.data.reason }),
  ],
  HandlingReportClosed: (_event, state) => [office('to-finish', 'case.finish', state.unit?.path ?? null)],
  AnswerDrafted: (_event, state) => [office('to-release', 'case.release', state.unit?.path ?? null)],
  AnswerReturned: (event, state) => [
    state.answer === null
      ? working(state, 'answer-returned', { reason: event.data.reason })
      : {
          to: 'person',
          template: 'answer-returned',
          params: { reason: event.data.reason },
          personId: state.answer.author.id,
        },
  ],
  AnswerReleased: (event) => [reporter('answered', { text: event.data.answer.text })],
  ObjectionRaised: (event, state) => [working(state, 'objection', { reason: event.data.reason })],
  CaseReopened: () => [reporter('reopened')],
  CaseClosed: (event, state) => [
    reporter('closed', { kind: event.data.kind }),
    working(state, 'case-closed', { kind: event.data.kind }),
  ],
  DataRequestReceived: (event) => [office('data-request', 'privacy.manage', null, { kind: event.data.kind })],
  DataRequestAnswered: (event) => [reporter('data-answered', { text: event.data.words })],
  RedactionDrafted: () => [office('to-publish', 'case.publish', null)],
  RedactionReturned: (event, state) =>
    state.redaction == null
      ? []
      : [
          {
            to: 'person',
            template: 'redaction-returned',
            params: { reason: event.data.reason },
            personId: state.redaction.by.id,
          },
        ],
  CasePublished: () => [reporter('published')],
  PublicationEnded: ({ data: { cause } }) => {
    if (cause === 'reporter') return [office('publication-objected', 'case.publish', null)];
    // Whose identity is gone cannot be reached any more.
    return cause === 'destroyed' ? [] : [reporter('taken-down', { cause })];
  },
  // Escalation: the superior hears of every missed deadline, also where nobody was ever assigned.
  ClockBreached: (event, state) => [
    office('deadline-missed', state.unit === null ? 'case.verify' : 'case.close', state.unit?.path ?? null, {
      clock: ruleOf(state, event.data.clock),
    }),
    ...(ruleOf(state, event.data.clock).startsWith('class-') ? [reporter('delayed')] : []),
  ],
  ClockMoved: (event, state) => movedPromise(event.data, state),
};

/** Told once for an act, however many of its events say so: one decree may move several deadlines of a case. */
export const oncePerAct: readonly string[] = ['deadline-moved'];

/** What has to be told because of one event. */
export function planNotices(event: CaseEvent, state: CaseState, procedure: Procedure): readonly Notice[] {
  const planner = planners[event.type] as Planner<typeof event.type> | undefined;
  return planner === undefined ? [] : planner(event as never, state, procedure);
}

/** Only a promise made to the reporter, and only where its date is another; the office sees its own in its lists. */
function movedPromise(
  moved: Extract<CaseEvent, { type: 'ClockMoved' }>['data'],
  state: CaseState,
): readonly Notice[] {
  const { from = null, due, reason } = moved;
  const clock = state.clocks.find((one) => one.id === moved.clock);
  const isPromise = clock?.owner === 'reporter' || clock?.rule.startsWith('class-') === true;
  if (!isPromise || clock === undefined || from === null || due === null || from === due) return [];
  const here = state.areaCode === null ? clock.zone : zoneOfArea(state.areaCode);
  return [
    reporter('deadline-moved', { clock: clock.rule, from, due, zone: clock.zone, here, decree: reason }),
  ];
}

function notifiesOffice(procedure: Procedure, step: Step): boolean {
  return rolesOfActors(procedure, step.notifies ?? []).some((role) => role !== 'reporter');
}

function reporter(template: string, params: Params = {}): Notice {
  return { to: 'reporter', template, params };
}

function office(
  template: string,
  permission: Permission,
  unitPath: string | null,
  params: Params = {},
): Notice {
  return { to: 'office', template, permission, unitPath, params };
}

/** Those who work on the case now: the unit, or the verifiers before there is one. */
function working(state: CaseState, template: string, params: Params = {}): Notice {
  return state.unit === null
    ? office(template, 'case.verify', null, params)
    : office(template, 'case.handle', state.unit.path, params);
}

function assignee(state: CaseState, id: string, reason: string): readonly Notice[] {
  const one = state.assignments.find((assignment) => assignment.id === id);
  if (one === undefined) return [];
  return one.person !== null
    ? [{ to: 'person', template: 'assignment-returned', params: { reason }, personId: one.person.id }]
    : [office('assignment-returned', 'assignment.work', one.unit?.path ?? null, { reason })];
}

function ruleOf(state: CaseState, clockId: string): string {
  return state.clocks.find((clock) => clock.id === clockId)?.rule ?? clockId;
}
