import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { matterOf } from '../support/office-citizen.ts';
import { enters, prints, scans, triesToEnter } from '../support/office-counter.ts';
import { codeOf, faultsOf, knock, type Problem } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

// What is entered for somebody else: by whom, for whom, from when; and who prints what goes out on paper.

const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const campus = await polytechnic(house);
const said = { text: 'Bantuan saya berhenti sejak Agustus.', channel: 'counter' } as const;
const named = { name: 'Siti Aminah', address: 'Jl. Melati 4', reach: 'letter' } as const;

test('Only whoever enters for others comes in here, for their own institution', async () => {
  for (const person of [office.officer, office.reviewer, office.head, office.liaison, office.inspector])
    assert.equal(codeOf(await triesToEnter(person, said)), 'not-authorized', person.role);
  const anybody = await knock(house, {
    path: '/entries',
    body: said,
    headers: { 'idempotency-key': 'nobody-signed-in' },
  });
  assert.equal(codeOf(anybody), 'not-signed-in');
  const elsewhere = await triesToEnter(office.channelOfficer, { ...said, institution: 'politeknik' });
  assert.deepEqual(faultsOf(elsewhere), ['institution']);
  const own = await enters(campus.admin, said);
  assert.equal(own.receipt.institution.id, campus.institution);
});

test('A citizen cannot say what only an officer may', async () => {
  for (const more of [
    { urgent: true },
    { enteredLate: 'Baru sempat.' },
    { letter: { number: '1' } },
    { proxy: { name: 'Rani', relation: 'anak' } },
    { others: [{ name: 'Rani' }] },
    { receivedAt: instant('2026-11-23 09:00') },
    { contact: named },
  ]) {
    const answer = await knock(house, { path: '/submissions', body: { ...said, channel: 'web', ...more } });
    assert.ok(faultsOf(answer).includes('channel'), JSON.stringify(more));
  }
});

test('The time of arrival is neither to come nor long past, and late entry has a reason', async () => {
  const at = async (receivedAt: string, more: object = {}) =>
    (await triesToEnter(office.channelOfficer, { ...said, receivedAt, ...more })) as { body: unknown };
  const faults = async (receivedAt: string, more: object = {}) =>
    ((await at(receivedAt, more)).body as Problem).fields ?? {};
  assert.match((await faults(instant('2026-11-24 08:16'))).receivedAt ?? '', /belum terjadi/);
  assert.match((await faults(instant('2025-11-01 08:00'))).receivedAt ?? '', /lebih dari setahun/);
  assert.ok((await faults('2026-02-30T08:00:00+07:00')).receivedAt);
  assert.match((await faults(instant('2026-11-20 08:00'))).enteredLate ?? '', /tiga hari/);
  assert.match(
    (await faults(instant('2026-11-20 08:00'), { enteredLate: ' ' })).enteredLate ?? '',
    /tiga hari/,
  );
  const done = await enters(office.channelOfficer, {
    ...said,
    receivedAt: instant('2026-11-20 08:00'),
    enteredLate: 'Kiriman pos terlambat.',
  });
  assert.equal(done.receipt.receivedAt, new Date(instant('2026-11-20 08:00')).toISOString());
});

test('The same token is one entry; with other words it is refused', async () => {
  const first = await triesToEnter(office.channelOfficer, said, 'one-token-for-this-entry');
  const again = await triesToEnter(office.channelOfficer, said, 'one-token-for-this-entry');
  assert.deepEqual(again.body, first.body);
  const other = await triesToEnter(
    office.channelOfficer,
    { ...said, text: 'Lain.' },
    'one-token-for-this-entry',
  );
  assert.equal(codeOf(other), 'already-decided');
});

test('What does not fit together is named, all at once', async () => {
  const answer = await triesToEnter(office.channelOfficer, {
    ...said,
    contact: { reach: 'letter' },
    proxy: { name: '', relation: ' ', phone: 'abc' },
    others: [{ name: ' ' }],
    letter: { date: '2026-11-25' },
  });
  assert.deepEqual(faultsOf(answer), [
    'address',
    'letter',
    'letterDate',
    'name',
    'others',
    'proxyName',
    'proxyPhone',
    'proxyRelation',
  ]);
});

