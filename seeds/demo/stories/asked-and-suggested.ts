import { mail, sms, whatsapp } from '../contacts.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const service = 'Layanan pengaduan dan informasi publik';

/** Questions and suggestions that a verifier can answer, and a second one lets out (4a). */
export function askedAndSuggested(book: Book): void {
  tell(book, 'Cara mengecek saya terdaftar atau tidak')
    .on(-23, '21:20')
    .arrives({
      text: 'mau nanya, cara cek sy terdaftar bansos atau gak gmn ya? hp sy jadul ga bisa aplikasi',
      kind: 'information-request',
      areaCode: '18.06',
      contact: sms('Mbak Tini', '1806'),
    })
    .on(-22, '09:20')
    .verifies('verifier-3', {
      category: service,
      kind: 'information-request',
      title: 'Cara mengecek kepesertaan tanpa ponsel pintar',
    })
    .answers(
      'verifier-3',
      'Mbak Tini, ada tiga cara tanpa aplikasi: (1) telepon 171 dari HP biasa; (2) tanya petugas data di kantor kelurahan atau desa, cukup sebut nama dan alamat; (3) minta tolong siapa pun membuka cekbansos lewat internet dan mengisi nama serta desa, NIK tidak perlu dibagikan ke orang lain. Semua gratis.',
    )
    .on(-22, '10:45')
    .releases('verifier');

  tell(book, 'Beda PKH dan sembako')
    .on(-8, '11:11')
    .arrives({
      text: 'Apakah keluarga yang sudah PKH boleh dapat Sembako juga? Kepala desa bilang harus pilih salah satu supaya adil.',
      kind: 'information-request',
      areaCode: '32.06',
      contact: whatsapp('Pa Ade', '3206'),
    })
    .on(-7, '08:45')
    .verifies('verifier', {
      category: service,
      kind: 'information-request',
      title: 'PKH dan Sembako bersamaan',
    })
    .answers(
      'verifier',
      'Boleh. PKH dan Sembako dua program dengan syarat sendiri-sendiri, dan keluarga yang memenuhi keduanya menerima keduanya. Kepala desa tidak berwenang meminta warga memilih. Bila ada yang diminta melepas salah satu, laporkan nama desanya; kami yang menjelaskan kepada kepala desa.',
    )
    .on(-7, '11:30')
    .releases('verifier-2');

  tell(book, 'Bahasa isyarat di pengumuman video')
    .on(-26, '14:14')
    .arrives({
      text: 'Video pengumuman penyaluran di media sosial belum ada juru bahasa isyarat. Teman-teman Tuli jadi tahu paling akhir. Mohon diadakan, minimal teks.',
      kind: 'aspiration',
      areaCode: '34.71',
      secrecy: 'L0',
      contact: mail('Komunitas Tuli', 'komunitas.tuli'),
    })
    .on(-25, '09:08')
    .verifies('verifier-2', {
      category: service,
      kind: 'aspiration',
      title: 'Juru bahasa isyarat pada video pengumuman',
    })
    .answers(
      'verifier-2',
      'Usul ini diterima. Mulai bulan depan setiap video pengumuman memakai teks dan juru bahasa isyarat; dua juru bahasa sudah dikontrak. Komunitas Anda kami undang memeriksa istilahnya sebelum video pertama.',
    )
    .on(-24, '13:40')
    .releases('central-admin')
    .on(-20, '19:30')
    .confirms(5, 'Terima kasih, kami siap membantu memeriksa istilah.')
    .on(-18, '10:40')
    .preparesPublicText('verifier')
    .on(-18, '14:05')
    .sendsPublicTextBack('central-admin', 'Jumlah juru bahasa yang dikontrak tidak perlu disebut.')
    .on(-17, '09:15')
    .preparesPublicText('verifier', 'dua juru bahasa sudah dikontrak')
    .on(-17, '11:30')
    .publishes('central-admin');

  tell(book, 'Berapa anggaran bantuan di kabupaten kami')
    .on(-5, '13:33')
    .arrives({
      text: 'Kami mahasiswa sedang menulis tugas akhir. Berapa jumlah penerima dan anggaran PKH di Kabupaten Banyumas tiga tahun terakhir?',
      kind: 'information-request',
      areaCode: '33.02',
      contact: mail('Mahasiswa Purwokerto', 'skripsi'),
    })
    .on(-4, '10:50')
    .verifies('verifier-2', {
      category: service,
      kind: 'information-request',
      title: 'Jumlah penerima dan anggaran PKH satu kabupaten',
    })
    .on(-2, '14:15')
    .answers(
      'verifier-2',
      'Jumlah penerima PKH di Kabupaten Banyumas dan anggarannya menurut tahun ada pada lampiran laporan tahunan, halaman 41 sampai 44. Angka per tahap dapat diminta sebagai permohonan informasi resmi lewat PPID bila diperlukan.',
    );

  tell(book, 'Izin pengumpulan uang untuk korban kebakaran')
    .on(-6, '18:25')
    .arrives({
      text: 'Karang taruna mau galang dana di lampu merah untuk korban kebakaran. Kata polisi harus ada izin. Urusnya ke mana, berapa lama? Korbannya butuh sekarang.',
      kind: 'information-request',
      areaCode: '64.71',
      contact: whatsapp('Karang taruna', '6471'),
    })
    .on(-5, '08:40')
    .isSent('verifier', 'potensi', {
      category: 'Izin pengumpulan uang atau barang dan undian',
      kind: 'information-request',
      title: 'Izin penggalangan dana korban kebakaran',
    })
    .isAccepted('potensi', -4)
    .isReported('potensi', -3, {
      findings: 'Penggalangan dalam satu kota untuk bencana; izin wali kota, bukan menteri.',
      actions: 'Dinas sosial kota diberi tahu dan menyediakan izin satu hari untuk bencana.',
      basis: 'Aturan pengumpulan uang atau barang',
      answer:
        'Untuk penggalangan dalam satu kota izinnya dari wali kota lewat dinas sosial kota. Untuk bencana dinas menyediakan izin yang selesai satu hari: bawa daftar panitia dan nomor rekening khusus. Laporan penggunaan diminta sebulan sesudahnya.',
    })
    .isFinished('potensi', -2);

  tell(book, 'Surat balasan pakai bahasa yang mudah')
    .on(-2, '19:27')
    .arrives({
      text: 'Usul: surat dari kementerian jangan pakai kata "sehubungan dengan hal tersebut di atas". Bapak saya baca tiga kali tetap tanya ini maksudnya diterima atau ditolak.',
      kind: 'aspiration',
      areaCode: '71.72',
      contact: sms('Ibu Meiske', '7172'),
    })
    .on(-1, '09:29')
    .verifies('verifier-3', {
      category: service,
      kind: 'aspiration',
      title: 'Surat balasan dengan bahasa sederhana',
    });
}
