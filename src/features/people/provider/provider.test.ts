import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testHouse } from '../../../../test/support/house.ts';
import { openWorkplace } from '../../../../test/support/office.ts';
import { codeOf, knock } from '../../../../test/support/office-door.ts';
import type { Officer } from '../../../../test/support/office-officer.ts';
import { browserAt } from '../../../../test/support/provider-browser.ts';
import { signInProvider, visitProvider } from '../../../../test/support/sign-in-provider.ts';
import type { GroupRoleView, PersonView, SessionView, SignInStep, SignInWays } from '../contract.ts';

/** Signing in by a real OpenID Connect provider, over real redirects. */
const publicUrl = 'http://tuntas.uji.test';
const provider = await signInProvider(publicUrl, { after });
const house = await testHouse({ now: '2026-11-24T02:00:00.000Z', env: provider.env });
const office = await openWorkplace(house, 'kemensos');
const admin = await office.employ({ name: 'Admin', role: 'system-administrator' });

test('the subject opens the account, never the e-mail address', async () => {
  const person = await office.employ({ name: 'Ratna', role: 'verifier' });
  provider.accounts.set('ratna', { subject: 'sub-ratna', email: person.email });
  const stranger = browserAt(house);
  assert.equal((await stranger.signsIn('ratna')).searchParams.get('masalah'), 'provider-account-unknown');
  assert.equal((await stranger.ask({ path: '/session' })).status, 401);

  await link(person, 'sub-ratna');
  const door = browserAt(house);
  const landed = await door.signsIn('ratna');
  assert.equal(landed.pathname + landed.search, '/konsol/');
  const session = await door.ask<SessionView>({ path: '/session' });
  assert.equal(session.body.person.id, person.id);

  const { rows } = await house.database.pool.query('select linked_by, issuer from provider_links');
  assert.deepEqual(rows, [{ linked_by: admin.id, issuer: provider.issuer }]);
  const other = await office.employ({ name: 'Rina', role: 'verifier' });
  assert.equal(codeOf(await linking(other, 'sub-ratna')), 'provider-account-taken');
  assert.equal((await door.ask({ path: '/session' })).status, 200, 'a refused link ends nobody');

  await admin.ask({ method: 'DELETE', path: `/people/${person.id}/provider` });
  assert.equal((await door.ask({ path: '/session' })).status, 401);
  assert.equal((await door.signsIn('ratna')).searchParams.get('masalah'), 'provider-account-unknown');
});

test('what comes back is taken from the browser that began it, once, and as it was asked for', async () => {
  await linked('Galang', 'verifier', 'galang');
  const began = browserAt(house);
  const location = await began.begins();
  const asked = new URL(location).searchParams;
  assert.equal(asked.get('code_challenge_method'), 'S256');
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name) ?? '').length >= 40);
  const returned = await visitProvider(location, { name: 'galang' });
  const elsewhere = await browserAt(house).comesBack(returned);
  assert.equal(elsewhere.searchParams.get('masalah'), 'sign-in-anew', 'another browser');

  const forged = new URL(returned);
  forged.searchParams.set('state', 'lain');
  const second = browserAt(house);
  await second.begins();
  assert.equal(
    (await second.comesBack(returned)).searchParams.get('masalah'),
    'provider-refused',
    'its code',
  );
  const third = browserAt(house);
  third.cookies.set('tuntas_provider', began.cookies.get('tuntas_provider') ?? '');
  assert.equal((await third.comesBack(forged)).searchParams.get('masalah'), 'provider-refused', 'its state');

  assert.equal((await began.comesBack(returned)).search, '');
  assert.equal((await began.comesBack(returned)).searchParams.get('masalah'), 'sign-in-anew', 'twice');

  const slow = browserAt(house);
  const late = await visitProvider(await slow.begins(), { name: 'galang' });
  house.clock.set(later(16 * 60));
  assert.equal((await slow.comesBack(late)).searchParams.get('masalah'), 'sign-in-anew', 'too late');
});

