import { type Kysely, sql } from 'kysely';
import type { Grant, PersonActor } from '../../../domain/access/actor.ts';
import type { Schema } from '../../../platform/db/schema.ts';
import { dayOf, grantsOf } from './held-roles.ts';

/** Somebody who stands in for one of the people asked about, with everything they hold that day. */
export interface StandIn {
  readonly actor: PersonActor;
  readonly absent: { readonly id: string; readonly name: string };
}

/** Who stands in for these people at an instant; whether a role was lent at all stands in `actor.grants`. One statement. */
export async function listStandIns(
  tx: Kysely<Schema>,
  personIds: readonly string[],
  now: string,
): Promise<readonly StandIn[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select p.id, p.name, absent.id as absent_id, absent.name as absent_name,
           case when u.id is null then null else json_build_object('id', u.id, 'name', u.name, 'path', u.path) end as unit,
           ${grantsOf(now)} as grants
      from deputyships d
      join people p on p.id = d.deputy_id and p.active
      join people absent on absent.id = d.absent_id
      left join units u on u.id = p.unit_id
     where d.absent_id = any (${[...personIds]}::uuid[]) and d.ended_at is null
       and ${dayOf(now)}::date between d.from_day and d.until_day
     order by p.id, absent.id`.execute(tx);
  return rows.map(({ id, name, unit, grants, absent_id, absent_name }) => ({
    actor: { kind: 'person', id, name, unit, grants },
    absent: { id: absent_id, name: absent_name },
  }));
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly unit: PersonActor['unit'];
  readonly grants: readonly Grant[];
  readonly absent_id: string;
  readonly absent_name: string;
}
