import { sql } from 'kysely';
import type { Static } from 'typebox';
import { deliveryChannels, isPending, isStuck } from '../../domain/delivery/states.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { deliveryJob, otherWayJob, replyJob } from '../messages/index.ts';
import type { GiveUpInput, TrafficDone } from './contract.ts';
import { mayBeSeen, type Reach, trafficReach } from './reach.ts';

type Done = Result<Static<typeof TrafficDone>, Refusal>;

/**
 * Sends once more what failed or was given up, as if it were new. Refusals: `not-authorized`, `not-found`, and
 * `changed-meanwhile` where it is on its way, or has arrived.
 */
export async function sendAgain(ctx: Context, id: string): Promise<Done> {
  const found = await lockOutgoing(ctx, id);
  if (!found.ok) return err(found.error);
  const { kind, state } = found.value;
  if (!isStuck(state)) return err(refusal('changed-meanwhile'));
  const fresh = {
    attempts: 0,
    queued_at: ctx.now,
    next_at: null,
    last_error: null,
    given_up_as: null,
    updated_at: ctx.now,
  };
  await writeTogether(ctx.tx, [
    kind === 'answer'
      ? ctx.tx
          .updateTable('messages')
          .set({ ...fresh, reply: 'queued' })
          .where('id', '=', id)
      : ctx.tx
          .updateTable('notifications')
          .set({ ...fresh, status: 'queued' })
          .where('id', '=', id),
    ...jobWrites([kind === 'answer' ? replyJob(id, ctx.now) : deliveryJob(id, ctx.now)]),
  ]);
  await note(ctx, 'delivery.retried', found.value, {});
  return ok({ id });
}

/**
 * Gives up what has not gone out, with a reason; of a wrong address the reporter is told in another way, if there is one.
 * Refusals as `sendAgain`.
 */
export async function giveUp(
  ctx: Context,
  id: string,
  { reason }: Static<typeof GiveUpInput>,
): Promise<Done> {
  const found = await lockOutgoing(ctx, id);
  if (!found.ok) return err(found.error);
  const { kind, state } = found.value;
  if (!isPending(state)) return err(refusal('changed-meanwhile'));
  const over = { next_at: null, given_up_as: reason, updated_at: ctx.now };
  await writeTogether(ctx.tx, [
    kind === 'answer'
      ? ctx.tx
          .updateTable('messages')
          .set({ ...over, reply: 'given-up' })
          .where('id', '=', id)
      : ctx.tx
          .updateTable('notifications')
          .set({ ...over, status: 'given-up' })
          .where('id', '=', id),
    ...jobWrites(kind === 'notice' && reason === 'wrong-address' ? [otherWayJob(id, ctx.now)] : []),
  ]);
  await note(ctx, 'delivery.given-up', found.value, { reason });
  return ok({ id });
}

interface Outgoing {
  readonly id: string;
  readonly kind: 'answer' | 'notice';
  readonly state: string;
  readonly channel: string;
  readonly institution: string | null;
  readonly caseId: string | null;
}

/** An answer or a notice by its id, held until the end of the transaction. */
async function lockOutgoing(ctx: Context, id: string): Promise<Result<Outgoing, Refusal>> {
  const reach = trafficReach(ctx.actor);
  if (!reach.ok) return err(reach.error);
  const found = (await lockAnswer(ctx, id, reach.value)) ?? (await lockNotice(ctx, id, reach.value));
  return found === undefined ? err(refusal('not-found')) : ok(found);
}

async function lockAnswer(ctx: Context, id: string, reach: Reach): Promise<Outgoing | undefined> {
  const { institutions } = reach;
  const row = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'reply', 'channel', 'institution_id as institution', 'case_id as caseId'])
    .where('id', '=', id)
    .where('reply', 'is not', null)
    .$if(institutions !== null, (query) => query.where('institution_id', 'in', [...(institutions ?? [])]))
    .where(mayBeSeen(reach, sql.ref('messages.case_id')))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { reply, ...rest } = row;
  return { ...rest, kind: 'answer', state: reply ?? '' };
}

async function lockNotice(ctx: Context, id: string, reach: Reach): Promise<Outgoing | undefined> {
  const { institutions } = reach;
  const row = await ctx.tx
    .selectFrom('notifications')
    .select(['id', 'status as state', 'channel', 'institution_id as institution', 'case_id as caseId'])
    .where('id', '=', id)
    .where('status', '<>', 'readable')
    .where('channel', 'in', [...deliveryChannels])
    .$if(institutions !== null, (query) => query.where('institution_id', 'in', [...(institutions ?? [])]))
    .where(mayBeSeen(reach, sql.ref('notifications.case_id')))
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, kind: 'notice' };
}

async function note(
  ctx: Context,
  kind: 'delivery.retried' | 'delivery.given-up',
  { id, kind: what, institution, caseId, channel }: Outgoing,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  await record(ctx, {
    kind,
    institution,
    subject: `${what}:${id}`,
    ...(caseId === null ? {} : { caseId }),
    details: { channel, ...details },
  });
}
