import { createHash } from 'node:crypto';
import { units } from './cast.ts';
import type { TestHouse } from './house.ts';
import type { Walk } from './walk.ts';

/** The institution and the units of `cast.ts`, as rows. */
export async function foundInstitution(house: TestHouse): Promise<void> {
  const { pool } = house.database;
  await pool.query(
    `insert into institutions (id, name, short_name, procedure_id) values ('uji', 'Instansi Uji', 'Uji', 'uji/uji')`,
  );
  for (const { id, name, path, zone } of Object.values(units)) {
    await pool.query(
      `insert into units (id, institution_id, name, kind, zone, path) values ($1, 'uji', $2, 'directorate', $3, $4)`,
      [id, name, zone, path],
    );
  }
}

/** Stores so many walked cases as they would lie in the tables, each under an id of its own, some at a time. */
export async function storeHistories(
  house: TestHouse,
  count: number,
  walk: (place: number) => Walk,
): Promise<void> {
  for (let from = 0; from < count; from += 500) {
    const places = Array.from({ length: Math.min(500, count - from) }, (_, index) => from + index);
    const cases = places.map((place) => rowOf(walk(place), place));
    await house.database.pool.query(storing, [JSON.stringify(cases)]);
  }
  await house.database.pool.query('analyze');
}

function rowOf({ state, events, now }: Walk, place: number) {
  const id = `50000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
  return {
    id,
    number: `uji-${place}`,
    procedure_id: state.procedure.id,
    procedure_version: state.procedure.version,
    received_at: state.receivedAt,
    title: `Perkara ${place}`,
    status: state.status,
    unit_id: state.unit?.id ?? null,
    unit_path: state.unit?.path ?? null,
    unit_name: state.unit?.name ?? null,
    tracking_hash: createHash('sha256').update(id).digest('hex'),
    state: { ...state, id },
    version: state.version,
    updated_at: now,
    events,
  };
}

const storing = `
  with given as (select value as g from jsonb_array_elements($1::jsonb)),
  cases_stored as (
    insert into cases (id, number, institution_id, procedure_id, procedure_version, channel, received_at, kind,
        title, secrecy, anonymous, status, queue, unit_id, unit_path, unit_name, tracking_hash, state, version,
        words, updated_at)
    select (g ->> 'id')::uuid, g ->> 'number', 'uji', g ->> 'procedure_id', (g ->> 'procedure_version')::int,
      'web', (g ->> 'received_at')::timestamptz, 'complaint', g ->> 'title', 'L2', false, g ->> 'status', 'none',
      (g ->> 'unit_id')::uuid, g ->> 'unit_path', g ->> 'unit_name', decode(g ->> 'tracking_hash', 'hex'),
      g -> 'state', (g ->> 'version')::int, '', (g ->> 'updated_at')::timestamptz
    from given)
  insert into case_events (case_id, seq, type, at, actor, data)
  select (g ->> 'id')::uuid, (e ->> 'seq')::int, e ->> 'type', (e ->> 'at')::timestamptz, e -> 'actor', e -> 'data'
  from given, jsonb_array_elements(g -> 'events') as e`;
