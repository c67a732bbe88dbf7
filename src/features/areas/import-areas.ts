import type pg from 'pg';
import { type AreaColumns, columnsOf, readAreaFile } from './area-file.ts';

export interface ImportLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/**
 * Brings `areas` up to date with the reference file: at first start all of it, later only what differs, and
 * nothing when the file is the one imported last. An area that a new decree no longer names stays, because
 * cases and grants refer to it. Returns the number of rows written. Starts at the same time take turns.
 */
export async function importAreas(pool: pg.Pool, csvPath: string, log: ImportLog): Promise<number> {
  const file = await readAreaFile(csvPath);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [turnLock]);
    const { imported, empty } = await stateOf(client);
    if (imported === file.checksum && !empty) {
      await client.query('commit');
      return 0;
    }
    const started = performance.now();
    const written = empty
      ? await inBulk(client, () => write(client, columnsOf(file)))
      : await write(client, columnsOf(file));
    // The table says itself what it was made from; a dump and restore keeps it.
    await client.query(`comment on table areas is '${marker}${file.checksum}'`);
    await client.query('commit');
    await client.query('analyze areas');
    log.info(
      { areas: written, ms: Math.round(performance.now() - started) },
      'administrative areas imported',
    );
    return written;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function stateOf(client: pg.PoolClient): Promise<{ imported: string | null; empty: boolean }> {
  const { rows } = await client.query<{ comment: string | null; empty: boolean }>(
    `select obj_description('areas'::regclass) as comment, not exists (select from areas) as empty`,
  );
  const { comment, empty } = rows[0] as { comment: string | null; empty: boolean };
  return { imported: comment?.startsWith(marker) ? comment.slice(marker.length) : null, empty };
}

/**
 * Fills the empty table before it is indexed and its references are checked: one pass each instead of one
 * look-up a row, and an index a tenth the size.
 */
async function inBulk<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ index: string; reference: string }>(
    `select pg_get_indexdef('areas_search'::regclass) as index, pg_get_constraintdef(oid) as reference
     from pg_constraint where conrelid = 'areas'::regclass and conname = 'areas_parent_code_fkey'`,
  );
  const [made] = rows;
  if (made === undefined) return work();
  await client.query('drop index areas_search');
  await client.query('alter table areas drop constraint areas_parent_code_fkey');
  const result = await work();
  await client.query(`alter table areas add constraint areas_parent_code_fkey ${made.reference}`);
  await client.query(made.index);
  return result;
}

async function write(client: pg.PoolClient, columns: AreaColumns): Promise<number> {
  await client.query(
    `set local work_mem = '64MB'; set local maintenance_work_mem = '128MB'; set local jit = off`,
  );
  const { codes, names, levels, parents, titles, bareWords, extraWords } = columns;
  const { rowCount } = await client.query(upsert, [
    codes,
    names,
    levels,
    parents,
    titles,
    bareWords,
    extraWords,
  ]);
  return rowCount ?? 0;
}

// `search` is the own name between blanks, a bar, then all the rest: the words of the chain and short names.
// The blanks make the beginning of a word visible to a trigram index, the bar the end of the own name.
const upsert = `
  with file as materialized (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
      as f(code, name, level, parent, title, bare, extra)
  ), parents as materialized (
    select * from file where level <> 'village'
  )
  insert into areas as a (code, name, level, parent_code, full_name, search)
  select f.code, f.name, f.level, f.parent,
         concat_ws(', ', f.name, p1.title, p2.title, p3.title),
         ' ' || f.bare || ' | ' || concat_ws(' ', nullif(f.extra, ''), p1.bare, nullif(p1.extra, ''),
           p2.bare, nullif(p2.extra, ''), p3.bare, nullif(p3.extra, ''))
  from file f
  left join parents p1 on p1.code = f.parent
  left join parents p2 on p2.code = p1.parent
  left join parents p3 on p3.code = p2.parent
  order by f.code
  on conflict (code) do update
    set name = excluded.name, level = excluded.level, parent_code = excluded.parent_code,
        full_name = excluded.full_name, search = excluded.search
    where (a.name, a.level, a.parent_code, a.full_name, a.search)
      is distinct from (excluded.name, excluded.level, excluded.parent_code, excluded.full_name, excluded.search)`;

const marker = 'imported from areas.csv.gz sha256:';
// An arbitrary number that nothing else in this database locks.
const turnLock = 7_261_109_502;
