import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rotateKeys } from '../../src/main/rotate-keys.ts';
import { shredIdentities } from '../../src/main/shred-identity.ts';
import { openRing } from '../../src/platform/crypto/key-ring.ts';
import { testHouse } from '../support/house.ts';
import type { Officer } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { type Answer, codeOf, faultsOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

// Who is on the telephone is found by what they say, in full, by whom the law lets ask; nobody else, and never in part.

const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const citizen = office.citizen();
const contact = { name: 'Sri Rahayu', phone: '0812-7777-3131', email: 'Sri.Rahayu@Contoh.id' };
const matter = await citizen.files('NIK saya 3273 0101 0101 0001. Bantuan berhenti.', {
  contact: { ...contact, familyCardNumber: '3273010101010002' },
});
const why = { purpose: 'caller', reason: 'Penelepon bertanya kabar laporannya.' };

interface Found {
  readonly items: readonly { readonly number: string }[];
}

function searches(who: Officer, kind: string, value: string, more: object = why): Promise<Answer<Found>> {
  return who.ask<Found>({ method: 'POST', path: '/cases/searches', body: { kind, value, ...more } });
}

async function finds(who: Officer, kind: string, value: string): Promise<readonly string[] | string> {
  // A submission leaves it to a job.
  await house.runJobs();
  const answer = await searches(who, kind, value);
  return codeOf(answer) ?? answer.body.items.map(({ number }) => number);
}

test('A reporter is found by telephone, e-mail, NIK or KK, however they are written, and by nothing less', async () => {
  for (const phone of ['081277773131', '+62 812-7777-3131', '62 812 7777 3131'])
    assert.deepEqual(await finds(office.verifier, 'phone', phone), [matter.number], phone);
  assert.deepEqual(await finds(office.verifier, 'email', ' sri.rahayu@contoh.ID '), [matter.number]);
  for (const number of ['3273010101010001', '3273.0101.0101.0001', '3273 0101 0101 0002'])
    assert.deepEqual(await finds(office.verifier, 'national-number', number), [matter.number], number);
  assert.deepEqual(await finds(office.verifier, 'phone', '081277773132'), []);
  for (const [kind, part] of [
    ['phone', '08127'],
    ['email', 'sri.rahayu'],
    ['national-number', '327301010101000'],
  ] as const)
    assert.deepEqual(faultsOf(await searches(office.verifier, kind, part)), ['value']);
  assert.deepEqual(
    faultsOf(await searches(office.verifier, 'phone', '081277773131', { ...why, reason: ' ' })),
    ['reason'],
  );
  // What a reporter writes later counts too.
  await citizen.writes(matter, 'NIK ibu saya 3273010101010003.');
  assert.deepEqual(await finds(office.verifier, 'national-number', '3273010101010003'), [matter.number]);
});

test('Only whoever holds the right finds, and only within their reach', async () => {
  for (const person of [
    office.officer,
    office.reviewer,
    office.head,
    office.fieldWorker,
    office.inspector,
    office.channelOfficer,
  ])
    assert.equal(await finds(person, 'phone', contact.phone), 'not-authorized', person.role);
  assert.deepEqual(await finds(office.controlCentre, 'phone', contact.phone), [matter.number]);
  assert.deepEqual(await finds(office.liaison, 'phone', contact.phone), [], 'not yet a case of her unit');
  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  assert.deepEqual(await finds(office.liaison, 'phone', contact.phone), [matter.number]);
  const other = await office.employ({ name: 'Lili', role: 'liaison-officer', unit: ministryUnits.other });
  assert.deepEqual(await finds(other, 'phone', contact.phone), []);
  await citizen.makesSecret(matter, 'L3');
  assert.deepEqual(
    await finds(office.liaison, 'phone', contact.phone),
    [],
    'closed to the unit by the reporter',
  );
  assert.equal(
    await office.officer.isRefused(matter, 'reveal', { purpose: 'answer', reason: 'x' }),
    'name-closed-to-unit',
  );
  assert.equal((await office.verifier.reveals(matter, 'Menelepon.')).identity?.name, contact.name);
  const sealed = await citizen.files('Pejabat meminta uang.', { contact });
  await office.verifier.seals(sealed, 'Dugaan korupsi.');
  assert.deepEqual(
    await finds(office.verifier, 'phone', contact.phone),
    [matter.number],
    'a sealed case is not there',
  );
});

test('Each search is written down with its purpose and what it showed, never with what was typed', async () => {
  const { rows } = await house.database.pool.query<{ row: string; found: string[] }>(
    'select s::text as row, found from identity_searches s where person_id = $1 order by id',
    [office.controlCentre.id],
  );
  assert.equal(rows.length, 1);
  assert.deepEqual(rows[0]?.found, [matter.id]);
  assert.match(rows[0]?.row ?? '', /caller.*Penelepon/);
  const { rows: entered } = await house.database.pool.query<{ details: object }>(
    `select details from ledger.inbox where kind = 'identity.searched' and actor = $1`,
    [`person:${office.controlCentre.id}`],
  );
  assert.deepEqual(
    entered.map(({ details }) => details),
    [{ kind: 'phone', purpose: 'caller', found: 1 }],
  );
  const { rows: all } = await house.database.pool.query<{ row: string }>(
    `select s::text as row from identity_searches s union all select h::text from vault.search_hashes h`,
  );
  for (const { row } of all) assert.doesNotMatch(row, /77773131|rahayu|010101000/i);
  await assert.rejects(house.database.pool.query('delete from identity_searches'), { code: '42501' });
});

test('It asks for a fresh proof, and outlives a change of SECRET_KEY, but not the identity', async () => {
  const { cookie, csrf } = await office.verifier.signInFresh();
  house.clock.set(instant('2026-11-24 08:40'));
  const stale = await house.app.inject({
    method: 'POST',
    url: '/api/v1/cases/searches',
    headers: { cookie, 'x-csrf-token': csrf },
    payload: { kind: 'phone', value: contact.phone, ...why },
  });
  assert.equal(stale.json().code, 'step-up-needed');

  const ring = openRing('the-key-of-the-following-year-as-long-as-that', [
    'a-test-key-of-more-than-thirty-two-characters',
  ]);
  await rotateKeys({ ...house, clock: house.clock.now }, ring);
  assert.deepEqual(await finds(office.verifier, 'phone', contact.phone), [matter.number]);

  const over = await citizen.files('Selesai.', { contact: { phone: '0813-1111-2222' } });
  await citizen.withdraws(over, 'Sudah.');
  assert.deepEqual(await finds(office.verifier, 'phone', '081311112222'), [over.number]);
  await shredIdentities({ ...house, clock: house.clock.now }, [over.number], {
    reason: 'Selesai.',
    dryRun: false,
  });
  assert.deepEqual(await finds(office.verifier, 'phone', '081311112222'), []);
});

test('Nobody fishes: after sixty an hour it waits', async () => {
  const person = await office.employ({ name: 'Kiki kedua', role: 'control-centre' });
  let code: string | null = null;
  for (let n = 0; n <= 60 && code === null; n += 1)
    code = codeOf(await searches(person, 'phone', `08121111${String(n).padStart(4, '0')}`));
  assert.equal(code, 'too-many-requests');
});
