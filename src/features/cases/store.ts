import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseEvent, CaseEventType } from '../../domain/cases/events.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { snapshotColumns } from './snapshot.ts';

type Tx = Transaction<Schema>;

/** Locks the case for the rest of the transaction: of two acts at once one comes first, the other sees it. */
export async function findCaseForUpdate(tx: Tx, id: string): Promise<CaseState | undefined> {
  const row = await tx
    .selectFrom('cases')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : (row.state as CaseState);
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

export async function insertCase(tx: Tx, added: NewCase): Promise<void> {
  const { state, procedure, now } = added;
  await tx
    .insertInto('cases')
    .values({
      id: state.id,
      number: state.number,
      institution_id: state.institution,
      channel: state.channel,
      received_at: state.receivedAt,
      anonymous: state.anonymous,
      tracking_hash: added.trackingHash,
      words: sql<string>`to_tsvector('indonesian', ${`${state.number} ${state.title} ${added.words}`})`,
      ...snapshotColumns(state, procedure, now),
    })
    .execute();
  await appendEvents(tx, state.id, added.events);
}

/**
 * Appends what was decided and brings the snapshot up to date. A second writer that somehow passed the
 * lock would break on the primary key of `case_events`, never overwrite.
 */
export async function saveDecision(
  tx: Tx,
  before: CaseState,
  decision: { readonly state: CaseState; readonly events: readonly CaseEvent[] },
  procedure: Procedure,
  now: string,
): Promise<void> {
  await appendEvents(tx, before.id, decision.events);
  await tx
    .updateTable('cases')
    .set(snapshotColumns(decision.state, procedure, now))
    .where('id', '=', before.id)
    .execute();
  if (before.unit !== decision.state.unit || before.copies !== decision.state.copies) {
    await saveUnits(tx, decision.state);
  }
  if (before.assignments !== decision.state.assignments) {
    await saveAssignments(tx, decision.state);
    await saveUnits(tx, decision.state);
  }
}

async function appendEvents(tx: Tx, caseId: string, events: readonly CaseEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto('case_events')
    .values(
      events.map((event) => ({
        case_id: caseId,
        seq: event.seq,
        type: event.type,
        at: event.at,
        actor: JSON.stringify(event.actor),
        data: JSON.stringify(event.data),
      })),
    )
    .execute();
}

/** Which units have to do with the case; the lists of a unit's officers are drawn from here. */
async function saveUnits(tx: Tx, state: CaseState): Promise<void> {
  const assigned = state.assignments
    .filter((one) => one.state !== 'cancelled')
    .flatMap((one) => one.unit ?? []);
  const related = [
    ...(state.unit === null ? [] : [{ unit: state.unit, relation: 'responsible' }]),
    ...assigned.map((unit) => ({ unit, relation: 'assigned' })),
    ...state.copies.map((unit) => ({ unit, relation: 'copied' })),
  ];
  await tx.deleteFrom('case_units').where('case_id', '=', state.id).execute();
  if (related.length === 0) return;
  await tx
    .insertInto('case_units')
    .values(
      related.map(({ unit, relation }) => ({
        case_id: state.id,
        unit_id: unit.id,
        unit_path: unit.path,
        relation,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function saveAssignments(tx: Tx, state: CaseState): Promise<void> {
  const due = new Map(state.clocks.map((clock) => [clock.id, clock.due]));
  await tx
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
        state: eb.ref('excluded.state'),
        due_at: eb.ref('excluded.due_at'),
      })),
    )
    .execute();
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

/**
 * The events of the case that a statement is about (`cases`), oldest first, as one of its columns: a page needs
 * no second question for them. Without the types in `but`, or of the types in `only`.
 */
export function eventsColumn(
  which: { readonly only: readonly CaseEventType[] } | { readonly but: readonly CaseEventType[] },
): RawBuilder<readonly CaseEvent[]> {
  const told =
    'only' in which
      ? sql`e.type = any (${[...which.only]}::text[])`
      : sql`e.type <> all (${[...which.but]}::text[])`;
  return sql`(
    select coalesce(json_agg(json_build_object(
             'seq', e.seq, 'type', e.type, 'at', ${instantInJson(sql`e.at`)}, 'actor', e.actor, 'data', e.data)
             order by e.seq), '[]')
      from case_events e
     where e.case_id = cases.id and ${told})`;
}
