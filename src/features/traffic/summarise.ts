import { sql } from 'kysely';
import { holds } from '../../domain/access/can.ts';
import { lineState } from '../../domain/delivery/line-state.ts';
import { deliveryChannels, deliveryStates } from '../../domain/delivery/states.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import type { Reading } from '../context/index.ts';
import { incomingStates, type LineView, type TrafficSummary } from './contract.ts';
import { mayBeSeen, type Reach, reachedInstitutions, trafficReach } from './reach.ts';

const days = 7;

/**
 * How the traffic of the last week stands, by channel and state, and how the lines do: who was heard when, how much waits
 * and since when. Three statements. Lines and what waits at them are the installation's, whoever looks.
 */
export async function summariseTraffic(
  ctx: Reading,
  asked: string | undefined,
): Promise<Result<TrafficSummary, Refusal>> {
  const all = trafficReach(ctx.actor);
  if (!all.ok) return err(all.error);
  const reach = trafficReach(ctx.actor, undefined, asked);
  if (!reach.ok) return err(reach.error);
  const counts = await countTraffic(ctx, reach.value);
  const { rows } = await sql<TrafficSummary['institutions'][number]>`
    select i.id, i.name from institutions i
     where i.active and i.id in ${reachedInstitutions(all.value)} order by i.name`.execute(ctx.tx);
  return ok({
    institutions: rows as TrafficSummary['institutions'],
    mayOpen: holds(ctx.actor, 'message.handle'),
    days,
    ...counts,
    ...(await readLines(ctx)),
  });
}

type Counts = Pick<TrafficSummary, 'incoming' | 'outgoing'>;

/** Each way, state and channel is a range of its list's index. */
async function countTraffic(ctx: Reading, reach: Reach): Promise<Counts> {
  const since = new Date(Date.parse(ctx.now) - days * 86_400_000).toISOString();
  const channels = sql`unnest(${[...deliveryChannels]}::text[]) as ch(channel)`;
  const { rows } = await sql<{ way: 'in' | 'out'; channel: string; state: string; count: number }>`
    select way, channel, state, sum(n)::int as count from (
      select 'in' as way, l.channel, st.state, l.n from ${reachedInstitutions(reach)} s
       cross join unnest(${[...incomingStates]}::text[]) as st(state)
       cross join lateral (
         select m.channel, count(*) as n from messages m
          where m.institution_id = s.id and m.state = st.state and m.state <> 'waiting' and m.received_at >= ${since}
            and coalesce(m.taken_as, '') not in ('part', 'test') and ${mayBeSeen(reach, sql`m.case_id`)}
          group by m.channel) l
      union all
      select 'out', ch.channel, st.state, l.n from ${reachedInstitutions(reach)} s
       cross join unnest(${[...deliveryStates]}::text[]) as st(state) cross join ${channels}
       cross join lateral (
         select count(*) as n from messages m
          where m.institution_id = s.id and m.reply = st.state and m.reply is not null and m.channel = ch.channel
            and m.received_at >= ${since} and ${mayBeSeen(reach, sql`m.case_id`)}
         union all
         select count(*) from notifications n
          where n.institution_id = s.id and n.status = st.state and n.status <> 'readable' and n.channel = ch.channel
            and n.created_at >= ${since} and ${mayBeSeen(reach, sql`n.case_id`)}) l) counted
     where n > 0 group by way, channel, state order by channel, state`.execute(ctx.tx);
  const of = (way: 'in' | 'out') =>
    rows.filter((row) => row.way === way).map(({ channel, state, count }) => ({ channel, state, count }));
  return { incoming: of('in'), outgoing: of('out') };
}

interface LinesRow {
  readonly lines: readonly (Omit<LineView, 'state'> & {
    readonly isUp: boolean;
    readonly isSession: boolean;
    readonly toldAt: string;
    readonly tried: number;
    readonly arrived: number;
  })[];
  readonly toSend: TrafficSummary['toSend'];
  readonly toRead: TrafficSummary['toRead'];
}

async function readLines(ctx: Reading): Promise<Pick<TrafficSummary, 'lines' | 'toSend' | 'toRead'>> {
  const [day, hour] = [24, 1].map((hours) => new Date(Date.parse(ctx.now) - hours * 3_600_000).toISOString());
  const { rows } = await sql<LinesRow>`
    with held as (
      select channel, account, max(source) as source, bool_or(is_up) as is_up, bool_or(is_session) as is_session, max(heard_at) as heard_at,
             max(message_at) as message_at, max(told_at) as told_at
        from channel_lines group by channel, account),
    parts as (
      select channel, account, count(*) as accepted, count(*) filter (where outcome = 'delivered') as delivered,
             count(*) filter (where outcome = 'failed') as failed, count(*) filter (where at < ${hour}) as tried,
             count(*) filter (where at < ${hour} and outcome = 'delivered') as arrived
        from sent_parts where at >= ${day} group by channel, account),
    unsent as (
      select channel, queued_at from messages where reply in ('queued', 'failed')
      union all
      select channel, queued_at from notifications where status in ('queued', 'failed') and channel <> 'letter')
    select
      (select coalesce(json_agg(json_build_object('channel', h.channel, 'account', h.account, 'source', h.source,
          'isUp', h.is_up, 'isSession', h.is_session, 'heardAt', ${instantInJson(sql`h.heard_at`)}, 'messageAt', ${instantInJson(sql`h.message_at`)},
          'toldAt', ${instantInJson(sql`h.told_at`)}, 'accepted', coalesce(p.accepted, 0), 'delivered', coalesce(p.delivered, 0),
          'failed', coalesce(p.failed, 0), 'tried', coalesce(p.tried, 0), 'arrived', coalesce(p.arrived, 0))
          order by h.channel, h.account), '[]')
         from held h left join parts p using (channel, account)) as lines,
      (select coalesce(json_agg(json_build_object('channel', u.channel, 'count', u.n, 'oldest', ${instantInJson(sql`u.oldest`)})
          order by u.channel), '[]')
         from (select channel, count(*) as n, min(queued_at) as oldest from unsent group by channel) u) as "toSend",
      (select coalesce(json_agg(json_build_object('channel', u.channel, 'count', u.n, 'oldest', ${instantInJson(sql`u.oldest`)})
          order by u.channel), '[]')
         from (select channel, count(*) as n, min(received_at) as oldest
                 from messages where state = 'waiting' group by channel) u) as "toRead"`.execute(ctx.tx);
  const { lines = [], toSend = [], toRead = [] } = rows[0] ?? {};
  return {
    lines: lines.map(({ isUp, isSession, toldAt, tried, arrived, ...line }) => ({
      ...line,
      state: lineState(
        { isUp, isSession, toldAt, heardAt: line.heardAt, accepted: tried, delivered: arrived },
        ctx.now,
      ),
    })),
    toSend,
    toRead,
  };
}
