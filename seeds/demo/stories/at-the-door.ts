import { page } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** What else can become of a matter at the door: asked back, sent on and taken back, sealed, withdrawn. */
export function atTheDoor(book: Book): void {
  tell(book, 'Bansos tidak keluar')
    .on(-31, '19:02')
    .arrives({
      text: 'bansos sy ga keluar2 pdhl tetangga dpt semua. adil dong pak!!',
      areaCode: '32.12',
      contact: { name: 'Warsinah', phone: '0812-0000-0321', reach: 'sms' },
    })
    .on(-30, '10:12')
    .asks(
      'verifier-3',
      'Ibu Warsinah, supaya dapat kami periksa: bantuan apa yang biasa Ibu terima (PKH, sembako, atau lainnya), sejak kapan tidak keluar, dan di desa mana? Jangan tulis NIK di sini; cukup balas dengan kata-kata.',
    )
    .on(-22, '20:45')
    .completes('maap baru bales ga ada pulsa. yg sembako, 2 x ga keluar. desa karangsong. kartu masih ada')
    .on(-21, '09:00')
    .verifies('verifier-3', {
      category: 'Sembako/BPNT',
      title: 'Bantuan sembako dua kali tidak keluar, kartu masih ada',
    })
    .dispatches('verifier-3', 'Direktorat Jenderal Pemberdayaan Sosial')
    .on(-21, '13:10')
    .accepts('unit-officer.dayasos')
    .on(-20, '14:00')
    .reports('unit-officer.dayasos', {
      findings:
        'Kartu aktif, saldo dua bulan ada, tetapi e-warong di desa tutup sejak pemiliknya sakit. Penerima tidak diberi tahu bahwa boleh belanja di e-warong lain.',
      actions:
        'Bank membuka penyaluran lewat kantor desa tiap Kamis sampai ada e-warong pengganti. 143 penerima desa itu dikabari lewat kepala dusun.',
      evidence: 'Daftar saldo, surat bank',
      answer:
        'Ibu Warsinah, bantuan Ibu tidak hilang. Saldo dua bulan masih di kartu; yang tutup adalah warung tempat mengambilnya karena pemiliknya sakit. Mulai Kamis ini sembako dibagikan di kantor desa, jam 8 sampai 12, bawa kartunya. Kartu yang sama juga berlaku di e-warong desa sebelah.',
    })
    .on(-20, '15:20')
    .approves('reviewer.dayasos')
    .closesReport('unit-head.dayasos')
    .finishes('unit-officer.dayasos')
    .on(-18, '11:40')
    .confirms(5, 'sdh diambil pak beras 20 kilo. tks');

  tell(book, 'BPJS mati, mau cuci darah')
    .on(-13, '05:36')
    .arrives({
      text: 'Suami saya lusa jadwal cuci darah tapi BPJS PBI katanya nonaktif. Rumah sakit suruh urus dulu. Kelurahan bilang ke dinas, dinas bilang tunggu pusat. Kami tidak punya uang untuk bayar sendiri. Tolong, ini soal nyawa.',
      areaCode: '36.71',
      contact: { name: 'Entin Suhartini', phone: '0812-0000-0367', reach: 'whatsapp' },
    })
    .on(-13, '08:05')
    .refers(
      'verifier',
      'Dinas Sosial Kota Tangerang',
      'Pengaktifan kembali PBI-JK untuk yang sedang berobat diusulkan lewat dinas sosial kota; kami sudah menelepon petugasnya.',
    )
    .on(-13, '15:12')
    .objects(
      'Dinas bilang usulannya sudah dikirim seminggu lalu dan yang belum menyetujui itu Kemensos sendiri. Jangan dioper lagi, tinggal dua hari!',
    )
    .on(-13, '15:40')
    .verifies('verifier-2', {
      category: 'Aktivasi PBI-JK',
      urgent: true,
      title: 'PBI-JK nonaktif, jadwal cuci darah dua hari lagi',
      note: 'Keberatan pelapor benar: usulan dinas sudah masuk.',
    })
    .dispatches(
      'verifier-2',
      'Pusat Data dan Informasi Kesejahteraan Sosial',
      'Sangat mendesak, cuci darah lusa.',
    )
    .accepts('unit-officer.pusdatin')
    .on(-12, '09:20')
    .reports('unit-officer.pusdatin', {
      findings:
        'Usulan reaktivasi dari dinas masuk tujuh hari lalu, tertahan karena surat rawat tidak terbaca oleh sistem (berkas miring).',
      actions:
        'Diverifikasi dengan tangan dan disetujui pagi ini. BPJS Kesehatan mengaktifkan kartu pukul 09.05. Rumah sakit sudah ditelepon.',
      evidence: 'Bukti aktif BPJS Kesehatan',
      answer:
        'Ibu Entin, kartu PBI-JK suami Ibu aktif sejak pukul 09.05 pagi ini dan rumah sakit sudah kami beri tahu; cuci darah besok tetap berjalan. Usulan dinas sebenarnya sudah benar sejak awal; yang menahannya adalah pemeriksaan berkas di tempat kami. Kami mohon maaf sempat mengarahkan Ibu kembali ke dinas.',
    })
    .approves('reviewer.pusdatin')
    .closesReport('unit-head.pusdatin')
    .finishes('unit-officer.pusdatin')
    .on(-10, '17:30')
    .confirms(4, 'Alhamdulillah jadi cuci darah. Tapi jangan nunggu orang marah dulu baru diperiksa.');

  tell(book, 'Dugaan pengaturan pemenang pengadaan paket bantuan')
    .on(-14, '23:58')
    .arrives({
      text: 'Saya orang dalam. Paket bantuan tahun ini sudah diatur pemenangnya sebelum diumumkan. Spesifikasi karung ditulis dari contoh perusahaan itu. Ada pertemuan di luar kantor dua kali. Saya punya jadwal dan nama. Mohon jangan sampai atasan saya tahu, dia ikut.',
      secrecy: 'L3',
    })
    .on(-13, '08:15')
    .seals(
      'central-admin',
      'Pelapor orang dalam, menyebut pejabat; hanya Inspektorat Jenderal yang boleh membaca.',
    );

  tell(book, 'Pendamping minta setoran, minta ditarik lagi')
    .on(-35, '18:20')
    .arrives({
      text: 'Pendamping PKH di kelurahan kami minta uang bensin 20 ribu tiap bulan. Tidak wajib katanya tapi yang tidak kasih tidak diundang pertemuan.',
      areaCode: '16.71',
      contact: { name: 'Sri Rejeki', phone: '0812-0000-0167', reach: 'sms' },
    })
    .on(-34, '09:30')
    .verifies('verifier', {
      category: 'Perilaku pegawai dan pendamping',
      oversight: true,
      title: 'Pendamping meminta uang bensin setiap bulan',
    })
    .dispatches('verifier', 'Inspektorat Jenderal')
    .on(-33, '10:00')
    .accepts('unit-officer.itjen')
    .on(-30, '21:14')
    .withdraws(
      'Sudah dibicarakan di pertemuan, uangnya dikembalikan dan pendampingnya minta maaf. Saya tarik saja supaya tidak panjang.',
    );

  tell(book, 'Mohon data penerima bantuan per desa')
    .on(-8, '09:15')
    .arrives(
      {
        text: 'Pemohon: lembaga kajian desa. Meminta jumlah penerima PKH dan Sembako per desa di satu kabupaten selama tiga tahun terakhir, tanpa nama, dalam bentuk tabel, untuk kajian ketepatan sasaran. Membawa surat permohonan.',
        kind: 'information-request',
        title: 'Permohonan data agregat penerima bantuan per desa',
        areaCode: '31.71',
        contact: { name: 'Lembaga Kajian Desa', email: 'kajian@warga.test', reach: 'email' },
      },
      { channel: 'counter', by: 'counter' },
    )
    .encloses(
      page('surat-permohonan.pdf', [
        'SURAT PERMOHONAN INFORMASI',
        'Data agregat, tanpa nama, tiga tahun terakhir.',
      ]),
    )
    .on(-8, '10:30')
    .verifies('verifier', {
      category: 'Layanan pengaduan dan informasi publik',
      kind: 'information-request',
      title: 'Permohonan data agregat penerima bantuan per desa',
    })
    .dispatches('verifier', 'Biro Hubungan Masyarakat', 'Untuk PPID.')
    .on(-7, '09:00')
    .accepts('ppid')
    .notes(
      'ppid',
      'Data ada di Pusdatin, agregat per desa tidak dikecualikan. Desa dengan kurang dari lima penerima digabung supaya orangnya tidak dikenali.',
    )
    .on(-5, '10:10')
    .asks(
      'ppid',
      'Kabupaten yang dimaksud belum disebut dalam surat, dan apakah desa dengan kurang dari lima penerima boleh kami gabung demi kerahasiaan orangnya?',
    );
}
