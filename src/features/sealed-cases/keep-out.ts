import { sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access/can.ts';
import { reachOf } from '../../domain/cases/act.ts';
import { isNameIn } from '../../domain/privacy/names-in-text.ts';
import type { Reading } from '../context/index.ts';
import type { SealedCase } from './sealed-case.ts';

/** Whether the case exists for this person: the right to it, and not being named in it. */
export function mayKnow(person: PersonActor, found: SealedCase): boolean {
  return !isKeptOut(person.id, found) && can(person, 'case.read', reachOf(found.state));
}

/** Whether this person is kept out of it: named in its words, or put on its list by a colleague or by themselves. */
export function isKeptOut(id: string, { kept, state }: SealedCase): boolean {
  return kept.includes(id) || reachOf(state).namedPersonIds.includes(id);
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  /** The name without titles and degrees, as it would stand in a text. */
  readonly words: string;
  /** Works on what comes in; the others only read. */
  readonly works: boolean;
}

/** Who may open what comes by the sealed door of this institution. */
export async function listHolders(ctx: Reading, institution: string): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    select p.id, p.name, words_of_name(p.name) as words, bool_or('case.work-sealed' = any (r.permissions)) as works
      from people p
      join person_roles pr on pr.person_id = p.id
      join roles r on r.id = pr.role_id
     where p.institution_id = ${institution} and p.active and pr.unit_id is null
       and 'case.read-sealed' = any (r.permissions)
     group by p.id, p.name`.execute(ctx.tx);
  return rows;
}

/**
 * The holders whom a text names, by their whole name. Whoever is reported does not see the report, also
 * where they belong to the inspectorate.
 */
export function namedIn(text: string, holders: readonly Holder[]): readonly string[] {
  return holders.filter(({ words }) => isNameIn(text, words)).map(({ id }) => id);
}
