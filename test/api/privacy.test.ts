import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContactInput, ProcessingRegister } from '../../src/features/privacy/contract.ts';
import { testHouse } from '../support/house.ts';
import { kindsIn } from '../support/ledger.ts';
import { openWorkplace } from '../support/office.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** Data protection at work (UU 27/2022): who answers for it, and what is told to everybody. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const ministry = await openWorkplace(house, 'kemensos');
const campus = await openWorkplace(house, 'politeknik');
const officer = await ministry.employ({ name: 'Dewi', role: 'privacy-officer' });
const inspector = await ministry.employ({ name: 'Indra', role: 'inspectorate' });
const outsider = await campus.employ({ name: 'Togar', role: 'privacy-officer' });

const contact: ContactInput = {
  office: 'Pejabat Pelindungan Data Pribadi',
  email: 'pdp@kemensos.test',
  phone: '',
  address: '',
};
const naming = (body: ContactInput) =>
  ({ method: 'PUT', path: '/privacy/contact?institution=kemensos', body }) as const;
const pageOf = async (language: string) =>
  (await house.app.inject({ url: '/privasi', headers: { 'accept-language': language } })).body;

test('the contact stands on the page of privacy once the privacy officer has named it, and every earlier one is kept', async () => {
  assert.doesNotMatch(await pageOf('id'), /pdp@kemensos\.test/);
  assert.equal(codeOf(await outsider.ask(naming(contact))), 'not-authorized', 'of another institution');
  assert.equal(
    codeOf(await inspector.ask(naming(contact))),
    'not-authorized',
    'stands beside it, sets nothing',
  );
  for (const wrong of [{ office: ' ' }, { email: '' }, { email: 'pdp' }]) {
    assert.equal(codeOf(await officer.ask(naming({ ...contact, ...wrong }))), 'invalid-input');
  }
  assert.equal((await officer.ask(naming(contact))).status, 200);
  house.clock.set(instant('2026-11-24 08:20'));
  assert.equal((await officer.ask(naming({ ...contact, phone: '021 3103591' }))).status, 200);
  const page = await pageOf('id');
  assert.match(page, /mailto:pdp@kemensos\.test/);
  assert.equal(page.match(/pdp@kemensos\.test<\/a>/g)?.length, 1, 'the one in force, once');
  assert.match(page, /021 3103591/);
  const kept = await house.database.kysely.selectFrom('privacy_contacts').select('phone').execute();
  assert.deepEqual(kept.map(({ phone }) => phone).toSorted(), ['', '021 3103591']);
  assert.equal((await kindsIn(house, 'privacy-contact.')).length, 2);
});

test('the register says the same in the console and on the page, in both languages', async () => {
  const register = await officer.ask<ProcessingRegister>({ path: '/privacy/register?institution=kemensos' });
  assert.equal(register.status, 200, register.text);
  const seen = await inspector.ask<ProcessingRegister>({ path: '/privacy/register?institution=kemensos' });
  assert.deepEqual(seen.body, register.body);
  assert.equal(
    codeOf(await outsider.ask({ path: '/privacy/register?institution=kemensos' })),
    'not-authorized',
  );
  const page = await pageOf('id');
  const [first] = register.body.activities;
  assert.ok(first !== undefined && page.includes(first.basis) && page.includes(first.purpose));
  assert.match(await pageOf('en'), /Law 27\/2022/);
  assert.doesNotMatch(page, /Sandi dalam bentuk acak/, 'what concerns staff only is not on the public page');
});
