import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Transaction } from 'kysely';
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import { openRing } from '../../platform/crypto/key-ring.ts';
import { newHashKeys, openKeys } from '../../platform/crypto/keys.ts';
import { type Database, inTransaction } from '../../platform/db/index.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context, Office } from '../context/index.ts';
import { importInstitutions } from '../organizations/index.ts';
import { importRoles } from './roles.ts';

const referenceFolder = fileURLToPath(new URL('../../../seeds/reference', import.meta.url));

const procedureIds = ['kemensos/pengelolaan-sp4n-lapor', 'politeknik/pengaduan-online'];

/** What people and organizations use of an office: its keys, and which procedures there are. */
const used = {
  keys: openKeys(openRing('a secret of this test alone, long enough'), newHashKeys()),
  procedures: { find: (id: string) => procedureIds.find((known) => known === id) },
};

export const office = used as unknown as Office;

/** Roles and institutions as they ship. */
export async function importReference(database: Database<Schema>): Promise<void> {
  await inTransaction(database.kysely, async (tx) => {
    await importRoles(tx, join(referenceFolder, 'roles.yaml'), '2026-11-24T01:00:00.000Z');
    await importInstitutions(tx, join(referenceFolder, 'institutions.yaml'));
  });
}

export function contextOf(
  tx: Transaction<Schema>,
  actor: Actor = systemActor,
  now = '2026-11-24T02:00:00.000Z',
): Context {
  return { tx, actor, now, requestId: 'test', locale: 'id', office };
}
