import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { importAreas } from '../../src/features/areas/index.ts';
import { importInstitutions } from '../../src/features/organizations/index.ts';
import { importRoles } from '../../src/features/people/index.ts';
import { openOffice } from '../../src/main/compose.ts';
import { root } from '../../src/main/root.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { testDatabase } from '../../test/support/database.ts';
import { buildDemoWorld } from './index.ts';

const reference = join(root, 'seeds/reference');
const folder = await mkdtemp(join(tmpdir(), 'tuntas-demo-'));
const { database } = await testDatabase<Schema>();
after(() => rm(folder, { recursive: true, force: true }));

const config = readConfig({ DATA_DIR: folder, SECRET_KEY: 'a-test-key-of-more-than-thirty-two-characters' });
if (!config.ok) throw new Error(JSON.stringify(config.error));
await importAreas(database.pool, join(reference, 'areas.csv.gz'), { info() {} });
await inTransaction(database.kysely, async (tx) => {
  await importRoles(tx, join(reference, 'roles.yaml'));
  await importInstitutions(tx, join(reference, 'institutions.yaml'));
});
const office = await openOffice(config.value, folder);
const now = '2026-11-24T02:12:00.000Z';
const house = { database, office, clock: () => now };
const lines: string[] = [];

test('builds', async () => {
  await buildDemoWorld(house, (line) => lines.push(line));
  console.log(lines.join('\n'));
  const rows = await house.database.kysely
    .selectFrom('cases')
    .select(['number', 'status', 'queue', 'late', 'title', 'closure_kind'])
    .orderBy('number')
    .execute();
  console.table(rows);
  assert.ok(rows.length > 0);
});
