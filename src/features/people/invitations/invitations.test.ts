import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../../../test/support/house.ts';
import { openWorkplace } from '../../../../test/support/office.ts';
import { codeOf, faultsOf, knock } from '../../../../test/support/office-door.ts';
import { type Mail, MailRefused } from '../../../platform/mail/mailer.ts';
import type { InvitationView, PersonView, SessionView, SignInStep } from '../contract.ts';

/** From an administrator's invitation to the account of the invited, over the API and by real letters. */
const letters: Mail[] = [];
let isServerAway = false;
const mailer = {
  async send(mail: Mail) {
    if (isServerAway) throw new MailRefused('smtp 451', false);
    letters.push(mail);
  },
  close: () => {},
};
const house = await testHouse({
  now: '2026-11-24T02:00:00.000Z',
  mailer,
  env: { SMTP_URL: 'smtp://mail.internal', MAIL_FROM: 'Tuntas <tuntas@uji.test>' },
});
const office = await openWorkplace(house, 'kemensos');
const admin = await office.employ({ name: 'Admin', role: 'system-administrator' });
const chosen = 'sandal jepit di rak ketiga';
let serial = 0;

test('an invitation is a letter with a link that opens the account once', async () => {
  const person = await invites('verifier');
  assert.equal(person.invitation?.delivery, 'waiting');
  await house.runJobs();
  const token = tokenIn(person.email);
  const { rows } = await house.database.pool.query('select * from invitations where person_id = $1', [
    person.id,
  ]);
  assert.equal(rows[0]?.delivery, 'sent');
  assert.deepEqual([rows[0]?.sealed, rows[0]?.wrapped_key], [null, null], 'the secret is forgotten');
  const jobs = await house.database.pool.query('select * from graphile_worker._private_jobs');
  assert.equal(JSON.stringify([rows, jobs.rows]).includes(token), false);

  const view = await knock<InvitationView>(house, { path: '/invitation', body: { token } });
  assert.equal(view.body.email, person.email);
  assert.equal(view.body.institution, 'Kementerian Sosial Republik Indonesia');
  const weak = await accepts(token, 'pendek');
  assert.deepEqual(faultsOf(weak), ['password']);
  const opened = await accepts(token, chosen);
  assert.equal(opened.status, 200, opened.text);
  assert.equal((opened.body as SessionView).person.id, person.id);
  assert.equal(codeOf(await accepts(token, chosen)), 'invitation-over');
  assert.equal(codeOf(await knock(house, { path: '/invitation', body: { token } })), 'invitation-over');
  const signIn = { path: '/session', body: { email: person.email, password: chosen } };
  assert.equal((await knock(house, signIn)).status, 200);
  assert.equal((await personOf(person.email)).invitation, null);
});

test('sent anew, withdrawn, too old, or for a closed account: the link leads nowhere', async () => {
  const person = await invites('verifier');
  await house.runJobs();
  const first = tokenIn(person.email);
  assert.equal((await admin.ask({ method: 'POST', path: `/people/${person.id}/invitation` })).status, 201);
  await house.runJobs();
  const second = tokenIn(person.email);
  assert.notEqual(first, second);
  assert.equal(codeOf(await accepts(first, chosen)), 'invitation-over');
  assert.equal(await opens(second), true);
  house.clock.set(new Date(Date.parse(house.clock.now()) + 5 * 86_400_000).toISOString());
  assert.equal(await opens(second), false);

  const withdrawal = { method: 'DELETE', path: `/people/${person.id}/invitation` } as const;
  assert.equal((await admin.ask(withdrawal)).status, 200);
  assert.equal(codeOf(await admin.ask(withdrawal)), 'not-found');
  await admin.ask({ method: 'POST', path: `/people/${person.id}/invitation` });
  await house.runJobs();
  const third = tokenIn(person.email);
  const input = { name: person.name, email: person.email, unitId: null, active: false, grants: [] };
  assert.equal((await admin.ask({ method: 'PUT', path: `/people/${person.id}`, body: input })).status, 200);
  assert.equal(await opens(third), false);
  const closed = await admin.ask({ method: 'POST', path: `/people/${person.id}/invitation` });
  assert.equal(codeOf(closed), 'account-closed');
});

test('a role that requires a second factor leads on to it; what the person has stays', async () => {
  const person = await invites('privacy-officer');
  await house.runJobs();
  const answer = await accepts(tokenIn(person.email), chosen);
  assert.equal(answer.status, 202);
  assert.equal((answer.body as SignInStep).next, 'enrolment');
});

test('a mail server that is away is tried again', async () => {
  const person = await invites('verifier');
  isServerAway = true;
  await assert.rejects(house.runJobs(), /not delivered yet/);
  isServerAway = false;
  await house.runJobs();
  assert.equal(await opens(tokenIn(person.email)), true);
});

test('only who manages people there invites, withdraws and sees; without mail the link is handed over', async () => {
  const person = await invites('verifier');
  const verifier = await office.employ({ name: 'Vera', role: 'verifier' });
  const again = { method: 'POST', path: `/people/${person.id}/invitation` } as const;
  assert.equal(codeOf(await verifier.ask(again)), 'not-authorized');
  assert.equal(
    codeOf(await admin.ask({ method: 'POST', path: `/people/${admin.id}/invitation` })),
    'same-person',
  );
  const quiet = await testHouse({ now: '2026-11-24T02:00:00.000Z' });
  const elsewhere = await openWorkplace(quiet, 'kemensos');
  const other = await elsewhere.employ({ name: 'Admin', role: 'system-administrator' });
  const given = await other.ask<{ link: string }>({
    path: '/institutions/kemensos/invitations',
    body: inputOf('verifier'),
  });
  assert.match(given.body.link, /^http:\/\/localhost:8080\/konsol\/undangan#[\w-]{43}$/);
});

function inputOf(roleId: string) {
  serial += 1;
  return {
    name: `Undangan ${serial}`,
    email: `undangan-${serial}@uji.test`,
    unitId: null,
    active: true,
    grants: [{ roleId, unitId: null, areaCode: null, categoryId: null }],
  };
}

async function invites(roleId: string): Promise<PersonView> {
  const answer = await admin.ask<{ person: PersonView; link: string | null }>({
    path: '/institutions/kemensos/invitations',
    body: inputOf(roleId),
  });
  assert.equal(answer.status, 201, answer.text);
  assert.equal(answer.body.link, null, 'the link goes to the invited alone');
  return answer.body.person;
}

/** The secret of the latest letter to an address. */
function tokenIn(email: string): string {
  const letter = letters.findLast(({ to }) => to === email);
  const token = /\/konsol\/undangan#([\w-]{43})/.exec(letter?.text ?? '')?.[1];
  assert.ok(token, `a link in ${letter?.text}`);
  return token;
}

function accepts(token: string, password: string) {
  return knock<SessionView | SignInStep>(house, { path: '/invitation/password', body: { token, password } });
}

async function opens(token: string): Promise<boolean> {
  return (await knock(house, { path: '/invitation', body: { token } })).status === 200;
}

async function personOf(email: string): Promise<PersonView> {
  const list = await admin.ask<{ items: PersonView[] }>({ path: `/institutions/kemensos/people?q=${email}` });
  const [view] = list.body.items;
  assert.ok(view);
  return view;
}
