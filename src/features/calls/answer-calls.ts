import type { PersonActor } from '../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { CallView, OwnCall, WrapUpInput } from './contract.ts';
import { institutionsTaken, listCalls } from './list-calls.ts';
import { type CallRow, findCall, forgetCaller, newCall } from './store.ts';

/**
 * The agent answers a call that rings; where the telephone says nothing of it, this is its answer. Refusals:
 * `not-authorized`, `not-found`, `already-decided` where somebody else has it or it is over.
 */
export async function takeCall(ctx: Context, id: string): Promise<Result<CallView, Refusal>> {
  const found = await findOwn(ctx, id);
  if (!found.ok) return found;
  const { call, actor } = found.value;
  if (call.agentId !== null && call.agentId !== actor.id) return err(refusal('already-decided'));
  if (call.state === 'ended' && call.agentId === null) return err(refusal('already-decided'));
  await ctx.tx
    .updateTable('calls')
    .set({
      agent_id: actor.id,
      ...(call.state === 'ringing' ? { state: 'answered', answered_at: ctx.now } : {}),
    })
    .where('id', '=', id)
    .execute();
  if (call.agentId === null) await note(ctx, 'call.taken', call);
  return viewOf(ctx, id);
}

/** A call of which the telephone system says nothing: it is answered already. Refuses `not-authorized`. */
export async function beginOwnCall(ctx: Context, { caller }: OwnCall): Promise<Result<CallView, Refusal>> {
  const { actor } = ctx;
  const [institution] = institutionsTaken(actor);
  if (actor.kind !== 'person' || institution === undefined) return err(refusal('not-authorized'));
  const { id, writes } = newCall(ctx, {
    institution,
    sourceId: null,
    agentId: actor.id,
    caller: caller ?? null,
    state: 'answered',
    beganAt: ctx.now,
    answeredAt: ctx.now,
    endedAt: null,
  });
  await writeTogether(ctx.tx, writes);
  await record(ctx, { kind: 'call.taken', institution, subject: `call:${id}` });
  return viewOf(ctx, id);
}

/**
 * What came of it. The call is over with it, and the caller's number is destroyed: what is to stay of it stands in the
 * case. Refusals: `not-authorized`, `not-found`, `already-decided`.
 */
export async function wrapUpCall(
  ctx: Context,
  id: string,
  { wrapUp }: WrapUpInput,
): Promise<Result<{ readonly id: string }, Refusal>> {
  const found = await findOwn(ctx, id);
  if (!found.ok) return found;
  const { call, actor } = found.value;
  if (call.agentId !== actor.id) return err(refusal('not-found'));
  if (call.wrapUp !== null) return call.wrapUp === wrapUp ? ok({ id }) : err(refusal('already-decided'));
  await ctx.tx
    .updateTable('calls')
    .set({ wrap_up: wrapUp, wrapped_up_at: ctx.now, state: 'ended', ended_at: call.endedAt ?? ctx.now })
    .where('id', '=', id)
    .execute();
  await forgetCaller(ctx, [id]);
  await note(ctx, 'call.wrapped-up', call, { wrapUp });
  return ok({ id });
}

/** Puts a case to the call in which it was told; one that is not the agent's own, or has one, is left alone. */
export async function linkCall(ctx: Context, id: string, caseId: string): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  await ctx.tx
    .updateTable('calls')
    .set({ case_id: caseId })
    .where('id', '=', id)
    .where('agent_id', '=', ctx.actor.id)
    .where('case_id', 'is', null)
    .execute();
}

/** Whether the call is the agent's own; another's is answered like one that does not exist. */
export async function isOwnCall({ tx, actor }: Context, id: string): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const found = await tx
    .selectFrom('calls')
    .select('id')
    .where('id', '=', id)
    .where('agent_id', '=', actor.id)
    .executeTakeFirst();
  return found !== undefined;
}

async function findOwn(
  ctx: Context,
  id: string,
): Promise<Result<{ readonly call: CallRow; readonly actor: PersonActor }, Refusal>> {
  const { actor } = ctx;
  const institutions = institutionsTaken(actor);
  if (actor.kind !== 'person' || institutions.length === 0) return err(refusal('not-authorized'));
  const call = await findCall(ctx, { id });
  if (call === undefined || !institutions.includes(call.institution)) return err(refusal('not-found'));
  return ok({ call, actor });
}

async function viewOf(ctx: Context, id: string): Promise<Result<CallView, Refusal>> {
  const listed = await listCalls(ctx, id);
  if (!listed.ok) return listed;
  const [view] = listed.value.items;
  return view === undefined ? err(refusal('not-found')) : ok(view);
}

async function note(
  ctx: Context,
  kind: 'call.taken' | 'call.wrapped-up',
  { id, institution }: CallRow,
  details?: Readonly<Record<string, string>>,
): Promise<void> {
  await record(ctx, {
    kind,
    institution,
    subject: `call:${id}`,
    ...(details === undefined ? {} : { details }),
  });
}
