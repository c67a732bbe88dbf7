import { student, whatsapp } from '../contacts.ts';
import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** The polytechnic's week: new ones, some on their way to a unit, some with it, some overdue by a day. */
export function campusToday(book: Book): void {
  tell(book, 'Wifi asrama mati sejak subuh', 'politeknik')
    .ago(32)
    .arrives({
      text: 'min wifi asrama putri mati dr subuh, bsk ada kuis online jam 7. tolong dong',
      contact: whatsapp('Anak asrama', '0911'),
    });

  tell(book, 'Beasiswa belum masuk padahal sudah tanda tangan', 'politeknik')
    .ago(210)
    .arrives({
      text: 'Saya penerima beasiswa KIP Kuliah semester 5. Sudah tanda tangan daftar bulan lalu tapi uang hidup belum masuk. Teman sekelas sudah semua. Saya sudah menunggak kos dua bulan, pemilik kos mulai marah.',
      contact: student('Nadia Safitri', 'nadia'),
    });

  tell(book, 'Parkiran motor gelap, helm hilang', 'politeknik')
    .on(-1, '19:10')
    .arrives({
      text: 'Parkiran belakang gedung B lampunya mati semua. Minggu ini sudah tiga helm hilang, kemarin helm saya. Satpam jaganya di depan terus.',
      contact: whatsapp('Mahasiswa mesin', '0912'),
    });

  tell(book, 'Kapan pendaftaran wisuda dibuka?', 'politeknik')
    .on(-1, '10:22')
    .arrives({
      text: 'Izin bertanya, pendaftaran wisuda periode depan kapan dibuka dan apakah bebas pustaka bisa online? Saya sudah kerja di Batam.',
      kind: 'information-request',
      contact: student('Alumni Batam', 'alumni.batam'),
    })
    .on(-1, '14:05')
    .verifies('central-admin', {
      category: 'Ijazah, transkrip, dan legalisasi',
      kind: 'information-request',
      title: 'Jadwal pendaftaran wisuda dan bebas pustaka daring',
    });

  tell(book, 'Dosen pengganti tidak pernah masuk', 'politeknik')
    .on(-2, '21:18')
    .arrives({
      text: 'Mata kuliah Mekanika Tanah dosennya cuti, penggantinya baru masuk sekali dari enam pertemuan. Presensi kami tetap diisi penuh katanya biar aman. Kami mau belajar bukan mau aman.',
      secrecy: 'L1',
    })
    .on(-1, '08:50')
    .verifies('verifier', {
      category: 'Perkuliahan dan nilai',
      title: 'Dosen pengganti tidak masuk, presensi diisi penuh',
    })
    .on(-1, '09:40')
    .dispatches(
      'liaison-officer',
      'Jurusan Teknik Sipil',
      'Pelapor anonim; jangan menanyai kelas satu per satu.',
    );

  tell(book, 'Nilai C padahal UAS 85', 'politeknik')
    .on(-3, '12:44')
    .arrives({
      text: 'Nilai akhir Kalkulus saya C, padahal kuis 78, UTS 80, UAS 85, hadir 14 dari 14. Mungkin salah input. Dosennya sudah saya hubungi, tidak dibalas.',
      contact: student('Yoga Pratama', 'yoga'),
    })
    .encloses(photo('nilai.jpg', ['#ffffff', '#e3e8ee', '#ffffff', '#c2ccd6']))
    .on(-2, '08:25')
    .isSent('central-admin', 'akademik', {
      category: 'Perkuliahan dan nilai',
      title: 'Nilai akhir Kalkulus diduga salah input',
    })
    .on(-1, '09:12')
    .accepts('unit-officer');

  tell(book, 'Surat aktif kuliah lama sekali', 'politeknik')
    .on(-4, '09:05')
    .arrives({
      text: 'Minta surat aktif kuliah buat tunjangan ayah, sudah 9 hari kerja. Di papan tertulis 2 hari. Kalau telat tunjangannya hangus bulan ini.',
      contact: whatsapp('Indah Permata', '0913'),
    })
    .on(-4, '11:10')
    .isSent('central-admin', 'akademik', {
      category: 'Kemahasiswaan dan beasiswa',
      title: 'Surat aktif kuliah lewat sembilan hari',
    })
    .on(-3, '10:02')
    .accepts('unit-officer');

  tell(book, 'Loker perpustakaan rusak semua', 'politeknik')
    .on(-2, '15:30')
    .arrives({
      text: 'Loker perpus yang ada kuncinya cuma 4 dari 60. Tas ditaruh di lantai depan, laptop dibawa satu-satu. Kemarin ada yang kehilangan charger.',
      contact: student('Forum pembaca', 'forum.pembaca'),
    })
    .on(-1, '10:44')
    .isSent('verifier', 'perpustakaan', {
      category: 'Perpustakaan',
      title: 'Loker perpustakaan tidak dapat dikunci',
    });

  tell(book, 'Toilet gedung D air tidak mengalir', 'politeknik')
    .on(-5, '13:20')
    .arrives({
      text: 'toilet gedung D lt 2 & 3 air ga ngalir udh 2 minggu, kami numpang ke masjid. yg cewe susah banget',
      secrecy: 'L0',
      contact: whatsapp('Mahasiswi D3', '0914'),
    })
    .on(-4, '08:33')
    .isSent('central-admin', 'umum', {
      category: 'Gedung, laboratorium, dan sarana',
      title: 'Toilet gedung D dua minggu tanpa air',
    })
    .isAccepted('umum', -4)
    .on(-1, '11:30')
    .answers(
      'unit-officer.umum',
      'Pompa gedung D diganti kemarin siang dan air mengalir di kedua lantai. Dua minggu itu pompa menunggu anggaran pemeliharaan; pompa cadangan sekarang disediakan supaya tidak menunggu lagi. Bila mengecil, kabari kami di sini.',
    );

  tell(book, 'Pembayaran UKT cicilan ditolak sistem', 'politeknik')
    .on(-3, '18:05')
    .arrives({
      text: 'Sudah disetujui bayar UKT dua kali cicilan oleh wadir, tapi sistem bank hanya menerima pembayaran penuh. Batas bayar lusa. Kalau lewat saya otomatis cuti.',
      contact: student('Fikri Haikal', 'fikri'),
    })
    .on(-2, '08:10')
    .isSent(
      'central-admin',
      'keuangan',
      { category: 'UKT dan keuangan', title: 'Cicilan UKT yang disetujui ditolak sistem bank' },
      'Batas bayar dua hari lagi.',
    )
    .isAccepted('keuangan', -2)
    .on(-1, '09:15')
    .answers('unit-officer.keuangan', 'Sudah diteruskan ke bank.')
    .on(-1, '10:35')
    .returnsAnswer(
      'liaison-officer',
      'Mahasiswa ini terancam cuti otomatis. Tulis apakah batasnya diperpanjang dan sampai kapan.',
    );

  tell(book, 'Ruang laktasi untuk pegawai dan mahasiswi', 'politeknik')
    .sundayBefore(-3, '16:00')
    .arrives({
      text: 'Usul ada ruang laktasi. Sekarang ibu menyusui memerah di gudang ATK.',
      kind: 'aspiration',
      secrecy: 'L0',
      contact: student('Pegawai tata usaha', 'tata.usaha'),
    })
    .on(-3, '09:35')
    .isSent('verifier', 'umum', {
      category: 'Gedung, laboratorium, dan sarana',
      kind: 'aspiration',
      title: 'Ruang laktasi di kampus',
    })
    .on(-2, '08:48')
    .returns(
      'unit-officer.umum',
      'Penetapan ruang ada pada pimpinan lewat Bagian Akademik yang memegang jadwal ruang. Kami hanya menyiapkan isinya.',
    )
    .on(-2, '13:15')
    .dispatches(
      'liaison-officer-2',
      'Bagian Akademik dan Kemahasiswaan',
      'Tentukan ruangnya; Bagian Umum menyiapkan isinya.',
    );

  tell(book, 'Kehilangan laptop di lab', 'politeknik')
    .on(-6, '17:40')
    .arrives({
      text: 'Laptop saya hilang di lab jaringan, ada CCTV. Sudah lapor satpam, katanya rekaman cuma boleh dibuka kalau ada surat.',
      contact: whatsapp('Rendi', '0915'),
    })
    .on(-5, '08:40')
    .isSent('central-admin', 'umum', {
      category: 'Keamanan dan kebersihan kampus',
      title: 'Laptop hilang, rekaman kamera diminta',
    })
    .isAccepted('umum', -5, '13')
    .on(-4, '09:10')
    .asks(
      'unit-officer.umum',
      'Sdr. Rendi, jam berapa laptop terakhir Anda lihat dan di meja nomor berapa? Rekaman sudah kami amankan; kami mencarinya per jam.',
    );
}
