import { can } from '../../domain/access/can.ts';
import { secondsSpoken } from '../../domain/calls/call.ts';
import { reachOf } from '../../domain/cases/act.ts';
import { worksOn } from '../../domain/cases/assignments.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseCommandName } from '../../domain/cases/commands.ts';
import { progressOf } from '../../domain/cases/progress.ts';
import type { Queue } from '../../domain/cases/words.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Reading } from '../context/index.ts';
import { decisionContext } from './act-on-case.ts';
import type { CaseView } from './contract.ts';
import { besideEvents } from './deliveries-column.ts';
import type { CaseRow } from './find-case-row.ts';
import { forWhom } from './for-whom.ts';
import { presentClock } from './present-clock.ts';
import { presentListItem } from './present-list.ts';
import { timelineForAssignee, timelineForOfficer } from './timeline.ts';

export interface CaseParts {
  readonly row: CaseRow;
  readonly state: CaseState;
  readonly acts: readonly CaseCommandName[];
  readonly actsOnceVerified: readonly CaseCommandName[];
  /** False for somebody who sees one task only (field worker). */
  readonly wholeCase: boolean;
}

/** The only place that decides what of a case leaves the house towards officers. */
export function presentCase(ctx: Reading, parts: CaseParts): CaseView {
  const { row, state, wholeCase } = parts;
  const procedure = ctx.office.procedures.get(state.procedure.id, state.procedure.version);
  const own = state.assignments
    .filter((one) => worksOn(decisionContext(ctx, state), one))
    .map((one) => one.id);
  return {
    ...presentListItem(ctx, row, {
      acts: parts.acts,
      onBehalfOf: forWhom(ctx, state, row.queue as Queue),
    }),
    institution: { id: state.institution, name: row.institution_name, zone: row.institution_zone },
    version: state.version,
    text: row.text,
    occurredOn: row.occurred_on,
    place: row.place,
    institutionNamed: row.institution_named,
    senderCheck: row.sender_check,
    areaCode: state.areaCode,
    categoryId: state.categoryId,
    reach: row.reach,
    procedure: { id: procedure.id, version: procedure.version, title: procedure.title },
    steps: presentSteps(state, procedure),
    clocks: state.clocks
      .filter(({ id }) => wholeCase || !id.startsWith('assignment:') || own.some((one) => id.endsWith(one)))
      .map((clock) => presentClock(ctx, clock)),
    copies: state.copies.map(({ id, name }) => ({ id, name })),
    conflicts: wholeCase ? presentConflicts(state) : [],
    assignments: state.assignments
      .filter((one) => wholeCase || own.includes(one.id))
      .map((one) => presentAssignment(ctx, state, one, own.includes(one.id))),
    report:
      wholeCase && state.report !== null
        ? { state: state.report.state, versions: state.report.versions.map((version) => ({ ...version })) }
        : null,
    inquiry: presentInquiry(state),
    answer: state.answer,
    question: state.question === null ? null : { text: state.question.text, askedAt: state.question.askedAt },
    closure: state.closure,
    archive: state.archive,
    referral: state.referral,
    mergedInto:
      state.mergedInto === null || row.parent_number === null
        ? null
        : { id: state.mergedInto.id, number: row.parent_number },
    mergedHere: wholeCase ? [...row.merged.here] : [],
    mergedBeyond: wholeCase ? row.merged.beyond : 0,
    rating: state.rating,
    objections: state.objections,
    lowering: wholeCase ? (state.lowering ?? null) : null,
    signals: [...(state.signals ?? [])],
    hold: wholeCase ? (state.hold ?? null) : null,
    identityDestroyedAt: state.identityDestroyedAt ?? null,
    restricted: state.restricted === true,
    dataRequests: presentRequests(state, wholeCase),
    ...presentPublication(state, wholeCase),
    // The family card never leaves by a list; it opens with a logged purpose only.
    attachments: row.files.filter((file) => wholeCase || !file.sealed).map((file) => ({ ...file })),
    ...presentLetters(ctx, parts),
    ...presentTimeline(row, wholeCase, own),
    wholeCase,
    actsOnceVerified: [...parts.actsOnceVerified],
    mayExport: can(ctx.actor, 'case.export', reachOf(state)),
  };
}

