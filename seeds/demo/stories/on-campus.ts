import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** The polytechnic walks seven steps: once smoothly, once sent back, once contested, once in secret. */
export function onCampus(book: Book): void {
  tell(book, 'UKT terbayar dua kali, belum dikembalikan', 'politeknik')
    .on(-24, '09:12')
    .arrives({
      text: 'Saya mahasiswa semester 3 Teknik Elektro. UKT terbayar dua kali karena aplikasi bank error, bukti terlampir. Sudah lapor ke loket keuangan tiga minggu lalu, disuruh tunggu. Uangnya untuk bayar kos, pak.',
      areaCode: '11.73',
      contact: { name: 'Rahmat Hidayat', email: 'rahmat@mahasiswa.test', reach: 'email' },
    })
    .encloses(photo('bukti transfer.jpg', ['#e8eef2', '#bcd0dc', '#e8eef2']))
    .on(-24, '10:30')
    .verifies('central-admin', { category: 'UKT dan keuangan', title: 'Pengembalian UKT terbayar ganda' })
    .on(-24, '10:30:40')
    .dispatches('liaison-officer', 'Bagian Keuangan')
    .on(-23, '08:50')
    .accepts('unit-officer.keuangan')
    .on(-23, '14:20')
    .answers(
      'unit-officer.keuangan',
      'Sdr. Rahmat, pembayaran ganda Anda sudah kami cocokkan dengan rekening penampung: benar dua kali, berselang empat menit. Pengembalian Rp2.500.000 masuk daftar bayar besok dan tiba di rekening asal paling lambat tiga hari kerja. Permohonan tiga minggu lalu tidak bernomor sehingga tidak tercatat; mulai sekarang loket wajib memberi nomor.',
    )
    .on(-22, '09:30')
    .releases('liaison-officer')
    .on(-19, '12:45')
    .confirms(5, 'Sudah masuk kemarin. Terima kasih banyak bu.');

  tell(book, 'Nilai praktikum tidak muncul di SIAKAD', 'politeknik')
    .on(-9, '20:05')
    .arrives({
      text: 'Nilai praktikum Jaringan Komputer satu kelas belum muncul di siakad padahal batas KRS tinggal minggu ini. Dosennya sudah setor katanya. Kalau tidak muncul kami tidak bisa ambil lanjutannya.',
      contact: { name: 'Putri Amelia', email: 'putri@mahasiswa.test', reach: 'email' },
    })
    .on(-8, '09:00')
    .verifies('central-admin', {
      category: 'Sistem informasi dan jaringan',
      title: 'Nilai praktikum satu kelas tidak muncul di SIAKAD',
    })
    .dispatches('liaison-officer', 'UPT Teknologi Informasi dan Komunikasi')
    .on(-8, '13:15')
    .accepts('unit-officer.tik')
    .on(-7, '10:00')
    .answers('unit-officer.tik', 'Sudah kami cek, sistem normal.')
    .on(-7, '11:20')
    .returnsAnswer(
      'liaison-officer',
      'Satu kelas penuh tidak mungkin salah lihat. Cek dengan NIM salah satu pelapor dan jelaskan kapan muncul.',
    )
    .on(-6, '14:40')
    .answers(
      'unit-officer.tik',
      'Setelah diperiksa per NIM: nilai tersimpan di kelas paralel B karena kode mata kuliah praktikum ganda sejak kurikulum baru. Sebanyak 31 nilai sudah dipindah ke kelas A dan tampil sejak pukul 14.10. Batas KRS untuk kelas ini diperpanjang dua hari kerja; tidak perlu mengajukan apa pun.',
    )
    .on(-5, '09:10')
    .releases('liaison-officer')
    .on(-4, '07:30')
    .confirms(3, 'Sudah muncul. Jawaban pertamanya itu lho, normal dari mana');

  tell(book, 'Lab komputer gedung C bocor, komputer mati', 'politeknik')
    .on(-11, '10:10')
    .arrives({
      text: 'lab komputer gedung C lantai 3 bocor tiap hujan, 6 komputer udh mati. praktikum jd gantian ber3. kmrn colokan sampe bunyi',
      contact: { name: 'Anak SI 5B', phone: '0812-0000-0900', reach: 'whatsapp' },
    })
    .encloses(photo('plafon.jpg', ['#8d99ae', '#edf2f4', '#5c677d']))
    .on(-11, '13:00')
    .verifies('central-admin', {
      category: 'Gedung, laboratorium, dan sarana',
      title: 'Atap lab komputer gedung C bocor, enam komputer mati',
    })
    .dispatches('liaison-officer', 'Bagian Umum dan Kepegawaian', 'Ada bahaya listrik.')
    .on(-10, '09:15')
    .accepts('unit-officer.umum')
    .on(-10, '15:30')
    .answers(
      'unit-officer.umum',
      'Atap sudah ditambal hari ini dan stopkontak dimatikan. Komputer diganti pada anggaran tahun depan.',
    )
    .on(-9, '10:00')
    .releases('liaison-officer')
    .on(-3, '16:20')
    .objects(
      'tambalannya bocor lagi td siang pas hujan. trus komputer nunggu taun depan, praktikum kami gimana? semester ini mau habis',
    )
    .on(-2, '14:10')
    .answers(
      'unit-officer.umum',
      'Keberatan Anda benar: tambalan hanya di satu sisi. Seluruh talang diganti mulai besok oleh penyedia, selesai dalam empat hari kerja. Enam komputer dipinjamkan dari gedung A mulai Senin sampai pengadaan. Sampai talang selesai, praktikum pindah ke lab gedung A lantai 2 sesuai jadwal tempelan.',
    );

  tell(book, 'Perundungan oleh senior di asrama', 'politeknik')
    .on(-20, '22:25')
    .arrives({
      text: 'Adik tingkat di asrama putra dipaksa push up tengah malam dan dipukul kalau tidak menyapa senior. Ada satu yang telinganya sampai berdarah. Pembina tahu tapi dibiarkan. Jangan sebut saya, saya sekamar dengan mereka.',
      secrecy: 'L1',
      contact: { name: 'Mahasiswa asrama', email: 'sekamar@mahasiswa.test', reach: 'email' },
    })
    .on(-19, '08:40')
    .verifies('verifier', {
      category: 'Kekerasan dan perundungan',
      oversight: true,
      title: 'Kekerasan senior terhadap adik tingkat di asrama',
    })
    .dispatches(
      'liaison-officer',
      'Satuan Pengawas Internal',
      'Pembina asrama disebut; jangan ditembuskan ke bagian kemahasiswaan.',
    )
    .on(-18, '09:05')
    .accepts('inspectorate')
    .writesInSubstance(
      'inspectorate',
      'Tiga orang kami sudah di asrama sejak pagi, dengan alasan pemeriksaan kebakaran, supaya tidak ada yang mencari siapa pelapornya. Yang terluka sudah dibawa ke poliklinik. Malam ini pembina asrama diganti sementara.',
    )
    .on(-15, '13:00')
    .asks(
      'inspectorate',
      'Apakah kejadian itu selalu di kamar, atau juga di lapangan belakang? Kami sedang mencocokkan rekaman kamera; jawab singkat saja bila aman.',
    )
    .on(-13, '23:10')
    .completes(
      'di lapangan belakang juga pak, biasanya jam 1 malam. skrg sudah berhenti sejak pembinanya diganti',
    );

  tell(book, 'Diminta "uang ACC" sebelum ujian tugas akhir', 'politeknik')
    .on(-6, '21:30')
    .arrives({
      text: 'Sebelum ujian TA diminta beli bingkisan untuk penguji, kalau tidak jadwalnya digeser terus. Sudah dua kali saya digeser. Nominalnya 400 ribu per orang. Ini bukan tradisi, ini pemerasan.',
      secrecy: 'L1',
    })
    .on(-5, '09:30')
    .verifies('central-admin', {
      category: 'Pungutan dan gratifikasi',
      oversight: true,
      title: 'Bingkisan wajib sebelum ujian tugas akhir',
    })
    .dispatches('liaison-officer', 'Satuan Pengawas Internal')
    .on(-4, '10:00')
    .accepts('inspectorate')
    .on(-3, '11:00')
    .asks(
      'inspectorate',
      'Anda tidak perlu menyebut nama Anda. Program studi apa, dan apakah permintaannya tertulis (grup pesan, daftar) atau lisan? Bila ada tangkapan layar, kirim lewat halaman ini.',
    );
}
