import { systemActor } from '../../domain/access/actor.ts';
import type { CaseState, Conflict } from '../../domain/cases/case.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Context } from '../context/index.ts';
import { actOnCase } from './act-on-case.ts';
import { findCase } from './store.ts';

/**
 * Cases that follow one another are one matter: whom one of them is about is kept out of all of them. Called after
 * somebody came onto the list of a case, and after a merger; in the same transaction.
 */
export async function shareConflicts(ctx: Context, state: CaseState): Promise<void> {
  const relatives = await listRelatives(ctx, state);
  for (const id of relatives) {
    const other = await findCase(ctx.tx, id);
    if (other === undefined) continue;
    await bringTo(ctx, state, other);
    await bringTo(ctx, other, state);
  }
}

/** The case that this one follows, and those that follow it. */
async function listRelatives({ tx }: Context, state: CaseState): Promise<readonly string[]> {
  const followers = await tx.selectFrom('cases').select('id').where('merged_into', '=', state.id).execute();
  const parent = state.mergedInto === null ? [] : [state.mergedInto.id];
  return [...parent, ...followers.map(({ id }) => id)];
}

async function bringTo(ctx: Context, from: CaseState, to: CaseState): Promise<void> {
  let reached: CaseState | undefined;
  for (const { person, unit } of missing(from.conflicts, to.conflicts)) {
    const id = uuidv7(Date.parse(ctx.now));
    const input = { id, person, unit, source: 'merger', reason: from.number } as const;
    const acted = await actOnCase({ ...ctx, actor: systemActor }, to.id, 'conflict', input);
    if (acted.ok) reached = acted.value.state;
  }
  if (reached !== undefined) await shareConflicts(ctx, reached);
}

function missing(from: readonly Conflict[] = [], to: readonly Conflict[] = []): readonly Conflict[] {
  return from.filter(
    (one) => !to.some((known) => known.person?.id === one.person?.id && known.unit?.id === one.unit?.id),
  );
}
