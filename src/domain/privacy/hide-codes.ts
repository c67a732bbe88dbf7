/** What stands in the place of a tracking code where staff read what somebody wrote. */
export const hiddenCode = '••••-••••-••••';

const letter = '[2-9A-HJKMNP-Z]';
const order = '(?<=\\b(?:STATUS|CEK|LACAK|BALAS|LENGKAPI?|NILAI|KEBERATAN|KODE)[\\s.,:;#=-]{0,3})';
const joined = `${letter}{4}([.–-])${letter}{4}\\1${letter}{4}`;
// Three ordinary words may have four letters each, and one may have twelve: a code that is typed so has figures in it, or
// stands behind an order.
const loose = `${letter}{4}[\\s.–-]*${letter}{4}[\\s.–-]*${letter}{4}`;
const figure = '(?=(?:[A-Z][\\s.–-]*){0,11}\\d)';
const codes = new RegExp(`(?<![0-9A-Z])(?:${joined}|${figure}${loose}|${order}${loose})(?![0-9A-Z])`, 'gi');

/** Words of a message as staff may read them: whoever held its tracking code would hold the case. */
export function hideCodes(words: string): string {
  return words.replace(codes, hiddenCode);
}
