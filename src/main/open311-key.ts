import { systemActor } from '../domain/access/actor.ts';
import { issueKey, listClients, revokeKey } from '../features/api-clients/index.ts';
import type { Context } from '../features/context/index.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { House } from './serve.ts';

type Premises = Pick<House, 'database' | 'clock' | 'office'>;

export interface KeyOrder {
  readonly institution: string;
  /** What the client is called; null: only list them. */
  readonly client: string | null;
  readonly revoke: boolean;
}

/** `tuntas open311-key`: gives a program a key, takes it away, or lists who has one. The lines to print, and whether it was done. */
export async function orderKey(
  house: Premises,
  { institution, client, revoke }: KeyOrder,
): Promise<{ readonly lines: readonly string[]; readonly done: boolean }> {
  if (client === null) {
    const clients = await listClients(house.database.kysely, institution);
    const lines = clients.map(
      ({ name, issuedAt, revokedAt }) =>
        `${name}: ${revokedAt === null ? `key of ${issuedAt.slice(0, 10)}` : `revoked ${revokedAt.slice(0, 10)}`}`,
    );
    return { lines: lines.length === 0 ? ['No program has a key of this institution.'] : lines, done: true };
  }
  const asAdministrator = (tx: Context['tx']): Context => ({
    tx,
    actor: systemActor,
    now: house.clock(),
    requestId: 'cli',
    locale: 'id',
    office: house.office,
  });
  if (revoke) {
    const revoked = await inTransaction(house.database.kysely, (tx) =>
      revokeKey(asAdministrator(tx), institution, client),
    );
    return revoked.ok
      ? { lines: ['Revoked. Nothing is taken by this key any more.'], done: true }
      : { lines: ['No program of this name has a key of this institution.'], done: false };
  }
  const issued = await inTransaction(house.database.kysely, (tx) =>
    issueKey(asAdministrator(tx), institution, client),
  );
  if (issued.ok) return { lines: [`Key, shown once: ${issued.value.key}`], done: true };
  const fields = Object.entries(issued.error.fields ?? {}).map(([field, code]) => `${field}: ${code}`);
  return { lines: [`Not given: ${[issued.error.code, ...fields].join(', ')}`], done: false };
}
