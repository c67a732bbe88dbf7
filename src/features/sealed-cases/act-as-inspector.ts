import type { CaseCommands } from '../../domain/cases/commands.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { ActDone, ActInput, SealedAct } from '../cases/contract.ts';
import type { Context } from '../context/index.ts';
import { actOnSealed } from './act-on-sealed.ts';
import { namedInspector } from './name-inspector.ts';
import { actsOf } from './read-sealed.ts';
import type { SealedCase } from './sealed-case.ts';

/** An act of the inspectorate by its noun. */
export async function actAsInspector<N extends SealedAct>(
  ctx: Context,
  id: string,
  noun: N,
  input: ActInput<N>,
  expectedVersion?: number,
): Promise<Result<ActDone, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const acted = await actOnSealed(
    ctx,
    { id },
    noun,
    (found) => commandOf(ctx, found, noun, input),
    expectedVersion,
  );
  if (!acted.ok) return acted;
  const { found } = acted.value;
  const { number, status, version } = found.state;
  return ok({ id, number, status, version, acts: [...actsOf(ctx, found)] });
}

/** Most bodies are their commands. */
async function commandOf<N extends SealedAct>(
  ctx: Context,
  found: SealedCase,
  noun: N,
  input: ActInput<N>,
): Promise<Result<{ readonly input: CaseCommands[N] }, Refusal>> {
  const asCommand = (command: unknown) => ok({ input: command as CaseCommands[N] });
  if (noun === 'conflict-lifting') {
    const { conflictId: conflict, reason } = input as ActInput<'conflict-lifting'>;
    return asCommand({ conflict, reason });
  }
  if (noun !== 'conflict') return asCommand(withoutPlaces(noun, input));
  const named = await namedInspector(ctx, found, input as ActInput<'conflict'>);
  return named.ok ? asCommand(named.value) : named;
}

/** What is researched under seal has no place among the areas and categories of the office. */
function withoutPlaces<N extends SealedAct>(noun: N, input: ActInput<N>): ActInput<N> {
  return noun === 'verification' ? { ...input, kind: 'complaint', areaCode: null, categoryId: null } : input;
}
