import { setTimeout as delay } from 'node:timers/promises';
import type { IsolationLevel, Kysely, Transaction } from 'kysely';

/**
 * Runs `work` between BEGIN and COMMIT and returns what it returns; any exception rolls everything back. When
 * PostgreSQL breaks the transaction off only because of others at work (40001 serialization failure, 40P01
 * deadlock), `work` runs again, at most three times more. So it must have no effect outside the transaction.
 * A refusal is a value, and commits: throw to undo.
 */
export async function inTransaction<Schema, T>(
  kysely: Kysely<Schema>,
  work: (tx: Transaction<Schema>) => Promise<T>,
  options: { readonly isolation?: IsolationLevel } = {},
): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      const begin = kysely.transaction();
      return await (options.isolation ? begin.setIsolationLevel(options.isolation) : begin).execute(work);
    } catch (error) {
      if (retry === mostRetries || !isConflict(error)) throw error;
      await delay(5 * 4 ** retry);
    }
  }
}

const mostRetries = 3;

function isConflict(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === '40001' || code === '40P01';
}
