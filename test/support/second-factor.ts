import assert from 'node:assert/strict';
import type { SessionView, SignInStep } from '../../src/features/people/contract.ts';
import { codeOfApp } from './code-of-app.ts';
import type { TestHouse } from './house.ts';
import { type Answer, knock, nextAddress } from './office-door.ts';

/** What stands in the authenticator apps of a house's people, by address. */
const apps = new WeakMap<TestHouse, Map<string, string>>();

/** Goes on from a right password to the whole session; sets up an app where the role asks for one. */
export async function finishSignIn(
  house: TestHouse,
  person: { readonly name: string; readonly email: string },
  answer: Answer<SessionView | SignInStep>,
): Promise<{ readonly cookie: string; readonly csrf: string }> {
  assert.ok(answer.status === 200 || answer.status === 202, `${person.name} signs in: ${answer.text}`);
  const first = { cookie: cookieOf(answer), csrf: answer.body.csrfToken };
  if (!('next' in answer.body)) return first;
  const ask = <T>(path: string, body?: unknown) =>
    knock<T>(house, {
      method: 'POST',
      path: `/session/second-factor${path}`,
      ...(body === undefined ? {} : { body }),
      headers: { cookie: first.cookie, 'x-csrf-token': first.csrf },
      address: nextAddress(),
    });
  const secrets = apps.get(house) ?? new Map<string, string>();
  apps.set(house, secrets);
  if (answer.body.next === 'second-factor') {
    const code = codeOfApp(secrets.get(person.email) ?? '', house.clock.now());
    const opened = await ask<SessionView>('', { code });
    assert.equal(opened.status, 200, `${person.name}, second step: ${opened.text}`);
    return { cookie: cookieOf(opened), csrf: opened.body.csrfToken };
  }
  const offer = await ask<{ secret: string }>('/totp');
  assert.equal(offer.status, 200, offer.text);
  secrets.set(person.email, offer.body.secret);
  const code = codeOfApp(offer.body.secret, house.clock.now());
  const enrolled = await ask<{ session: SessionView }>('/totp/confirmation', { code });
  assert.equal(enrolled.status, 200, enrolled.text);
  return { cookie: cookieOf(enrolled), csrf: enrolled.body.session.csrfToken };
}

function cookieOf(answer: Answer<unknown>): string {
  const value = answer.cookies.find((one) => one.name === 'tuntas_session')?.value ?? '';
  return `tuntas_session=${value}`;
}
