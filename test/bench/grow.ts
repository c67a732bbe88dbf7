import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { trackingCodeFrom } from '../../src/domain/privacy/tracking-code.ts';
import { loadKeys } from '../../src/platform/crypto/installation-keys.ts';
import { openRing } from '../../src/platform/crypto/key-ring.ts';
import { skew, vocabulary } from './words.ts';

/**
 * Clones real cases, made through the API and left at every stage, until the table holds `total`. Each clone
 * has an id, a number, words and dates of its own; state and events are the original's. One in ten is open,
 * the others are settled, as in an office that has worked for some years. Deadlines lie ahead, so that no job
 * begins to note missed ones while something is measured. Notices are not copied: nothing measured reads them.
 */
export async function growTo(pool: pg.Pool, total: number): Promise<void> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from cases');
  const missing = total - (rows[0]?.count ?? 0);
  if (missing <= 0) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    // What is copied refers to what is copied beside it; checking millions of references would take minutes.
    await client.query('set local session_replication_role = replica');
    await client.query(originals);
    await client.query(clones, [missing, vocabulary, skew]);
    for (const statement of copies) await client.query(statement);
    await client.query('drop table bench_clones, bench_originals');
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  await pool.query('vacuum analyze');
}

/** Gives `count` cases spread over the whole table a code that is known here, as a reporter knows theirs. */
export async function knownCodes(
  pool: pg.Pool,
  secretKey: string,
  count: number,
): Promise<readonly { readonly id: string; readonly number: string; readonly code: string }[]> {
  const keys = await loadKeys(pool, openRing(secretKey));
  const { rows } = await pool.query<{ id: string; number: string }>(
    'select id, number from (select id, number from cases order by random() limit $1) as picked',
    [count],
  );
  const known = rows.map((row) => ({ ...row, code: trackingCodeFrom(randomBytes(64)) }));
  await pool.query(
    `update cases set tracking_hash = k.hash
       from unnest($1::uuid[], $2::bytea[]) as k(id, hash) where cases.id = k.id`,
    [known.map(({ id }) => id), known.map(({ code }) => keys.hash('tracking', code))],
  );
  return known;
}

const originals = `
  create temp table bench_originals on commit drop as
  select id, queue <> 'none' as open, row_number() over (partition by queue <> 'none' order by id) - 1 as place,
         count(*) over (partition by queue <> 'none') as places
  from cases`;

// The series refers to g, so that PostgreSQL draws other words for each row.
const clones = `
  create temp table bench_clones on commit drop as
  with drawn as (
    select g, g % 10 = 0 as open, gen_random_uuid() as id, random() as age,
           (select 'Saya melaporkan ' || string_agg(($2::text[])[1 + floor(power(random(), $3)
                    * array_length($2::text[], 1))::int], ' ')
              from generate_series(1, 40 + g * 0)) as words
    from generate_series(1, $1::int) g)
  select d.id, o.id as original, d.words, to_char(now() - d.days, 'YYMM') || '-' || (900000 + nextval('case_number_seq')) as number,
         d.days, d.ahead
  from (select *, case when open then age * interval '12 days' else age * interval '1000 days' end as days,
               age * interval '30 days' as ahead from drawn) d
  join bench_originals o on o.open = d.open and o.place = d.g % o.places`;

// As a row source each record is made once; `(f(x)).*` would make it once per column.
const copies = [
  `insert into cases
   select r.*
   from bench_clones b join cases c on c.id = b.original,
     jsonb_populate_record(c, jsonb_build_object(
       'id', b.id, 'number', b.number, 'title', left(b.words, 80),
       'received_at', c.received_at - b.days, 'due_at', c.due_at + b.ahead,
       'closed_at', c.closed_at - b.days, 'answered_at', c.answered_at - b.days,
       'tracking_hash', '\\x' || encode(sha256(b.id::text::bytea), 'hex'),
       'words', to_tsvector('indonesian', b.number || ' ' || b.words)::text,
       'state', c.state || jsonb_build_object('id', b.id, 'number', b.number, 'title', left(b.words, 80),
                                              'receivedAt', c.received_at - b.days))) r`,
  `insert into case_events
   select b.id, e.seq, e.type, e.at - b.days, e.actor, e.data
   from bench_clones b join case_events e on e.case_id = b.original`,
  `insert into submissions
   select r.*
   from bench_clones b join submissions s on s.id = b.original,
     jsonb_populate_record(s, jsonb_build_object('id', b.id, 'case_id', b.id, 'text', b.words,
                                                 'idempotency_hash', null)) r`,
  `insert into reporters
   select b.id, r.sealed, r.reach, r.locale
   from bench_clones b join reporters r on r.case_id = b.original`,
  `insert into case_units
   select b.id, u.unit_id, u.unit_path, u.relation
   from bench_clones b join case_units u on u.case_id = b.original`,
];
