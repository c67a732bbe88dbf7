import { mail, sms, whatsapp } from '../contacts.ts';
import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const category = 'Sembako/BPNT';

/** Rice, eggs and the shops that give them out. */
export function stapleFood(book: Book): void {
  tell(book, 'Beras bau apek dari e-warong')
    .on(-37, '16:12')
    .arrives({
      text: 'Beras dari e-warong bau apek dan kuning. Dimasak sehari sudah basi. Difoto ini pak, biar percaya.',
      areaCode: '32.08',
      secrecy: 'L0',
      contact: whatsapp('Ceu Enok', '3208'),
    })
    .encloses(photo('beras kuning.jpg', ['#e4d5a3', '#cbb878', '#a4935b']))
    .on(-36, '09:31')
    .isSent('verifier-3', 'dayasos', { category, title: 'Beras e-warong apek dan menguning' })
    .isAccepted('dayasos', -35)
    .isReported('dayasos', -34, {
      findings: 'Stok lama dari pemasok tunggal; tiga e-warong di kecamatan itu menerima kiriman yang sama.',
      actions:
        'Beras ditukar untuk 88 keluarga. Pemasok diganti dan e-warong boleh membeli dari penggilingan setempat.',
      evidence: 'Berita acara penukaran, foto stok baru',
      answer:
        'Ceu Enok, berasnya memang stok lama. Mulai besok beras boleh ditukar di e-warong yang sama, sekilo ganti sekilo, tanpa menunjukkan sisa. Ke depan e-warong di kecamatan Ceu Enok membeli dari penggilingan setempat, bukan lagi dari satu pemasok.',
    })
    .isFinished('dayasos', -33)
    .on(-31, '17:40')
    .confirms(5, 'hatur nuhun beasna tos digentos, sae')
    .on(-27, '09:10')
    .preparesPublicText('verifier')
    .on(-26, '10:30')
    .publishes('central-admin')
    .on(-20, '19:15')
    .objectsToPublicText('Tetangga langsung tahu itu saya.');

  tell(book, 'Disuruh beli sabun dan minyak goreng merek tertentu')
    .on(-30, '18:26')
    .arrives({
      text: 'Di e-warong wajib ambil paket: beras, telur, sabun colek, minyak merek X. Kalau cuma mau beras telur tidak dilayani.',
      areaCode: '36.01',
      contact: sms('Bu Kokom', '3601'),
    })
    .on(-29, '08:36')
    .isSent('verifier', 'dayasos', { category, title: 'E-warong memaksa paket dengan sabun dan minyak' })
    .isAccepted('dayasos', -28)
    .isReported('dayasos', -26, {
      findings: 'Pemaketan terjadi. Sabun bukan bahan pangan dan tidak boleh dibayar dengan bantuan.',
      actions: 'Agen ditegur, mesin gesek ditarik bila terulang.',
      outcome: 'met-partly',
      answer:
        'Ibu berhak memilih bahan pangan sendiri dan boleh menolak paket. Sabun tidak boleh dibayar dari bantuan. Agen sudah kami tegur.',
    })
    .isFinished('dayasos', -25)
    .on(-22, '07:15')
    .confirms(2, 'Ditegur katanya, minggu depannya masih paket juga cuma sabunnya ga ada');

  tell(book, 'Bantuan sembako berhenti sejak suami jadi ketua RT')
    .on(-24, '20:02')
    .arrives({
      text: 'Begitu suami saya jadi ketua RT, bantuan sembako kami dicoret. Honor RT 150 ribu sebulan, bukan pegawai. Apa ketua RT dianggap kaya?',
      areaCode: '19.71',
      contact: mail('Yuliarti', 'yuliarti'),
    })
    .on(-23, '09:44')
    .isSent('verifier-2', 'dayasos', { category, title: 'Bantuan dicoret karena suami ketua RT' })
    .isAccepted('dayasos', -22)
    .isReported('dayasos', -20, {
      findings:
        'Kelurahan mencentang "aparat" untuk semua ketua RT. Honor RT bukan gaji tetap dan tidak menggugurkan.',
      actions: 'Centang dibetulkan untuk 64 keluarga ketua RT di kota itu; bantuan berlanjut.',
      answer:
        'Ketua RT tidak termasuk aparatur yang gugur dari bantuan. Kelurahan keliru mencentangnya, dan bukan hanya untuk keluarga Ibu. Datanya sudah dibetulkan; bantuan berlanjut pada penyaluran berikutnya.',
    })
    .isFinished('dayasos', -18);

  tell(book, 'Tiga bulan digabung, telur busuk')
    .on(-12, '14:48')
    .arrives({
      text: 'penyaluran sembako di kampung kami dirapel 3 bln sekaligus. telur 9 papan mau disimpan dmn pak, kulkas ga punya. busuk separo',
      areaCode: '53.17',
      contact: sms('Rambu', '5317'),
    })
    .on(-11, '10:09')
    .isSent('verifier-3', 'dayasos', { category, title: 'Penyaluran dirapel tiga bulan, telur membusuk' })
    .isAccepted('dayasos', -10)
    .isReported('dayasos', -8, {
      findings: 'Penyaluran dirapel karena jarak; aturan mengizinkan paling lama dua bulan.',
      actions:
        'Mulai bulan depan penyaluran tiap bulan, bergilir antarkampung. Telur boleh diganti kacang hijau dan ikan kering.',
      basis: 'Pedoman umum program Sembako',
      answer:
        'Mulai bulan depan sembako di kampung Ibu dibagikan setiap bulan, bergilir menurut kampung; jadwalnya dibacakan di gereja dan kantor desa. Telur boleh ditukar kacang hijau atau ikan kering bila tidak ada tempat menyimpan. Untuk telur yang terlanjur busuk kami tidak punya cara menggantinya, dan untuk itu kami minta maaf.',
      outcome: 'met-partly',
    })
    .isFinished('dayasos', -6);

  tell(book, 'Toko e-warong tutup, yang lain jauh')
    .on(-2, '07:10')
    .arrives({
      text: 'E-warong desa tutup permanen, yang terdekat 14 km. Ongkos ojek PP 50 ribu. Nenek-nenek banyak yang akhirnya tidak ambil.',
      areaCode: '71.09',
      contact: whatsapp('Om Decky', '7109'),
    })
    .on(-2, '09:26')
    .isSent('verifier', 'dayasos', { category, title: 'E-warong tutup, terdekat 14 kilometer' })
    .isAccepted('dayasos', -1)
    .on(-1, '10:11')
    .writesInSubstance(
      'unit-officer.dayasos',
      'Bapak Decky, mulai Jumat pekan ini ada penyaluran keliling memakai mobil kantor pos di balai desa, pukul 09.00 sampai 12.00. Agen tetap sedang kami cari bersama bank.',
    );

  tell(book, 'Kartu sembako dipakai anak untuk judi')
    .on(-2, '22:10')
    .arrives({
      text: 'Kartu ibu saya dipegang adik, saldonya ditukar uang di agen lalu dipakai judi online. Ibu saya tidak dapat apa-apa. Agennya kok mau menukar dengan uang?',
      areaCode: '36.72',
      secrecy: 'L1',
      contact: whatsapp('Anak sulung', '3672'),
    })
    .on(-1, '13:30')
    .isSent('verifier-2', 'dayasos', { category, title: 'Agen menukar saldo sembako dengan uang' });

  tell(book, 'Minta tambahan jenis ikan')
    .on(-4, '15:55')
    .arrives({
      text: 'Di pulau kami telur mahal, ikan murah. Mbok bantuan boleh dibelikan ikan segar dari nelayan sini, jadi uangnya muter di sini juga.',
      kind: 'aspiration',
      areaCode: '31.01',
      secrecy: 'L0',
      contact: sms('Nelayan', '3101'),
    })
    .on(-3, '13:14')
    .isSent('verifier', 'dayasos', {
      category,
      kind: 'aspiration',
      title: 'Ikan segar sebagai bahan pangan sembako',
    })
    .on(-2, '11:07')
    .returns(
      'unit-officer.dayasos',
      'Ikan segar sudah termasuk bahan pangan yang boleh dibeli. Ini cukup dijawab verifikator, tidak perlu tindak lanjut lapangan.',
    );
}
