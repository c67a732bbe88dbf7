import type { Keys } from '../../src/platform/crypto/keys.ts';
import { emailOf, people } from './people.ts';
import type { Plot } from './stage.ts';

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
    '  Here nobody needs a second factor. In earnest seven roles do (seeds/reference/roles.yaml): a start without --demo asks for it.',
    '',
  ];
}

/** Stories that a visitor may want to follow from the reporter's side, and what there is to do. */
const worthFollowing: Readonly<Record<string, string>> = {
  'Kartu KKS tertelan mesin ATM, tiga bulan belum diganti': 'settled within three days',
  'Gempa, satu dusun tidur di luar': 'urgent, under way',
  'Bantuan usaha dijanjikan tidak turun': 'waits for the reporter to complete it',
  'Alat bantu dengar rusak, sudah dua bulan': 'answered: confirm, object or rate',
  'Dilarang jualan di halaman sekolah': 'archived, contested, taken up again',
  'Nilai praktikum tidak muncul di SIAKAD': 'polytechnic, an answer that was sent back',
  'Lampu jalan mati di tanjakan': 'city, with the unit',
};

/** Tracking codes belong to the reporters and are kept nowhere in the clear: they are shown this once. */
export function presentCodes(plots: Iterable<Plot>): readonly string[] {
  const codes = [...plots].flatMap(({ name, trackingCode }) => {
    const what = worthFollowing[name];
    return what === undefined ? [] : [`  ${trackingCode}  ${what}`];
  });
  return ['', 'Tracking codes of some invented reporters, shown this once (/lacak):', ...codes];
}

/** Codes of the sealed door open nothing under `/lacak`. */
export function presentSealedCodes(codes: readonly string[]): readonly string[] {
  return [
    'Codes of invented whistle-blowers, shown this once (/wbs/lacak):',
    ...codes.map((code) => `  ${code}`),
  ];
}
