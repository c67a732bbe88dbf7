import { mail, sms, whatsapp } from '../contacts.ts';
import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const category = 'KKS, bank, dan ATM';

/** Cards, PINs and cash machines, at the directorate-general that talks to the banks. */
export function cardAndBank(book: Book): void {
  tell(book, 'PIN terblokir, bank minta surat dari dinas')
    .on(-36, '09:55')
    .arrives({
      text: 'Lupa PIN, terblokir. Bank minta surat dari dinas sosial, dinas bilang tidak pernah ada surat begitu. Saya tukang kayu, tiap hari libur kerja buat urus PIN.',
      areaCode: '33.20',
      contact: sms('Pak Nur', '3320'),
    })
    .on(-35, '10:04')
    .isSent('verifier', 'linjamsos', { category, title: 'Buka blokir PIN diminta surat dinas' })
    .isAccepted('linjamsos', -34)
    .isReported('linjamsos', -33, {
      findings: 'Cabang memakai formulir lama. Pembukaan PIN cukup dengan KTP dan kartu.',
      actions: 'Kantor wilayah bank mengedarkan ketentuan yang berlaku ke semua cabang pembantu.',
      answer:
        'Pak Nur, membuka blokir PIN cukup dengan KTP dan kartu, tanpa surat dari dinas. Cabang itu memakai formulir lama dan sudah diberi tahu kantor wilayahnya. Datang saja sekali lagi; kalau masih ditolak, minta petugasnya menelepon 171 di depan Bapak.',
    })
    .isFinished('linjamsos', -32)
    .on(-28, '16:02')
    .confirms(5, 'Beres 10 menit. Saking gampangnya malah jengkel.');

  tell(book, 'Terdebet biaya administrasi tiap bulan')
    .on(-2, '07:26')
    .arrives({
      text: 'Rekening KKS kok kena biaya admin 5.500 tiap bulan, lumayan setahun. Katanya rekening bantuan bebas biaya.',
      areaCode: '12.72',
      secrecy: 'L0',
      contact: mail('Rospita', 'rospita'),
    })
    .encloses(photo('mutasi rekening.jpg', ['#f4f6f8', '#cfd8dc', '#f4f6f8', '#90a4ae']))
    .on(-2, '08:38')
    .isSent('verifier-3', 'linjamsos', { category, title: 'Rekening bantuan dikenai biaya administrasi' })
    .isAccepted('linjamsos', -2, '10')
    .isReported('linjamsos', -1, {
      findings: 'Rekening tercatat sebagai tabungan biasa sejak migrasi sistem bank; 212 rekening lain sama.',
      actions: 'Bank mengubah jenis rekening dan mengembalikan biaya sejak awal tahun.',
      evidence: 'Surat bank penyalur dan daftar rekening',
      answer:
        'Ibu Rospita, rekening bantuan memang bebas biaya. Rekening Ibu keliru tercatat sebagai tabungan biasa sejak bank mengganti sistemnya, begitu juga 212 rekening lain. Semua biaya sejak awal tahun dikembalikan ke rekening Ibu paling lambat akhir pekan ini.',
    })
    .on(-1, '13:02')
    .approves('liaison-officer')
    .on(-1, '14:30')
    .closesReport('unit-head.linjamsos', 'Minta bank memeriksa provinsi lain.');

  tell(book, 'Mesin ATM kampung selalu kosong')
    .on(-3, '17:25')
    .arrives({
      text: 'Hari cair begini ATM di kampung pasti kosong jam 9 pagi. Sa punya mama jalan kaki dua jam, pulang tangan kosong. Tolong isi penuh sebelum hari cair, itu saja.',
      areaCode: '95.01',
      contact: whatsapp('Yosep', '9501'),
    })
    .on(-1, '15:02')
    .isSent('central-admin', 'linjamsos', { category, title: 'ATM kosong pada hari pencairan' });

  tell(book, 'Kartu hilang lalu ketemu')
    .on(-20, '08:22')
    .arrives({
      text: 'KKS ibu saya hilang di pasar. Minta diblokir dan diganti.',
      areaCode: '51.08',
      contact: sms('Made Sukerti', '5108'),
    })
    .on(-20, '10:40')
    .isSent('verifier', 'linjamsos', { category, title: 'KKS hilang, minta blokir dan ganti' })
    .on(-20, '13:05')
    .accepts('unit-officer.linjamsos')
    .writes(
      'unit-officer.linjamsos',
      'Ibu Made, kartu sudah diblokir pukul 12.50. Kartu baru dapat diminta di cabang dengan KTP; surat kehilangan tidak perlu.',
    )
    .on(-19, '07:10')
    .withdraws('Kartunya ketemu, kebawa di tas anyaman. Suksma, sudah dibuka lagi blokirnya di bank.');
}
