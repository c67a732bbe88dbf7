import type { Context } from '../context/index.ts';

/** The case that one of these mails of ours was about: notices and answers, by their ids. */
export async function findCaseOfLetters(ctx: Context, ids: readonly string[]): Promise<string | null> {
  if (ids.length === 0) return null;
  const row = await ctx.tx
    .selectFrom('notifications')
    .select('case_id')
    .where('id', 'in', [...ids])
    .where('recipient_kind', '=', 'reporter')
    .unionAll(
      ctx.tx
        .selectFrom('messages')
        .select((eb) => eb.ref('case_id').$notNull().as('case_id'))
        .where('id', 'in', [...ids])
        .where('case_id', 'is not', null),
    )
    .limit(1)
    .executeTakeFirst();
  return row?.case_id ?? null;
}
