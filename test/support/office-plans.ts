import { randomUUID } from 'node:crypto';
import type { TestHouse } from './house.ts';
import type { Matter } from './office-citizen.ts';
import type { Statement } from './office-statements.ts';

/** Tables that grow with every case; none of them is ever read from end to end for one request. */
const growing = [
  'cases',
  'case_events',
  'submissions',
  'notifications',
  'case_units',
  'step_runs',
  'measured_cases',
];

/**
 * Fills the house with copies of real cases until there are about `total`, spread over a year, with
 * their events, words, reporters, units and notices, and lets the planner count them.
 */
export async function fillHouse(house: TestHouse, models: readonly Matter[], total: number): Promise<void> {
  const each = Math.ceil(total / models.length);
  for (const [index, model] of models.entries()) {
    const tag = randomUUID().slice(0, 8);
    const params = [model.id, each, `${tag}-${index}`];
    await house.database.pool.query(
      `create temp table copies as
       select gen_random_uuid() as id, n, $3 || '-' || n as number, c.received_at - n * interval '90 seconds' as at
       from cases c, generate_series(1, $2::int) n where c.id = $1`,
      params,
    );
    const fill = async (text: string) => house.database.pool.query(text, [model.id]);
    const others = (table: string, own: readonly string[]) => columnsBut(house, table, own);
    const cases = await others('cases', ['id', 'number', 'received_at', 'due_at', 'tracking_hash', 'state']);
    await fill(`insert into cases (id, number, received_at, due_at, tracking_hash, state, ${cases})
      select p.id, p.number, p.at, c.due_at - p.n * interval '90 seconds', sha256(p.number::bytea),
             jsonb_set(c.state, '{id}', to_jsonb(p.id::text)), ${prefixed(cases)}
      from copies p, cases c where c.id = $1`);
    const submissions = await others('submissions', ['id', 'case_id', 'idempotency_hash']);
    await fill(`insert into submissions (id, case_id, ${submissions})
      select p.id, p.id, ${prefixed(submissions)} from copies p, submissions c where c.id = $1`);
    for (const table of ['case_events', 'reporters', 'case_units']) {
      const rest = await others(table, ['case_id']);
      await fill(`insert into ${table} (case_id, ${rest})
        select p.id, ${prefixed(rest)} from copies p, ${table} c where c.case_id = $1`);
    }
    const notices = await others('notifications', ['id', 'case_id']);
    await fill(`insert into notifications (id, case_id, ${notices})
      select gen_random_uuid(), p.id, ${prefixed(notices)} from copies p, notifications c where c.case_id = $1`);
    await house.database.pool.query('drop table copies');
  }
  await house.database.pool.query('analyze');
}

async function columnsBut(house: TestHouse, table: string, own: readonly string[]): Promise<string> {
  const { rows } = await house.database.pool.query<{ list: string }>(
    `select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns
     where table_schema = 'public' and table_name = $1 and column_name <> all ($2)`,
    [table, own],
  );
  return rows[0]?.list ?? '';
}

function prefixed(columns: string): string {
  return columns.replace(/(^|, )/g, '$1c.');
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Which of the growing tables a statement reads from end to end, as the planner has it. */
export async function fullReads(
  house: TestHouse,
  statement: Statement,
  tables = growing,
): Promise<readonly string[]> {
  if (!/^\s*(?:select|with|update|delete|insert)\b/i.test(statement.text)) return [];
  const { rows } = await house.database.pool.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    `explain (format json) ${statement.text}`,
    [...statement.values],
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  return plan === undefined ? [] : scansOf(plan).filter((table) => tables.includes(table));
}

function scansOf(plan: Plan): readonly string[] {
  const own = plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)];
}
