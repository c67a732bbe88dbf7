import { sql } from 'kysely';
import { writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';

/** How a line to an operator stands on the server that holds it. */
export interface LineHealth {
  readonly account: string;
  /** The number or address that we send from. */
  readonly source: string;
  readonly isUp: boolean;
  /** Whether it holds a session; of a line without one, silence says nothing. */
  readonly isSession: boolean;
  /** Milliseconds since the other side gave any sign of life, and since a message came; null: not since it was opened. */
  readonly heardAgo: number | null;
  readonly messageAgo: number | null;
}

/** So long a server that tells nothing any more is remembered. */
const keptMs = 86_400_000;

/** Writes down how the lines of one channel stand on this server, for whoever looks after them on another. */
export async function writeLines(
  ctx: Context,
  channel: string,
  node: string,
  lines: readonly LineHealth[],
): Promise<void> {
  if (lines.length === 0) return;
  const ago = (ms: number | null) => (ms === null ? null : new Date(Date.parse(ctx.now) - ms).toISOString());
  const rows = lines.map(({ account, source, isUp, isSession, heardAgo, messageAgo }) => ({
    channel,
    account,
    node,
    source,
    is_up: isUp,
    is_session: isSession,
    heard_at: ago(heardAgo),
    message_at: ago(messageAgo),
    told_at: ctx.now,
  }));
  await writeTogether(ctx.tx, [
    ctx.tx.deleteFrom('channel_lines').where('told_at', '<', ago(keptMs)),
    ctx.tx
      .insertInto('channel_lines')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['channel', 'account', 'node']).doUpdateSet({
          source: sql`excluded.source`,
          is_up: sql`excluded.is_up`,
          heard_at: sql`greatest(excluded.heard_at, channel_lines.heard_at)`,
          message_at: sql`greatest(excluded.message_at, channel_lines.message_at)`,
          told_at: sql`excluded.told_at`,
        }),
      ),
  ]);
}

/** So often, in milliseconds, it is written down that a line was heard. */
const hearingMs = 30_000;

/** Writes down that a line brought something which did not come to the server that holds it; `what`: a message, or news. */
export async function noteHeard(
  ctx: Context,
  channel: string,
  account: string,
  what: 'message' | 'news',
): Promise<void> {
  const lately = new Date(Date.parse(ctx.now) - hearingMs).toISOString();
  const seen = what === 'message' ? 'message_at' : 'heard_at';
  await ctx.tx
    .updateTable('channel_lines')
    .set({ heard_at: ctx.now, ...(what === 'message' ? { message_at: ctx.now } : {}) })
    .where('channel', '=', channel)
    .where('account', '=', account)
    .where((eb) => eb.or([eb(seen, 'is', null), eb(seen, '<', lately)]))
    .execute();
}
