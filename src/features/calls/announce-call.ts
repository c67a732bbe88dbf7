import { afterAnnouncement } from '../../domain/calls/call.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import type { Announcement } from './contract.ts';
import { findCall, newCall } from './store.ts';

/** What a telephone system says may lie so far back: it kept it while we could not be reached. */
const oldest = 24 * 3_600_000;

/**
 * What a telephone system says of one call. Said again, or late, it changes nothing: a call goes on and never back. The
 * caller has checked the signature. Refuses `invalid-input`.
 */
export async function announceCall(
  ctx: Context,
  said: Announcement,
): Promise<Result<{ readonly state: Announcement['event'] }, Refusal>> {
  const at = momentOf(said.at, ctx.now);
  if (at === null) return err({ code: 'invalid-input', fields: { at: 'not-a-time' } });
  const { institution, call: sourceId, event } = said;
  const call = await findCall(ctx, { institution, sourceId });
  const agentId = await findAgent(ctx, said);
  if (call === undefined) {
    const known = await ctx.tx
      .selectFrom('institutions')
      .select('id')
      .where('id', '=', institution)
      .executeTakeFirst();
    if (known === undefined) return err(refusal('not-found'));
    const { writes } = newCall(ctx, {
      institution,
      sourceId,
      agentId,
      caller: said.caller ?? null,
      state: event,
      beganAt: at,
      answeredAt: event === 'answered' ? at : null,
      endedAt: event === 'ended' ? at : null,
    });
    await writeTogether(ctx.tx, writes);
    return ok({ state: event });
  }
  const next = afterAnnouncement(call, event, at);
  if (next === null) return ok({ state: call.state });
  await ctx.tx
    .updateTable('calls')
    .set({
      state: next.state,
      answered_at: next.answeredAt,
      ended_at: next.endedAt,
      // Whoever has answered it keeps it.
      ...(call.agentId === null && agentId !== null ? { agent_id: agentId } : {}),
    })
    .where('id', '=', call.id)
    .execute();
  return ok({ state: next.state });
}

/** Null: neither now nor a moment of the last day. */
function momentOf(given: string | undefined, now: string): string | null {
  if (given === undefined) return now;
  const at = Date.parse(given);
  const [latest, earliest] = [Date.parse(now) + 300_000, Date.parse(now) - oldest];
  if (Number.isNaN(at) || at > latest || at < earliest) return null;
  return new Date(Math.min(at, Date.parse(now))).toISOString();
}

/** Whose telephone it is; an address that we do not know, or somebody of another house, is nobody's. */
async function findAgent({ tx }: Context, { agent, institution }: Announcement): Promise<string | null> {
  if (agent === undefined) return null;
  const found = await tx
    .selectFrom('people')
    .select('id')
    .where('email', '=', agent.trim().toLowerCase())
    .where('institution_id', '=', institution)
    .where('active', '=', true)
    .executeTakeFirst();
  return found?.id ?? null;
}
