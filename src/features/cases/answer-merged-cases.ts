import type { Context } from '../context/index.ts';
import { actOnCase } from './act-on-case.ts';
import { findCase } from './store.ts';

/** A merged case follows its parent: each of its reporters gets the answer and a verdict of their own. */
export async function answerMergedCases(ctx: Context, parentId: string): Promise<void> {
  const parent = await findCase(ctx.tx, parentId);
  const answer = parent?.answer;
  if (answer?.releasedAt == null) return;
  const children = await ctx.tx
    .selectFrom('cases')
    .select('id')
    .where('merged_into', '=', parentId)
    .where('status', '=', 'merged')
    .execute();
  for (const child of children) {
    await actOnCase(ctx, child.id, 'parent-answer', { text: answer.text, author: answer.author });
  }
}
