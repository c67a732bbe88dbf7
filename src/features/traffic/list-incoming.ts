import { type RawBuilder, sql } from 'kysely';
import type { Static } from 'typebox';
import { deliveryChannels } from '../../domain/delivery/states.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { readCursor, writeCursor } from '../../platform/http/cursor.ts';
import type { Reading } from '../context/index.ts';
import type { IncomingLine, IncomingList, IncomingQuery } from './contract.ts';
import { mayBeSeen, reachedInstitutions, trafficReach } from './reach.ts';

export const pageSize = 50;

/**
 * What came in, the latest first; without a state what was set aside and waits for somebody. Neither words nor numbers.
 * One statement. Refusals: `not-authorized`, `not-found` for an institution out of reach.
 */
export async function listIncoming(
  ctx: Reading,
  query: IncomingQuery,
): Promise<Result<Static<typeof IncomingList>, Refusal>> {
  const reach = trafficReach(ctx.actor, undefined, query.institution);
  if (!reach.ok) return err(reach.error);
  const channels = query.channel === undefined ? deliveryChannels : [query.channel];
  const { rows } = await sql<IncomingLine>`
    select l.id, l.channel, l.account, l.received_at as "receivedAt", l.state, l.taken_as as "takenAs",
           upper(substr(encode(l.sender, 'hex'), 1, 4)) as "senderMark", l.discarded_as as "discardedAs",
           l.case_id as "caseId", c.number as "caseNumber", ${isAllowed} as "isAllowed"
      from ${reachedInstitutions(reach.value)} s
     cross join lateral (
       select m.* from messages m
        where m.institution_id = s.id and m.state = ${query.state ?? 'set-aside'} and m.state <> 'waiting'
          and coalesce(m.taken_as, '') not in ('part', 'test') and m.channel = any (${[...channels]}::text[])
          and ${within(query, sql`m.received_at`, sql`m.id`)} and ${mayBeSeen(reach.value, sql`m.case_id`)}
        order by m.received_at desc, m.id desc limit ${pageSize + 1}) l
      left join cases c on c.id = l.case_id
     order by l.received_at desc, l.id desc limit ${pageSize + 1}`.execute(ctx.tx);
  return ok(paged(rows, ({ receivedAt, id }) => ({ at: receivedAt, id })));
}

/** Whether somebody lets the sender of the message `l` write as they like. */
export const isAllowed = sql<boolean>`exists (
  select from allowed_senders a where a.channel = l.channel and a.sender = l.sender)`;

/** Between the moments asked for, and below where the page before ended. */
export function within(
  { from, before, cursor }: Pick<IncomingQuery, 'from' | 'before' | 'cursor'>,
  at: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const below = cursor === undefined ? null : readCursor(cursor);
  const conditions = [
    ...(from === undefined ? [] : [sql`${at} >= ${new Date(from).toISOString()}::timestamptz`]),
    ...(before === undefined ? [] : [sql`${at} < ${new Date(before).toISOString()}::timestamptz`]),
    ...(below === null ? [] : [sql`(${at}, ${id}) < (${below.at}::timestamptz, ${below.id}::uuid)`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

export function paged<T>(
  rows: readonly T[],
  placeOf: (row: T) => { readonly at: string; readonly id: string },
): { items: T[]; next: string | null } {
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return { items, next: rows.length > pageSize && last !== undefined ? writeCursor(placeOf(last)) : null };
}
