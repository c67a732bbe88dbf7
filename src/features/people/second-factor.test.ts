import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOfApp } from '../../../test/support/code-of-app.ts';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { openWorkplace } from '../../../test/support/office.ts';
import { codeOf, knock, nextAddress } from '../../../test/support/office-door.ts';
import { everyonesPassword } from '../../../test/support/office-officer.ts';
import type { FactorsView, PersonView, SessionView, SignInStep } from './contract.ts';

/** Signing in with a second step, from the enrolment that a role requires to the day the telephone is lost. */
const house = await testHouse({ now: '2026-11-24T02:00:00.000Z' });
const office = await openWorkplace(house, 'kemensos');

test('a role that requires a second factor leads through enrolment, and nothing else is open before', async () => {
  const person = await office.employ({ name: 'Galih', role: 'system-administrator' });
  const door = visitor(house);
  const step = await door.password(person.email);
  assert.equal(step.status, 202);
  assert.equal((step.body as SignInStep).next, 'enrolment');
  for (const path of [
    '/session',
    '/session/all',
    '/session/second-factor',
    '/roles',
    '/institutions/kemensos/people',
  ]) {
    const closed = await door.ask({ path });
    assert.ok([401, 403].includes(closed.status), `${path}: ${closed.status}`);
  }
  assert.equal(codeOf(await door.post('/session/second-factor', { code: '123456' })), 'sign-in-anew');
  assert.equal(codeOf(await door.post('/session/proof', { password: everyonesPassword })), 'not-signed-in');

  const { secret, recoveryCodes } = await door.enrols();
  assert.equal(recoveryCodes.length, 10);
  assert.equal(new Set(recoveryCodes).size, 10);
  assert.equal((await door.ask({ path: '/institutions/kemensos/people' })).status, 200);
  const factors = await door.ask<FactorsView>({ path: '/session/second-factor' });
  assert.deepEqual(factors.body, {
    totpSince: house.clock.now(),
    passkeys: [],
    recoveryCodes: 10,
    required: true,
    hasPassword: true,
    hasProvider: false,
  });
  assert.equal(
    codeOf(await door.ask({ method: 'DELETE', path: '/session/second-factor/totp' })),
    'second-factor-required',
  );

  const { rows } = await house.database.pool.query('select * from totp_factors, recovery_codes');
  const stored = JSON.stringify(rows.map((row) => Object.values(row).map(String)));
  for (const told of [secret, ...recoveryCodes]) assert.equal(stored.includes(told), false);
});

test('a code is good for its half minute, the one before and the one after, and never twice', async () => {
  const { email, secret } = await enrolled();
  for (const [seconds, right] of [
    [-60, false],
    [-30, true],
    [-30, false],
    [0, true],
    [-30, false],
    [60, false],
    [30, true],
    [0, false],
  ] as const) {
    const door = visitor(house);
    await door.password(email);
    const answer = await door.post('/session/second-factor', { code: codeOfApp(secret, later(seconds)) });
    assert.equal(answer.status, right ? 200 : 401, `${seconds} s: ${answer.text}`);
    if (!right) assert.equal(codeOf(answer), 'wrong-code');
    await unlock(email);
  }
});

test('one of two who send the same code at the same moment is refused', async () => {
  const { email, secret } = await enrolled();
  const doors = [visitor(house), visitor(house), visitor(house)];
  for (const door of doors) await door.password(email);
  const code = codeOfApp(secret, later(30));
  const answers = await Promise.all(doors.map((door) => door.post('/session/second-factor', { code })));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 401, 401]);
});

