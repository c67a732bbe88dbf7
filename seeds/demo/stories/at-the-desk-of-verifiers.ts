import { mail, sms, whatsapp } from '../contacts.ts';
import { page } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** Not yet with any unit: due today, forgotten for a week, verified but not sent, asked and not answered. */
export function atTheDeskOfVerifiers(book: Book): void {
  tell(book, 'Rumah singgah penuh, anak jalanan ditolak')
    .on(-3, '10:20')
    .arrives({
      text: 'Kami relawan rumah baca. Tiga anak jalanan yang mau kami titipkan ditolak rumah singgah karena penuh, disuruh kembali bulan depan. Padahal mereka mau lepas dari jalan sekarang, bukan bulan depan. Tempat tidur di rumah baca kami cuma dua. Mohon dicarikan Sentra lain yang masih bisa menerima.',
      areaCode: '32.73',
      contact: mail('Relawan rumah baca', 'rumahbaca'),
    });

  tell(book, 'Izin undian untuk HUT koperasi')
    .on(-6, '11:05')
    .arrives({
      text: 'Koperasi kami akan mengadakan undian berhadiah sepeda motor untuk anggota. Apakah undian anggota sendiri perlu izin Kemensos, berapa lama prosesnya, dan apakah bisa diurus tanpa ke Jakarta? Acara tinggal enam minggu lagi.',
      kind: 'information-request',
      areaCode: '34.04',
      contact: mail('Pengurus koperasi', 'koperasi.karyawan'),
    });

  tell(book, 'Anak kelas 9 belum masuk komponen PKH')
    .sundayBefore(-4, '15:33')
    .arrives({
      text: 'Anak kedua saya naik kelas 9 tapi di data PKH masih tertulis SD, jadi uangnya masih hitungan SD. Sudah bilang pendamping dua kali, katanya "nanti diperbarui". Raport dan surat sekolah ada.',
      areaCode: '52.03',
      contact: sms('Inaq Sumini', '5203'),
    })
    .on(-2, '14:22')
    .verifies('verifier-3', {
      category: 'Program Keluarga Harapan (PKH)',
      title: 'Jenjang sekolah anak di data PKH tertinggal',
    });

  tell(book, 'Tenda pengungsi bocor, musim hujan')
    .on(-2, '06:50')
    .arrives({
      text: 'Kami 27 keluarga korban longsor masih di tenda sejak tiga bulan. Tenda sudah sobek, tadi malam kehujanan semua, kasur basah. Huntara katanya bulan depan terus. Tolong terpal dulu saja pak, jangan tunggu rumah jadi.',
      areaCode: '33.04',
      place: 'lapangan balai desa bawah',
      contact: whatsapp('Ketua pengungsi', '3304'),
    })
    .on(-1, '15:40')
    .verifies('verifier', {
      category: 'Bantuan bencana',
      title: 'Tenda 27 keluarga korban longsor bocor',
      note: 'Terpal dan kasur lipat dapat didahulukan; huntara urusan pemda.',
    });

  tell(book, 'Bantuan usaha dijanjikan tidak turun')
    .on(-5, '08:30')
    .arrives({
      text: 'bantuan usaha yg dulu didata kok ga turun2. sdh foto rumah, sdh ttd, sdh rapat 3x',
      areaCode: '16.02',
      contact: sms('Nurbaiti', '1602'),
    })
    .on(-3, '09:27')
    .asks(
      'verifier-2',
      'Ibu Nurbaiti, boleh kami tahu siapa yang mendata (dari dinas, pendamping, atau lembaga lain), kira-kira bulan apa, dan untuk usaha apa? Ada beberapa program yang mirip; dengan jawaban Ibu kami tahu harus bertanya ke mana.',
    );

  tell(book, 'Foto rumah saya dipakai orang')
    .on(-14, '19:21')
    .arrives({
      text: 'Ada yang bilang foto rumah saya dipakai untuk data bantuan orang lain. Saya tidak terima. Tolong dicek di sistem.',
      areaCode: '36.04',
      contact: whatsapp('Sdr. Mulyana', '3604'),
    })
    .on(-12, '10:02')
    .asks(
      'verifier',
      'Bapak Mulyana, dari siapa Bapak mendengarnya, dan nama siapa yang disebut? Tanpa itu kami tidak tahu data siapa yang harus diperiksa. Bila Bapak keberatan menyebut nama tetangga, sebutkan saja RT dan tahunnya.',
    );

  tell(book, 'Surat panti: akreditasi tertunda')
    .on(-5, '10:15')
    .arrives(
      {
        text: 'Yayasan kami mengelola panti asuhan dengan 41 anak. Permohonan akreditasi lembaga kesejahteraan sosial kami ajukan delapan bulan lalu dan sampai kini belum ada kunjungan. Tanpa akreditasi donatur perusahaan menunda bantuan. Kami mohon kepastian jadwal. Hormat kami, pengurus yayasan.',
        areaCode: '35.78',
        contact: mail('Pengurus yayasan', 'yayasan.panti'),
      },
      { channel: 'letter', by: 'counter', arrivedOn: [-7, '15:20'] },
    )
    .encloses(
      page('surat-yayasan.pdf', [
        'YAYASAN (contoh untuk peragaan)',
        'Perihal: jadwal kunjungan akreditasi',
        'Diterima di loket dua hari kerja sebelum dicatat.',
      ]),
    )
    .on(-4, '14:40')
    .verifies('central-admin', {
      category: 'Lainnya',
      title: 'Kunjungan akreditasi panti belum dijadwalkan',
      note: 'Tanggal terima mengikuti cap loket, bukan tanggal pencatatan.',
    });
}
