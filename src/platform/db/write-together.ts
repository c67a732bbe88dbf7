import { type OperationNodeSource, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** An insert, update or delete that was not sent; or, last of several, a select for the sake of its function. */
export type Write = OperationNodeSource;

/**
 * Sends several writes as one statement, so that the database is asked and answers once. Each sees the rows as
 * they were before, none what another writes: no two of them may touch the same row. References among what is
 * written are checked at the end.
 */
export async function writeTogether(tx: Transaction<Schema>, writes: readonly Write[]): Promise<void> {
  const last = writes.at(-1);
  if (last === undefined) return;
  const others = writes.slice(0, -1).map((write, index) => sql`${sql.ref(`w${index}`)} as (${write})`);
  const before = others.length === 0 ? sql`` : sql`with ${sql.join(others)} `;
  await sql`${before}${last}`.execute(tx);
}
