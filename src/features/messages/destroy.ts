import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { destroyKeys } from '../sealed-keys/index.ts';

/** As `channel-messages` of rules/retention.yaml says: what was said stands in the case by then. */
const keptDays = 90;
const mostAtOnce = 500;

/** Destroys the messages by which somebody reported or wrote about a case, with their keys. */
export async function destroyMessagesOf(ctx: Pick<Context, 'tx'>, caseId: string): Promise<void> {
  const rows = await ctx.tx.selectFrom('messages').select('id').where('case_id', '=', caseId).execute();
  await destroyAll(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** Destroys the next of those that are too old; gives how many there were. */
export async function sweepMessages(ctx: Context): Promise<number> {
  const before = new Date(Date.parse(ctx.now) - keptDays * 86_400_000).toISOString();
  const rows = await ctx.tx
    .selectFrom('messages')
    .select('id')
    .where('received_at', '<', before)
    .where('state', '<>', 'waiting')
    .orderBy('received_at')
    .limit(mostAtOnce)
    .execute();
  await destroyAll(
    ctx,
    rows.map(({ id }) => id),
  );
  if (rows.length < mostAtOnce) await ctx.tx.deleteFrom('sent_parts').where('at', '<', before).execute();
  return rows.length;
}

async function destroyAll(ctx: Pick<Context, 'tx'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await destroyKeys(ctx.tx, ids);
  const gone = await ctx.tx
    .deleteFrom('messages')
    .where('id', 'in', [...ids])
    .returning(['id', 'has_raw'])
    .execute();
  const files = gone.filter(({ has_raw }) => has_raw).map(({ id }) => id);
  // After the commit: a file that is gone does not come back with a transaction that is undone.
  await writeTogether(ctx.tx, jobWrites(files.map((key) => ({ task: 'remove-file', payload: { key } }))));
}
