import { sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import { notNamed } from '../cases/index.ts';
import type { Context, Reading } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { atFault, manages } from '../organizations/index.ts';
import type { DeliveryLog, DeliveryView, Replayed, ReplayInput } from './contract.ts';
import { deliveryJob } from './queue-letters.ts';
import { reachWebhook, subjectOf } from './subscriptions.ts';

const pageSize = 50;

/** For so long the log is kept, and with it what can be sent again, in days. */
const keptDays = 30;

/**
 * What became of the letters to one receiver, newest first. Letters about a case that is about the reader, or that was
 * closed up since, are not in it. Refuses `not-found`.
 */
export async function listDeliveries(
  ctx: Reading,
  id: string,
  { cursor, state }: { readonly cursor?: string; readonly state?: DeliveryView['state'] },
): Promise<Result<DeliveryLog, Refusal>> {
  const owner = await ctx.tx
    .selectFrom('webhook_subscriptions')
    .select('institution_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (owner === undefined || !manages(ctx.actor, 'webhook.manage', owner.institution_id)) {
    return err(refusal('not-found'));
  }
  const { rows } = await sql<DeliveryView>`
    select d.id, c.number as "caseNumber", d.type, d.at, d.state, d.tries, d.tried_at as "triedAt",
           case d.state when 'waiting' then d.next_try_at end as "nextTryAt", d.status, d.fault, d.milliseconds
    from webhook_deliveries d join cases c on c.id = d.case_id
    where d.subscription_id = ${id} and c.status <> 'sealed' and c.secrecy <> 'L3'
      and (${cursor ?? null}::uuid is null or d.id < ${cursor ?? null}::uuid)
      and (${state ?? null}::text is null or d.state = ${state ?? null})
      and ${notNamed(ctx.actor, sql.ref('d.case_id'))}
    order by d.id desc
    limit ${pageSize + 1}`.execute(ctx.tx);
  const items = rows.slice(0, pageSize);
  return ok({ items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null });
}

/**
 * Sends again what stands in the log: one letter, or all that happened since a moment, with the ids and the content
 * that they had. Refuses `not-found`, `step-up-needed`, `invalid-input` (`since` `required`, `not-a-time`).
 */
export async function replayLetters(
  ctx: Context,
  id: string,
  { delivery, since }: ReplayInput,
): Promise<Result<Replayed, Refusal>> {
  const reached = await reachWebhook(ctx, id);
  if (!reached.ok) return reached;
  if (delivery === undefined && since === undefined) return err(atFault({ since: 'required' }));
  const from = since === undefined ? null : Date.parse(since);
  if (Number.isNaN(from)) return err(atFault({ since: 'not-a-time' }));
  const unseen = sql`not ${notNamed(ctx.actor, sql.ref('d.case_id'))}`;
  const moment = from === null ? null : new Date(from).toISOString();
  // A letter about a case that is about the reader goes out with the others, and is neither found nor counted.
  const { rows } = await sql<{ unseen: boolean }>`
    update webhook_deliveries d set state = 'waiting', tries = 0, next_try_at = ${ctx.now}
     where d.subscription_id = ${id} and d.state <> 'waiting'
       and (${delivery ?? null}::uuid is null or (d.id = ${delivery ?? null}::uuid and not ${unseen}))
       and (${moment}::timestamptz is null or d.at >= ${moment}::timestamptz)
    returning ${unseen} as unseen`.execute(ctx.tx);
  const count = rows.filter((row) => !row.unseen).length;
  if (delivery !== undefined && count === 0) return err(refusal('not-found'));
  // Whoever asks now does not wait for the next try.
  await writeTogether(ctx.tx, [
    ctx.tx.updateTable('webhook_subscriptions').set({ retry_at: null }).where('id', '=', id),
    ...jobWrites([deliveryJob(id, ctx.now)]),
  ]);
  const details = { count, since: moment };
  await record(ctx, {
    kind: 'webhook.replayed',
    institution: reached.value.institution,
    subject: subjectOf(id),
    details,
  });
  return ok({ count });
}

/** Every night: letters older than the log is kept, delivered or not, and secrets that sign no more. Gives how many letters. */
export async function sweepLetters(ctx: Context): Promise<number> {
  const before = new Date(Date.parse(ctx.now) - keptDays * 86_400_000).toISOString();
  const { rows } = await sql`
    delete from webhook_deliveries
     where id in (select id from webhook_deliveries where at < ${before} limit 1000) returning id`.execute(
    ctx.tx,
  );
  await ctx.tx.deleteFrom('webhook_secrets').where('expires_at', '<', ctx.now).execute();
  return rows.length;
}
