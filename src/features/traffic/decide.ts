import type { Static } from 'typebox';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { bySender, readingJob } from '../messages/index.ts';
import type { DiscardInput, ReadingInput, SenderInput, TrafficDone } from './contract.ts';
import { lockSetAside, type SetAside } from './find-message.ts';

type Done = Result<Static<typeof TrafficDone>, Refusal>;

/**
 * Has a message read after all, like any other or as a report whatever it says; also one that was laid aside for good. The
 * reading follows at once, as a job. Refusals as `lockSetAside`.
 */
export async function letIn(ctx: Context, id: string, { as }: Static<typeof ReadingInput>): Promise<Done> {
  const found = await lockSetAside(ctx, id);
  if (!found.ok) return err(found.error);
  const { channel, sender } = found.value;
  await writeTogether(ctx.tx, [
    back(ctx, as).where((eb) => eb.or([eb('id', '=', id), eb('part_of', '=', id)])),
    ...jobWrites([readingJob(channel, sender.toString('hex'), ctx.now)]),
  ]);
  await note(ctx, 'message.let-in', found.value, { as });
  return ok({ id });
}

/** Lays a message aside for good, with a reason. It is kept as long as any other. Refusals as `lockSetAside`. */
export async function discard(
  ctx: Context,
  id: string,
  { reason }: Static<typeof DiscardInput>,
): Promise<Done> {
  const found = await lockSetAside(ctx, id);
  if (!found.ok) return err(found.error);
  await ctx.tx
    .updateTable('messages')
    .set({ state: 'discarded', discarded_as: reason, updated_at: ctx.now })
    .where((eb) => eb.or([eb('id', '=', id), eb('part_of', '=', id)]))
    .execute();
  await note(ctx, 'message.discarded', found.value, { reason });
  return ok({ id });
}

/**
 * Lets the sender of a message write as much as they like, also from a name, and has read what of theirs was set aside for
 * that; or takes it back. Refusals as `lockSetAside`.
 */
export async function allowSender(
  ctx: Context,
  id: string,
  { allowed }: Static<typeof SenderInput>,
): Promise<Done> {
  const found = await lockSetAside(ctx, id);
  if (!found.ok) return err(found.error);
  const { channel, sender } = found.value;
  if (allowed) await allow(ctx, channel, sender);
  else {
    await ctx.tx
      .deleteFrom('allowed_senders')
      .where('channel', '=', channel)
      .where('sender', '=', sender)
      .execute();
  }
  await note(ctx, allowed ? 'sender.allowed' : 'sender.disallowed', found.value, {});
  return ok({ id });
}

async function allow(ctx: Context, channel: string, sender: Buffer): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  const held = ctx.tx
    .selectFrom('messages')
    .select('id')
    .where('channel', '=', channel)
    .where('sender', '=', sender)
    .where('state', '=', 'set-aside')
    .where('taken_as', 'in', [...bySender]);
  await writeTogether(ctx.tx, [
    ctx.tx
      .insertInto('allowed_senders')
      .values({ channel, sender, at: ctx.now, person_id: ctx.actor.id })
      .onConflict((conflict) => conflict.doNothing()),
    back(ctx, 'itself').where((eb) => eb.or([eb('id', 'in', held), eb('part_of', 'in', held)])),
    ...jobWrites([readingJob(channel, sender.toString('hex'), ctx.now)]),
  ]);
}

/** As it was before anybody read it. */
function back(ctx: Context, as: 'itself' | 'report') {
  return ctx.tx.updateTable('messages').set({
    state: 'waiting',
    let_in: as,
    readings: 0,
    taken_as: null,
    part_of: null,
    discarded_as: null,
    last_error: null,
    updated_at: ctx.now,
  });
}

async function note(
  ctx: Context,
  kind: 'message.let-in' | 'message.discarded' | 'sender.allowed' | 'sender.disallowed',
  { id, institution_id: institution, channel }: SetAside,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  await record(ctx, { kind, institution, subject: `message:${id}`, details: { channel, ...details } });
}
