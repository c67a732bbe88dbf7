import assert from 'node:assert/strict';
import type { SessionView } from '../../src/features/people/contract.ts';
import type { TestHouse } from './house.ts';
import { knock, nextAddress, type Question } from './office-door.ts';
import { visitProvider } from './sign-in-provider.ts';

/** A browser with its cookies, that signs in by a provider. */
export function browserAt(house: TestHouse) {
  const cookies = new Map<string, string>();
  const address = nextAddress();
  let csrf = '';

  async function ask<T>(question: Question) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await knock<T>(house, {
      address,
      ...question,
      headers: { cookie, 'x-csrf-token': csrf },
    });
    for (const one of answer.cookies) {
      if (one.value === '') cookies.delete(one.name);
      else cookies.set(one.name, one.value);
    }
    return answer;
  }

  async function begins(purpose = 'sign-in'): Promise<string> {
    const body = { purpose, inWindow: purpose === 'proof' };
    const begun = await ask<{ location: string }>({ path: '/session/provider', body });
    assert.equal(begun.status, 200, begun.text);
    return begun.body.location;
  }

  async function comesBack({ pathname, search }: URL): Promise<URL> {
    const landed = await ask({ path: pathname + search });
    assert.equal(landed.status, 303, landed.text);
    return new URL(String(landed.headers.location), house.config.publicUrl);
  }

  return {
    cookies,
    ask,
    begins,
    comesBack,
    async post(path: string, body: unknown) {
      csrf = (await ask<SessionView>({ path: '/session' })).body.csrfToken;
      return ask({ path, body });
    },
    async signsIn(name: string, how: { readonly otp?: boolean; readonly cancel?: boolean } = {}) {
      return comesBack(await visitProvider(await begins(), { name, ...how }));
    },
    async proves(name: string) {
      return comesBack(await visitProvider(await begins('proof'), { name }));
    },
  };
}
