import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Unsolicited, unsolicited } from './unsolicited.ts';

const looked: readonly (readonly [Unsolicited | null, string])[] = [
  ['fraud', 'Selamat nomor Anda terpilih sbg PEMENANG undian. PIN 8k2d7. U/info klik http://hadiah.example'],
  ['fraud', 'Slmt! Anda m-dptkan hadiah Rp 90jt. Hub bpk Hendra 081200000000'],
  ['fraud', 'Pinjaman dana tunai tanpa agunan, cair hari ini. Hub 081200000000'],
  ['fraud', 'Mama lagi di kantor polisi, tolong belikan mama pulsa 50rb di nomor ini, penting'],
  ['fraud', 'Uangnya transfer saja ke rek BRI 000000000000 an. Sulastri'],
  ['fraud', 'ANGKA JITU malam ini, maharnya krim pulsa 100rb'],
  ['advertising', 'Paket internet 10GB hanya Rp25rb! Aktifkan di *123*4#. S&K'],
  ['advertising', 'Diskon 50% semua sepatu, tunjukkan SMS ini di toko kami. Persediaan terbatas'],
  [null, 'Jalan di depan pasar rusak sejak lebaran'],
  [null, 'Saya tertipu SMS pemenang undian, disuruh klik http://hadiah.example lalu transfer ke rek BRI'],
  [null, 'Bansos saya belum cair, katanya kartu diblokir, harus hub pak Hendra 081200000000'],
  [null, 'Petugas minta uang Rp 50.000 supaya KTP cepat jadi'],
  [null, 'Anak saya menang lomba tetapi hadiahnya tidak pernah dibayar sekolah'],
  [null, 'Pelayanan gratis katanya, ternyata dipungut biaya'],
  [null, ''],
];
for (const [kind, text] of looked)
  test(`${kind ?? 'heard'}: "${text.slice(0, 50)}"`, () => assert.equal(unsolicited(text), kind));
