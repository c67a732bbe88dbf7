import { type Kysely, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseEvent, CaseEventType } from '../../domain/cases/events.ts';
import { fold } from '../../domain/cases/evolve.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { PastCase } from '../../domain/simulation/past-case.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { notNamed } from '../cases/index.ts';

export interface PastWanted {
  readonly procedureId: string;
  readonly institution: string;
  /** ISO instants, the second not included. */
  readonly from: string;
  readonly to: string;
  /** Whose question it is: what is about them is left out. Absent on the command line. */
  readonly reader?: PersonActor;
}

const batch = 500;
const mostCases = 20_000;

/** The facts that say when, which way and how long; none of them is read with its words. */
const ways: readonly CaseEventType[] = [
  'CaseOpened',
  'StepStarted',
  'StepEnded',
  'ClockStarted',
  'ClockPaused',
  'ClockResumed',
  'ClockStopped',
  'ClockReopened',
  'ClockCancelled',
  'ClockBreached',
  'ClockMoved',
];
const endings: readonly CaseEventType[] = ['AnswerReleased', 'CaseReferred', 'CaseArchived', 'CaseClosed'];

interface EventRow {
  readonly case_id: string;
  readonly received_at: string;
  readonly version: number;
  readonly kind: PastCase['kind'];
  readonly zone: string | null;
  readonly events: readonly (CaseEvent & { readonly by: string | null })[];
}

/**
 * The cases of a procedure that arrived in a period, folded from their events, without anything that says whose
 * they are. One statement for every 500 cases; sealed ones are left out. Refuses `simulation-too-large` beyond
 * 20,000. Rights are the caller's.
 */
export async function readPastCases(
  db: Kysely<Schema>,
  wanted: PastWanted,
): Promise<Result<readonly PastCase[], Refusal>> {
  const people = new Map<string, number>();
  const cases: PastCase[] = [];
  let after: { readonly at: string; readonly id: string } = {
    at: wanted.from,
    id: '00000000-0000-0000-0000-000000000000',
  };
  for (;;) {
    const rows = await readBatch(db, wanted, after);
    for (const row of rows) cases.push(pastCaseOf(row, people));
    if (cases.length > mostCases) {
      return err(refusal('simulation-too-large', { size: cases.length, most: mostCases }));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return ok(cases);
    after = { at: last.received_at, id: last.case_id };
  }
}

async function readBatch(
  db: Kysely<Schema>,
  { procedureId, institution, from, to, reader }: PastWanted,
  after: { readonly at: string; readonly id: string },
): Promise<readonly EventRow[]> {
  const at = instantInJson(sql`e.at`);
  const { rows } = await sql<EventRow>`
    with page as (
      select id, received_at, procedure_version, kind, state ->> 'zone' as zone
      from cases
      where institution_id = ${institution} and procedure_id = ${procedureId} and status <> 'sealed'
        and received_at >= ${from} and received_at < ${to}
        and ${reader === undefined ? sql`true` : notNamed(reader, sql.ref('cases.id'))}
        and (received_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)
      order by received_at, id
      limit ${sql.lit(batch)}
    )
    select page.id as case_id, page.received_at, page.procedure_version as version, page.kind, page.zone,
      jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'at', ${at}, 'by', e.actor ->> 'id',
        'data', case when e.type = any(${[...ways]}::text[]) then e.data - 'title' else '{}'::jsonb end)
        order by e.seq) as events
    from page join case_events e on e.case_id = page.id and e.type = any(${[...ways, ...endings]}::text[])
    group by page.id, page.received_at, page.procedure_version, page.kind, page.zone
    order by page.received_at, page.id`.execute(db);
  return rows;
}

function pastCaseOf(row: EventRow, people: Map<string, number>): PastCase {
  const state = fold(
    row.case_id,
    row.events.filter(({ type }) => ways.includes(type)),
  );
  const ended = row.events.find(({ type }) => endings.includes(type));
  return {
    version: row.version,
    kind: row.kind,
    receivedAt: state.receivedAt,
    zone: row.zone ?? state.zone,
    visits: visitsOf(state, row, people),
    pauses: longestPauses(state.clocks),
    clocks: state.clocks.map(({ rule, outcome, breachedAt }) => ({
      rule,
      outcome: outcome === 'running' && breachedAt !== null ? 'late' : outcome,
    })),
    endedAt: ended?.at ?? null,
  };
}

/** Who ended a stay, as a number that means nothing outside this reading. */
function visitsOf(state: CaseState, row: EventRow, people: Map<string, number>): PastCase['visits'] {
  const enders = new Map(
    row.events.flatMap((event) =>
      event.type === 'StepEnded' ? [[`${event.data.step} ${event.at}`, event.by] as const] : [],
    ),
  );
  return state.visits.map(({ step, startedAt, endedAt, exit }) => {
    const person = endedAt === null ? null : (enders.get(`${step} ${endedAt}`) ?? null);
    if (person !== null && !people.has(person)) people.set(person, people.size);
    return { step, startedAt, endedAt, exit, by: person === null ? null : (people.get(person) ?? null) };
  });
}

/** While the reporter was asked, every clock that may pause did; the one that ran longest saw all of it. */
function longestPauses(clocks: readonly Clock[]): PastCase['pauses'] {
  return clocks.map(({ pauses }) => pauses).toSorted((a, b) => b.length - a.length)[0] ?? [];
}
