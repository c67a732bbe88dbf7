/** What stands in the place of a tracking code where staff read what somebody wrote. */
export const hiddenCode = '••••-••••-••••';

const letter = '[2-9A-HJKMNP-Z]';
const grouped = `${letter}{4}[\\s.–-]+${letter}{4}[\\s.–-]+${letter}{4}`;
// An ordinary word may have twelve letters of the alphabet; a code has figures, or stands behind an order.
const whole = `(?=[A-Z]*\\d)${letter}{12}`;
const ordered = `(?<=\\b(?:STATUS|CEK|LACAK|BALAS|LENGKAPI?|NILAI|KEBERATAN|KODE)[\\s.,:;#=-]{0,3})${letter}{12}`;
const codes = new RegExp(`(?<![0-9A-Z])(?:${grouped}|${whole}|${ordered})(?![0-9A-Z])`, 'gi');

/** Words of a message as staff may read them: whoever held its tracking code would hold the case. */
export function hideCodes(words: string): string {
  return words.replace(codes, hiddenCode);
}
