import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import type { SessionView } from '../../src/features/people/contract.ts';
import { buildApp } from '../../src/main/app.ts';
import { openKeyRing } from '../../src/main/compose.ts';
import { rotateKeys } from '../../src/main/rotate-keys.ts';
import { StartRefused } from '../../src/main/start-refused.ts';
import { openRing } from '../../src/platform/crypto/key-ring.ts';
import { newHashKeys, openKeys } from '../../src/platform/crypto/keys.ts';
import { officeOf, partsOf, type TestHouse, testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { knock } from '../support/office-door.ts';
import { everyonesPassword } from '../support/office-officer.ts';
import { finishSignIn } from '../support/second-factor.ts';

/** SECRET_KEY changes, and nobody loses anything. */
const firstKey = 'a-test-key-of-more-than-thirty-two-characters';
const nextKey = 'the-key-of-the-following-year-as-long-as-that';

/** The same data served with other keys. */
async function withKeys(house: TestHouse, key: string, old: readonly string[], t: TestContext) {
  const secretKeys = { key, file: null, command: null, old, oldFile: null };
  const config = { ...house.config, secretKeys };
  const office = await officeOf(house, config);
  const app = await buildApp({ ...partsOf(house), config, office });
  t.after(() => app.close());
  return { ...house, config, office, app };
}

async function rotate(house: TestHouse) {
  const ring = await openKeyRing(house.config, house.config.dataDir);
  return rotateKeys({ ...house, clock: house.clock.now }, ring);
}

const contact = { name: 'Sri Rahayu', phone: '0812-7777-3131', email: 'sri.rahayu@contoh.test' };

test('After a rotation the new key alone serves codes, sessions, identities and sealed files', async (t) => {
  const house = await testHouse({}, t);
  const before = await openWorkplace(house, 'kemensos');
  const matter = await before.citizen().files('Bantuan berhenti.', { contact });
  const card = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#3c3' } })
    .png()
    .toBuffer();
  assert.equal(
    (await before.citizen().brings(matter, { name: 'kk.png', content: card }, 'family-card')).status,
    200,
  );
  const { cookie, csrf } = await (await before.employ({ name: 'Vera', role: 'verifier' })).signIn();

  const both = await withKeys(house, nextKey, [firstKey], t);
  const rotation = await rotate(both);
  assert.deepEqual(rotation, { keys: 3, files: 0, unopened: 0 }, 'hash keys, reporter, family card');
  assert.deepEqual(
    await rotate(both),
    { keys: 0, files: 0, unopened: 0 },
    'a second time there is nothing left',
  );

  const alone = await withKeys(house, nextKey, [], t);
  const { publicKey } = alone.office.keys.signer;
  assert.equal(publicKey, house.office.keys.signer.publicKey, 'and the ledger is signed as before');
  const tracked = await alone.app.inject({ url: `/api/v1/tracking/${matter.code}` });
  assert.equal(tracked.statusCode, 200, 'the code still counts');
  const revealed = await alone.app.inject({
    method: 'POST',
    url: `/api/v1/cases/${matter.id}/reveal`,
    headers: { cookie, 'x-csrf-token': csrf },
    payload: { purpose: 'answer', reason: 'Menelepon pelapor.' },
  });
  assert.equal(revealed.statusCode, 200, revealed.body);
  const { until: _, ...identity } = revealed.json().identity;
  assert.deepEqual(identity, contact);
  const [file] = tracked.json().attachments;
  const read = await alone.app.inject({
    url: `/api/v1/cases/${matter.id}/attachments/${file.id}`,
    headers: { cookie },
  });
  assert.equal(read.statusCode, 200, read.body);
  assert.equal((await sharp(read.rawPayload).metadata()).width, 40);
});

test('A sealed file lies encrypted, without its key, and under no open hash of it', async (t) => {
  const house = await testHouse({}, t);
  const office = await openWorkplace(house, 'kemensos');
  const matter = await office.citizen().files('Bantuan berhenti.', { contact });
  const content = Buffer.from('%PDF-1.4\nKARTU KELUARGA 3273010101010001\ntrailer<<>>\n%%EOF\n');
  assert.equal(
    (await office.citizen().brings(matter, { name: 'kk.pdf', content }, 'family-card')).status,
    200,
  );
  const row = await house.database.kysely
    .selectFrom('attachments')
    .innerJoin('vault.keys', 'vault.keys.subject', 'attachments.id')
    .select(['storage_key', 'wrapped', 'sha256'])
    .executeTakeFirstOrThrow();
  const stored = await readFile(pathOf(house, row.storage_key));
  assert.equal(stored.includes('3273010101010001') || stored.includes('KARTU'), false);
  assert.equal(stored.includes(row.wrapped.subarray(8, 40)), false, 'the key lies elsewhere');
  assert.notDeepEqual(row.sha256, createHash('sha256').update(content).digest());
});

test('Whoever signs in with an authenticator app still does under the new key alone', async (t) => {
  const house = await testHouse({}, t);
  const office = await openWorkplace(house, 'kemensos');
  // The role requires an app, so signing in sets one up; a second one waits for its first code.
  const keeper = await office.employ({ name: 'Sari', role: 'procedure-manager' });
  const offered = await keeper.ask({ method: 'POST', path: '/session/second-factor/totp' });
  assert.equal(offered.status, 200, offered.text);

  const both = await withKeys(house, nextKey, [firstKey], t);
  assert.deepEqual(await rotate(both), { keys: 3, files: 0, unopened: 0 }, 'hash keys, two secrets');
  assert.deepEqual(await rotate(both), { keys: 0, files: 0, unopened: 0 });

  house.clock.set('2026-11-18T02:12:00.000Z');
  const alone = await withKeys(house, nextKey, [], t);
  const answer = await knock<SessionView>(alone, {
    path: '/session',
    body: { email: keeper.email, password: everyonesPassword },
  });
  assert.equal(answer.status, 202, 'a second step is asked for');
  await finishSignIn(alone, keeper, answer);
});

test('What an older release sealed is opened, and rotated with the rest', async (t) => {
  const house = await testHouse({}, t);
  const office = await openWorkplace(house, 'kemensos');
  const matter = await office.citizen().files('Bantuan berhenti.', { contact });
  const content = Buffer.from('%PDF-1.4\nKARTU KELUARGA\ntrailer<<>>\n%%EOF\n');
  await office.citizen().brings(matter, { name: 'kk.pdf', content }, 'family-card');
  const { pool } = house.database;
  const { rows } = await pool.query<{ id: string; storage_key: string }>(
    'select id, storage_key from attachments',
  );
  const [file] = rows;
  assert.ok(file !== undefined);
  // As it lay before: a wrapped key without an id at the head of the file, none in the table.
  const earlier = openKeys(openRing(firstKey), newHashKeys()).seal(content, file.id);
  const [key, length] = [earlier.wrappedKey.subarray(8), Buffer.alloc(4)];
  length.writeUInt32BE(key.length);
  await house.office.files.put(file.storage_key, Buffer.concat([length, key, earlier.sealed]));
  await pool.query('delete from vault.keys where subject = $1', [file.id]);

  const verifier = await office.employ({ name: 'Vera', role: 'verifier' });
  await verifier.reveals(matter, 'Mencocokkan data.');
  const path = `/cases/${matter.id}/attachments/${file.id}`;
  assert.deepEqual((await verifier.ask({ path })).raw, content);

  const both = await withKeys(house, nextKey, [firstKey], t);
  assert.deepEqual(await rotate(both), { keys: 2, files: 1, unopened: 0 });
  await assert.rejects(readFile(pathOf(house, file.storage_key)), { code: 'ENOENT' });
  const alone = await withKeys(house, nextKey, [], t);
  const { cookie } = await verifier.signIn();
  const read = await alone.app.inject({ url: `/api/v1${path}`, headers: { cookie } });
  assert.deepEqual(read.rawPayload, content);
});

test('An installation older than kept hash keys keeps its codes', async (t) => {
  const house = await testHouse({}, t);
  const { pool } = house.database;
  const matter = await (await openWorkplace(house, 'kemensos'))
    .citizen()
    .files('Bantuan berhenti.', { contact });
  const ring = openRing(firstKey);
  await pool.query('update vault.hash_keys set wrapped = null');
  const hash = createHmac('sha256', ring.firstHashKey('tracking'))
    .update(matter.code.replaceAll('-', ''))
    .digest();
  await pool.query('update cases set tracking_hash = $1 where id = $2', [hash, matter.id]);
  const asks = async (node: TestHouse) =>
    (await node.app.inject({ url: `/api/v1/tracking/${matter.code}` })).statusCode;

  await assert.rejects(
    withKeys(house, nextKey, [firstKey], t),
    StartRefused,
    'first once with the key it has',
  );
  assert.equal(await asks(await withKeys(house, firstKey, [], t)), 200);
  const both = await withKeys(house, nextKey, [firstKey], t);
  await rotate(both);
  assert.equal(await asks(await withKeys(house, nextKey, [], t)), 200);
});

test('A key that does not belong to the database starts nothing, and says what to do', async (t) => {
  const house = await testHouse({}, t);
  await (await openWorkplace(house, 'kemensos')).citizen().files('Bantuan berhenti.', { contact });
  await assert.rejects(withKeys(house, nextKey, [], t), (error: StartRefused) => {
    assert.match(error.message, /SECRET_KEYS_OLD/);
    return !error.message.includes(nextKey);
  });
  await house.database.pool.query('drop schema vault cascade');
  await assert.rejects(withKeys(house, firstKey, [], t), /keep-the-keys/);
});

test('What no key opens is counted, and the rest is rotated all the same', async (t) => {
  const house = await testHouse({}, t);
  const citizen = (await openWorkplace(house, 'kemensos')).citizen();
  const [lost] = [await citizen.files('Satu.', { contact }), await citizen.files('Dua.', { contact })];
  const foreign = openKeys(openRing('a key that nobody here has any more'), newHashKeys());
  const { wrappedKey } = foreign.seal('x', lost.id);
  await house.database.pool.query('update vault.keys set wrapped = $1 where subject = $2', [
    wrappedKey,
    lost.id,
  ]);
  const both = await withKeys(house, nextKey, [firstKey], t);
  assert.deepEqual(await rotate(both), { keys: 2, files: 0, unopened: 1 });
});

function pathOf({ config }: TestHouse, key: string): string {
  return join(config.dataDir, 'attachments', key.slice(-2), key);
}
