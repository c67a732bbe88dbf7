import type { Context } from '../context/index.ts';
import { actOnCase } from './act-on-case.ts';
import { findCase } from './store.ts';

/**
 * A merged case follows its parent: each of its reporters gets the answer and a verdict of their own. Where the
 * parent ends without an answer, the case goes on by itself, so that nobody waits for what will not come.
 */
export async function followParent(ctx: Context, parentId: string): Promise<void> {
  const parent = await findCase(ctx.tx, parentId);
  if (parent === undefined) return;
  const children = await ctx.tx
    .selectFrom('cases')
    .select('id')
    .where('merged_into', '=', parentId)
    .where('status', '=', 'merged')
    .execute();
  const { answer } = parent;
  for (const child of children) {
    if (answer?.releasedAt == null) await actOnCase(ctx, child.id, 'parent-left', {});
    else await actOnCase(ctx, child.id, 'parent-answer', { text: answer.text, author: answer.author });
  }
}
