import type { Context } from '../../src/features/context/index.ts';
import { printLetter } from '../../src/features/papers/index.ts';
import type { Cast } from './cast.ts';

/** The first answer on paper was printed when it was written; those after it wait. Throws where it is refused. */
export async function printOneLetter(ctx: Context, cast: Cast): Promise<void> {
  const first = await ctx.tx
    .selectFrom('notifications')
    .select(['id', 'created_at as at'])
    .where('channel', '=', 'letter')
    .where('institution_id', '=', 'kemensos')
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
  const then: Context = { ...ctx, actor: cast.person('kemensos', 'verifier'), now: first.at };
  const printed = await printLetter(then, first.id, 'https://tuntas.example.org');
  if (!printed.ok) throw new Error(`a letter: refused ${JSON.stringify(printed.error)}`);
}