test('a recovery code opens once, in any writing; ten new ones void the old', async () => {
  const { email, recoveryCodes, door: own } = await enrolled();
  const [first = '', second = ''] = recoveryCodes;
  const tries = async (code: string): Promise<number> => {
    const door = visitor(house);
    await door.password(email);
    return (await door.post('/session/second-factor', { code })).status;
  };
  assert.equal(await tries(` ${first.toUpperCase().replaceAll('-', ' ')} `), 200);
  assert.equal(await tries(first), 401);
  const renewed = await own.post<{ recoveryCodes: string[] }>('/session/second-factor/recovery-codes');
  assert.equal(renewed.body.recoveryCodes.length, 10);
  assert.equal(await tries(second), 401);
  assert.equal(await tries(renewed.body.recoveryCodes[0] ?? ''), 200);
});

test('wrong codes lock the account as wrong passwords do, and the password in between forgives none', async () => {
  const { email, secret } = await enrolled();
  for (let guess = 0; guess < 5; guess += 1) {
    const door = visitor(house);
    assert.equal((await door.password(email)).status, 202, `guess ${guess}`);
    assert.equal(codeOf(await door.post('/session/second-factor', { code: '000000' })), 'wrong-code');
  }
  const door = visitor(house);
  assert.equal(codeOf(await door.password(email)), 'locked-out');
  house.clock.set(later(15 * 60 + 1));
  await door.password(email);
  const answer = await door.post('/session/second-factor', { code: codeOfApp(secret, house.clock.now()) });
  assert.equal(answer.status, 200, answer.text);
});

test('the first step lasts ten minutes, and its token is worth nothing after the second', async () => {
  const { email, secret } = await enrolled();
  const slow = visitor(house);
  await slow.password(email);
  house.clock.set(later(10 * 60));
  const code = () => codeOfApp(secret, house.clock.now());
  assert.equal(codeOf(await slow.post('/session/second-factor', { code: code() })), 'sign-in-anew');
  const door = visitor(house);
  await door.password(email);
  const half = door.headers();
  assert.equal((await door.post('/session/second-factor', { code: code() })).status, 200);
  assert.notEqual(door.headers().cookie, half.cookie);
  const again = await knock(house, {
    path: '/session/second-factor',
    body: { code: code() },
    headers: half,
    address: nextAddress(),
  });
  assert.equal(codeOf(again), 'sign-in-anew');
});

test('who need not may: an app of choice is asked for from then on, and can be given up', async () => {
  const person = await office.employ({ name: 'Ratna', role: 'verifier' });
  const door = visitor(house);
  assert.equal((await door.password(person.email)).status, 200);
  const { secret } = await door.enrols();
  assert.equal((await visitor(house).password(person.email)).status, 202);
  house.clock.set(later(11 * 60));
  assert.equal(
    codeOf(await door.ask({ method: 'DELETE', path: '/session/second-factor/totp' })),
    'step-up-needed',
  );
  assert.equal(codeOf(await door.post('/session/proof', { password: 'bukan ini' })), 'wrong-credentials');
  assert.equal(codeOf(await door.post('/session/proof', { code: '000000' })), 'wrong-code');
  assert.equal(
    codeOf(await door.post('/session/proof', { password: everyonesPassword })),
    'stronger-proof-needed',
  );
  assert.equal(
    codeOf(await door.ask({ method: 'DELETE', path: '/session/second-factor/totp' })),
    'step-up-needed',
  );
  const code = codeOfApp(secret, house.clock.now());
  assert.equal((await door.post('/session/proof', { code })).status, 200);
  assert.equal((await door.ask({ method: 'DELETE', path: '/session/second-factor/totp' })).status, 200);
  assert.equal((await visitor(house).password(person.email)).status, 200);
});

test('an administrator takes the factors of others away, never their own, and with a fresh proof', async () => {
  const { id, email, door: own } = await enrolled();
  const { id: adminId, door: admin, secret } = await enrolled('system-administrator');
  const of = (person: string) => ({ method: 'DELETE', path: `/people/${person}/second-factor` }) as const;
  assert.equal(codeOf(await own.ask(of(adminId))), 'not-authorized');
  assert.equal(codeOf(await admin.ask(of(adminId))), 'same-person');
  house.clock.set(later(11 * 60));
  assert.equal(codeOf(await admin.ask(of(id))), 'step-up-needed');
  await admin.post('/session/proof', { code: codeOfApp(secret, house.clock.now()) });
  const reset = await admin.ask<PersonView>(of(id));
  assert.equal(reset.status, 200, reset.text);
  assert.equal(reset.body.secondFactor, false);
  assert.equal((await own.ask({ path: '/session' })).status, 401, 'their sessions are over');
  const step = await visitor(house).password(email);
  assert.equal((step.body as SignInStep).next, 'enrolment');
});

