import pg from 'pg';
import type { TestHouse } from './house.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What was asked of the database while `work` ran, in order; one test at a time. */
export async function statementsOf(
  house: TestHouse,
  work: () => Promise<unknown>,
): Promise<readonly Statement[]> {
  const seen: Statement[] = [];
  const client = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const original = client.query;
  client.query = function (this: unknown, ...args: unknown[]) {
    const [first, second] = args;
    const config = first as { text?: string; values?: unknown[] };
    const text = typeof first === 'string' ? first : (config.text ?? '');
    // A pool hands each statement on to one of its clients; it is counted once, there.
    seen.push({ text, values: Array.isArray(second) ? second : (config.values ?? []) });
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    client.query = original;
  }
  if (house.database.pool.totalCount === 0) throw new Error('nothing was asked of the database');
  return seen;
}

const transactional = /^\s*(?:begin|commit|rollback|start transaction)\b/i;

/** Without the words that only open and end a transaction. */
export function work(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter((statement) => !transactional.test(statement.text));
}

/**
 * Transactions that wrote and had to reach the disk: each COMMIT, and each write outside any. A write to
 * `unlogged` tables alone waits for no disk.
 */
export function commits(statements: readonly Statement[], unlogged: readonly string[]): number {
  let open = 0;
  let count = 0;
  for (const { text } of statements) {
    if (/^\s*(?:begin|start transaction)/i.test(text)) open += 1;
    else if (/^\s*commit/i.test(text)) {
      open -= 1;
      count += 1;
    } else if (open === 0 && /\b(?:insert|update|delete)\b/i.test(text)) {
      const tables = [...text.matchAll(/\b(?:into|(?<!do )update|from)\s+"?([a-z_]+)/gi)].map(
        (found) => found[1] ?? '',
      );
      if (!tables.every((table) => unlogged.includes(table))) count += 1;
    }
  }
  return count;
}
