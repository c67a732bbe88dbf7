import type { CaseCommands } from '../../domain/cases/commands.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { ActDone, ActInput, SealedAct } from '../cases/contract.ts';
import type { Context } from '../context/index.ts';
import { actOnSealed } from './act-on-sealed.ts';
import { actsOf } from './read-sealed.ts';

/** An act of the inspectorate by its noun; the bodies of these acts are their commands. */
export async function actAsInspector<N extends SealedAct>(
  ctx: Context,
  id: string,
  noun: N,
  input: ActInput<N>,
  expectedVersion?: number,
): Promise<Result<ActDone, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const command = withoutPlaces(noun, input) as unknown as CaseCommands[N];
  const acted = await actOnSealed(ctx, { id }, noun, async () => ok({ input: command }), expectedVersion);
  if (!acted.ok) return acted;
  const { found } = acted.value;
  const { number, status, version } = found.state;
  return ok({ id, number, status, version, acts: [...actsOf(ctx, found)] });
}

/** What is researched under seal has no place among the areas and categories of the office. */
function withoutPlaces<N extends SealedAct>(noun: N, input: ActInput<N>): ActInput<N> {
  return noun === 'verification' ? { ...input, kind: 'complaint', areaCode: null, categoryId: null } : input;
}
