import { letter } from '../contacts.ts';
import { page, photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** Aids for persons with disabilities: silence after a good answer, an answer about to lapse, work at both ends. */
export function equipment(book: Book): void {
  tell(book, 'Permohonan kursi roda khusus anak cerebral palsy')
    .on(-46, '09:20')
    .arrives(
      {
        text: 'Dengan hormat. Kami orang tua dari seorang anak laki-laki berumur sebelas tahun penyandang cerebral palsy. Kursi roda yang ada adalah kursi dewasa bekas; anak kami merosot dan punggungnya luka. Kami mohon kursi roda khusus anak dengan penyangga kepala. Surat dokter dan foto terlampir. Hormat kami.',
        areaCode: '33.14',
        contact: letter('Sugiyarti', '0331', 'Dusun Contoh RT 02 RW 01, Kecamatan Contoh'),
      },
      { channel: 'letter', by: 'counter', arrivedOn: [-48, '11:00'] },
    )
    .encloses(
      page('surat-dokter.pdf', [
        'SURAT KETERANGAN DOKTER',
        'Anak, cerebral palsy, GMFCS V, perlu penyangga kepala dan badan.',
      ]),
    )
    .encloses(page('kartu-keluarga.pdf', ['KARTU KELUARGA (contoh untuk peragaan)']), 'family-card')
    .on(-46, '11:30')
    .verifies('verifier-2', {
      category: 'Alat bantu penyandang disabilitas',
      title: 'Kursi roda anak dengan penyangga kepala',
    })
    .dispatches('verifier-2', 'Direktorat Rehabilitasi Sosial Penyandang Disabilitas', '', [
      'Sentra Terpadu Prof. Dr. Soeharso Surakarta',
    ])
    .on(-45, '10:00')
    .accepts('unit-officer.disabilitas')
    .assigns('unit-officer.disabilitas', 'surakarta', {
      unit: 'Sentra Terpadu Prof. Dr. Soeharso Surakarta',
      task: 'Ukur di rumah, pesan kursi sesuai ukuran, latih orang tua.',
      days: 8,
    })
    .on(-44, '09:00')
    .assigns('upt-officer.surakarta', 'ukur', {
      person: 'field-worker.surakarta',
      under: 'surakarta',
      task: 'Kunjungi bersama fisioterapis, bawa kursi contoh.',
      days: 4,
    })
    .on(-41, '15:00')
    .files('field-worker.surakarta', photo('pengukuran.jpg', ['#c9ada7', '#9a8c98', '#4a4e69']))
    .reportsOn('field-worker.surakarta', 'ukur', {
      findings:
        'Anak terukur; perlu sudut duduk 100 derajat, penyangga kepala, sabuk panggul. Luka tekan derajat satu.',
      actions: 'Kursi contoh dipinjamkan hari itu juga. Orang tua diajari mengganti posisi tiap dua jam.',
      evidence: 'Lembar ukur, foto',
    })
    .on(-39, '10:15')
    .reportsOn('upt-officer.surakarta', 'surakarta', {
      findings: 'Kursi dewasa tidak layak pakai bagi anak ini. Ukuran sudah pasti.',
      actions:
        'Kursi dibuat di bengkel Sentra, jadi dalam tujuh hari; sementara itu kursi contoh dipakai anak.',
      evidence: 'Lembar ukur, surat perintah kerja bengkel',
      basis: 'Pedoman alat bantu ATENSI',
      answer:
        'Bapak dan Ibu, kursi roda untuk putra Anda sedang dibuat di bengkel Sentra Surakarta menurut ukurannya sendiri, dengan penyangga kepala dan sabuk panggul. Kursi diantar hari Rabu pekan depan dan sekalian disetel di rumah. Sampai saat itu kursi contoh boleh dipakai. Petugas kami datang lagi sebulan kemudian untuk melihat lukanya.',
    })
    .on(-38, '09:10')
    .approves('reviewer.disabilitas', 'Tanggal antar sudah pasti; setuju.')
    .on(-38, '13:45')
    .closesReport('unit-head.disabilitas')
    .finishes('unit-officer.disabilitas');

  tell(book, 'Alat bantu dengar rusak, sudah dua bulan')
    .on(-13, '16:40')
    .arrives({
      text: 'Alat bantu dengar anak saya dari Kemensos rusak, baru dipakai 5 bulan. Dibawa ke toko katanya harus ganti mesin 3 juta. Di sekolah dia jadi diam saja. Apakah ada garansi atau diganti? Terima kasih.',
      areaCode: '12.71',
      contact: { name: 'Hotmaida', email: 'hotmaida@warga.test', reach: 'email' },
    })
    .on(-12, '09:05')
    .verifies('verifier', {
      category: 'Alat bantu penyandang disabilitas',
      title: 'Alat bantu dengar rusak dalam masa garansi',
    })
    .dispatches('verifier', 'Direktorat Rehabilitasi Sosial Penyandang Disabilitas')
    .on(-12, '11:10')
    .accepts('unit-officer.disabilitas')
    .on(-11, '10:00')
    .reports('unit-officer.disabilitas', {
      findings:
        'Alat dari pengadaan tahun ini, garansi penyedia 12 bulan termasuk mesin. Penerima tidak pernah diberi kartu garansi.',
      actions:
        'Penyedia menukar alat di Sentra Bahagia Medan, biaya nol. Kartu garansi dibagikan ke 62 penerima lain di kota itu.',
      basis: 'Kontrak pengadaan, pasal jaminan',
      answer:
        'Ibu Hotmaida, alat bantu dengar itu bergaransi 12 bulan termasuk mesinnya, jadi Ibu tidak perlu membayar apa pun. Bawa alatnya ke Sentra Bahagia Medan pada hari kerja; alat pengganti sudah disiapkan atas nama anak Ibu dan langsung disetel. Kartu garansi seharusnya Ibu terima sejak awal; itu kelalaian kami.',
    })
    .on(-10, '09:20')
    .approves('reviewer.disabilitas')
    .on(-10, '14:30')
    .closesReport('unit-head.disabilitas')
    .finishes('unit-officer.disabilitas');

  tell(book, 'Kaki palsu tidak pas, dipakai sakit')
    .on(-3, '08:10')
    .arrives({
      text: 'Kaki palsu dari bantuan kemarin tidak pas, dipakai seratus langkah sudah lecet. Saya tukang parkir, harus berdiri terus. Mohon bisa disetel ulang di Medan saja, ongkos ke Jawa tidak ada.',
      areaCode: '12.71',
      contact: { name: 'Ramlan', phone: '0812-0000-0127', reach: 'sms' },
    })
    .on(-3, '08:40')
    .verifies('verifier-3', {
      category: 'Alat bantu penyandang disabilitas',
      title: 'Setel ulang kaki palsu di Medan',
    })
    .dispatches('verifier-3', 'Direktorat Rehabilitasi Sosial Penyandang Disabilitas', '', [
      'Sentra Bahagia Medan',
    ])
    .on(-3, '10:05')
    .accepts('unit-officer.disabilitas')
    .assigns('unit-officer.disabilitas', 'medan', {
      unit: 'Sentra Bahagia Medan',
      task: 'Setel ulang dengan teknisi keliling pekan ini.',
      days: 4,
    })
    .assigns('unit-officer.disabilitas', 'surakarta', {
      unit: 'Sentra Terpadu Prof. Dr. Soeharso Surakarta',
      task: 'Kirim soket cadangan ukuran 24 ke Medan.',
      days: 3,
    })
    .on(-2, '14:00')
    .assigns('upt-officer.medan', 'rumah', {
      person: 'field-worker.medan',
      under: 'medan',
      task: 'Ukur puntung dan cara berjalan di rumahnya.',
      days: 2,
    })
    .on(-1, '11:20')
    .reportsOn('upt-officer.surakarta', 'surakarta', {
      findings: 'Soket ukuran 24 ada, dua buah.',
      actions: 'Dikirim kilat pagi ini, tiba besok di Medan.',
      evidence: 'Resi kirim',
    });
}
