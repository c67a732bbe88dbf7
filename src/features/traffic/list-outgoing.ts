import { sql } from 'kysely';
import type { Static } from 'typebox';
import { type DeliveryState, deliveryChannels, deliveryStates } from '../../domain/delivery/states.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { noticeSubject } from '../notifications/index.ts';
import type { OutgoingLine, OutgoingList, OutgoingQuery } from './contract.ts';
import { paged, pageSize, within } from './list-incoming.ts';
import { mayBeSeen, reachedInstitutions, trafficReach } from './reach.ts';

/**
 * Everything that left or should have left, answers to messages and notices in one list, the latest first; neither texts
 * nor addresses. One statement, which looks a page deep into each state and channel. Refusals as `listIncoming`.
 */
export async function listOutgoing(
  ctx: Reading,
  query: OutgoingQuery,
): Promise<Result<Static<typeof OutgoingList>, Refusal>> {
  const reach = trafficReach(ctx.actor, undefined, query.institution);
  if (!reach.ok) return err(reach.error);
  const channels = query.channel === undefined ? deliveryChannels : [query.channel];
  const states = query.state === undefined ? deliveryStates : [query.state];
  const ways = sql`${reachedInstitutions(reach.value)} s
    cross join unnest(${[...states]}::text[]) as st(state) cross join unnest(${[...channels]}::text[]) as ch(channel)`;
  const { rows } = await sql<Row>`
    select o.*, c.number as "caseNumber", p.name as "recipientName" from (
      (select l.* from ${ways} cross join lateral (
        select m.id, 'answer' as kind, m.channel, m.received_at as at, m.reply as state, m.taken_as as template,
               null::jsonb as params, true as "toReporter", null::uuid as person_id, m.attempts,
               m.last_error as "lastError", m.next_at as "nextAt", m.given_up_as as "givenUpAs",
               m.updated_at as "updatedAt", m.case_id as "caseId"
          from messages m
         where m.institution_id = s.id and m.reply = st.state and m.reply is not null and m.channel = ch.channel
           and ${within(query, sql`m.received_at`, sql`m.id`)} and ${mayBeSeen(reach.value, sql`m.case_id`)}
         order by m.received_at desc, m.id desc limit ${pageSize + 1}) l
        order by l.at desc, l.id desc limit ${pageSize + 1})
      union all
      (select l.* from ${ways} cross join lateral (
        select n.id, 'notice' as kind, n.channel, n.created_at as at, n.status as state, n.template, n.params,
               n.recipient_kind = 'reporter' as "toReporter", n.person_id, n.attempts, n.last_error as "lastError",
               n.next_at as "nextAt", n.given_up_as as "givenUpAs", n.updated_at as "updatedAt", n.case_id as "caseId"
          from notifications n
         where n.institution_id = s.id and n.status = st.state and n.status <> 'readable' and n.channel = ch.channel
           and ${within(query, sql`n.created_at`, sql`n.id`)} and ${mayBeSeen(reach.value, sql`n.case_id`)}
         order by n.created_at desc, n.id desc limit ${pageSize + 1}) l
        order by l.at desc, l.id desc limit ${pageSize + 1})) o
      left join cases c on c.id = o."caseId"
      left join people p on p.id = o.person_id
     order by o.at desc, o.id desc limit ${pageSize + 1}`.execute(ctx.tx);
  const { items, next } = paged(rows, ({ at, id }) => ({ at, id }));
  return ok({ items: items.map((row) => present(ctx, row)), next });
}

interface Row extends Omit<OutgoingLine, 'about' | 'state'> {
  readonly state: DeliveryState;
  readonly template: string | null;
  readonly params: Readonly<Record<string, string | number>> | null;
  readonly person_id: string | null;
}

function present(ctx: Reading, { template, params, person_id: _person, ...line }: Row): OutgoingLine {
  const { kind, caseNumber } = line;
  const about =
    kind === 'answer'
      ? (template ?? '')
      : noticeSubject(ctx.locale, template ?? '', { ...params, number: caseNumber ?? '' });
  return { ...line, about };
}