/** The calls in which it was told, what goes to the reporter on paper, and whether this person prints it. */
function presentLetters(
  { actor }: Reading,
  { row, state, wholeCase }: CaseParts,
): Pick<CaseView, 'letters' | 'mayPrint' | 'calls'> {
  if (!wholeCase) return { letters: [], mayPrint: false, calls: [] };
  return {
    calls: row.calls.map((call) => ({ ...call, seconds: secondsSpoken({ state: 'ended', ...call }) })),
    letters: row.letters.map((letter) => ({ ...letter })),
    mayPrint: can(actor, 'letter.print', reachOf(state)),
  };
}

function presentTimeline(
  { events, deliveries }: CaseRow,
  wholeCase: boolean,
  own: readonly string[],
): Pick<CaseView, 'timeline' | 'deliveries'> {
  return wholeCase
    ? { timeline: timelineForOfficer(events), deliveries: besideEvents(deliveries, events) }
    : { timeline: timelineForAssignee(events, own), deliveries: [] };
}

function presentConflicts({ conflicts = [] }: CaseState): CaseView['conflicts'] {
  return conflicts.map(({ unit, ...one }) => ({
    ...one,
    unit: unit === null ? null : { id: unit.id, name: unit.name },
  }));
}

function presentPublication(
  { redaction, publication }: CaseState,
  wholeCase: boolean,
): Pick<CaseView, 'redaction' | 'publication'> {
  if (!wholeCase || redaction == null) return { redaction: null, publication: null };
  const { by, at, returned } = redaction;
  return { redaction: { by, at, returned }, publication: publication ?? null };
}

function presentInquiry({ inquiry }: CaseState): CaseView['inquiry'] {
  if (inquiry === undefined) return null;
  const { research, examination, outcome } = inquiry;
  return {
    research: research === null ? null : { ...research },
    examination: examination === null ? null : { ...examination },
    outcome,
  };
}

function presentAssignment(
  ctx: Reading,
  state: CaseState,
  one: CaseState['assignments'][number],
  mine: boolean,
): CaseView['assignments'][number] {
  const clock = state.clocks.find((candidate) => candidate.id === `assignment:${one.id}`);
  const view = clock === undefined ? undefined : presentClock(ctx, clock);
  return {
    id: one.id,
    parentId: one.parent,
    unit: one.unit === null ? null : { id: one.unit.id, name: one.unit.name },
    person: one.person,
    task: one.task,
    limit: { amount: one.limit.amount, unit: one.limit.unit },
    assignedBy: one.assignedBy,
    assignedAt: one.assignedAt,
    state: one.state,
    due: view?.due ?? null,
    colour: view?.colour ?? 'done',
    mine,
    reports: one.reports.map((version) => ({ ...version })),
  };
}

function presentSteps(state: CaseState, procedure: Procedure): CaseView['steps'] {
  return progressOf(state, procedure).map(({ step, state: stands, visit }) => ({
    id: step.id,
    no: step.id,
    activity: step.activity,
    actors: step.actors.map((id) => procedure.actors.find((actor) => actor.id === id)?.title ?? id),
    act: step.act,
    question: step.question ?? null,
    state: stands,
    exit: visit?.exit ?? null,
    startedAt: visit?.startedAt ?? null,
    endedAt: visit?.endedAt ?? null,
    unit: visit?.unit ?? null,
  }));
}

function presentRequests(state: CaseState, wholeCase: boolean): CaseView['dataRequests'] {
  return wholeCase ? (state.dataRequests ?? []).map((one) => ({ ...one })) : [];
}
