import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** No connection keeps more plans than this; what comes after them is planned each time. */
const mostPlans = 200;

/**
 * In a statement: it is planned each time, since the best way to its rows depends on the values (how
 * frequent the words are that somebody looks for).
 */
export const plannedAnew = '/* planned anew */';

/** PostgreSQL's words for a plan that no longer fits its tables, or that this connection never had. */
const staleCodes = ['0A000', '26000'];

/**
 * The pool as Kysely takes it, whose connections remember the statements that come again: PostgreSQL then reads
 * and plans each of them once. A statement without parameters (`begin`) goes as it is, and so does one that is
 * `plannedAnew`. A connection whose plans
 * went stale, since another node's migration has changed a table, is closed when it comes back.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const nameOf = namer();
  // Kysely knows a connection again by its object.
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      const before = known.get(client);
      if (before !== undefined) return before;
      const preparing = preparingClient(client, nameOf);
      known.set(client, preparing);
      return preparing;
    },
    end: () => pool.end(),
  };
}

type NameOf = (text: string) => string | undefined;

/** Gives a text its name from the second time on, so that what comes once leaves no plan behind. */
function namer(): NameOf {
  const names = new Map<string, string>();
  const once = new Set<string>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size === mostPlans) return name;
    if (!once.has(text)) {
      if (once.size === mostPlans) once.clear();
      once.add(text);
      return undefined;
    }
    once.delete(text);
    names.set(text, `s${names.size + 1}`);
    return names.get(text);
  };
}

function preparingClient(client: pg.PoolClient, nameOf: NameOf): PostgresPoolClient {
  let isStale = false;
  async function query(text: string, values: unknown[]) {
    const isOnce = values.length === 0 || text.includes(plannedAnew);
    const name = isOnce ? undefined : nameOf(text);
    try {
      return await client.query(name === undefined ? { text } : { name, text }, values);
    } catch (error) {
      isStale ||= staleCodes.includes((error as { code?: string }).code ?? '');
      throw error;
    }
  }
  // Kysely's type also has a form for cursors, which nobody here opens.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(isStale) };
}
