import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** Not everything can be granted. Said plainly, it closes as what it is and never counts as settled. */
export function cannotBeMet(book: Book): void {
  tell(book, 'Minta masuk PKH lagi setelah dinyatakan graduasi')
    .on(-29, '10:08')
    .arrives(
      {
        text: 'Pelapor datang ke loket bersama anaknya. Menerima PKH delapan tahun, dinyatakan graduasi awal tahun karena usaha warungnya dianggap sudah berkembang. Warung lalu tutup karena suami sakit stroke. Pelapor minta dimasukkan lagi ke PKH tahap berikutnya. Membawa fotokopi KK dan surat keterangan dokter.',
        areaCode: '35.11',
        contact: { name: 'Misnatun', phone: '0812-0000-0351', reach: 'sms' },
      },
      { channel: 'counter', by: 'counter' },
    )
    .on(-29, '13:25')
    .verifies('verifier-3', { category: 'Program Keluarga Harapan (PKH)' })
    .dispatches('verifier-3', 'Direktorat Jaminan Sosial')
    .on(-28, '09:40')
    .accepts('unit-officer-2')
    .on(-26, '15:05')
    .reports('unit-officer-2', {
      findings:
        'Graduasi sah secara prosedur. Pemeringkatan terakhir menempatkan keluarga pada desil 5; penetapan peserta baru tahun ini sudah ditutup dan hanya untuk desil 1 sampai 4. Keadaan berubah sesudah graduasi (suami sakit, warung tutup), tetapi perubahan itu belum pernah diusulkan lewat kelurahan.',
      actions:
        'Kepesertaan PKH tidak dapat dihidupkan di luar penetapan. Pendamping diminta membantu usul pembaruan data lewat kelurahan. Berkas diteruskan ke program kewirausahaan sosial dan, untuk biaya berobat suami, ke pengaktifan PBI-JK.',
      evidence: 'Riwayat kepesertaan, hasil pemeringkatan terakhir',
      basis: 'Pedoman umum PKH, bagian graduasi dan penetapan peserta',
      answer:
        'Ibu Misnatun, permintaan Ibu untuk kembali menjadi peserta PKH tahap ini belum dapat kami penuhi: penetapan peserta tahun ini sudah ditutup, dan data terakhir keluarga Ibu berada di luar batas desil program. Yang dapat dilakukan sekarang: (1) pendamping akan membantu Ibu mengusulkan pembaruan data di kelurahan, karena keadaan Ibu memang berubah sejak suami sakit; (2) jaminan kesehatan suami sedang kami usulkan aktif bulan ini; (3) nama Ibu kami teruskan ke bantuan usaha. Bila data baru menempatkan keluarga di desil 1 sampai 4, Ibu masuk hitungan penetapan berikutnya tanpa melamar lagi.',
      outcome: 'cannot-be-met',
    })
    .on(-25, '09:12')
    .approves('reviewer', 'Jawaban jujur dan memberi jalan lain. Setuju.')
    .on(-25, '11:40')
    .closesReport('unit-head')
    .finishes('unit-officer')
    .on(-21, '16:30')
    .confirms(2, 'Saya mengerti aturannya, tapi berat. Mudah-mudahan BPJS suami jadi.');

  tell(book, 'Bantuan rumah untuk keluarga di bantaran sungai')
    .on(-25, '19:40')
    .arrives({
      text: 'Rumah kami di pinggir sungai tiap hujan besar kemasukan air. Kami minta bantuan rumah dari Kemensos seperti tetangga kampung seberang beberapa tahun lalu. Tanah milik sungai, tidak ada surat. Kami 6 orang di rumah itu.',
      areaCode: '63.71',
      contact: { name: 'Hairul Fahmi', phone: '0812-0000-0637', reach: 'sms' },
    })
    .on(-24, '09:05')
    .verifies('verifier', { category: 'Lainnya', title: 'Bantuan rumah layak huni di sempadan sungai' })
    .dispatches('verifier', 'Direktorat Jenderal Pemberdayaan Sosial')
    .on(-23, '08:55')
    .accepts('unit-officer.dayasos')
    .on(-22, '11:30')
    .reports('unit-officer.dayasos', {
      findings:
        'Rumah berdiri di sempadan sungai tanpa alas hak. Bantuan rehabilitasi rumah hanya dapat diberikan di tanah yang dikuasai sah; rumah seberang yang dimaksud pelapor berdiri di tanah bersertifikat.',
      actions:
        'Kota diminta memasukkan keluarga ke daftar relokasi rumah susun. Selama musim hujan keluarga dicatat di titik pengungsian kelurahan.',
      basis: 'Petunjuk teknis rehabilitasi sosial rumah tidak layak huni',
      answer:
        'Bapak Hairul, bantuan rumah dari kementerian hanya boleh dibangun di tanah yang sah dikuasai, sedangkan rumah Bapak berdiri di sempadan sungai. Karena itu permintaan ini tidak dapat kami penuhi. Kami sudah meminta pemerintah kota memasukkan keluarga Bapak ke daftar relokasi; nomor daftarnya ada di kelurahan. Untuk musim hujan ini keluarga Bapak tercatat di titik pengungsian balai kelurahan.',
      outcome: 'cannot-be-met',
    })
    .on(-21, '09:50')
    .approves('reviewer.dayasos')
    .on(-21, '14:05')
    .closesReport('unit-head.dayasos')
    .finishes('unit-officer.dayasos');
}
