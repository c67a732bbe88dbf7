/** So many letters has a word that tells what a matter is about; shorter ones stand in every report. */
const least = 6;
/** Long words that tell nothing all the same. */
const empty: readonly string[] = [
  'kemarin',
  'sekarang',
  'sampai',
  'sebelah',
  'sebelum',
  'sesudah',
  'setelah',
  'memberi',
  'padahal',
  'kenapa',
  'mengapa',
  'bagaimana',
  'bantuan',
  'laporan',
  'tetapi',
  'karena',
  'sendiri',
  'sendirian',
];
const most = 4;
const shown = 3;

/** The few longest different words of a text, by which others may have reported the same. */
export function tellingWords(text: string): readonly string[] {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return [...words]
    .filter((word) => word.length >= least && !empty.includes(word))
    .toSorted((a, b) => b.length - a.length || a.localeCompare(b))
    .slice(0, most);
}

/** Of what one of the words has found, newest first: those with most of them. */
export function closest<T extends { readonly title: string; readonly excerpt: string }>(
  items: readonly T[],
  words: readonly string[],
): readonly T[] {
  const hits = (item: T): number => {
    const said = `${item.title} ${item.excerpt}`.toLowerCase();
    return words.filter((word) => said.includes(word)).length;
  };
  return items.toSorted((a, b) => hits(b) - hits(a)).slice(0, shown);
}