test('a clock that is off by less than what is borne does not matter; one that is off by more does', async () => {
  await linked('Wahyu', 'verifier', 'wahyu');
  provider.clockAhead = -20;
  assert.equal((await browserAt(house).signsIn('wahyu')).search, '');
  provider.clockAhead = -60;
  assert.equal((await browserAt(house).signsIn('wahyu')).searchParams.get('masalah'), 'provider-refused');
  provider.clockAhead = 0;
});

test('a role that requires a second factor asks for it here, unless the provider is believed', async () => {
  await linked('Prita', 'privacy-officer', 'prita');
  const door = browserAt(house);
  const landed = await door.signsIn('prita');
  assert.equal(landed.searchParams.get('langkah'), 'dua');
  assert.equal((await door.ask({ path: '/session' })).status, 401);
  const step = await door.ask<SignInStep>({ path: '/session/step' });
  assert.equal(step.body.next, 'enrolment');

  const believed = browserAt(house);
  assert.equal((await believed.signsIn('prita', { otp: true })).search, '');
  assert.equal((await believed.ask({ path: '/session' })).status, 200);
  assert.equal(codeOf(await believed.ask({ path: '/session/step' })), 'sign-in-anew');
});

test('groups give roles at a unit, are looked up at each sign-in, and take away what they gave alone', async () => {
  const person = await linked('Gita', 'channel-officer', 'gita');
  const unitId = office.unit('Direktorat Rehabilitasi Sosial Anak');
  const given = { roleId: 'unit-officer', unitId, areaCode: null, categoryId: null };
  const added = await admin.ask<GroupRoleView>({
    path: '/institutions/kemensos/group-roles',
    body: { group: 'petugas-anak', ...given },
  });
  assert.equal(added.status, 201, added.text);
  assert.equal(added.body.roleName, 'Petugas unit');
  const mixing = { group: 'petugas-anak', ...given, roleId: 'system-administrator', unitId: null };
  assert.equal((await admin.ask({ path: '/institutions/kemensos/group-roles', body: mixing })).status, 201);
  const account = provider.accounts.get('gita');
  assert.ok(account);
  account.groups = ['petugas-anak', 'lain'];
  await browserAt(house).signsIn('gita');
  assert.deepEqual(await rolesOf(person), [
    ['channel-officer', null],
    ['unit-officer', 'petugas-anak'],
  ]);

  // Saved by an administrator with the own roles alone, what the group gave stays.
  const view = await personView(person);
  const own = view.grants.filter(({ fromGroup }) => fromGroup === null);
  const input = {
    name: view.name,
    email: view.email,
    unitId: null,
    active: true,
    grants: own.map(({ roleId, unitId: unit, areaCode, categoryId }) => ({
      roleId,
      unitId: unit,
      areaCode,
      categoryId,
    })),
  };
  assert.equal((await admin.ask({ method: 'PUT', path: `/people/${person.id}`, body: input })).status, 200);
  assert.deepEqual((await rolesOf(person)).length, 2);

  account.groups = [];
  await browserAt(house).signsIn('gita');
  assert.deepEqual(await rolesOf(person), [['channel-officer', null]]);
  account.groups = ['petugas-anak'];
  await browserAt(house).signsIn('gita');
  const removal = { method: 'DELETE', path: `/group-roles/${added.body.id}` } as const;
  assert.equal((await admin.ask(removal)).status, 200);
  assert.deepEqual(await rolesOf(person), [['channel-officer', null]], 'gone at once');
  const local = await office.employ({
    name: 'Admin lokal',
    role: 'system-administrator',
    unit: 'Direktorat Rehabilitasi Sosial Anak',
  });
  const refused = await local.ask({
    path: '/institutions/kemensos/group-roles',
    body: { group: 'x', ...given },
  });
  assert.equal(codeOf(refused), 'not-authorized');
});

test('a sensitive act is proved at the provider anew, by the same person, in the same session', async () => {
  await linked('Sinta', 'verifier', 'sinta');
  await linked('Tono', 'verifier', 'tono');
  const door = browserAt(house);
  await door.signsIn('sinta');
  house.clock.set(later(20 * 60));
  assert.equal(codeOf(await door.post('/session/second-factor/totp', {})), 'step-up-needed');
  const asOther = await door.proves('tono');
  assert.equal(asOther.searchParams.get('masalah'), 'provider-account-unknown');
  const proved = await door.proves('sinta');
  assert.equal(proved.pathname + proved.search, '/konsol/jendela');
  assert.equal((await door.post('/session/second-factor/totp', {})).status, 200);
});

