import { type RawBuilder, sql } from 'kysely';
import { reporterActor } from '../../domain/access/actor.ts';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { availableActs } from '../../domain/cases/decide.ts';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { progressOf } from '../../domain/cases/progress.ts';
import { nextClock } from '../../domain/cases/queue.ts';
import { latestVersion } from '../../domain/cases/report-content.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { zoneOfArea } from '../../domain/clocks/zone-of-area.ts';
import { formatTrackingCode } from '../../domain/privacy/tracking-code.ts';
import { printedNumberCount } from '../../domain/procedures/next-steps.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type Attachment, filesColumn } from '../attachments/index.ts';
import type { ClockView } from '../cases/contract.ts';
import {
  decisionContext,
  eventsColumn,
  isReportersOwn,
  presentClock,
  timelineForReporter,
  toldToReporter,
} from '../cases/index.ts';
import { isKeptIn } from '../citizen-accounts/index.ts';
import type { Reading } from '../context/index.ts';
import { asWritten, type Identity, readReporter, sealedColumns } from '../reporters/index.ts';
import type { TrackingView } from './contract.ts';
import { accessBy } from './reporter-access.ts';

/** Everything that whoever holds the code sees, or the account in which it is kept, from one statement. */
export async function getTracking(ctx: Reading, typed: string): Promise<Result<TrackingView, Refusal>> {
  const { where, code, byAccount } = accessBy(ctx, typed);
  const row = await ctx.tx
    .selectFrom('cases')
    .innerJoin('institutions', 'institutions.id', 'cases.institution_id')
    .innerJoin('reporters', 'reporters.case_id', 'cases.id')
    .innerJoin('submissions', 'submissions.id', 'cases.id')
    .leftJoin('units as front', 'front.id', 'institutions.front_unit_id')
    .leftJoin('areas', 'areas.code', 'cases.area_code')
    .where(where)
    .select([
      'cases.id',
      'cases.state',
      ...sealedColumns,
      'institutions.name as institution',
      'institutions.zone as institutionZone',
      'front.name as frontUnit',
      'reporters.reach',
      'submissions.text',
      'submissions.occurred_on as occurredOn',
      'submissions.place',
      'areas.full_name as area',
      eventsColumn({ only: toldToReporter }).as('events'),
      filesColumn().as('files'),
      publicColumn().as('published'),
      inAccountOf(ctx).as('inAccount'),
    ])
    .executeTakeFirst();
  if (row === undefined || (code === null && !byAccount)) return err(refusal('not-found'));
  const state = row.state as CaseState;
  const clocks = new Map(state.clocks.map((clock) => [clock, presentClock(ctx, clock)]));
  const identity = readReporter(ctx.office, row, row.id);
  const key = code === null ? row.id : formatTrackingCode(code);
  return ok(present(ctx, { ...row, state, clocks, key, byAccount, identity }));
}

/** What of the case everybody may read, from where everybody reads it. */
function publicColumn() {
  return sql<TrackingView['publication']>`(
    select json_build_object('id', p.id, 'publishedOn', p.published_on, 'title', p.title, 'text', p.text,
                             'answer', p.answer)
      from publications p where p.id = (cases.state #>> '{publication,id}')::uuid)`;
}

/** Null where nobody is signed in to an account. */
function inAccountOf({ account }: Reading): RawBuilder<boolean | null> {
  return account === undefined ? sql<null>`null::boolean` : sql<boolean>`${isKeptIn(account)}`;
}

interface Found {
  readonly state: CaseState;
  readonly clocks: ReadonlyMap<Clock, ClockView>;
  readonly events: readonly CaseEvent[];
  readonly files: readonly Attachment[];
  readonly published: TrackingView['publication'];
  /** What opened it: the code, or the id of a case of the account. */
  readonly key: string;
  readonly byAccount: boolean;
  /** Null where nobody is signed in. */
  readonly inAccount: boolean | null;
  /** Opened for the reporter alone; undefined where it was destroyed. */
  readonly identity: Identity | undefined;
  readonly institution: string;
  readonly institutionZone: string;
  readonly frontUnit: string | null;
  readonly reach: string;
  readonly text: string;
  readonly occurredOn: string | null;
  readonly area: string | null;
  readonly place: string | null;
}

