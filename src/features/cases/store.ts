import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { CaseState, UnitRef } from '../../domain/cases/case.ts';
import type { CaseEvent, CaseEventType } from '../../domain/cases/events.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Write } from '../../platform/db/write-together.ts';
import { type Context, officeRevision, requireCurrent } from '../context/index.ts';
import { conflictWrites } from './conflict-writes.ts';
import { publicationWrites } from './publication-writes.ts';
import { snapshotColumns } from './snapshot.ts';

type Tx = Transaction<Schema>;

/**
 * Locks the case for the rest of the transaction: of two acts at once one comes first, the other sees it. Throws
 * `OfficeOutdated` where this node has not read what was released or applied.
 */
export async function findCaseForUpdate({ tx, office }: Context, id: string): Promise<CaseState | undefined> {
  const row = await tx
    .selectFrom('cases')
    .select(['state', officeRevision().as('revision')])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  requireCurrent(office, row.revision);
  return row.state as CaseState;
}

export async function findCase(tx: Kysely<Schema>, id: string): Promise<CaseState | undefined> {
  const row = await tx.selectFrom('cases').select('state').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : (row.state as CaseState);
}

/** The next `YYMM-NNNNN`; gaps occur where a transaction was rolled back. `localDate` is `YYYY-MM-DD`. */
export async function nextCaseNumber(tx: Tx, localDate: string): Promise<string> {
  const { rows } = await sql<{ n: string }>`select nextval('case_number_seq')::text as n`.execute(tx);
  const month = `${localDate.slice(2, 4)}${localDate.slice(5, 7)}`;
  return `${month}-${(rows[0]?.n ?? '').padStart(5, '0')}`;
}

export interface NewCase {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly procedure: Procedure;
  readonly trackingHash: Buffer;
  /** The citizen's own words, for the search. */
  readonly words: string;
  readonly now: string;
}

export function newCaseWrites(tx: Tx, added: NewCase): readonly Write[] {
  const { state, procedure, now } = added;
  const row = tx.insertInto('cases').values({
    id: state.id,
    number: state.number,
    institution_id: state.institution,
    channel: state.channel,
    received_at: state.receivedAt,
    anonymous: state.anonymous,
    tracking_hash: added.trackingHash,
    words: sql<string>`to_tsvector('indonesian', ${`${state.number} ${state.title} ${added.words}`})`,
    ...snapshotColumns(state, procedure, now),
  });
  return [row, ...eventWrites(state.id, added.events), ...conflictWrites(tx, undefined, state)];
}

/**
 * Appends what was decided and brings the snapshot up to date. A second writer that somehow passed the
 * lock would break on the primary key of `case_events`, never overwrite.
 */
export function decisionWrites(
  tx: Tx,
  before: CaseState,
  decision: { readonly state: CaseState; readonly events: readonly CaseEvent[] },
  procedure: Procedure,
  now: string,
): readonly Write[] {
  const { state, events } = decision;
  const row = tx
    .updateTable('cases')
    .set(snapshotColumns(state, procedure, now))
    .where('id', '=', before.id);
  const assignments = before.assignments === state.assignments ? [] : [assignmentWrite(tx, state)];
  const requests = before.dataRequests === state.dataRequests ? [] : [dataRequestWrite(tx, state)];
  return [
    ...eventWrites(state.id, events),
    row,
    ...unitWrites(tx, before, state),
    ...assignments,
    ...conflictWrites(tx, before, state),
    ...publicationWrites(tx, before, state),
    ...requests,
  ];
}

/** As one value, so that the statement is the same however many there are. */
function eventWrites(caseId: string, events: readonly CaseEvent[]): readonly Write[] {
  if (events.length === 0) return [];
  const rows = events.map(({ seq, type, at, actor, data }) => ({ seq, type, at, actor, data }));
  const insert = sql`
    insert into case_events (case_id, seq, type, at, actor, data)
    select ${caseId}, e.seq, e.type, e.at, e.actor, e.data
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as e (seq integer, type text, at timestamptz, actor jsonb, data jsonb)`;
  return [insert];
}

interface RelatedUnit {
  readonly unit: UnitRef;
  readonly relation: 'responsible' | 'assigned' | 'copied';
}