test('whoever breaks it off, or finds the provider away, is told in the own language', async () => {
  assert.equal(
    (await browserAt(house).signsIn('siapa', { cancel: true })).searchParams.get('masalah'),
    'provider-cancelled',
  );
  const ways = await knock<SignInWays>(house, {
    path: '/session/ways?problem=provider-cancelled',
    headers: { 'accept-language': 'en' },
  });
  assert.deepEqual(ways.body.provider, { name: 'Akun Kementerian' });
  assert.equal(ways.body.problem?.title, 'Signing in was cancelled');
  const away = await testHouse({
    env: { ...provider.env, OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_GROUPS_CLAIM: '' },
  });
  const body = { purpose: 'sign-in', inWindow: false };
  assert.equal(codeOf(await knock(away, { path: '/session/provider', body })), 'provider-unreachable');
});

test('an invitation links the account that its holder signs in with, whatever its address there', async () => {
  provider.accounts.set('baru', { subject: 'sub-baru', email: 'lain@elsewhere.test' });
  const body = {
    name: 'Orang Baru',
    email: 'baru@kemensos.test',
    unitId: null,
    active: true,
    grants: [{ roleId: 'verifier', unitId: null, areaCode: null, categoryId: null }],
  };
  const invited = await admin.ask<{ link: string }>({ path: '/institutions/kemensos/invitations', body });
  const invitation = new URL(invited.body.link).hash.slice(1);
  await linked('Tua', 'verifier', 'tua');
  const begins = async (door: ReturnType<typeof browserAt>) =>
    door.ask<{ location: string }>({
      path: '/session/provider',
      body: { purpose: 'invitation', inWindow: false, invitation },
    });
  const other = browserAt(house);
  const taken = await visitProvider((await begins(other)).body.location, { name: 'tua' });
  assert.equal((await other.comesBack(taken)).searchParams.get('masalah'), 'provider-account-taken');
  const door = browserAt(house);
  const came = await visitProvider((await begins(door)).body.location, { name: 'baru' });
  assert.equal((await door.comesBack(came)).search, '');
  assert.equal((await door.ask<SessionView>({ path: '/session' })).body.person.email, 'baru@kemensos.test');
  assert.equal(codeOf(await begins(browserAt(house))), 'invitation-over');
  assert.equal((await browserAt(house).signsIn('baru')).search, '');
});

test('signing out ends the session at the provider too, where it was opened there', async () => {
  await linked('Utami', 'verifier', 'utami');
  const door = browserAt(house);
  await door.signsIn('utami');
  const out = await door.ask<{ elsewhere: string | null }>({ method: 'DELETE', path: '/session' });
  const elsewhere = new URL(out.body.elsewhere ?? '');
  assert.equal(elsewhere.origin, provider.issuer);
  assert.equal(elsewhere.searchParams.get('post_logout_redirect_uri'), `${publicUrl}/konsol/`);
  assert.equal((await fetch(elsewhere)).status, 200);
});

async function linked(name: string, role: string, typed: string): Promise<Officer> {
  const person = await office.employ({ name, role });
  provider.accounts.set(typed, { subject: `sub-${typed}` });
  await link(person, `sub-${typed}`);
  return person;
}

async function link(person: Officer, subject: string): Promise<void> {
  const answer = await linking(person, subject);
  assert.equal(answer.status, 200, answer.text);
}

function linking(person: Officer, subject: string) {
  return admin.ask<PersonView>({ method: 'PUT', path: `/people/${person.id}/provider`, body: { subject } });
}

async function personView({ email }: Officer): Promise<PersonView> {
  const list = await admin.ask<{ items: PersonView[] }>({ path: `/institutions/kemensos/people?q=${email}` });
  const [view] = list.body.items;
  assert.ok(view);
  return view;
}

async function rolesOf(person: Officer) {
  const { grants } = await personView(person);
  return grants.map(({ roleId, fromGroup }) => [roleId, fromGroup]);
}

function later(seconds: number): string {
  return new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString();
}
