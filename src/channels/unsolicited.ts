/** What came for nobody in particular: it is looked through by a person, and neither answered nor thrown away. */
export type Unsolicited = 'fraud' | 'advertising';

/**
 * What kind of unsolicited message a text looks like; null for everything else, also where in doubt. One sign alone
 * never decides, and whoever tells of themselves or of a trick that was tried on them is heard: "saya ditipu, katanya
 * saya menang undian dan harus klik …" is a report.
 */
export function unsolicited(text: string): Unsolicited | null {
  const words = plain(text);
  if (tells.test(words)) return null;
  const bait = count(baits, words);
  const hook = count(hooks, words);
  if (bait > 0 && hook > 0 && !operators.test(words)) return 'fraud';
  if (lone.some((sign) => sign.test(words))) return 'fraud';
  return count(offers, words) >= 2 ? 'advertising' : null;
}

/** How people begin who have something to say to an office. */
const tells =
  /\b(tertipu|ditipu|penipu\w*|modus|lapor\w*|melapor\w*|adukan|mengadu\w*|pengaduan|keluhan|mengeluh|mohon|tolong (?:di)?(?:tindak|bantu|cek|periksa)\w*|kenapa|mengapa|bagaimana|kapan|bansos|pkh|bpnt|blt|dinas|desa|kelurahan|kecamatan|lurah|camat|rt|rw)\b/;

/** What makes greedy or afraid. */
const baits: readonly RegExp[] = [
  /\b(pemenang|undian|(?:me)?menang(?:kan)?|terpilih)\b/,
  /\b(hadiah|hdiah|cek tunai|cek rp|kode cek|tabungan haji|uang tunai|poin plus)\b/,
  /\b(rek\w*|tabungan|tbungn|kartu|simcard|sim card)\b.{0,40}\b(error|diblokir|terblokir|mndpt|mendapat\w*|men ?dpt|mendpt\w*)\b/,
  /\b(pinjaman|dana tunai|tanpa agunan|tanpa jaminan|bunga ringan)\b/,
  /\b(togel|angka jitu|pesugihan|dana gaib|uang gaib|nomor jitu|bocoran)\b/,
  /\bagen pulsa\b|\bserver pulsa\b/,
  /\b(cuci gudang|black ?market)\b/,
];

/** What one is to do at once. */
const hooks: readonly RegExp[] = [
  /\b(?:kode |no |nomor )?pin\b[^a-z]{0,4}(?:pemenang|anda|undian|hadiah|bb)?/,
  /\bklik\b|https?:|www\.|\.(?:com|net|blogspot|tk|ga|cf|wordpress)\b/,
  /\b(?:hub|hubungi|call|telp|sms)\b.{0,40}(?:\+?62|0)8\d|\bhub\b.{0,30}(?:bpk|bapak|ibu|pak|pk|drs|h)\b/,
  /\b(?:u|utk|untuk) ?\/? ?(?:info|klaim)\b/,
  /\bketik\b.{0,20}\b(?:info|daftar|reg)\b/,
  /\b(?:krim|kirim|transfer|trf|tf)\b.{0,40}\b(?:rek\w*|plsa|pulsa|mahar\w*)\b/,
];

/** Tricks that are told in one breath. */
const lone: readonly RegExp[] = [
  /\b(?:mama|mamah|mamih|papa|papah|ibu|bapak|ayah)\b.{0,60}\b(?:isi\w*|beli\w*|kirim\w*|pangmeser\w*)\b.{0,30}\bpulsa\b/,
  /\b(?:isi\w*|beli\w*|kirim\w*)\b.{0,20}\b(?:mama|mamah|mamih|papa|papah)\b.{0,20}\bpulsa\b/,
  /\b(?:uang|uangnya|duit|duitnya|dana|dananya)\b.{0,40}\b(?:transfer|trf|tf|kirim)\w*\b.{0,20}\b(?:aja |saja )?ke\b.{0,20}\b(?:rek\w*|bri|bni|bca|mandiri)\b/,
  /\b(?:transfer|trf|kirim)\w*\b.{0,30}\bke (?:no\.? ?|nomor )?rek\w*\b.{0,20}\b(?:bri|bni|bca|mandiri|ini|baru)\b/,
];

/** What an operator or a shop writes to its customers; it comes by our number only when somebody passes it on. */
const operators = /\*\d{2,4}[*#]|\b(?:ketik|balas)\b.{0,20}\b(?:off|stop|unreg)\b/;

const offers: readonly RegExp[] = [
  operators,
  /\b(promo|diskon|disc|cashback|bonus|gratis|murah|hemat|voucher)\b/,
  /\b(paket|kuota|kuotamu|internetan|nelpon|ngobrol|nsp|ringtone|isi ulang)\b/,
  /\b(aktifkan|aktivasi|berlangganan|download|dapatkan|dptkan|nikmati|kunjungi|tukarkan|tunjukkan|tunjukan|buruan|segera)\b/,
  /\b(s&k|skb|syarat (?:dan|&) ketentuan|persediaan terbatas|stok terbatas|plg yth|pelanggan yth|pelanggan setia)\b/,
  /\b(?:hanya|cuma|mulai)\b.{0,12}(?:rp ?\.? ?)?\d/,
  /\b(jual|dijual|grosir|reseller|ready stock|open order)\b/,
];

function count(signs: readonly RegExp[], words: string): number {
  return signs.filter((sign) => sign.test(words)).length;
}

/** Lower case, and the tricks of writing that hide a word from a filter undone. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\bm[-/ ]?(?:en)?[-/]?d(?:a)?pt?kan\b/g, 'mendapatkan')
    .replaceAll(/\bs(?:e)?l(?:a)?m(?:a)?t\b/g, 'selamat')
    .replaceAll(/\bt,?p?[-,]?(?:er)?p?ilih\b/g, 'terpilih')
    .replaceAll(/\bpmenang\b/g, 'pemenang')
    .replaceAll(/\s+/g, ' ');
}
