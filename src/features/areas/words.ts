/**
 * The lower-case ASCII words of a place name, as areas are stored and searched: "Ba'u" and "Ba’u" are
 * one word, "Ujong-Mangki" two.
 */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Names of levels: they narrow nothing that the name itself does not, and people add or omit them at will. */
const levelWords = new Set([
  'desa',
  'ds',
  'kelurahan',
  'kel',
  'kecamatan',
  'kec',
  'distrik',
  'provinsi',
  'prov',
]);
const regencyWords = new Set(['kabupaten', 'kab', 'kota', 'administrasi', 'adm']);

export interface AreaQuestion {
  /** Every one of them must begin a word of the area or of what it lies in. */
  readonly words: readonly string[];
  readonly phrase: string;
  /** Without "kabupaten", "kota": for telling that the name itself is meant. */
  readonly bareName: string;
}

/** What a citizen typed, taken apart; no words where nothing is left to look for. */
export function questionOf(typed: string): AreaQuestion {
  const words = wordsOf(typed)
    .filter((word) => !levelWords.has(word))
    .slice(0, 8);
  const bare = words.filter((word) => !regencyWords.has(word));
  return { words, phrase: words.join(' '), bareName: bare.join(' ') };
}
