import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** Whoever reads what is personal for somebody else is in the ledger with for whom. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const contact = { name: 'Sri Rahayu', phone: '0812-7777-3131' };

async function standsIn(absent: Officer, deputy: Officer, until = '2026-11-24'): Promise<string> {
  const body = { deputyId: deputy.id, from: '2026-11-24', until, reason: 'leave' };
  const answer = await absent.ask<{ id: string }>({ path: `/people/${absent.id}/deputies`, body });
  assert.equal(answer.status, 201, answer.text);
  return answer.body.id;
}

/** The details of a person's entries of one kind, oldest first. */
async function entries(who: Officer, kind: string): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await house.database.pool.query<{ details: Record<string, unknown> }>(
    'select details from ledger.inbox where actor = $1 and kind = $2 order by at, id',
    [`person:${who.id}`, kind],
  );
  return rows.map(({ details }) => details);
}

async function withCard(): Promise<Matter> {
  const matter = await office.citizen().files('Lihat berkas.', { contact });
  const card = { name: 'kk.txt', content: Buffer.from('Kartu keluarga.') };
  await office.citizen().brings(matter, card, 'family-card');
  await house.runJobs();
  return matter;
}

async function opensCard(who: Officer, matter: Matter) {
  const { attachments } = await who.sees(matter);
  const card = attachments.find(({ sealed }) => sealed);
  return who.ask({ path: `/cases/${matter.id}/attachments/${card?.id}` });
}

test('an identity opened and its family card read for somebody say so, and stay open no longer than the absence', async () => {
  const absent = await office.employ({ name: 'Vina', role: 'verifier' });
  const deputy = await office.employ({
    name: 'Rosa',
    role: 'control-centre',
    unit: ministryUnits.directorate,
  });
  const id = await standsIn(absent, deputy);
  const matter = await withCard();
  assert.equal(codeOf(await opensCard(deputy, matter)), 'not-authorized', 'nothing is opened yet');
  await deputy.reveals(matter, 'Mencocokkan nama.');
  const told = (await office.verifier.sees(matter)).timeline.find(({ type }) => type === 'IdentityRevealed');
  assert.deepEqual([told?.actor.name, told?.actor.onBehalfOf], [deputy.name, absent.name]);
  assert.equal((await opensCard(deputy, matter)).status, 200);
  assert.deepEqual(await entries(deputy, 'file.read'), [{ sealed: true, onBehalfOf: `person:${absent.id}` }]);
  await absent.ask({ method: 'DELETE', path: `/deputyships/${id}` });
  assert.notEqual((await opensCard(deputy, matter).catch(() => ({ status: 404 }))).status, 200);
});

test('what one may read oneself is read for nobody', async () => {
  const absent = await office.employ({ name: 'Vivi', role: 'verifier' });
  const deputy = await office.employ({ name: 'Vero', role: 'verifier' });
  await standsIn(absent, deputy);
  const matter = await withCard();
  await deputy.reveals(matter, 'Mencocokkan nama.');
  assert.equal((await opensCard(deputy, matter)).status, 200);
  assert.deepEqual(await entries(deputy, 'file.read'), [{ sealed: true }]);
});

test('a search by a telephone number says in which capacity it found, also where it found nobody', async () => {
  const absent = await office.employ({ name: 'Wati', role: 'verifier' });
  const deputy = await office.employ({ name: 'Widi', role: 'channel-officer' });
  await standsIn(absent, deputy);
  const matter = await withCard();
  const search = (value: string) =>
    deputy.ask<{ items: readonly { number: string }[] }>({
      path: '/cases/searches',
      body: { kind: 'phone', value, purpose: 'caller', reason: 'Penelepon bertanya.' },
    });
  const found = await search(contact.phone);
  assert.ok(
    found.body.items.some(({ number }) => number === matter.number),
    found.text,
  );
  await search('0812-0000-9999');
  const said = { kind: 'phone', purpose: 'caller', onBehalfOf: `person:${absent.id}` };
  assert.deepEqual(await entries(deputy, 'identity.searched'), [
    { ...said, found: found.body.items.length },
    { ...said, found: 0 },
  ]);
});

test('a case taken away for somebody says so', async () => {
  const absent = await office.employ({
    name: 'Lina',
    role: 'liaison-officer',
    unit: ministryUnits.directorate,
  });
  const deputy = await office.employ({
    name: 'Lusi',
    role: 'channel-officer',
    unit: ministryUnits.directorate,
  });
  await standsIn(absent, deputy);
  const citizen = office.citizen();
  const matter = await citizen.files('Bantuan berhenti.');
  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await house.runJobs();
  const taken = await deputy.ask({ path: `/cases/${matter.id}/dossier`, body: { purpose: 'inspection' } });
  assert.equal(taken.status, 200, taken.text);
  assert.deepEqual(await entries(deputy, 'dossier.exported'), [
    { purpose: 'inspection', onBehalfOf: `person:${absent.id}` },
  ]);
});
