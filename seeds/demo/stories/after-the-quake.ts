import { mail, sms, whatsapp } from '../contacts.ts';
import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const category = 'Bantuan bencana';

/** A quake of yesterday noon: one matter under way, two that follow it; and what older disasters left. */
export function afterTheQuake(book: Book): void {
  const quake = tell(book, 'Gempa, satu dusun tidur di luar')
    .on(-1, '13:06')
    .arrives({
      text: 'Gempa tadi siang jam 12 lewat. Dusun kami 60 rumah retak semua, 11 roboh, orang takut masuk, nanti malam tidur di jalan pakai terpal jemuran padi. Ada ibu habis melahirkan tiga hari. Belum ada yang datang. Sinyal kadang ada kadang tidak, tolong jangan ditelpon, SMS saja.',
      areaCode: '32.03',
      place: 'dusun paling atas, jalan masuk dari kebun teh',
      contact: sms('Kepala dusun', '3203'),
    })
    .encloses(photo('rumah roboh.jpg', ['#7d7468', '#a39887', '#5f574c']))
    .on(-1, '13:20')
    .isSent(
      'verifier',
      'bencana',
      { category, urgent: true, title: 'Gempa: 60 keluarga satu dusun tidur di luar' },
      'SMS saja, sinyal buruk.',
    )
    .on(-1, '13:32')
    .accepts('unit-officer.bencana')
    .writesInSubstance(
      'unit-officer.bencana',
      'Tenda keluarga, selimut, dan dapur umum berangkat pukul 14.00 dari gudang Bandung dengan Tagana dan tiba sebelum magrib. Ibu yang baru melahirkan dijemput ambulans puskesmas sore ini. Hindari rumah yang retak, gempa susulan masih terjadi.',
    )
    .on(-1, '16:10')
    .notes(
      'unit-officer.bencana',
      'Truk pertama sudah di kecamatan. Sebelas tenda termuat, kurang enam; logistik kedua besok pagi.',
    );

  tell(book, 'Butuh selimut dan susu bayi, dusun gempa')
    .on(-1, '14:25')
    .arrives({
      text: 'min selimut sm susu bayi dong, yg gempa di atas kebun teh. dingin bgt ada bayi 4',
      areaCode: '32.03',
      contact: whatsapp('Rini', '3204'),
    })
    .on(-1, '14:50')
    .mergesInto('verifier-2', quake);

  tell(book, 'Anak saya kerja di Jakarta menanyakan kampung yang gempa')
    .on(-1, '15:22')
    .arrives({
      text: 'Orang tua saya di dusun dekat kebun teh yang kena gempa tidak bisa dihubungi. Apakah sudah ada bantuan masuk ke sana? Bapak saya pakai tongkat.',
      areaCode: '32.03',
      contact: mail('Anak rantau', 'perantau'),
    })
    .on(-1, '15:47')
    .mergesInto('verifier', quake);

  tell(book, 'Santunan ahli waris korban longsor')
    .on(-34, '13:05')
    .arrives({
      text: 'Suami saya meninggal tertimbun longsor bulan lalu. Katanya ada santunan untuk ahli waris. Sudah serahkan surat kematian ke desa. Anak tiga, paling kecil 2 tahun.',
      areaCode: '33.07',
      contact: sms('Ibu Partinah', '3307'),
    })
    .on(-33, '10:15')
    .isSent('verifier-2', 'bencana', { category, title: 'Santunan ahli waris korban longsor' })
    .isAccepted('bencana', -32)
    .on(-31, '09:20')
    .asks(
      'unit-officer.bencana',
      'Turut berduka, Ibu. Kami perlu tahu apakah surat kematian menyebut sebabnya longsor, dan siapa nama kepala desa yang menerima berkas. Kartu keluarga dapat menyusul.',
    )
    .on(-29, '20:11')
    .completes('disebut pak, tertimbun longsor. yang terima pak carik, namanya pak Wito')
    .isReported('bencana', -27, {
      findings: 'Berkas ada di desa, belum dikirim ke kabupaten karena menunggu satu korban lain.',
      actions: 'Berkas diambil petugas kabupaten, lengkap, santunan Rp15.000.000 disetujui.',
      basis: 'Peraturan tentang santunan ahli waris korban bencana',
      evidence: 'Surat kematian, keputusan santunan',
      answer:
        'Ibu Partinah, santunan sebesar Rp15.000.000 sudah disetujui dan masuk ke rekening Ibu paling lambat tujuh hari. Berkas Ibu lengkap sejak awal, hanya tertahan di desa. Pendamping akan datang membicarakan beasiswa untuk ketiga anak Ibu.',
    })
    .isFinished('bencana', -25)
    .on(-19, '18:55')
    .confirms(5, 'matur nuwun, sampun ditampi. damel sekolahe lare-lare');
}

