/** The abbreviations that Indonesian offices use for themselves, the longer names first. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/^Sekretariat Direktorat Jenderal\b/, 'Setditjen'],
  [/^Sekretariat Jenderal\b/, 'Setjen'],
  [/^Direktorat Jenderal\b/, 'Ditjen'],
  [/^Inspektorat Jenderal\b/, 'Itjen'],
  [/^Direktorat\b/, 'Dit.'],
  [/^Balai Besar\b/, 'BB'],
  [/^Sentra Terpadu\b/, 'ST'],
  [/^Bagian\b/, 'Bag.'],
  [/\bPendidikan dan Pelatihan\b/, 'Diklat'],
  [/\bPenyandang Disabilitas\b/, 'Disabilitas'],
  [/\bRehabilitasi Sosial\b/, 'Rehsos'],
  [/\bPerlindungan dan Jaminan Sosial\b/, 'Linjamsos'],
  [/\bPerlindungan Sosial\b/, 'Linsos'],
  [/\bPemberdayaan Sosial\b/, 'Dayasos'],
  [/\bKesejahteraan Sosial\b/, 'Kesos'],
  [/\bHubungan Masyarakat\b/, 'Humas'],
];

/** A unit's name as colleagues write it, so that a narrow column still tells one from another. */
export function shortUnitName(name: string): string {
  return abbreviations.reduce((short, [words, abbreviation]) => short.replace(words, abbreviation), name);
}
