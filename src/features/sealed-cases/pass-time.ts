import { ok } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { actOnSealed } from './act-on-sealed.ts';
import { findSealed, leaveUnchecked, listSealedToCheck } from './store.ts';

/**
 * Notes the deadlines of the next case of the sealed door whose time has passed, and ends a wait for its writer that is
 * over. Gives false where there is none. Done by the round that looks at everything every ten minutes, so that no job of
 * its own shows when.
 */
export async function passSealedTime(ctx: Context): Promise<boolean> {
  const [id] = await listSealedToCheck(ctx, 1);
  if (id === undefined) return false;
  const found = await findSealed(ctx, { id }, true);
  const missed = (found?.state.clocks ?? []).filter(
    ({ outcome, due, breachedAt }) =>
      outcome === 'running' && due !== null && due < ctx.now && breachedAt === null,
  );
  const acts = missed.map(({ id: clock, owner }) =>
    owner === 'reporter'
      ? () => actOnSealed(ctx, { id }, 'expiry', async () => ok({ input: {} }))
      : () => actOnSealed(ctx, { id }, 'breach', async () => ok({ input: { clock } })),
  );
  let isNoted = false;
  for (const act of acts) isNoted = (await act()).ok || isNoted;
  // What is refused would be looked at for ever.
  if (!isNoted) await leaveUnchecked(ctx, id);
  return true;
}
