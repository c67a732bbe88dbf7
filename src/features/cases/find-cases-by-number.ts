import type { PersonActor } from '../../domain/access/actor.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { Reading } from '../context/index.ts';
import { isInReach } from './in-reach.ts';

/** The cases of an institution by their numbers, of those that the person may know of; others are left out without a word. */
export async function findCasesByNumber(
  { tx }: Pick<Reading, 'tx'>,
  person: PersonActor,
  institution: string,
  numbers: readonly string[],
): Promise<readonly { readonly id: string; readonly number: string }[]> {
  if (numbers.length === 0) return [];
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'number', 'state'])
    .where('institution_id', '=', institution)
    .where('number', 'in', [...numbers])
    .orderBy('number')
    .execute();
  return rows
    .filter(({ state }) => isInReach(person, state as CaseState))
    .map(({ id, number }) => ({ id, number }));
}
