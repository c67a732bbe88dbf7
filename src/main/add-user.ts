import { systemActor } from '../domain/access/actor.ts';
import { addPerson } from '../features/people/index.ts';
import { generatePassword, hashPassword } from '../platform/crypto/password.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { House } from './serve.ts';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** Null: somebody of the whole installation. */
  readonly institution: string | null;
}

/**
 * `tuntas user`: adds a person with one role from the terminal, above all the first administrator. Gives
 * the first password, which is shown once, or the fields that were refused.
 */
export async function addUser(
  house: House,
  user: NewUser,
): Promise<{ readonly password: string } | { readonly refused: string }> {
  const password = generatePassword();
  const first = { password, hash: await hashPassword(password) };
  const added = await inTransaction(house.database.kysely, (tx) =>
    addPerson(
      { tx, actor: systemActor, now: house.clock(), requestId: 'cli', locale: 'id', office: house.office },
      user.institution,
      {
        name: user.name,
        email: user.email,
        unitId: null,
        active: true,
        grants: [{ roleId: user.role, unitId: null, areaCode: null, categoryId: null }],
      },
      first,
    ),
  );
  if (added.ok) return { password };
  const fields = Object.entries(added.error.fields ?? {}).map(([field, code]) => `${field}: ${code}`);
  return { refused: [added.error.code, ...fields].join(', ') };
}

/** Whether anybody can sign in at all; a new installation says how to make the first person. */
export async function hasPeople(house: House): Promise<boolean> {
  const found = await house.database.kysely.selectFrom('people').select('id').limit(1).executeTakeFirst();
  return found !== undefined;
}