test('a new role that asks for more ends the sessions that were opened with less', async () => {
  const person = await office.employ({ name: 'Dedi', role: 'verifier' });
  const door = visitor(house);
  await door.password(person.email);
  const { door: admin, secret } = await enrolled('system-administrator');
  const body = {
    name: 'Dedi',
    email: person.email,
    unitId: null,
    active: true,
    grants: [{ roleId: 'privacy-officer', unitId: null, areaCode: null, categoryId: null }],
  };
  house.clock.set(later(11 * 60));
  const change = () => admin.ask({ method: 'PUT', path: `/people/${person.id}`, body });
  assert.equal(codeOf(await change()), 'step-up-needed');
  assert.equal((await door.ask({ path: '/session' })).status, 200, 'nothing has changed yet');
  await admin.post('/session/proof', { code: codeOfApp(secret, house.clock.now()) });
  assert.equal((await change()).status, 200);
  assert.equal((await door.ask({ path: '/session' })).status, 401);
  house.clock.set(later(11 * 60));
  assert.equal((await change()).status, 200, 'the same roles again are nothing sensitive');
});

/** Somebody whose role requires a second factor, through enrolment and signed in. */
async function enrolled(role = 'privacy-officer') {
  const { id, email } = await office.employ({ name: 'Teuku', role });
  const door = visitor(house);
  await door.password(email);
  const { secret, recoveryCodes } = await door.enrols();
  house.clock.set(later(90));
  return { id, email, door, secret, recoveryCodes };
}

async function unlock(email: string): Promise<void> {
  await house.database.pool.query(
    'update people set failed_attempts = 0, locked_until = null where email = $1',
    [email],
  );
}

function later(seconds: number): string {
  return new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString();
}

/** A browser that keeps the cookie it was given and sends back the token that came with it. */
function visitor(of: TestHouse) {
  let cookie = '';
  let csrf = '';
  const address = nextAddress();
  const headers = () => ({ cookie, 'x-csrf-token': csrf });

  async function ask<T>(question: Parameters<typeof knock>[1]) {
    const answer = await knock<T>(of, { ...question, headers: cookie === '' ? {} : headers(), address });
    const given = answer.cookies.find(({ name }) => name === 'tuntas_session')?.value;
    if (given !== undefined) cookie = `tuntas_session=${given}`;
    const body = answer.body as { csrfToken?: string; session?: SessionView | null } | undefined;
    csrf = body?.csrfToken ?? body?.session?.csrfToken ?? csrf;
    return answer;
  }

  function post<T>(path: string, body?: unknown) {
    return ask<T>({ method: 'POST', path, ...(body === undefined ? {} : { body }) });
  }

  return {
    ask,
    post,
    headers,
    password: (email: string) =>
      post<SessionView | SignInStep>('/session', { email, password: everyonesPassword }),
    async enrols() {
      const offer = await post<{ secret: string; address: string }>('/session/second-factor/totp');
      assert.match(offer.body.address, /^otpauth:\/\/totp\/Tuntas:/);
      const { secret } = offer.body;
      const code = codeOfApp(secret, of.clock.now());
      const wrong = await post('/session/second-factor/totp/confirmation', { code: '12345' });
      assert.equal(codeOf(wrong), 'wrong-code');
      const done = await post<{ recoveryCodes: string[] }>('/session/second-factor/totp/confirmation', {
        code,
      });
      assert.equal(done.status, 200, done.text);
      return { secret, recoveryCodes: done.body.recoveryCodes };
    },
  };
}
