/** Provinces by the first two digits of an area code (Keppres 41/1987; new provinces follow those they came from). */
const wita = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const wit = ['81', '82', '91', '92', '93', '94', '95', '96', '97'];

/** IANA zone of the place that an area code names. */
export function zoneOfArea(code: string): string {
  const province = code.slice(0, 2);
  if (wita.includes(province)) return 'Asia/Makassar';
  return wit.includes(province) ? 'Asia/Jayapura' : 'Asia/Jakarta';
}
