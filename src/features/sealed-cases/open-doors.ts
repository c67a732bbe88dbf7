import { sql } from 'kysely';
import type { Reading } from '../context/index.ts';

export interface OpenDoor {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

/** The institutions whose sealed door is open: somebody works on what comes in. By name. */
export async function listOpenDoors(ctx: Reading): Promise<readonly OpenDoor[]> {
  const { rows } = await sql<OpenDoor>`
    select i.id, i.name, i.zone
      from institutions i
     where i.active and exists (
       select from people p
         join person_roles pr on pr.person_id = p.id
         join roles r on r.id = pr.role_id
        where p.institution_id = i.id and p.active and pr.unit_id is null
          and 'case.work-sealed' = any (r.permissions))
     order by i.name`.execute(ctx.tx);
  return rows;
}

/** The one of this id, where it is open. */
export async function findOpenDoor(ctx: Reading, institution: string): Promise<OpenDoor | undefined> {
  return (await listOpenDoors(ctx)).find(({ id }) => id === institution);
}
