/**
 * The floor: what a bare Node and pg can do with the least SQL of each job, against the same PostgreSQL, the
 * same durability, the same number of connections. No rights, no checks, no clocks, no log, no pages: the
 * distance to it is the price of everything that Tuntas does besides. Statements go as text with parameters,
 * the way `pool.query` is used everywhere.
 */

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 });

await pool.query(`
  create schema if not exists floor;
  create table if not exists floor.submissions (
    id uuid primary key, code text not null unique, text text not null, received_at timestamptz not null default now());
  create table if not exists floor.events (
    case_id uuid not null, seq integer not null, data jsonb not null, primary key (case_id, seq))`);

type Job = (path: readonly string[], query: URLSearchParams, body: string) => Promise<string>;

const jobs: Readonly<Record<string, Job>> = {
  'GET healthz': async () => '{}',

  'POST submissions': async (_path, _query, body) => {
    const { text } = JSON.parse(body) as { text: string };
    const id = randomUUID();
    await pool.query('insert into floor.submissions (id, code, text) values ($1, $2, $3)', [
      id,
      id.slice(0, 13),
      text,
    ]);
    return JSON.stringify({ id });
  },

  'POST events': async ([, id, seq], _query, body) => {
    await pool.query('insert into floor.events (case_id, seq, data) values ($1, $2, $3)', [id, seq, body]);
    return '{}';
  },

  'GET tracking': async ([, number]) => {
    const { rows } = await pool.query('select state::text as state from cases where number = $1', [number]);
    return rows[0].state;
  },

  'GET case': async ([, id]) => {
    const { rows } = await pool.query('select state::text as state from cases where id = $1', [id]);
    return rows[0].state;
  },

  'GET cases': async (_path, query) => {
    const { rows } = await pool.query(
      `select id, number, title, kind, status, queue, received_at::text, due_at::text from cases
       where institution_id = $1 and queue = $2 order by cases.due_at, cases.id limit 50`,
      ['kemensos', query.get('queue')],
    );
    return JSON.stringify(rows);
  },

  'GET search': async (_path, query) => {
    const { rows } = await pool.query(
      `select id, number, title, kind, status, queue, received_at::text, due_at::text from cases
       where words @@ websearch_to_tsquery('indonesian', $1) order by cases.received_at desc, cases.id desc limit 50`,
      [query.get('q')],
    );
    return JSON.stringify(rows);
  },
};

const server = createServer((request, response) => {
  void answer(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  const path = pathname.slice(1).split('/');
  const job = jobs[`${request.method} ${path[0]}`];
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const text = job === undefined ? undefined : await job(path, searchParams, body);
  response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(text);
}

server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