/** Which units have to do with the case; the lists of a unit's officers are drawn from here. */
function unitWrites(tx: Tx, before: CaseState, after: CaseState): readonly Write[] {
  const [had, has] = [relatedUnits(before), relatedUnits(after)];
  const gone = [...had].filter(([key]) => !has.has(key)).map(([, related]) => related);
  const come = [...has].filter(([key]) => !had.has(key)).map(([, related]) => related);
  const removals = gone.map(({ unit, relation }) =>
    tx
      .deleteFrom('case_units')
      .where('case_id', '=', after.id)
      .where('unit_id', '=', unit.id)
      .where('relation', '=', relation),
  );
  if (come.length === 0) return removals;
  const added = come.map(({ unit, relation }) => ({
    case_id: after.id,
    unit_id: unit.id,
    unit_path: unit.path,
    relation,
  }));
  return [...removals, tx.insertInto('case_units').values(added)];
}

function relatedUnits(state: CaseState): ReadonlyMap<string, RelatedUnit> {
  const assigned = state.assignments
    .filter((one) => one.state !== 'cancelled')
    .flatMap((one) => one.unit ?? []);
  const related: readonly RelatedUnit[] = [
    ...(state.unit === null ? [] : [{ unit: state.unit, relation: 'responsible' as const }]),
    ...assigned.map((unit) => ({ unit, relation: 'assigned' as const })),
    ...state.copies.map((unit) => ({ unit, relation: 'copied' as const })),
  ];
  return new Map(related.map((one) => [`${one.relation} ${one.unit.id}`, one]));
}

function assignmentWrite(tx: Tx, state: CaseState): Write {
  const due = new Map(state.clocks.map((clock) => [clock.id, clock.due]));
  return tx
    .insertInto('case_assignments')
    .values(
      state.assignments.map((one) => ({
        id: one.id,
        case_id: state.id,
        parent_id: one.parent,
        unit_id: one.unit?.id ?? null,
        unit_path: one.unit?.path ?? null,
        person_id: one.person?.id ?? null,
        state: one.state,
        due_at: due.get(`assignment:${one.id}`) ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        unit_id: eb.ref('excluded.unit_id'),
        unit_path: eb.ref('excluded.unit_path'),
        person_id: eb.ref('excluded.person_id'),
        state: eb.ref('excluded.state'),
        due_at: eb.ref('excluded.due_at'),
      })),
    );
}

/** For the list of who answers for personal data; everything else of a request stays in the case. */
function dataRequestWrite(tx: Tx, state: CaseState): Write {
  return tx
    .insertInto('data_requests')
    .values(
      (state.dataRequests ?? []).map(({ number, kind, at, due, answer }) => ({
        case_id: state.id,
        number,
        kind,
        asked_at: at,
        due_at: due,
        answered_at: answer?.at ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'number']).doUpdateSet((eb) => ({
        answered_at: eb.ref('excluded.answered_at'),
      })),
    );
}

export async function listEvents(tx: Tx, caseId: string): Promise<readonly CaseEvent[]> {
  const rows = await tx
    .selectFrom('case_events')
    .select(['seq', 'type', 'at', 'actor', 'data'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
  return rows as unknown as readonly CaseEvent[];
}

type WhichEvents =
  | { readonly only: readonly CaseEventType[] }
  | { readonly but: readonly CaseEventType[] }
  /** Numbers, both included. */
  | { readonly from: number; readonly to: number };

/**
 * The events of the case that a statement is about (`cases`), oldest first, as one of its columns: nothing has
 * to ask a second time for them.
 */
export function eventsColumn(which: WhichEvents): RawBuilder<readonly CaseEvent[]> {
  return sql`(
    select coalesce(json_agg(json_build_object(
             'seq', e.seq, 'type', e.type, 'at', ${instantInJson(sql`e.at`)}, 'actor', e.actor, 'data', e.data)
             order by e.seq), '[]')
      from case_events e
     where e.case_id = cases.id and ${among(which)})`;
}

function among(which: WhichEvents): RawBuilder<unknown> {
  if ('only' in which) return sql`e.type = any (${[...which.only]}::text[])`;
  if ('but' in which) return sql`e.type <> all (${[...which.but]}::text[])`;
  return sql`e.seq between ${which.from} and ${which.to}`;
}