test('Papers that tell who reports lie sealed, and are not found beside the case in the clear', async () => {
  const papers = await Promise.all(
    ['identity-document', 'family-card', 'power-of-attorney', 'letter'].map((purpose) =>
      scans(office.channelOfficer, purpose, 'KTP Siti Aminah.txt', `rahasia ${purpose}`),
    ),
  );
  assert.deepEqual(
    papers.map(({ name, sealed }) => [name, sealed]),
    [
      ['kartu-identitas', true],
      ['kartu-keluarga', true],
      ['surat-kuasa', true],
      ['surat-asli', true],
    ],
  );
  const matter = await matterOf(
    house,
    await enters(office.channelOfficer, {
      ...said,
      contact: { name: 'Siti Aminah', reach: 'receipt' },
      attachments: papers.map(({ id }) => id),
    }),
  );
  const path = `/cases/${matter.id}/attachments/${papers[0]?.id}`;
  assert.equal(codeOf(await office.verifier.ask({ path })), 'not-authorized');
  await office.verifier.reveals(matter, 'Mencocokkan kartu.');
  assert.equal((await office.verifier.ask({ path })).text, 'rahasia identity-document');
});

test('Letters are printed by whom the roles allow, with a fresh proof, and remembered', async () => {
  const matter = await matterOf(house, await enters(office.channelOfficer, { ...said, contact: named }));
  await office.verifier.asks(matter, 'Di desa mana?');
  await house.runJobs();
  const [letter] = (await office.verifier.sees(matter)).letters;
  assert.ok(letter !== undefined);
  const waiting = await office.verifier.ask<{ items: { id: string; number: string }[] }>({
    path: '/letters',
  });
  assert.ok(waiting.body.items.some(({ id }) => id === letter.id));
  for (const person of [office.channelOfficer, office.officer, office.head])
    assert.equal(codeOf(await prints(person, letter.id)), 'not-authorized', person.role);
  const abroad = await campus.employ({ name: 'Verifikator kampus', role: 'verifier' });
  assert.equal(codeOf(await prints(abroad, letter.id)), 'not-found');
  const theirs = await abroad.ask<{ items: unknown[] }>({ path: '/letters' });
  assert.deepEqual(theirs.body.items, []);

  // Twenty minutes later the proof of the sign-in is stale; the console asks for another.
  await office.until('2026-11-24 08:40');
  const { cookie, csrf } = await office.verifier.signIn();
  const stale = await knock(house, {
    method: 'POST',
    path: `/letters/${letter.id}/printing`,
    headers: { cookie, 'x-csrf-token': csrf },
  });
  assert.equal(codeOf(stale), 'step-up-needed');
  assert.equal((await prints(office.verifier, letter.id)).status, 200);
  const { rows } = await house.database.pool.query(
    "select actor, case_id, details from ledger.inbox where kind = 'letter.printed' union all select actor, case_id, details from ledger.entries where kind = 'letter.printed'",
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0].case_id, matter.id);
  assert.doesNotMatch(JSON.stringify(rows), /Siti|Melati/);
});

test('Where the name is closed to the unit, the unit prints no letter; nobody does where it is restricted', async () => {
  const matter = await matterOf(
    house,
    await enters(office.channelOfficer, { ...said, contact: named, secrecy: 'L1' }),
  );
  await office.verifier.asks(matter, 'Sejak bulan apa?');
  await house.runJobs();
  const id = (await office.verifier.sees(matter)).letters[0]?.id ?? '';
  await office.citizen().completes(matter, 'Agustus.');
  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  assert.equal(codeOf(await prints(office.liaison, id)), 'name-closed-to-unit');
  await office.citizen().asksAboutData(matter, 'restriction', 'Jangan dipakai dahulu.');
  assert.equal(codeOf(await prints(office.verifier, id)), 'processing-restricted');
});
