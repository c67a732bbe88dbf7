import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** Where no field work is needed (4a): a question, a suggestion, and what happens when the first answer is no answer. */
export function answersAtTheDesk(book: Book): void {
  tell(book, 'Cara sanggah desil')
    .on(-17, '08:20')
    .arrives({
      text: 'Saya cek desil keluarga saya 7, padahal suami kena PHK sejak puasa lalu dan rumah kontrakan. Bagaimana cara menyanggahnya? Apakah harus lewat kelurahan atau bisa lewat HP? Berapa lama?',
      kind: 'information-request',
      title: 'Bagaimana menyanggah desil DTSEN',
      areaCode: '32.77',
      contact: { name: 'Neneng Kurniasih', email: 'neneng@warga.test', reach: 'email' },
    })
    .on(-17, '10:40')
    .verifies('verifier', { category: 'Data DTSEN/DTKS: usul, sanggah, desil', kind: 'information-request' })
    .answers(
      'verifier',
      'Terima kasih atas pertanyaan Ibu. Sanggah desil diajukan sesuai ketentuan yang berlaku. Silakan menghubungi instansi terkait.',
    )
    .on(-17, '13:05')
    .returnsAnswer(
      'verifier-2',
      'Ini tidak menjawab. Pelapor menanyakan tiga hal: lewat mana, dengan apa, berapa lama. Tulis ulang.',
    )
    .on(-16, '09:00')
    .answers(
      'verifier',
      'Ibu Neneng, ada dua jalan dan boleh pilih salah satu. (1) Lewat HP: aplikasi Cek Bansos, masuk, pilih Usul Sanggah, lalu Perbarui Data; siapkan foto rumah dan surat PHK suami. (2) Lewat kelurahan: datang ke petugas data pada jam kerja dengan KK dan surat PHK. Keduanya diperiksa petugas lapangan, lalu desil dihitung ulang tiap tiga bulan; hasilnya dapat dilihat di aplikasi yang sama. Surat PHK dan perjanjian kontrak rumah adalah bukti yang paling menentukan dalam hal Ibu. Semua tanpa biaya.',
    )
    .on(-16, '10:30')
    .releases('verifier-2')
    .on(-15, '20:00')
    .confirms(5, 'jelas sekali, langsung saya kerjakan malam ini lewat HP');

  tell(book, 'Usul pembagian sembako malam hari')
    .on(-12, '19:31')
    .arrives({
      text: 'Usul saja: pembagian sembako jangan jam kerja terus. Kami buruh pabrik, kalau ijin dipotong upah setengah hari. Sekali-kali buka jam 7 malam atau hari Minggu.',
      kind: 'aspiration',
      title: 'Pembagian sembako di luar jam kerja',
      areaCode: '36.03',
      secrecy: 'L0',
      contact: { name: 'Buruh pabrik', phone: '0812-0000-0363', reach: 'sms' },
    })
    .on(-11, '09:15')
    .verifies('verifier-3', { category: 'Sembako/BPNT', kind: 'aspiration' })
    .answers(
      'verifier-3',
      'Usul Anda masuk akal dan sudah kami bahas dengan Ditjen Pemberdayaan Sosial. Mulai tahap depan, di lima kabupaten industri termasuk Tangerang, penyaluran dibuka juga Minggu pagi pukul 07.00 sampai 10.00. Pengambilan boleh diwakili anggota keluarga dalam satu KK dengan membawa kartu. Bila percobaan ini berjalan baik, daerah lain menyusul.',
    )
    .on(-11, '14:00')
    .releases('verifier')
    .on(-10, '18:40')
    .confirms(5, 'wah didengar juga. mantap')
    .on(-8, '09:20')
    .preparesPublicText('verifier-2')
    .on(-7, '10:10')
    .publishes('central-admin');

  tell(book, 'Kapan Sekolah Rakyat di Sumba dibuka?')
    .on(-3, '11:50')
    .arrives({
      text: 'Selamat siang, kapan Sekolah Rakyat di Sumba menerima siswa dan apa syaratnya? Anak saya kelas 6, kami penerima PKH. Di kampung belum ada yang tahu.',
      kind: 'information-request',
      areaCode: '53.11',
      contact: { name: 'Umbu Nggaba', phone: '0812-0000-0531', reach: 'whatsapp' },
    })
    .on(-2, '09:20')
    .verifies('verifier-2', { category: 'Sekolah Rakyat', kind: 'information-request' })
    .on(-1, '10:00')
    .answers(
      'verifier-2',
      'Bapak Umbu, Sekolah Rakyat di Sumba Timur membuka pendaftaran tahun ajaran baru bulan April untuk kelas 7. Siswa tidak melamar sendiri: keluarga desil 1 dan 2 didatangi pendamping PKH, lalu anak dan orang tua ditanyai kesediaannya tinggal di asrama. Semua biaya ditanggung. Supaya tidak terlewat, beri tahu pendamping Anda bahwa anak Anda tamat kelas 6 tahun ini; nama pendamping ada di kartu PKH.',
    );

  tell(book, 'Keluhan 171 lama diangkat')
    .on(-5, '17:10')
    .arrives({
      text: 'Saya telpon 171 kemarin 25 menit nunggu lagu terus. Pulsa habis. Kalau memang sibuk ya bilang antrean ke berapa.',
      areaCode: '35.73',
      contact: { name: 'Pak Rudi', phone: '0812-0000-0357', reach: 'sms' },
    })
    .on(-4, '08:45')
    .verifies('verifier', {
      category: 'Layanan pengaduan dan informasi publik',
      title: 'Menunggu 25 menit di 171',
    })
    .answers('verifier', 'Mohon maaf Bapak menunggu lama. Jumlah penelepon sedang tinggi.')
    .on(-4, '11:15')
    .returnsAnswer(
      'central-admin',
      'Sebutkan apa yang diperbaiki dan bagaimana pulsanya. Angka tunggu dua minggu ini ada di Pusat Kendali.',
    );
}
