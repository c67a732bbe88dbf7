import type { Keys } from '../../src/platform/crypto/keys.ts';
import { emailOf, people } from './people.ts';

/**
 * One password for everybody in the demo, another on every installation: it follows from the installation's
 * own key, so that it can be printed again and is kept nowhere.
 */
export function demoPassword(keys: Keys): string {
  const digits = keys.hash('demo', 'password of the demo world').toString('hex').slice(0, 20);
  return (digits.match(/.{4}/g) ?? []).join('-');
}

/** Who can sign in, for the terminal: one account a role, then the colleagues of the units. */
export function presentAccounts(password: string): readonly string[] {
  const width = Math.max(...people.map((person) => emailOf(person).length));
  const named = people.filter(({ key, roles }) => roles.some(({ role }) => role === key));
  const colleagues = people.filter((person) => !named.includes(person)).map(emailOf);
  return [
    '',
    'Demo accounts (invented people; not for an installation that real people use):',
    ...named.map((person) => `  ${emailOf(person).padEnd(width)}  ${person.name}, ${person.unit ?? '-'}`),
    `  Colleagues in the units: ${colleagues.join(', ')}`,
    `  One password for all, unless somebody changed theirs: ${password}`,
    '',
  ];
}
