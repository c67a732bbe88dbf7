import { type RawBuilder, sql } from 'kysely';
import type { Static } from 'typebox';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import type { EventDelivery } from './contract-deliveries.ts';

type Told = Omit<Static<typeof EventDelivery>, 'seq'> & {
  /** Of a notice the event that it tells of; null: an answer to a message, what that was taken for, and when it came. */
  readonly seq: number | null;
  readonly takenAs: keyof typeof eventsOf | null;
  readonly receivedAt: string | null;
};

/** What a message does to the case, by what it was taken for; what only asks leaves no event. */
const eventsOf = {
  report: ['CaseOpened'],
  reply: ['MessageFromReporter'],
  completion: ['ReporterCompleted'],
  objection: ['ObjectionRaised'],
  rating: ['CaseRated', 'CaseConfirmed'],
} satisfies Readonly<Record<string, readonly CaseEvent['type'][]>>;

/** What was sent to the reporter of the case `cases`, notices and answers to messages, and how far each has come. */
export function deliveriesColumn(): RawBuilder<readonly Told[]> {
  return sql<readonly Told[]>`(
    select coalesce(json_agg(json_build_object('seq', d.seq, 'channel', d.channel, 'state', d.state,
             'at', ${instantInJson(sql`d.at`)}, 'lastError', d.last_error, 'takenAs', d.taken_as,
             'receivedAt', ${instantInJson(sql`d.received_at`)}) order by d.at), '[]')
      from (
        select n.event_seq as seq, n.channel, n.status as state, n.updated_at as at, n.last_error, null as taken_as,
               null::timestamptz as received_at
          from notifications n
         where n.case_id = cases.id and n.recipient_kind = 'reporter' and n.status <> 'readable'
        union all
        select null, m.channel, m.reply, m.updated_at, m.last_error, m.taken_as, m.received_at from messages m
         where m.case_id = cases.id and m.reply is not null
           and m.taken_as = any (${Object.keys(eventsOf)}::text[])) d)`;
}

/** Each beside its event; an answer beside what the reporter did by the message. */
export function besideEvents(
  told: readonly Told[],
  events: readonly CaseEvent[],
): Static<typeof EventDelivery>[] {
  return told.flatMap(({ seq, takenAs, receivedAt, ...delivery }) => {
    const types: readonly string[] = takenAs === null ? [] : eventsOf[takenAs];
    const isOf = ({ type, at }: CaseEvent) => types.includes(type) && at >= (receivedAt ?? '');
    const beside = seq ?? events.find(isOf)?.seq;
    return beside === undefined ? [] : [{ ...delivery, seq: beside }];
  });
}
