import { type SqlBool, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import { holds } from '../../domain/access/can.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import type { QueueCounts } from './contract.ts';
import { assignedTo, ownQueues, turnIn } from './turn.ts';

/** How many wait in each list that the person takes part in; one statement. */
export async function countQueues(ctx: Reading): Promise<Result<QueueCounts, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const mine = ownQueues(ctx, actor);
  const endOfToday = sql<string>`(date_trunc('day', ${ctx.now}::timestamptz at time zone 'Asia/Jakarta') + interval '1 day') at time zone 'Asia/Jakarta'`;
  const rows = await ctx.tx
    .selectFrom('cases')
    .select((eb) => [
      'cases.queue',
      eb.fn.countAll<number>().as('open'),
      sql<number>`count(*) filter (where cases.due_at < ${ctx.now} and not cases.paused)`.as('late'),
      sql<number>`count(*) filter (where cases.due_at >= ${ctx.now} and cases.due_at < ${endOfToday} and not cases.paused)`.as(
        'today',
      ),
    ])
    .where((eb) =>
      eb.or([
        sql<SqlBool>`false`,
        ...mine.map(([name, permission]) =>
          eb.and([eb('cases.queue', '=', name), turnIn(eb, ctx, actor, permission, [name])]),
        ),
      ]),
    )
    .groupBy('cases.queue')
    .execute();
  const queues: QueueCounts['queues'] = {};
  for (const [name] of mine) queues[name] = { open: 0, late: 0, today: 0 };
  for (const row of rows)
    queues[row.queue] = { open: Number(row.open), late: Number(row.late), today: Number(row.today) };
  if (holds(actor, 'assignment.work')) queues.assigned = await countAssigned(ctx, actor);
  return ok({ queues });
}

async function countAssigned(ctx: Reading, actor: PersonActor): Promise<QueueCounts['queues'][string]> {
  const row = await ctx.tx
    .selectFrom('cases')
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      sql<number>`count(*) filter (where cases.due_at < ${ctx.now})`.as('late'),
    ])
    .where((eb) => assignedTo(eb, actor))
    .executeTakeFirstOrThrow();
  return { open: Number(row.open), late: Number(row.late), today: 0 };
}
