import { mail, sms, whatsapp } from '../contacts.ts';
import { page, photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const category = 'Program Keluarga Harapan (PKH)';

/** The desk of Jaminan Sosial on an ordinary day: something at every station between acceptance and rating. */
export function familyHopeOpen(book: Book): void {
  tell(book, 'Komponen ibu hamil belum dihitung')
    .on(-2, '08:05')
    .arrives({
      text: 'Istri saya hamil 6 bulan, buku KIA ada, sudah lapor pendamping bulan lalu. Tahap ini yang cair cuma untuk anak sekolah. Apa kehamilannya hangus atau menyusul?',
      areaCode: '76.04',
      contact: whatsapp('Muhammad Arif', '7604'),
    })
    .on(-1, '14:12')
    .isSent('verifier', 'jamsos', { category, title: 'Komponen ibu hamil belum dihitung' });

  tell(book, 'Pindah kabupaten, PKH tidak ikut pindah')
    .on(-5, '19:15')
    .arrives({
      text: 'Kami pindah dari Sumenep ke Sidoarjo ikut suami kerja. KK sudah pindah, tapi PKH masih di alamat lama. Mau ambil harus pulang naik kapal, ongkosnya separo bantuan.',
      areaCode: '35.15',
      contact: sms('Hosniyah', '3515'),
    })
    .on(-4, '10:48')
    .isSent(
      'verifier-2',
      'jamsos',
      { category, title: 'Bantuan PKH belum ikut pindah alamat' },
      'KK baru terlampir dalam pesan terpisah.',
    );

  tell(book, 'Dua saudara kembar, yang dihitung satu')
    .on(-2, '19:40')
    .arrives({
      text: 'Anak saya kembar, dua-duanya kelas 2 SD. Di PKH yang terhitung cuma satu karena katanya tanggal lahirnya sama jadi dianggap dobel. Lucu tapi sedih pak.',
      areaCode: '51.06',
      contact: mail('Ni Wayan Sutarmi', 'sutarmi'),
    })
    .encloses(page('kartu-keluarga-kembar.pdf', ['KARTU KELUARGA (contoh untuk peragaan)']), 'family-card')
    .on(-1, '08:20')
    .isSent('verifier', 'jamsos', { category, title: 'Anak kembar dihitung satu komponen' })
    .on(-1, '10:05')
    .accepts('unit-officer');

  tell(book, 'Bantuan terhenti setelah ganti nomor rekening')
    .on(-9, '12:30')
    .arrives({
      text: 'Sejak ganti rekening (kartu lama patah) sudah 2 tahap PKH saya nol rupiah. Bank bilang uang kembali ke kas negara. Pendamping bilang urusan bank. Saya di tengah-tengah.',
      areaCode: '12.18',
      contact: whatsapp('Rosdiana Br. S.', '1218'),
    })
    .on(-8, '09:40')
    .isSent('verifier-3', 'jamsos', {
      category,
      title: 'Dua tahap kembali ke kas negara setelah ganti kartu',
    })
    .isAccepted('jamsos', -7)
    .on(-2, '15:32')
    .notes(
      'unit-officer',
      'Bank membenarkan retur dua tahap. Surat salur ulang menunggu tanda tangan kedua; sudah ditagih dua kali.',
    );

  tell(book, 'Nama salah satu huruf, uang tidak bisa ditarik')
    .on(-3, '07:58')
    .arrives({
      text: 'Di kartu nama saya SITI ROHMA, di KTP SITI ROHMAH. Teller tidak mau kasih. Sudah bolak balik 4x naik ojek 30rb.',
      areaCode: '18.10',
      contact: sms('Siti Rohmah', '1810'),
    })
    .on(-3, '10:22')
    .isSent('verifier', 'jamsos', { category, title: 'Beda satu huruf nama, uang PKH tidak dapat ditarik' })
    .on(-2, '09:02')
    .accepts('unit-officer-2')
    .on(-1, '11:40')
    .reports('unit-officer-2', {
      findings:
        'Nama di data bayar memakai ejaan lama sebelum KTP elektronik. NIK sama, orangnya sama. Bank belum menerima pembetulan karena berkas dari dinas memakai format tahun lalu.',
      actions:
        'Berkas dikirim ulang dengan format yang berlaku. Bank mengizinkan penarikan dengan surat keterangan lurah selama pembetulan berjalan.',
      evidence: 'Surel bank penyalur',
      answer:
        'Ibu Siti Rohmah, uang Ibu dapat ditarik mulai besok di teller dengan KTP dan surat keterangan beda nama dari lurah; blangkonya ada di kelurahan dan tidak dipungut biaya. Kartu dengan ejaan yang benar terbit dalam dua minggu. Kami sudah menyampaikan kepada cabang supaya Ibu tidak ditolak lagi.',
    });

  tell(book, 'Disabilitas berat tidak lagi tercatat')
    .on(-8, '20:20')
    .arrives({
      text: 'Kakak saya lumpuh total sejak kecelakaan, dulu tercatat komponen disabilitas berat. Sekarang hilang dari daftar, katanya hasil pemutakhiran. Yang memutakhirkan tidak pernah datang ke rumah.',
      areaCode: '34.01',
      contact: mail('Tri Hastuti', 'trihastuti'),
    })
    .on(-7, '08:50')
    .isSent('verifier-2', 'jamsos', {
      category,
      title: 'Komponen disabilitas berat hilang setelah pemutakhiran',
    })
    .isAccepted('jamsos', -6)
    .isReported('jamsos', -4, {
      findings:
        'Komponen terhapus saat pemutakhiran karena kolom disabilitas kosong pada unggahan desa. Tidak ada kunjungan rumah pada catatan pemutakhiran.',
      actions: 'Komponen dikembalikan, kunjungan rumah dijadwalkan pendamping.',
      evidence: 'Riwayat unggahan desa',
      answer:
        'Komponen disabilitas berat untuk kakak Ibu sudah dikembalikan dan dihitung lagi mulai tahap berikutnya.',
    })
    .on(-3, '09:15')
    .approves('reviewer')
    .on(-2, '10:30')
    .returnsClosure(
      'unit-head',
      'Satu tahap yang terlewat bagaimana? Pelapor pasti menanyakannya. Tuliskan dibayar susulan atau tidak, dan mengapa.',
    );

  tell(book, 'Pendamping tidak pernah datang')
    .on(-3, '17:05')
    .arrives({
      text: 'Sudah setahun tidak ada pertemuan kelompok. Pendamping ganti, yang baru belum pernah kelihatan. Kalau ada apa-apa kami tanya ke siapa?',
      areaCode: '94.01',
      contact: whatsapp('Mama Ester', '9401'),
    })
    .on(-2, '09:18')
    .isSent('verifier', 'jamsos', { category, title: 'Setahun tanpa pertemuan kelompok PKH' })
    .isAccepted('jamsos', -2, '11')
    .isReported('jamsos', -1, {
      findings:
        'Satu pendamping memegang 11 kampung sejak rekannya mengundurkan diri; perahu dinas rusak lima bulan.',
      actions:
        'Dua pendamping kabupaten tetangga diperbantukan sampai perekrutan selesai. Jadwal pertemuan tiap kampung ditempel di kantor distrik.',
      evidence: 'Surat tugas perbantuan',
      answer:
        'Mama Ester, pendamping yang lama berhenti dan penggantinya memegang sebelas kampung sendirian dengan perahu yang rusak. Mulai minggu ini dua pendamping dari kabupaten sebelah membantu. Pertemuan di kampung Mama tiap hari Kamis minggu kedua; nama dan nomornya ada di papan kantor distrik.',
    })
    .on(-1, '13:05')
    .approves('reviewer', 'Setuju, jadwalnya sudah pasti.');

  tell(book, 'Pertemuan kelompok wajib seragam')
    .on(-7, '20:31')
    .arrives({
      text: 'Pendamping suruh ibu-ibu beli seragam kelompok 85 ribu biar kompak, boleh nyicil 3x. Yang tidak pakai seragam duduk di belakang. Saya janda pak, beras saja ngutang.',
      areaCode: '33.25',
      secrecy: 'L1',
      contact: sms('Anggota kelompok', '3325'),
    })
    .on(-6, '08:52')
    .isSent('verifier-3', 'jamsos', { category, title: 'Seragam kelompok PKH yang diwajibkan' })
    .isAccepted('jamsos', -5)
    .isReported('jamsos', -3, {
      findings:
        'Seragam digagas kelompok, tetapi pendamping mengumpulkan cicilan dan mencatat yang belum membayar.',
      actions: 'Pengumpulan dihentikan, cicilan 19 orang dikembalikan di depan kelompok, pendamping ditegur.',
      evidence: 'Daftar pengembalian bertanda tangan',
      basis: 'Kode etik sumber daya manusia PKH',
      answer:
        'Tidak ada seragam yang boleh diwajibkan kepada penerima PKH, dan pendamping tidak boleh mengumpulkan uang untuk apa pun. Cicilan sudah dikembalikan kepada 19 orang. Tempat duduk di pertemuan bebas. Nama Ibu tidak kami sebut kepada siapa pun.',
    })
    .on(-1, '10:48')
    .approves('reviewer', 'Sudah dicocokkan dengan daftar pengembalian.');

  tell(book, 'PKH lanjut usia belum masuk setelah umur cukup')
    .on(-6, '15:10')
    .arrives(
      {
        text: 'Penelepon menanyakan ayahnya yang sudah cukup umur sejak awal tahun tetapi belum dihitung sebagai komponen lanjut usia, padahal keluarga sudah penerima PKH. Penelepon bekerja di luar kota dan meminta jawaban lewat SMS.',
        areaCode: '17.02',
        contact: sms('Penelepon dari Curup', '1702'),
      },
      { channel: 'phone', by: 'channel-officer' },
    )
    .on(-5, '08:59')
    .isSent('verifier-3', 'jamsos', { category, title: 'Komponen lanjut usia belum dihitung' })
    .isAccepted('jamsos', -4)
    .isReported('jamsos', -3, {
      findings:
        'Ayah penelepon memenuhi umur sejak bulan Februari; penambahan komponen berjalan per triwulan.',
      actions: 'Masuk daftar tambah komponen triwulan ini.',
      answer:
        'Ayah Bapak/Ibu sudah masuk daftar komponen lanjut usia dan dibayar mulai tahap triwulan ini. Penambahan memang dihitung per tiga bulan, bukan sejak hari ulang tahun.',
    })
    .on(-2, '09:40')
    .approves('reviewer')
    .on(-1, '14:44')
    .closesReport('unit-head');
}

/** What that desk has settled, or thought it had, in the weeks before. */
export function familyHopeDone(book: Book): void {
  tell(book, 'Anak lulus SMA, PKH langsung berhenti')
    .on(-41, '18:30')
    .arrives({
      text: 'Anak saya lulus SMA bulan lalu, langsung PKH berhenti semua. Padahal masih ada adiknya kelas 5 SD.',
      areaCode: '63.01',
      contact: sms('Hj. Masniah', '6301'),
    })
    .on(-40, '09:05')
    .isSent('verifier', 'jamsos', { category, title: 'PKH berhenti padahal masih ada anak SD' })
    .isAccepted('jamsos', -40, '14')
    .isReported('jamsos', -39, {
      findings: 'Adik tercatat di KK lain milik neneknya sehingga keluarga dianggap tanpa komponen.',
      actions: 'Anak dipindahkan ke keluarga orang tuanya setelah dicek dukcapil; kepesertaan hidup lagi.',
      evidence: 'Tangkapan layar KK pemadanan',
      answer:
        'Ibu Masniah, PKH berhenti karena anak bungsu Ibu masih tercatat di KK neneknya, sehingga sistem mengira tidak ada anak sekolah lagi. Datanya sudah dipindahkan dan kepesertaan Ibu hidup kembali. Tahap yang terlewat dibayar bersama tahap berikutnya.',
    })
    .isFinished('jamsos', -38)
    .on(-34, '06:30')
    .confirms(4, 'sudah hidup lagi. kai neneknya sampai kaget');

  tell(book, 'Saldo PKH beda dengan tetangga')
    .on(-33, '21:15')
    .arrives({
      text: 'Kenapa saya cuma 225 ribu sedang tetangga sampai sejuta lebih, sama sama PKH?',
      areaCode: '32.11',
      contact: whatsapp('Teh Iis', '3211'),
    })
    .on(-32, '10:21')
    .isSent('verifier-2', 'jamsos', { category, title: 'Besar bantuan PKH berbeda antar keluarga' })
    .isAccepted('jamsos', -31)
    .isReported('jamsos', -30, {
      findings: 'Pelapor mempunyai satu anak SD, dibayar per tahap. Tidak ada kekurangan bayar.',
      actions: 'Rincian komponen dikirim kepada pelapor.',
      answer:
        'Teh Iis, besarnya PKH mengikuti isi keluarga: anak SD, SMP, SMA, ibu hamil, lansia, dan disabilitas dihitung sendiri-sendiri. Di keluarga Teteh ada satu anak SD, maka Rp225.000 setiap tahap. Tidak ada yang dipotong. Bila ada anggota lain yang belum tercatat, sampaikan kepada pendamping.',
    })
    .isFinished('jamsos', -29);

  tell(book, 'Kartu PKH disimpan pendamping')
    .on(-16, '10:30')
    .arrives({
      text: 'KKS dan buku tabungan kami satu kelompok dikumpulkan pendamping katanya biar gampang. Waktu cair kami terima uang sudah di amplop. Tidak dipotong sih, tapi kok begitu.',
      areaCode: '72.08',
      secrecy: 'L1',
      contact: whatsapp('Ibu-ibu kelompok', '7208'),
    })
    .encloses(photo('amplop.jpg', ['#f2efe6', '#d6cfbf', '#f2efe6']))
    .on(-15, '09:10')
    .isSent('verifier', 'jamsos', { category, title: 'KKS satu kelompok disimpan pendamping' })
    .isAccepted('jamsos', -14)
    .isReported('jamsos', -12, {
      findings:
        'Pendamping menyimpan 23 kartu beserta PIN dengan maksud membantu. Jumlah yang diterima cocok dengan data bayar.',
      actions:
        'Semua kartu dikembalikan dengan berita acara dan PIN diganti di bank. Pendamping mendapat teguran tertulis.',
      evidence: 'Berita acara pengembalian 23 kartu',
      basis: 'Kode etik sumber daya manusia PKH',
      answer:
        'Kartu dan PIN hanya boleh dipegang pemiliknya, walaupun maksudnya menolong. Kartu seluruh kelompok sudah dikembalikan dan PIN diganti di bank. Jumlah yang selama ini diterima cocok, jadi tidak ada uang yang hilang. Nama Anda tidak disebut kepada pendamping.',
    })
    .isFinished('jamsos', -9);
}
