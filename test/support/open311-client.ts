import assert from 'node:assert/strict';
import type { TrackingView } from '../../src/features/submissions/contract.ts';
import { orderKey } from '../../src/main/open311-key.ts';
import type { TestHouse } from './house.ts';
import type { Matter } from './office-citizen.ts';
import { nextAddress } from './office-door.ts';

export interface Said {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
  json<T>(): T;
}

export interface Asking {
  /** Sent as a form; without one it is a question. */
  readonly form?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
  readonly address?: string;
}

/** One request to `/open311/v2`; never a failure of the server. */
export async function askOpen311(house: TestHouse, path: string, asking: Asking = {}): Promise<Said> {
  const { form, query = {}, headers = {}, payload, address = nextAddress() } = asking;
  const answer = await house.app.inject({
    method: form === undefined && payload === undefined ? 'GET' : 'POST',
    url: `/open311/v2${path}?${new URLSearchParams(query)}`,
    headers: {
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(form === undefined ? {} : { payload: new URLSearchParams(form).toString() }),
    ...(payload === undefined ? {} : { payload }),
    remoteAddress: address,
  });
  assert.ok(answer.statusCode < 500, `${path}: ${answer.statusCode} ${answer.body.slice(0, 400)}`);
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type']),
    text: answer.body,
    headers: answer.headers,
    json: <T>() => answer.json<T>(),
  };
}

/** The key that the command line prints. */
export async function keyFor(house: TestHouse, institution: string, client: string): Promise<string> {
  const { lines } = await order(house, { institution, client, revoke: false });
  const key = /tuntas_[\w-]{43}$/.exec(lines.join())?.[0];
  assert.ok(key !== undefined, lines.join());
  return key;
}

export function order(house: TestHouse, what: Parameters<typeof orderKey>[1]) {
  return orderKey({ database: house.database, clock: house.clock.now, office: house.office }, what);
}

/** A program with a key of an institution, that speaks JSON. */
export async function clientOf(house: TestHouse, institution: string, name: string) {
  const key = await keyFor(house, institution, name);
  return {
    key,
    ask: (path: string, query: Readonly<Record<string, string>> = {}) =>
      askOpen311(house, path, { query: { api_key: key, ...query } }),
    send: (path: string, form: Readonly<Record<string, string>>) =>
      askOpen311(house, path, { form: { api_key: key, ...form } }),
    /** The number it was given, and the reporter's code. */
    async files(form: Readonly<Record<string, string>>): Promise<{ id: string; code: string }> {
      const answer = await askOpen311(house, '/requests.json', {
        form: { api_key: key, service_code: 'umum', ...form },
      });
      assert.equal(answer.status, 200, answer.text);
      const [request] = answer.json<{ service_request_id: string; tracking_code: string }[]>();
      return { id: request?.service_request_id ?? '', code: request?.tracking_code ?? '' };
    },
  };
}

export async function countRows(house: TestHouse, table: 'submissions' | 'case_events'): Promise<number> {
  const { rows } = await house.database.pool.query(`select count(*)::int as count from ${table}`);
  return rows[0].count;
}

/** What a client filed, as the office and its reporter speak of it; by the code that came with the answer. */
export async function matterBy(house: TestHouse, code: string): Promise<Matter> {
  const tracked = await house.app.inject({ url: `/api/v1/tracking/${code}`, remoteAddress: nextAddress() });
  const { number, ...view } = tracked.json<TrackingView>();
  const { id } = await house.database.kysely
    .selectFrom('cases')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  // What a receipt would say more stands on the tracking page.
  return { id, number, code, receipt: { ...view, number, by: view.unit ?? '', raisedBecause: [] } };
}
