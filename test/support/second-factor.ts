import assert from 'node:assert/strict';
import type { SessionView, SignInStep } from '../../src/features/people/contract.ts';
import { codeOfApp } from './code-of-app.ts';
import type { TestHouse } from './house.ts';
import { type Answer, knock, nextAddress } from './office-door.ts';

interface App {
  readonly secret: string;
  readonly recoveryCodes: string[];
  /** The last code given: while the clock stands the app shows it again, and it is taken once. */
  last: string;
}

/** The authenticator apps of everybody in the tests, by the person's id. */
const apps = new Map<string, App>();

/** Goes on from a right password to the whole session; sets up an app where the role asks for one. */
export async function finishSignIn(
  house: TestHouse,
  person: { readonly id: string; readonly name: string },
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
  if (answer.body.next === 'second-factor') {
    const app = apps.get(person.id);
    assert.ok(app, `${person.name} has an app`);
    const code = nextCode(house, app);
    const opened = await ask<SessionView>('', { code });
    assert.equal(opened.status, 200, `${person.name}, second step: ${opened.text}`);
    return { cookie: cookieOf(opened), csrf: opened.body.csrfToken };
  }
  const offer = await ask<{ secret: string }>('/totp');
  assert.equal(offer.status, 200, offer.text);
  const code = codeOfApp(offer.body.secret, house.clock.now());
  const enrolled = await ask<{ session: SessionView; recoveryCodes: string[] }>('/totp/confirmation', {
    code,
  });
  assert.equal(enrolled.status, 200, enrolled.text);
  const { recoveryCodes } = enrolled.body;
  apps.set(person.id, { secret: offer.body.secret, recoveryCodes, last: code });
  return { cookie: cookieOf(enrolled), csrf: enrolled.body.session.csrfToken };
}

/** What proves who a person is where they have an app; null: the password is enough. */
export function proofOf(house: TestHouse, person: { readonly id: string }): { code: string } | null {
  const app = apps.get(person.id);
  return app === undefined ? null : { code: nextCode(house, app) };
}

/** What the app shows, or a recovery code where that was given already. */
function nextCode(house: TestHouse, app: App): string {
  const shown = codeOfApp(app.secret, house.clock.now());
  const code = shown === app.last ? app.recoveryCodes.pop() : shown;
  app.last = shown;
  return code ?? '';
}

function cookieOf(answer: Answer<unknown>): string {
  const value = answer.cookies.find((one) => one.name === 'tuntas_session')?.value ?? '';
  return `tuntas_session=${value}`;
}