function present(ctx: Reading, found: Found): TrackingView {
  const { state } = found;
  const decision = decisionContext({ ...ctx, actor: reporterActor }, state);
  const { procedure } = decision;
  const next = nextClock(state);
  const own = (words: string) => asWritten(found.identity, words);
  return {
    code: found.key,
    number: state.number,
    byAccount: found.byAccount,
    inAccount: state.status === 'sealed' ? null : found.inAccount,
    kind: state.kind,
    oversight: state.oversight,
    title: own(state.title),
    status: state.status,
    institution: { id: state.institution, name: found.institution, zone: found.institutionZone },
    procedure: {
      id: procedure.id,
      version: procedure.version,
      title: procedure.title,
      printedSteps: printedNumberCount(procedure),
    },
    unit: state.unit?.name ?? found.frontUnit,
    zone: state.zone,
    reporterZone: state.areaCode === null ? null : zoneOfArea(state.areaCode),
    channel: state.channel,
    receivedAt: state.receivedAt,
    text: own(found.text),
    occurredOn: found.occurredOn,
    area: found.area,
    place: found.place === null ? null : own(found.place),
    ...presentSecrecy(found),
    reach: found.reach,
    steps: presentSteps(found, procedure),
    assignments: state.assignments
      .filter((one) => one.state !== 'cancelled')
      .map((one) => ({
        to: one.unit?.name ?? '',
        person: one.person !== null,
        task: one.task,
        state: one.state,
        clock: clockOf(found, (id) => id === `assignment:${one.id}`),
      })),
    clocks: [...found.clocks.values()].filter(({ rule }) => rule !== 'assignment'),
    nextClock: (next && found.clocks.get(next)) ?? null,
    question: state.question === null ? null : { text: state.question.text, askedAt: state.question.askedAt },
    answer:
      state.answer?.releasedAt == null
        ? null
        : {
            text: state.answer.text,
            releasedAt: state.answer.releasedAt,
            outcome: latestVersion(state)?.content.outcome ?? null,
          },
    referral: state.referral,
    archive: state.archive,
    closure: state.closure,
    rating: state.rating === null ? null : { score: state.rating.score, comment: own(state.rating.comment) },
    merged: state.mergedInto !== null,
    timeline: timelineForReporter(found.events).map((entry) =>
      isReportersOwn(entry) ? { ...entry, data: mapTexts(entry.data, own) } : entry,
    ),
    reveals: presentReveals(found),
    restricted: state.restricted === true,
    dataRequests: (state.dataRequests ?? []).map((one) => ({ ...one, reason: own(one.reason) })),
    publication: found.published,
    attachments: found.files.filter((file) => file.purpose !== 'report').map((file) => ({ ...file })),
    // The standard asks for the family card; it may follow, and is never asked of an anonymous reporter.
    familyCardAsked:
      !state.anonymous &&
      found.identity !== undefined &&
      procedure.requirements.some((requirement) => requirement.id === 'family-card') &&
      !found.files.some((file) => file.purpose === 'family-card'),
    acts: [...availableActs(state, decision)],
  };
}

/** How closed it is and why, what is asked about that, and what became of the identity. */
function presentSecrecy({ state, identity }: Found) {
  const { secrecy, signals = [], anonymous, lowering } = state;
  const known = anonymous ? ('none' as const) : ('sealed' as const);
  return {
    secrecy,
    signals: [...signals],
    loweringAsked: lowering?.consent === null ? { to: lowering.to, reason: lowering.reason } : null,
    anonymous,
    identity: identity === undefined ? ('destroyed' as const) : known,
    identityDestroyedAt: state.identityDestroyedAt ?? null,
  };
}

/** In the whistle-blowing system (L4) who reads what is the inspectorate's secret, from the reporter's page too. */
function presentReveals({ state, events }: Found): TrackingView['reveals'] {
  if (reachOf(state).sealed) return [];
  return events.flatMap((event) =>
    event.type === 'IdentityRevealed'
      ? [
          {
            at: event.at,
            unit: event.actor.kind === 'person' ? event.actor.unit : null,
            purpose: event.data.purpose,
            reason: event.data.reason,
          },
        ]
      : [],
  );
}

function mapTexts(data: Record<string, unknown>, map: (text: string) => string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, typeof value === 'string' ? map(value) : value]),
  );
}

function presentSteps(found: Found, procedure: Procedure): TrackingView['steps'] {
  const { state } = found;
  return progressOf(state, procedure).map(({ step, state: stands, visit }) => ({
    id: step.id,
    no: step.id,
    act: step.act,
    activity: step.activity,
    question: step.question ?? null,
    exit: visit?.exit ?? null,
    state: stands,
    startedAt: visit?.startedAt ?? null,
    endedAt: visit?.endedAt ?? null,
    by: visit?.unit ?? (step.act === 'verify' || step.act === 'distribute' ? found.frontUnit : null),
    clock: clockOf(found, (_id, rule) => rule === `step:${step.id}`),
  }));
}

function clockOf({ state, clocks }: Found, which: (id: string, rule: string) => boolean): ClockView | null {
  const clock = state.clocks.findLast((one) => which(one.id, one.rule));
  return (clock && clocks.get(clock)) ?? null;
}
