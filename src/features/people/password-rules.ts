/**
 * Whether a person may choose this password: long enough, not the e-mail address, none that everybody tries.
 * No rule about kinds of characters: length is what helps. A code for `problem.field`, or null where it is fine.
 */
export function passwordFault(password: string, email: string): string | null {
  const plain = password.normalize('NFKC').toLowerCase();
  const [name = ''] = email.toLowerCase().split('@');
  if ([...plain].length < shortest) return 'password-too-short';
  if (plain === email.toLowerCase() || (name.length >= 4 && lettersOf(plain) === lettersOf(name))) {
    return 'password-is-email';
  }
  if (new Set(plain).size < 4 || isRun(plain) || common.some((word) => lettersOf(plain) === word)) {
    return 'password-too-common';
  }
  return null;
}

const shortest = 12;

/** Without the digits and marks that people add to a word to make it pass. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

/** "abcdefghijkl", "123456789012": each character the successor of the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return codes.every((code, index) => index === 0 || code === (codes[index - 1] ?? 0) + 1 || code === 48);
}

const common = [
  'password',
  'passwordpassword',
  'katasandi',
  'sandi',
  'rahasia',
  'rahasianegara',
  'qwerty',
  'qwertyuiop',
  'admin',
  'administrator',
  'indonesia',
  'indonesiaraya',
  'merdeka',
  'bismillah',
  'sayang',
  'kemensos',
  'kementeriansosial',
  'tuntas',
  'lapor',
  'letmein',
  'welcome',
  'iloveyou',
];
