import { letter } from '../contacts.ts';
import { page, photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const wita = 'Asia/Makassar';

/** Urgent, once around the clock: an old man alone in a hut; two field workers, one corrected report. */
export function oldManAlone(book: Book): void {
  tell(book, 'Kakek sebatang kara sakit di gubuk kebun')
    .on(-33, '07:52')
    .arrives(
      {
        text: 'Penelepon ketua RT. Ada kakek kira-kira 75 tahun tinggal sendiri di gubuk kebun, sudah tiga hari tidak bisa bangun, kaki bengkak, hanya diberi bubur tetangga. Keluarga tidak ada, KTP tidak ada. Puskesmas bilang harus ada penjamin. Mohon segera karena tadi malam panas tinggi.',
        areaCode: '74.05',
        place: 'kebun jambu mete di belakang balai desa, masuk 400 meter dari jalan',
        contact: { name: 'Ketua RT 02', phone: '0812-0000-0745', reach: 'sms' },
      },
      { channel: 'phone', by: 'channel-officer' },
    )
    .on(-33, '08:05')
    .verifies('verifier', {
      category: 'Lanjut usia telantar',
      urgent: true,
      title: 'Lansia sebatang kara sakit di gubuk kebun',
      note: 'Kasus mendesak 1 x 24 jam. Ketua RT bersedia mengantar petugas.',
    })
    .dispatches(
      'verifier',
      'Direktorat Rehabilitasi Sosial Lanjut Usia',
      'Mendesak. Sentra Meohai sudah ditelepon lebih dulu.',
      ['Sentra Meohai Kendari'],
    )
    .on(-33, '08:25')
    .accepts('unit-officer.lansia')
    .assigns('unit-officer.lansia', 'sentra', {
      unit: 'Sentra Meohai Kendari',
      task: 'Jangkau hari ini, antar ke rumah sakit, jaminan biaya ditanggung Sentra. Kabari sebelum malam.',
      days: 1,
    })
    .on(-33, '09:40', wita)
    .assigns('upt-officer', 'jangkau', {
      person: 'field-worker',
      under: 'sentra',
      task: 'Berangkat sekarang dengan ambulans Sentra, temui ketua RT di balai desa.',
      days: 1,
    })
    .assigns('upt-officer', 'keluarga', {
      person: 'field-worker-2',
      under: 'sentra',
      task: 'Telusuri keluarga dan data kependudukan lewat desa dan dukcapil.',
      days: 1,
    })
    .on(-33, '13:30', wita)
    .files('field-worker', photo('kondisi gubuk.jpg', ['#6b705c', '#a5a58d', '#cb997e']))
    .reportsOn('field-worker', 'jangkau', {
      findings:
        'Ditemukan lemas, suhu 39, kaki kiri luka terbuka. Sadar, menyebut namanya La Bio. Gubuk tanpa dinding satu sisi.',
      actions:
        'Diantar ambulans ke RSUD, masuk perawatan pukul 12.40 WITA. Jaminan dari Sentra, perlengkapan mandi dan sarung diberikan.',
      evidence: 'Foto kondisi gubuk, surat masuk RSUD',
    })
    .on(-33, '14:25', wita)
    .reportsOn('field-worker-2', 'keluarga', {
      findings:
        'Tercatat di dukcapil sebagai penduduk desa tetangga, lahir 1949, NIK nonaktif karena tidak merekam ulang. Satu kemenakan di kota, bersedia menjenguk tetapi tidak sanggup merawat.',
      actions:
        'Perekaman ulang dijadwalkan dukcapil di ruang rawat. Kemenakan dihubungkan dengan pekerja sosial.',
    })
    .on(-33, '15:40', wita)
    .reportsOn('upt-officer', 'sentra', {
      findings: 'Lansia sebatang kara, sakit, tanpa dokumen aktif; satu kemenakan di kota.',
      actions:
        'Dirawat di RSUD atas jaminan Sentra. Sesudah sembuh ditampung di Sentra, NIK diaktifkan, diusulkan ke program permakanan lansia.',
      evidence: 'Berkas petugas lapangan',
      basis: 'Layanan kedaruratan ATENSI lanjut usia',
      answer: 'Kakek La Bio sudah dirawat di RSUD sejak pukul 12.40 WITA.',
    })
    .on(-32, '07:40')
    .corrects(
      'reviewer.lansia',
      {
        findings:
          'Lansia sebatang kara, sakit, tanpa dokumen aktif; satu kemenakan di kota yang bersedia menjenguk.',
        actions:
          'Dirawat di RSUD sejak 12.40 WITA atas jaminan Sentra. Sesudah sembuh ditampung di Sentra; NIK diaktifkan di ruang rawat; diusulkan ke program permakanan lansia.',
        evidence: 'Foto, surat masuk RSUD, catatan dukcapil',
        basis: 'Layanan kedaruratan ATENSI lanjut usia',
        answer:
          'Bapak Ketua RT, kakek La Bio dirawat di RSUD sejak kemarin pukul 12.40 WITA; demamnya sudah turun dan luka kakinya dibersihkan. Biaya ditanggung Sentra Meohai. Sesudah sembuh beliau tidak kembali ke gubuk: Sentra menyiapkan tempat, dan seorang kemenakan di kota sudah kami temukan. KTP-nya sedang diaktifkan lagi. Terima kasih sudah menelepon pagi-pagi.',
      },
      'Jawaban untuk pelapor dilengkapi: keadaan terakhir, tempat sesudah sembuh, keluarga.',
    )
    .on(-32, '07:55')
    .approves('reviewer.lansia')
    .closesReport('unit-head.lansia')
    .finishes('unit-officer.lansia')
    .on(-31, '18:05')
    .confirms(5, 'Cepat sekali, terima kasih. Kakek sudah bisa duduk.');
}

/** Urgent and too late; the grandmother objects, and another reviewer has to look at it. */
export function childOnTheMarket(book: Book): void {
  tell(book, 'Anak 9 tahun tidur di pasar, disuruh mengemis')
    .on(-19, '21:15')
    .arrives({
      text: 'Ada anak perempuan kira2 9 tahun tidur di lapak pasar Oebobo, tiap malam. Pagi dia minta2 di lampu merah, uangnya diambil laki2 dewasa pakai motor. Tadi malam saya lihat pipinya lebam seperti dipukul. Saya pedagang, tidak berani tegur. Tolong cepat.',
      areaCode: '53.71',
      secrecy: 'L1',
    })
    .encloses(photo('lapak malam hari.jpg', ['#1d2230', '#2f3a4f', '#5b4a3a']))
    .on(-18, '14:50')
    .verifies('verifier-3', {
      category: 'Anak telantar',
      urgent: true,
      title: 'Anak dieksploitasi mengemis, diduga dipukul',
    })
    .dispatches('verifier-3', 'Direktorat Rehabilitasi Sosial Anak', '', ['Sentra Efata Kupang'])
    .on(-17, '10:10')
    .accepts('unit-officer.anak')
    .assigns('unit-officer.anak', 'sentra', {
      unit: 'Sentra Efata Kupang',
      task: 'Jangkau anak bersama unit PPA kepolisian, amankan ke rumah antara.',
      days: 1,
    })
    .on(-16, '09:30', wita)
    .assigns('upt-officer.kupang', 'jangkau', {
      person: 'field-worker.kupang',
      under: 'sentra',
      task: 'Ke pasar malam ini bersama unit PPA. Jangan mendekat sendiri.',
      days: 1,
    })
    .on(-14, '10:00', wita)
    .reportsOn('field-worker.kupang', 'jangkau', {
      findings:
        'Dua malam pengamatan. Anak tidak ditemukan malam pertama; malam kedua pedagang mengatakan dibawa pulang neneknya.',
      actions: 'Nama dan kelurahan nenek dicatat. Belum dikunjungi.',
    })
    .on(-14, '14:05', wita)
    .reportsOn('upt-officer.kupang', 'sentra', {
      findings: 'Anak menurut pedagang sudah bersama neneknya.',
      actions: 'Penjangkauan dua malam, anak tidak lagi di pasar.',
      answer: 'Anak sudah bersama keluarganya.',
    })
    .on(-13, '09:15')
    .approves('reviewer.anak')
    .closesReport('unit-head.anak')
    .finishes(
      'unit-officer.anak',
      'Petugas kami mendatangi pasar dua malam berturut-turut bersama kepolisian. Menurut para pedagang, anak sudah dibawa pulang neneknya sehingga penjangkauan dihentikan.',
    )
    .on(-11, '10:31')
    .relaysObjection(
      'control-centre',
      'phone',
      'Tidak benar. Semalam dia ada lagi di lapak yang sama, lebamnya pindah ke tangan. Neneknya siapa? Tolong jangan ditutup, datangi betul-betul.',
    )
    .on(-10, '08:20')
    .assigns('unit-officer.anak', 'jangkau lagi', {
      person: 'field-worker.kupang',
      task: 'Kembali malam ini dengan unit PPA, tunggu sampai anak ditemui. Kunjungi rumah nenek besok pagi.',
      days: 2,
    })
    .writesInSubstance(
      'unit-officer.anak',
      'Anda benar menolak jawaban kami; kami menutup sebelum bertemu anaknya. Malam ini petugas kembali bersama kepolisian dan tidak pulang sebelum anak ditemui.',
    )
    .on(-8, '09:10', wita)
    .files(
      'field-worker.kupang',
      page('berita-acara-penjangkauan.pdf', [
        'Berita acara penjangkauan anak, pasar, pukul 23.20 WITA',
        'Anak ditemui, dibawa ke rumah antara bersama petugas PPA.',
        'Pemeriksaan dokter: lebam lama dan baru. Visum diminta penyidik.',
      ]),
    )
    .reportsOn('field-worker.kupang', 'jangkau lagi', {
      findings:
        'Anak ditemui pukul 23.20 WITA. Lebam lama dan baru. Nenek ada, buta, tinggal 4 km dari pasar; anak diambil laki-laki yang mengaku paman.',
      actions:
        'Anak di rumah antara Sentra Efata, didampingi psikolog. Laki-laki itu ditangani unit PPA. Nenek dikunjungi dan diusulkan bantuan lansia.',
      evidence: 'Berita acara, surat permintaan visum',
      basis: 'UU Perlindungan Anak; pedoman ATENSI anak',
      answer:
        'Anak itu sekarang aman di rumah antara Sentra Efata dan didampingi psikolog. Ia ditemukan pukul 23.20 WITA di lapak yang Anda tunjukkan. Orang yang menyuruhnya mengemis sedang diperiksa kepolisian. Neneknya, yang tidak dapat melihat, sudah kami kunjungi dan akan dibantu sendiri. Laporan pertama kami tutup terlalu cepat; itu kesalahan kami, dan keberatan Andalah yang membuat anak ini ditemukan.',
    })
    .on(-7, '10:15')
    .corrects(
      'liaison-officer.rehsos',
      {
        findings:
          'Penjangkauan pertama berhenti sebelum anak ditemui. Penjangkauan kedua menemukan anak pukul 23.20 WITA dengan lebam lama dan baru; nenek buta, tinggal 4 km dari pasar.',
        actions:
          'Anak di rumah antara, didampingi psikolog. Laki-laki yang mengaku paman ditangani unit PPA. Nenek diusulkan bantuan lansia.',
        evidence: 'Berita acara, surat permintaan visum',
        basis: 'UU Perlindungan Anak; pedoman ATENSI anak',
        answer:
          'Anak itu sekarang aman di rumah antara Sentra Efata dan didampingi psikolog. Ia ditemukan di lapak yang Anda tunjukkan. Orang yang menyuruhnya mengemis sedang diperiksa kepolisian. Laporan pertama kami tutup terlalu cepat; itu kesalahan kami, dan keberatan Andalah yang membuat anak ini ditemukan.',
      },
      'Jawaban putaran pertama ikut terbawa dalam gabungan; dikeluarkan, dan jam dihapus demi keamanan pelapor.',
    );
}

/** Far east: a chained man on Halmahera; the report went back once and is being examined. */
export function chainedBrother(book: Book): void {
  tell(book, 'Kakak dipasung di belakang rumah sejak 2 tahun')
    .on(-9, '10:30')
    .arrives(
      {
        text: 'Surat dari kepala desa. Dengan hormat, bersama ini kami laporkan seorang warga kami, laki-laki umur 34 tahun, gangguan jiwa, oleh keluarga dipasung dengan balok di belakang rumah sejak kira-kira dua tahun karena sering lari ke laut. Orang tua sudah tua. Puskesmas pembantu tidak ada dokter jiwa. Kami mohon bantuan Kementerian Sosial untuk melepaskan dan mengobati yang bersangkutan. Demikian, atas perhatian diucapkan terima kasih.',
        areaCode: '82.03',
        contact: letter('Kepala Desa', '0823', 'Kantor Desa Contoh, Kecamatan Contoh'),
      },
      { channel: 'letter', by: 'counter', arrivedOn: [-10, '14:00'] },
    )
    .encloses(
      page('surat-kepala-desa.pdf', [
        'PEMERINTAH DESA',
        'Perihal: Permohonan bantuan pelepasan pasung',
        'Surat dipindai di loket, diterima sehari sebelumnya.',
      ]),
    )
    .on(-9, '11:15')
    .verifies('verifier-2', {
      category: 'Orang dengan gangguan jiwa (ODGJ)',
      urgent: true,
      title: 'Warga dengan gangguan jiwa dipasung dua tahun',
    })
    .dispatches(
      'verifier-2',
      'Direktorat Rehabilitasi Sosial Penyandang Disabilitas',
      'Surat bertanggal lama; jangan menunggu.',
      ['Sentra Wasana Bahagia Ternate'],
    )
    .on(-9, '13:00')
    .accepts('unit-officer.disabilitas')
    .assigns('unit-officer.disabilitas', 'ternate', {
      unit: 'Sentra Wasana Bahagia Ternate',
      task: 'Lepas pasung bersama puskesmas dan keluarga, rujuk ke rumah sakit jiwa, dampingi keluarga.',
      days: 3,
    })
    .on(-8, '08:30', 'Asia/Jayapura')
    .assigns('upt-officer.ternate', 'desa', {
      person: 'field-worker.ternate',
      under: 'ternate',
      task: 'Menyeberang dengan feri pagi, bicara dengan orang tua lebih dulu, bawa perawat puskesmas.',
      days: 2,
    })
    .on(-6, '15:00', 'Asia/Jayapura')
    .reportsOn('field-worker.ternate', 'desa', {
      findings:
        'Balok dilepas hari kedua setelah orang tua setuju. Kaki mengecil, ada luka. Tenang setelah suntikan dari perawat.',
      actions: 'Dibawa ke RSUD dengan ambulans desa.',
      evidence: 'Catatan perawat',
    })
    .on(-5, '09:00', 'Asia/Jayapura')
    .sendsBack(
      'upt-officer.ternate',
      'desa',
      'Belum tertulis: siapa yang menjaga di RSUD, obat lanjutan dari mana, dan kesepakatan dengan orang tua supaya tidak dipasung lagi.',
    )
    .on(-4, '10:20', 'Asia/Jayapura')
    .reportsOn('field-worker.ternate', 'desa', {
      findings:
        'Balok dilepas hari kedua setelah orang tua setuju. Kaki mengecil, ada luka dua tempat. Tenang setelah suntikan. Orang tua memasung karena takut ia tenggelam, bukan karena benci.',
      actions:
        'Dirawat di RSUD, dijaga sepupunya bergantian dengan relawan. Obat sebulan dari RSUD, selanjutnya puskesmas pembantu. Kesepakatan tidak memasung ditandatangani orang tua, kepala desa, dan puskesmas.',
      evidence: 'Catatan perawat, kesepakatan bertanda tangan',
    })
    .on(-3, '11:00', 'Asia/Jayapura')
    .reportsOn('upt-officer.ternate', 'ternate', {
      findings: 'Pasung dilepas, penyandang dirawat di RSUD, keluarga bersedia merawat dengan bimbingan.',
      actions:
        'Pendampingan keluarga dua minggu sekali selama enam bulan. Usul kursi roda sementara dan latihan berjalan.',
      evidence: 'Berkas petugas lapangan',
      basis: 'Gerakan bebas pasung; pedoman ATENSI penyandang disabilitas',
      answer:
        'Warga yang Bapak laporkan sudah dilepas dari pasung dan dirawat di RSUD. Orang tuanya setuju tidak memasung lagi; petugas kami mendampingi dua minggu sekali, dan obatnya disediakan di puskesmas pembantu.',
    })
    .on(-2, '09:30')
    .returnsReport(
      'reviewer.disabilitas',
      'Jawaban belum menyebut kapan kunjungan pendampingan pertama dan siapa yang dapat dihubungi kepala desa bila kambuh.',
      'ternate',
    )
    .on(-1, '10:05', 'Asia/Jayapura')
    .reportsOn('upt-officer.ternate', 'ternate', {
      findings: 'Pasung dilepas, penyandang dirawat di RSUD, keluarga bersedia merawat dengan bimbingan.',
      actions:
        'Pendampingan keluarga dua minggu sekali selama enam bulan, kunjungan pertama Senin depan. Nomor jaga Sentra diberikan kepada kepala desa. Usul kursi roda sementara dan latihan berjalan.',
      evidence: 'Berkas petugas lapangan, jadwal kunjungan',
      basis: 'Gerakan bebas pasung; pedoman ATENSI penyandang disabilitas',
      answer:
        'Warga yang Bapak laporkan sudah dilepas dari pasung dan dirawat di RSUD. Orang tuanya setuju tidak memasung lagi. Petugas kami mendampingi dua minggu sekali mulai Senin depan; bila kambuh di luar jadwal, hubungi nomor jaga Sentra Ternate yang sudah ada pada Bapak, siang maupun malam. Obatnya disediakan di puskesmas pembantu.',
    });
}
