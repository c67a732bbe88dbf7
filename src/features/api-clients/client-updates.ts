import { sql } from 'kysely';
import type { CaseEvent, CaseEventType } from '../../domain/cases/events.ts';
import type { Context, Reading } from '../context/index.ts';
import { mayBeToldToClient } from './client-requests.ts';
import { toldToClient } from './told-to-client.ts';

/** Something that happened to a request, as it may be told to the program that filed it. */
export interface ClientUpdate {
  readonly requestId: string;
  readonly event: CaseEvent;
  /** Whether the case had come to an end by then. */
  readonly ended: boolean;
  readonly zone: string;
  readonly institution: string;
  readonly frontUnit: string | null;
}

/** What brings a case to an end, and what opens it again. */
const ends: readonly CaseEventType[] = ['CaseReferred', 'CaseArchived', 'CaseClosed'];
const turns: readonly CaseEventType[] = [...ends, 'CaseReopened'];

/**
 * What happened to the requests of one client from one moment to another (ISO 8601 UTC, the second not included), the
 * oldest first, `limit` at most; of one request alone where `only` names it. One statement.
 */
export async function listUpdates(
  ctx: Reading,
  clientId: string,
  span: { readonly from: string; readonly to: string; readonly only?: string; readonly limit: number },
): Promise<readonly ClientUpdate[]> {
  const rows = await ctx.tx
    .selectFrom('client_requests')
    .innerJoin('cases', 'cases.id', 'client_requests.case_id')
    .innerJoin('institutions', 'institutions.id', 'cases.institution_id')
    .leftJoin('units as front', 'front.id', 'institutions.front_unit_id')
    .innerJoin('case_events', 'case_events.case_id', 'client_requests.case_id')
    .where('client_requests.client_id', '=', clientId)
    .$if(span.only !== undefined, (found) => found.where('client_requests.id', '=', span.only ?? ''))
    .where(mayBeToldToClient())
    .where('cases.updated_at', '>=', span.from)
    .where('case_events.at', '>=', span.from)
    .where('case_events.at', '<', span.to)
    .where('case_events.type', 'in', toldToClient)
    .select([
      'client_requests.id as requestId',
      'case_events.seq',
      'case_events.type',
      'case_events.at',
      'case_events.actor',
      'case_events.data',
      'institutions.name as institution',
      'front.name as frontUnit',
      sql<string>`cases.state ->> 'zone'`.as('zone'),
      lastTurn().as('turn'),
    ])
    .orderBy('case_events.at')
    .orderBy('client_requests.id')
    .orderBy('case_events.seq')
    .limit(span.limit)
    .execute();
  return rows.map(({ requestId, institution, frontUnit, zone, turn, ...event }) => ({
    requestId,
    institution,
    frontUnit,
    zone,
    // The columns of a row of the log are its event.
    event: event as unknown as CaseEvent,
    ended: turn !== null && ends.includes(turn as CaseEventType),
  }));
}

/** The last of the events that end a case or open it again, up to this one. */
function lastTurn() {
  return sql<string | null>`(
    select t.type from case_events t
     where t.case_id = case_events.case_id and t.seq <= case_events.seq and t.type = any (${[...turns]}::text[])
     order by t.seq desc limit 1)`;
}

/** The number of the event that an update left which this client sent before under the same id. */
export async function findSentUpdate(
  ctx: Context,
  clientId: string,
  sentId: string,
): Promise<{ readonly requestId: string; readonly seq: number } | undefined> {
  return ctx.tx
    .selectFrom('client_updates')
    .select(['request_id as requestId', 'seq'])
    .where('client_id', '=', clientId)
    .where('sent_hash', '=', hashSent(ctx, sentId))
    .executeTakeFirst();
}

/** Remembers an update by the client's own id of it; to be called under the lock of its request. */
export async function keepSentUpdate(
  ctx: Context,
  clientId: string,
  sentId: string,
  update: { readonly requestId: string; readonly seq: number },
): Promise<void> {
  await ctx.tx
    .insertInto('client_updates')
    .values({
      client_id: clientId,
      sent_hash: hashSent(ctx, sentId),
      request_id: update.requestId,
      seq: update.seq,
    })
    .execute();
}

function hashSent({ office }: Reading, sentId: string): Buffer {
  return office.keys.hash('client-update', sentId);
}
