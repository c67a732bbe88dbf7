/**
 * An outgoing SMS as the operators carry it: 160 characters of the GSM alphabet, or 70 of any other script; longer ones
 * in parts of 153 and 67 (3GPP TS 23.040), each with a header that says which it is.
 */
export interface WrittenSms {
  readonly coding: 'gsm' | 'ucs2';
  readonly parts: readonly string[];
}

// 3GPP TS 23.038, 6.2.1; those of the second line take two places.
const gsm =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const gsmExtended = '^{}\\[~]|€';
const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '·': '-',
};

/** Cuts a text into what is sent; typographic marks become those that every telephone has. */
export function writeSms(text: string): WrittenSms {
  const simple = text.replaceAll(/[‘’“”–—…\u00a0·]/g, (mark) => plain[mark] ?? mark);
  const coding = [...simple].every((letter) => costOf(letter) > 0) ? 'gsm' : 'ucs2';
  const [single, each] = coding === 'gsm' ? [160, 153] : [70, 67];
  const places = (letter: string) => (coding === 'gsm' ? costOf(letter) : letter.length);
  const whole = [...simple].reduce((sum, letter) => sum + places(letter), 0);
  if (whole <= single) return { coding, parts: [simple] };
  const parts: string[] = [''];
  let used = 0;
  for (const letter of simple) {
    if (used + places(letter) > each) {
      parts.push('');
      used = 0;
    }
    parts[parts.length - 1] += letter;
    used += places(letter);
  }
  return { coding, parts };
}

/**
 * The text that `compose` makes of as much of `words` as goes into `most` parts, with three dots where some was left
 * out. Nothing is lost: the whole stands on the page of the case.
 */
export function fitSms(words: string, compose: (words: string) => string, most = 2): string {
  const whole = compose(words);
  if (writeSms(whole).parts.length <= most) return whole;
  const letters = [...words];
  let [from, to] = [0, letters.length];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    const fits = writeSms(compose(`${letters.slice(0, middle).join('')}...`)).parts.length <= most;
    if (fits) from = middle;
    else to = middle - 1;
  }
  return compose(`${letters.slice(0, from).join('').trimEnd()}...`);
}

function costOf(letter: string): number {
  if (gsm.includes(letter)) return 1;
  return gsmExtended.includes(letter) ? 2 : 0;
}
