import { mail, student, whatsapp } from '../contacts.ts';
import { page, photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** What the campus has behind it: settled, silent, refused, taken back, contested, sealed. */
export function campusBefore(book: Book): void {
  tell(book, 'Ijazah salah tulis nama', 'politeknik')
    .on(-39, '10:15')
    .arrives({
      text: 'Nama ayah di ijazah saya tertulis salah, sudah dua kali ke BAAK disuruh menunggu. Saya mau tes CPNS.',
      contact: mail('Alumni Akuntansi', 'alumni.ak'),
    })
    .encloses(page('akta kelahiran.pdf', ['KUTIPAN AKTA KELAHIRAN (contoh untuk peragaan)']))
    .on(-38, '09:00')
    .isSent('central-admin', 'akademik', {
      category: 'Ijazah, transkrip, dan legalisasi',
      title: 'Salah tulis nama ayah pada ijazah',
    })
    .isAccepted('akademik', -38, '13')
    .isAnswered(
      'akademik',
      [-37, -37],
      'Ijazah tidak boleh diganti, tetapi surat keterangan kesalahan penulisan yang ditandatangani direktur berlaku sama untuk CPNS. Surat Anda sudah jadi dan dapat diambil atau dikirim; biaya kirim kami tanggung karena salahnya di pihak kami.',
    )
    .on(-33, '08:20')
    .confirms(5, 'Suratnya diterima panitia CPNS, terima kasih');

  tell(book, 'Kantin mahal dan tidak ada daftar harga', 'politeknik')
    .on(-34, '12:50')
    .arrives({
      text: 'Kantin naik harga terus, nasi telur 18 ribu, ga ada daftar harga jd suka2 yg jual',
      secrecy: 'L0',
      contact: whatsapp('Anak kos', '0916'),
    })
    .on(-33, '09:25')
    .isSent('verifier', 'umum', { category: 'Lainnya', title: 'Harga kantin tanpa daftar harga' })
    .isAccepted('umum', -32)
    .isAnswered(
      'umum',
      [-31, -31],
      'Semua kios wajib memasang daftar harga mulai Senin dan harga nasi dengan satu lauk ditetapkan paling tinggi Rp13.000 dalam perjanjian sewa yang baru. Kios yang melanggar dua kali diganti.',
    )
    .on(-15, '09:10')
    .preparesPublicText('central-admin')
    .on(-14, '10:20')
    .publishes('ppid');

  tell(book, 'Tempat KP dicabut perusahaan', 'politeknik')
    .on(-29, '08:35')
    .arrives({
      text: 'Perusahaan tempat KP membatalkan dua minggu sebelum mulai. Kelompok kami empat orang. Prodi bilang cari sendiri.',
      contact: student('Kelompok KP', 'kelompok.kp'),
    })
    .on(-29, '10:12')
    .isSent('central-admin', 'humas', {
      category: 'Kerja praktik dan kerja sama industri',
      title: 'Kerja praktik dibatalkan perusahaan',
    })
    .isAccepted('humas', -28)
    .isAnswered(
      'humas',
      [-27, -27],
      'Dua tempat pengganti sudah bersedia: perusahaan daerah air minum dan sebuah bengkel konstruksi, masing-masing dua orang, mulai pada tanggal semula. Surat pengantar baru ada di meja prodi.',
    )
    .on(-23, '19:12')
    .confirms(4, 'Dapat tempat, walau beda dari judul proposal.');

  tell(book, 'Minta nilai dinaikkan demi beasiswa', 'politeknik')
    .on(-26, '20:30')
    .arrives({
      text: 'Mohon kebijakan, IPK saya 2,98 dan syarat beasiswa 3,00. Bisa kan dinaikkan satu nilai saja, kasihan orang tua saya.',
      contact: student('Nama disimpan', 'ipk'),
    })
    .on(-25, '09:30')
    .isSent('central-admin', 'akademik', {
      category: 'Perkuliahan dan nilai',
      title: 'Permintaan menaikkan nilai untuk syarat beasiswa',
    })
    .isAccepted('akademik', -24)
    .isAnswered(
      'akademik',
      [-24, -23],
      'Nilai tidak dapat dinaikkan di luar ujian. Yang terbuka bagi Anda: ujian perbaikan satu mata kuliah pada akhir bulan ini tanpa biaya, hasilnya masuk sebelum penutupan beasiswa; dan bantuan UKT golongan satu yang tidak mensyaratkan IPK.',
    )
    .on(-20, '07:44')
    .confirms(3, 'ya sudah saya ikut ujian perbaikan');

  tell(book, 'Server SIAKAD lambat saat KRS', 'politeknik')
    .on(-28, '00:35')
    .arrives({
      text: 'war KRS jam 12 malam server down, kelas habis diambil yg wifi nya kenceng. tiap semester begini terus',
      contact: student('Angkatan 23', 'angkatan'),
    })
    .on(-28, '09:02')
    .isSent('central-admin', 'tik', {
      category: 'Sistem informasi dan jaringan',
      title: 'SIAKAD tumbang saat pengisian KRS',
    })
    .isAccepted('tik', -27)
    .isAnswered('tik', [-26, -24], 'Server sudah kami tambah.')
    .on(-22, '21:00')
    .objects(
      'Ditambah apanya? Gelombang 2 tadi malam down lagi 40 menit. Tolong pakai jadwal per angkatan saja.',
    )
    .on(-21, '10:30')
    .answers(
      'unit-officer.tik',
      'Anda benar, menambah server saja tidak cukup. Mulai gelombang ketiga KRS dibuka per angkatan dengan jeda dua jam, dan kuota tiap kelas disisihkan untuk angkatan yang belum mendapat giliran. Gelombang dua diulang Sabtu untuk 83 orang yang terputus.',
    )
    .on(-21, '14:10')
    .releases('liaison-officer-2')
    .on(-17, '20:40')
    .confirms(4, 'gelombang 3 lancar jaya');

  tell(book, 'Salah paham dengan petugas perpustakaan', 'politeknik')
    .on(-18, '11:25')
    .arrives({
      text: 'Petugas perpustakaan membentak saya di depan orang karena terlambat mengembalikan buku.',
      contact: student('Dewi', 'dewi'),
    })
    .on(-18, '13:30')
    .isSent('verifier', 'perpustakaan', { category: 'Perpustakaan', title: 'Petugas perpustakaan membentak' })
    .isAccepted('perpustakaan', -17)
    .on(-17, '15:05')
    .withdraws(
      'Petugasnya sudah menemui saya dan minta maaf, ternyata hari itu ibunya masuk rumah sakit. Saya cabut ya.',
    );

  tell(book, 'Biaya wisuda dipungut dua kali', 'politeknik')
    .on(-15, '09:40')
    .arrives({
      text: 'Biaya wisuda sudah termasuk UKT tapi panitia menarik lagi 350 ribu "sumbangan sukarela wajib". Sukarela kok wajib.',
      secrecy: 'L1',
    })
    .encloses(photo('edaran panitia.jpg', ['#fffdf5', '#d8d2c0', '#fffdf5']))
    .on(-15, '10:30')
    .isSent('central-admin', 'pengawas', {
      category: 'Pungutan dan gratifikasi',
      oversight: true,
      title: 'Sumbangan wisuda yang diwajibkan',
    })
    .isAccepted('pengawas', -14)
    .isAnswered(
      'pengawas',
      [-13, -13],
      'Edaran itu dibuat panitia tanpa izin direktur dan sudah dicabut. Uang 61 orang yang terlanjur membayar dikembalikan di loket keuangan sampai akhir bulan, cukup menunjukkan kartu mahasiswa. Ketua panitia diperiksa.',
    )
    .on(-8, '18:15')
    .confirms(5, 'uang kembali, edaran dicabut. mantap SPI');

  tell(book, 'Dosen pembimbing menghubungi malam-malam', 'politeknik')
    .on(-12, '22:48')
    .arrives({
      text: 'Dosen pembimbing saya sering mengirim pesan pribadi malam-malam, mengajak bimbingan di kafe berdua, dan marah kalau saya ajak teman. Saya takut nilai saya. Jangan sampai jurusan tahu saya melapor.',
      secrecy: 'L3',
    })
    .on(-11, '08:05')
    .seals('verifier', 'Menyangkut dugaan pelecehan oleh dosen; hanya pengawas internal yang boleh membaca.');

  tell(book, 'Tarif sewa aula untuk umum', 'politeknik')
    .on(-9, '09:15')
    .arrives(
      {
        text: 'Penelepon dari panitia pernikahan menanyakan tarif sewa aula hari Sabtu dan apakah boleh membawa katering sendiri.',
        kind: 'information-request',
        contact: whatsapp('Panitia', '0917'),
      },
      { channel: 'phone', by: 'channel-officer' },
    )
    .on(-9, '10:20')
    .isSent('central-admin', 'umum', {
      category: 'Informasi publik',
      kind: 'information-request',
      title: 'Tarif sewa aula',
    })
    .isAccepted('umum', -8)
    .isAnswered(
      'umum',
      [-8, -7],
      'Sewa aula hari Sabtu Rp4.500.000 sudah termasuk kursi dan listrik, bayar ke rekening kampus, bukan kepada petugas. Katering sendiri boleh. Bulan depan masih kosong dua Sabtu.',
    );

  tell(book, 'Bangku kuliah patah', 'politeknik')
    .on(-8, '13:50')
    .arrives({
      text: 'bangku di C204 patah 9 biji, kuliah lesehan. foto nyusul',
      contact: whatsapp('Ketua kelas', '0918'),
    })
    .on(-7, '08:55')
    .isSent('verifier', 'umum', {
      category: 'Gedung, laboratorium, dan sarana',
      title: 'Sembilan bangku patah di C204',
    })
    .isAccepted('umum', -6)
    .isAnswered(
      'umum',
      [-5, -5],
      'Sembilan bangku C204 diganti hari ini dari gudang gedung A. Yang patah diperbaiki bengkel kayu dan dikembalikan ke gudang, jadi tidak ada kelas lain yang kekurangan.',
    )
    .on(-4, '20:25')
    .encloses(photo('bangku baru.jpg', ['#b08968', '#ddb892', '#7f5539']));

  tell(book, 'Lowongan dari luar kampus mencurigakan', 'politeknik')
    .on(-16, '10:05')
    .arrives({
      text: 'Ada perusahaan mengaku kerja sama dengan kampus minta biaya pelatihan 1,5 juta ke alumni. Mohon dihukum perusahaannya.',
      contact: mail('Alumni', 'alumni.kerja'),
    })
    .on(-16, '13:10')
    .refers(
      'verifier',
      'Kepolisian setempat dan Dinas Ketenagakerjaan',
      'Kampus tidak pernah bekerja sama dengan perusahaan itu; penindakannya ada pada kepolisian. Pengumuman agar alumni waspada sudah kami pasang hari ini.',
    );
}
