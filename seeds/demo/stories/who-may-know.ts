import { mail, sms, whatsapp } from '../contacts.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** What becomes of what is known about the reporter, and who is kept out of a case that is about them. */
export function whoMayKnow(book: Book): void {
  tell(book, 'Sudah pindah kerja, minta datanya dihapus')
    .on(-42, '19:22')
    .arrives({
      text: 'Tiap pencairan ketua kelompok mengumpulkan uang lelah sepuluh ribu per orang. Yang tidak setor dilewati waktu pembagian beras. Saya bersedia dihubungi.',
      areaCode: '33.20',
      contact: whatsapp('Wagiman', '3320'),
    })
    .on(-41, '09:12')
    .isSent('verifier-2', 'jamsos', {
      category: 'Perilaku pegawai dan pendamping',
      oversight: true,
      title: 'Ketua kelompok memungut uang lelah setiap pencairan',
    })
    .isAccepted('jamsos', -40)
    .isReported('jamsos', -38, {
      findings: 'Dua belas dari empat belas anggota membenarkan pungutan sepuluh ribu rupiah.',
      actions: 'Ketua kelompok diganti lewat musyawarah; uang empat bulan terakhir dikembalikan.',
      evidence: 'Berita acara musyawarah, daftar tanda terima',
      answer:
        'Pak Wagiman, pungutan itu memang ada dan tidak dibenarkan. Ketua kelompok sudah diganti, dan uang empat bulan terakhir dikembalikan kepada anggota pada hari Sabtu.',
    })
    .isFinished('jamsos', -36)
    .on(-35, '18:05')
    .confirms(4, 'Uang sudah kembali. Terima kasih.')
    .on(-6, '20:15')
    .asksAboutData(
      'erasure',
      'Saya sekarang bekerja di kantor desa yang sama. Urusannya sudah selesai, mohon nama dan nomor saya dihapus.',
    )
    .on(-5, '09:10')
    .holdsIdentity(
      'privacy-officer',
      'Inspektorat Jenderal masih memeriksa pendamping kelompok ini; keterangannya mungkin diminta.',
    )
    .on(-3, '10:20')
    .liftsHold('privacy-officer', 'Pemeriksaan selesai, keterangan pelapor tidak diperlukan lagi.')
    .destroysIdentity('privacy-officer', 'Permintaan pelapor; tujuan pengumpulannya sudah tercapai.')
    .answersAboutData(
      'privacy-officer',
      'erasure',
      'granted',
      'Nama dan nomor Anda sudah kami musnahkan dan tidak dapat dibuka lagi oleh siapa pun. Laporannya tetap tersimpan tanpa identitas Anda; kode lacak tetap berlaku.',
    );

  tell(book, 'Diancam tetangga setelah melapor')
    .on(-10, '21:03')
    .arrives({
      text: 'Data keluarga kami di sistem tercampur dengan keluarga lain: di kartu kami ada dua anak yang bukan anak saya. Akibatnya bantuan anak sekolah dihentikan.',
      areaCode: '32.04',
      contact: sms('Imas', '3204'),
    })
    .on(-9, '09:40')
    .isSent('verifier-3', 'pusdatin', {
      category: 'Data DTSEN/DTKS: usul, sanggah, desil',
      title: 'Data keluarga tercampur dengan keluarga lain',
    })
    .isAccepted('pusdatin', -8)
    .on(-7, '20:30')
    .asksAboutData(
      'restriction',
      'Keluarga yang datanya tercampur dengan kami datang marah-marah. Tolong nama saya jangan dibuka siapa pun dulu.',
    )
    .on(-6, '08:35')
    .answersAboutData(
      'privacy-officer',
      'restriction',
      'granted',
      'Nama Anda sekarang tidak dapat dibuka petugas mana pun. Perbaikan datanya tetap berjalan tanpa identitas Anda. Bila Anda merasa aman lagi, Anda sendiri yang mencabut pembatasan ini di halaman lacak.',
    )
    .on(-2, '19:10')
    .liftsRestriction();

  tell(book, 'Jadwal layanan ditempel setelah ada yang bertanya')
    .on(-26, '10:41')
    .arrives({
      text: 'Usul saja: jadwal kunjungan mobil layanan ditempel di pasar dan masjid, jangan hanya di kantor kecamatan. Yang tua-tua tidak pernah ke kecamatan.',
      kind: 'aspiration',
      areaCode: '52.02',
      contact: mail('Lalu Hamdan', 'hamdan'),
    })
    .on(-25, '09:05')
    .isSent('verifier', 'lansia', {
      category: 'Layanan pengaduan dan informasi publik',
      kind: 'aspiration',
      title: 'Jadwal mobil layanan ditempel di pasar dan masjid',
    })
    .isAccepted('lansia', -24)
    .isReported('lansia', -22, {
      findings: 'Jadwal hanya ditempel di empat kantor kecamatan.',
      actions: 'Mulai bulan ini jadwal dicetak besar dan ditempel di sebelas pasar dan dua puluh masjid.',
      answer:
        'Usul Bapak kami pakai. Mulai bulan ini jadwal ditempel di sebelas pasar dan dua puluh masjid, dan diumumkan sesudah salat Jumat.',
    })
    .isFinished('lansia', -20)
    .on(-19, '13:20')
    .confirms(5, 'Sudah saya lihat di pasar. Bagus.')
    .on(-12, '09:30')
    .opensUp('verifier', 'L0', 'Usul ini berguna bagi kabupaten lain; boleh dibaca umum bila pelapor setuju.')
    .on(-11, '19:45')
    .agreesToOpenUp()
    .on(-10, '08:50')
    .confirmsOpening('verifier-2');

  tell(book, 'Dibantu di loket, dipersulit di ruang belakang')
    .on(-5, '17:48')
    .arrives({
      text: 'Berkas pengangkatan anak kami dibantu Fitriani Rauf sampai lengkap, tetapi di ruang belakang diminta map khusus yang hanya dijual di koperasi kantor itu, harganya tiga ratus ribu.',
      areaCode: '31.74',
      contact: mail('Keluarga Santoso', 'santoso'),
    })
    .on(-4, '09:02')
    .verifies('verifier-2', {
      category: 'Pengangkatan anak',
      oversight: true,
      title: 'Pemohon diminta membeli map khusus di koperasi kantor',
    })
    .letsIn('verifier-2', 'unit-officer.anak', 'Disebut sebagai yang membantu, bukan yang diadukan.')
    .keepsOut('verifier-2', { person: 'reviewer.anak' }, 'Memegang ruang yang disebut dalam laporan.')
    .on(-4, '09:20')
    .dispatches('verifier-2', 'Inspektorat Jenderal', 'Jangan lewat direktorat yang dilaporkan.')
    .isAccepted('itjen', -3);

  tell(book, 'Kunjungan rumah berganti petugas')
    .on(-7, '14:12')
    .arrives({
      text: 'Adik saya tuli sejak lahir, alat bantu dengar dari sentra sudah enam bulan rusak. Katanya akan ada yang datang mengukur lagi, belum juga.',
      areaCode: '74.71',
      contact: whatsapp('Salmia', '7471'),
    })
    .on(-6, '09:25')
    .isSent('verifier-3', 'disabilitas', {
      category: 'Alat bantu penyandang disabilitas',
      title: 'Alat bantu dengar rusak enam bulan, menunggu pengukuran',
    })
    .isAccepted('disabilitas', -6, '10')
    .assigns('unit-officer.disabilitas', 'ukur ulang', {
      unit: 'Sentra Meohai Kendari',
      task: 'Ukur ulang pendengaran di rumah, bawa alat pinjaman.',
      days: 4,
    })
    .on(-5, '09:15', 'Asia/Makassar')
    .assigns('upt-officer', 'kunjungan', {
      person: 'field-worker',
      task: 'Kunjungan rumah dengan juru ukur.',
      days: 3,
      under: 'ukur ulang',
    })
    .on(-3, '08:40', 'Asia/Makassar')
    .handsOver('upt-officer', 'kunjungan', 'field-worker-2', 'La Ode Rusdin sakit; kunjungan tidak ditunda.');
}
