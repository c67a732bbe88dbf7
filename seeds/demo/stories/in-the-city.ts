import { whatsapp } from '../contacts.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const ternate = '82.71';
const wit = 'Asia/Jayapura';
const roads = 'Dinas Jalan dan Permukiman';
const roadsAndLights = 'Jalan, saluran, dan penerangan';

/** A city by the national default: one settled, one under way, one for another body, one answered at the desk. */
export function inTheCity(book: Book): void {
  tell(book, 'Lubang besar di depan pasar', 'kota-ternate')
    .on(-9, '08:40', wit)
    .arrives({
      text: 'Lubang besar pas di depan pintu pasar, sudah dua motor jatuh minggu ini. Kalau hujan tidak kelihatan, orang kira genangan biasa.',
      areaCode: ternate,
      contact: whatsapp('Pedagang ikan', '0921'),
    })
    .on(-8, '09:15', wit)
    .verifies('central-admin', { category: roadsAndLights, title: 'Lubang di depan pintu pasar' })
    .dispatches('central-admin', roads, 'Mohon dipasang tanda hari ini juga.')
    .on(-7, '08:20', wit)
    .accepts('unit-officer')
    .on(-7, '15:10', wit)
    .reports('unit-officer', {
      findings: 'Lubang 1,2 m kali 80 cm, sedalam 15 cm, karena saluran di bawahnya tersumbat.',
      actions: 'Saluran dibersihkan, lubang ditutup aspal, tanda dipasang sampai kering.',
      answer:
        'Lubang di depan pintu pasar sudah ditutup aspal hari Senin sore, dan saluran di bawahnya dibersihkan supaya tidak berlubang lagi.',
    })
    .on(-6, '09:00', wit)
    .returnsReport('reviewer', 'Jangan sebut hari saja; pelapor perlu tanggalnya.')
    .on(-6, '10:05', wit)
    .reports('unit-officer', {
      findings: 'Lubang 1,2 m kali 80 cm, sedalam 15 cm, karena saluran di bawahnya tersumbat.',
      actions: 'Saluran dibersihkan, lubang ditutup aspal, tanda dipasang sampai kering.',
      answer:
        'Lubang di depan pintu pasar sudah ditutup aspal pada hari yang sama kami terima, dan saluran di bawahnya dibersihkan supaya tidak berlubang lagi.',
    })
    .on(-6, '13:30', wit)
    .approves('reviewer')
    .on(-5, '08:45', wit)
    .closesReport('unit-head')
    .on(-5, '10:10', wit)
    .finishes('liaison-officer')
    .on(-4, '19:20', wit)
    .confirms(5, 'Sudah rata. Terima kasih, cepat sekali.');

  tell(book, 'Lampu jalan mati di tanjakan', 'kota-ternate')
    .on(-3, '20:30', wit)
    .arrives({
      text: 'Lampu jalan di tanjakan dekat sekolah mati semua, empat tiang. Anak-anak pulang mengaji gelap-gelapan, mobil turun kencang.',
      areaCode: ternate,
      contact: whatsapp('Orang tua murid', '0922'),
    })
    .on(-2, '09:05', wit)
    .verifies('central-admin', { category: roadsAndLights, title: 'Empat lampu jalan mati di tanjakan' })
    .dispatches('central-admin', roads)
    .on(-1, '08:35', wit)
    .accepts('unit-officer');

  tell(book, 'Listrik rumah padam tiap sore', 'kota-ternate')
    .on(-6, '18:40', wit)
    .arrives({
      text: 'Hampir tiap sore listrik padam satu sampai dua jam. Kulkas jualan saya rusak. Tolong pemerintah kota bicara dengan yang urus listrik.',
      areaCode: ternate,
      contact: whatsapp('Penjual es', '0923'),
    })
    .on(-5, '09:20', wit)
    .refers(
      'central-admin',
      'PT PLN (Persero) Unit Pelaksana Pelayanan Pelanggan Ternate',
      'Pemadaman dan jaringan listrik rumah adalah wewenang PLN. Laporan Anda kami teruskan lengkap, tanpa identitas Anda.',
    )
    .on(-4, '07:45', wit)
    .rates(4, 'Jelas diteruskan ke mana.');

  tell(book, 'Syarat pindah ke Ternate', 'kota-ternate')
    .on(-4, '11:25', wit)
    .arrives({
      text: 'Saya mau pindah domisili dari Tidore ke Ternate ikut suami. Surat apa saja yang dibawa, dan apakah harus datang dua-duanya?',
      kind: 'information-request',
      areaCode: ternate,
      contact: whatsapp('Calon warga', '0924'),
    })
    .on(-3, '08:30', wit)
    .verifies('central-admin', {
      category: 'Kependudukan dan catatan sipil',
      kind: 'information-request',
      title: 'Syarat pindah domisili dari Tidore ke Ternate',
    })
    .on(-3, '10:15', wit)
    .answers(
      'central-admin',
      'Bawalah surat keterangan pindah dari Dinas Kependudukan Tidore Kepulauan, KTP dan KK asli, serta fotokopi buku nikah. Salah satu saja boleh datang, dengan KTP keduanya.',
    )
    .on(-2, '09:00', wit)
    .releases('central-admin-2');
}