/** Where the first verdict was not the last, and where nobody said a word any more. */
export function olderDisasters(book: Book): void {
  tell(book, 'Bantuan perbaikan rumah rob dihitung rusak ringan')
    .on(-32, '11:10')
    .arrives({
      text: 'Rumah kena rob tiap minggu, lantai naik tiga kali ditinggikan. Dinilai rusak ringan sehingga tidak dapat bantuan bahan bangunan. Penilainya datang pas kering.',
      areaCode: '33.21',
      contact: whatsapp('Pak Zaenuri', '3321'),
    })
    .on(-31, '09:50')
    .isSent('verifier', 'bencana', { category, title: 'Penilaian kerusakan rumah akibat rob' })
    .isAccepted('bencana', -30)
    .isReported('bencana', -28, {
      findings: 'Penilaian dilakukan satu kali pada saat surut.',
      actions: 'Diminta penilaian ulang kepada kabupaten.',
      answer: 'Penilaian ulang sudah kami minta kepada pemerintah kabupaten.',
    })
    .isFinished('bencana', -27)
    .on(-24, '19:37')
    .objects('Diminta bukan berarti dinilai. Sampai hari ini tidak ada yang datang, rob sudah dua kali lagi.')
    .on(-23, '08:40')
    .reports('unit-officer.bencana', {
      findings:
        'Penilaian ulang dilakukan saat pasang bersama kabupaten: air 40 cm di dalam rumah, dinding keropos. Rusak sedang.',
      actions:
        'Bahan bangunan untuk meninggikan lantai dan dinding disetujui, dikirim lewat kelurahan. Sebelas rumah di gang yang sama dinilai ulang pada hari itu.',
      evidence: 'Berita acara penilaian saat pasang',
      answer:
        'Pak Zaenuri, petugas kabupaten dan kami datang saat air pasang: 40 sentimeter di dalam rumah. Rumah Bapak dinilai rusak sedang dan mendapat bahan bangunan, dikirim lewat kelurahan dalam dua minggu. Keberatan Bapak benar: meminta penilaian ulang saja tidak menyelesaikan apa pun.',
    })
    .on(-22, '10:10')
    .approves('liaison-officer', 'Diperiksa orang lain karena putaran pertama ditolak pelapor.')
    .on(-22, '14:20')
    .closesReport('unit-head.bencana')
    .finishes('unit-officer.bencana')
    .on(-17, '16:45')
    .confirms(4, 'semen dan bata sudah datang 2 hari lalu');

  tell(book, 'Logistik pengungsi gunung api menumpuk di kecamatan')
    .on(-22, '08:12')
    .arrives({
      text: 'Mie dan selimut bantuan menumpuk di kantor camat sejak minggu lalu, pengungsi di pos 3 malah beli sendiri. Katanya menunggu peresmian penyerahan oleh pejabat.',
      areaCode: '53.06',
      secrecy: 'L1',
      contact: whatsapp('Guru di pos 3', '5306'),
    })
    .on(-22, '09:30')
    .isSent('verifier-3', 'bencana', {
      category,
      urgent: true,
      title: 'Logistik tertahan di kecamatan menunggu peresmian',
    })
    .on(-22, '10:05')
    .accepts('unit-officer.bencana')
    .copiesTo('verifier-3', 'Inspektorat Jenderal')
    .on(-22, '15:40')
    .reports('unit-officer.bencana', {
      findings: 'Benar, 4 ton logistik tertahan enam hari menunggu acara penyerahan.',
      actions:
        'Dibagikan hari ini ke tiga pos tanpa acara. Edaran: logistik bencana tidak menunggu peresmian.',
      evidence: 'Daftar terima tiga pos',
      answer:
        'Logistik itu sudah dibagikan sore ini ke ketiga pos, tanpa upacara. Mulai hari ini berlaku edaran bahwa bantuan bencana tidak boleh menunggu peresmian siapa pun.',
    })
    .on(-21, '08:05')
    .approves('reviewer.bencana')
    .on(-21, '08:30')
    .closesReport('unit-head.bencana')
    .finishes('unit-officer.bencana')
    .on(-8, '09:40')
    .preparesPublicText('verifier-2')
    .on(-8, '13:15')
    .publishes('central-admin')
    .on(-4, '10:05')
    .takesDown('verifier', 'Dari nomor pos dan harinya, pelapor masih dapat dikenali orang di sana.');
}
