import { mail, sms, whatsapp } from '../contacts.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** The No of step 3: another body is competent, or nothing can be handled; and one reporter who proves otherwise. */
export function referredAndArchived(book: Book): void {
  tell(book, 'KTP hilang terbawa banjir')
    .on(-28, '12:10')
    .arrives({
      text: 'KTP dan KK saya hanyut waktu banjir. Mau urus bantuan korban banjir ditolak karena tidak ada KTP. Bagaimana caranya supaya cepat?',
      areaCode: '62.06',
      contact: whatsapp('Riduansyah', '6206'),
    })
    .on(-27, '09:14')
    .refers(
      'verifier',
      'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Katingan',
      'Penggantian KTP dan KK yang hilang karena bencana diurus dinas kependudukan, tanpa biaya dan tanpa surat kehilangan dari polisi. Laporan ini sudah kami sampaikan ke sana. Untuk bantuan banjirnya, surat keterangan kepala desa cukup sebagai pengganti sementara; datanglah lagi ke posko dengan surat itu.',
    )
    .on(-25, '19:50')
    .rates(4, 'petunjuknya pas, surat kades diterima posko');

  tell(book, 'Jalan ke sekolah anak saya rusak')
    .on(-18, '07:25')
    .arrives({
      text: 'Jalan desa ke SD rusak parah 3 kilo lebih, kalau hujan anak2 copot sepatu. Sudah 4 tahun. Bapak menteri sosial tolong lah, kami orang kecil tidak tahu lapor ke mana.',
      areaCode: '17.05',
      secrecy: 'L0',
      contact: sms('Pak Yon', '1705'),
    })
    .on(-17, '08:41')
    .refers(
      'verifier-3',
      'Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Seluma',
      'Jalan desa dan kabupaten adalah wewenang pemerintah kabupaten. Laporan Bapak kami teruskan lewat SP4N-LAPOR! dengan nomor tersendiri di sana.',
    )
    .on(-9, '20:12')
    .rates(1, 'diteruskan sih iya tapi jalannya ya masih begitu');

  tell(book, 'Bidan desa tidak pernah ada di tempat')
    .on(-3, '18:44')
    .arrives({
      text: 'Bidan desa kami jarang sekali di poskesdes, datang cuma hari posyandu. Ibu-ibu mau melahirkan harus naik perahu 2 jam. Mohon diteruskan ke yang berwenang kalau bukan bapak.',
      areaCode: '93.04',
      contact: sms('Mama Yuliana', '9304'),
    })
    .on(-1, '09:36')
    .refers(
      'verifier',
      'Dinas Kesehatan Kabupaten Asmat',
      'Penempatan dan kehadiran bidan desa diatur dinas kesehatan kabupaten.',
    );

  tell(book, 'PULSA MURAH')
    .on(-15, '02:14')
    .arrives({ text: 'PULSA MURAH 10RB DAPAT 50RB!!! KLIK SEKARANG JUGA SEBELUM KEHABISAN bonus bonus' })
    .on(-15, '08:20')
    .archives('verifier-3', 'spam', 'Pesan promosi massal, tidak berisi aduan.');

  tell(book, 'Rebutan warisan tanah orang tua')
    .on(-22, '13:30')
    .arrives({
      text: 'Kakak saya menjual tanah warisan tanpa tanda tangan saya. Perkaranya sudah di pengadilan agama, sidang ketiga minggu depan. Saya minta Kemensos menghentikan penjualan itu karena saya janda dengan dua anak.',
      areaCode: '35.27',
      contact: whatsapp('Ibu Maisaroh', '3527'),
    })
    .on(-21, '10:45')
    .archives(
      'verifier',
      'court-or-crime',
      'Penjualan tanah warisan sedang diperiksa pengadilan agama dan hanya hakim yang dapat menghentikannya. Mintalah kepada pengadilan itu sita jaminan atas tanah selama sidang berjalan; pos bantuan hukum di gedung pengadilan menolong menuliskannya tanpa biaya. Bila Ibu memerlukan bantuan sosial untuk anak-anak, laporkan tersendiri, itu bagian kami.',
    );

  tell(book, 'Tolong yang kemarin')
    .on(-26, '10:00')
    .arrives({ text: 'tolong yang kemarin itu gimana', contact: sms('Tanpa nama', '2600') })
    .on(-26, '14:15')
    .asks('verifier-2', 'Terima kasih sudah menulis. Hal apa yang Anda maksud, bantuan apa, di mana?')
    .on(-24, '09:40')
    .completes('ya yang itu pak masa lupa')
    .on(-23, '11:00')
    .archives(
      'verifier-2',
      'not-understandable',
      'Kami sudah bertanya satu kali dan belum dapat mengenali persoalannya. Anda dapat membantah pengarsipan ini kapan saja dengan menulis: bantuan apa, desa mana, dan apa yang terjadi. Bisa juga menelepon 171, petugas kami membantu menuliskannya.',
    );

  tell(book, 'Data bantuan adik saya bermasalah')
    .on(-42, '17:55')
    .arrives({
      text: 'Data bantuan adik saya bermasalah tolong dibenarkan',
      areaCode: '14.06',
      contact: mail('Yusmar', 'yusmar'),
    })
    .on(-41, '09:10')
    .asks(
      'verifier',
      'Bapak Yusmar, masalahnya di mana: namanya salah, bantuannya berhenti, atau tidak terdaftar? Dan apakah adik Bapak mengizinkan Bapak mengurusnya?',
    );

  tell(book, 'Salah kirim, mohon diabaikan')
    .on(-10, '11:47')
    .arrives({
      text: 'Saya melaporkan tetangga saya punya mobil tapi dapat bantuan.',
      areaCode: '33.24',
      contact: mail('Nama disimpan', 'warga.kendal'),
    })
    .asksOn('Maaf tolong jangan diproses, ternyata mobil itu milik majikannya. Saya salah sangka.')
    .on(-10, '13:20')
    .archives(
      'verifier-3',
      'reporter-request',
      'Diarsipkan atas permintaan Anda. Tidak ada seorang pun yang diperiksa, dan nama tetangga Anda tidak dicatat.',
    );

  tell(book, 'Semua pejabat sama saja')
    .on(-8, '23:41')
    .arrives({
      text: 'SEMUA PEJABAT SAMA SAJA MALING SEMUA!! suku ini itu sama saja usir semua dari negeri ini',
    })
    .on(-7, '09:22')
    .archives(
      'verifier',
      'hate-without-matter',
      'Tidak ada pokok persoalan yang dapat diperiksa. Bila ada kejadian tertentu di baliknya, tuliskan kejadiannya; laporan Anda akan dibaca seperti laporan orang lain.',
    );

  tell(book, 'Dilarang jualan di halaman sekolah')
    .on(-9, '10:31')
    .arrives({
      text: 'Saya penjual cilok, penerima bantuan modal dari Kemensos. Gerobak bantuan itu sekarang tidak boleh masuk halaman sekolah oleh kepala sekolah. Padahal di perjanjian bantuan tempat jualannya ya di situ.',
      areaCode: '32.07',
      contact: whatsapp('Mang Asep', '3207'),
    })
    .on(-8, '09:33')
    .archives('verifier-2', 'not-public-service', 'Tata tertib halaman sekolah adalah urusan sekolah.')
    .on(-8, '19:05')
    .objects(
      'Punten pak, ini bukan soal tata tertib. Gerobaknya dari Kemensos, lokasinya ditulis di surat Kemensos, pendampingnya juga tahu. Kalau tidak jualan di situ bantuannya ditarik lagi katanya.',
    )
    .on(-7, '10:19')
    .isSent(
      'central-admin',
      'dayasos',
      {
        category: 'Lainnya',
        title: 'Gerobak bantuan usaha tidak boleh berjualan di lokasi perjanjian',
        note: 'Bantahan pelapor benar: lokasi usaha adalah syarat bantuan kita sendiri.',
      },
      'Bicarakan dengan sekolah dan pendamping, jangan menarik gerobaknya.',
    )
    .isAccepted('dayasos', -6)
    .on(-4, '11:02')
    .writesInSubstance(
      'unit-officer.dayasos',
      'Mang Asep, kepala sekolah bersedia bila gerobak berdiri di luar pagar sisi timur dan jualannya selepas jam pelajaran. Lokasi di surat perjanjian sedang kami ubah menjadi itu, sehingga bantuan tidak ditarik.',
    );
}
