import { mail, whatsapp } from '../contacts.ts';
import { page } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const conduct = 'Perilaku pegawai dan pendamping';

/** Conduct and money: in the inspectorate's hands, with names kept closer than elsewhere. */
export function underOversight(book: Book): void {
  tell(book, 'Agen bank memotong 10 ribu tiap gesek')
    .on(-48, '17:20')
    .arrives({
      text: 'Agen bank tempat gesek memotong 10 ribu setiap kali ambil, katanya biaya mesin. Kami 200 orang lebih di desa ini. Hitung sendiri setahun berapa.',
      areaCode: '52.02',
      secrecy: 'L1',
      contact: whatsapp('Warga penerima', '5202'),
    })
    .on(-47, '09:10')
    .isSent('verifier', 'itjen', {
      category: 'Pungutan atau potongan bantuan',
      oversight: true,
      title: 'Agen bank memotong Rp10.000 setiap penarikan',
    })
    .isAccepted('itjen', -46)
    .on(-45, '10:20')
    .writesInSubstance(
      'unit-officer.itjen',
      'Penarikan bantuan di agen tidak boleh dipotong. Kami memeriksa bersama bank; sementara itu simpan struknya bila ada.',
    )
    .isReported('itjen', -38, {
      findings: 'Pemeriksaan 214 transaksi: potongan Rp10.000 pada 198 di antaranya selama tujuh bulan.',
      actions:
        'Izin agen dicabut bank, Rp13.860.000 dikembalikan kepada 206 penerima di balai desa. Berkas diserahkan kepada kepolisian.',
      evidence: 'Berita acara pengembalian, rekaman transaksi',
      basis: 'Perjanjian keagenan bank penyalur',
      answer:
        'Potongan itu terbukti: 198 penarikan selama tujuh bulan. Agen sudah dicabut izinnya dan uangnya dikembalikan kepada 206 penerima di balai desa. Agen pengganti mulai bekerja pekan depan; bila diminta biaya apa pun, laporkan lagi, nama Anda tetap kami simpan.',
    })
    .isFinished('itjen', -36)
    .on(-31, '20:30')
    .confirms(5, 'Uang kembali 70 ribu. Yang penting kapok.');

  tell(book, 'Pendamping memasang foto caleg di pertemuan')
    .on(-30, '19:18')
    .arrives({
      text: 'Waktu pertemuan kelompok, pendamping membagikan kalender bergambar calon dan bilang kalau tidak pilih nanti bantuan dihapus. Saya rekam suaranya.',
      areaCode: '15.09',
      secrecy: 'L1',
      contact: mail('Anggota kelompok', 'anggota.tebo'),
    })
    .encloses(
      page('catatan rekaman.pdf', [
        'Catatan isi rekaman pertemuan, 14 menit.',
        'Menit 6: ancaman penghapusan bantuan.',
      ]),
    )
    .on(-30, '19:40')
    .hides('L3')
    .on(-29, '08:45')
    .isSent(
      'verifier-2',
      'itjen',
      { category: conduct, oversight: true, title: 'Pendamping diduga mengarahkan pilihan politik' },
      'Pelapor sangat rahasia; jangan hubungi kelompoknya.',
    )
    .isAccepted('itjen', -28)
    .on(-27, '10:10')
    .reveals(
      'inspectorate',
      'safety',
      'Memastikan pemeriksa tidak mewawancarai pelapor di depan pendamping yang diperiksa.',
    )
    .on(-25, '14:05')
    .writesInSubstance(
      'unit-officer.itjen',
      'Rekaman Anda cukup jelas. Pendamping dinonaktifkan selama pemeriksaan, dengan alasan penyegaran wilayah supaya tidak ada yang mencari pelapor. Pengawas pemilu kami libatkan tanpa menyebut Anda.',
    )
    .on(-9, '09:30')
    .notes(
      'unit-officer.itjen',
      'Keterangan empat anggota kelompok selesai; menunggu pendapat pengawas pemilu.',
    );

  tell(book, 'Petugas loket minta uang rokok')
    .on(-10, '10:40')
    .arrives({
      text: 'Urus surat rekomendasi berobat di kantor, petugas bilang "uang rokoknya mana". Saya kasih 20 ribu baru dikerjakan. Orangnya berkumis, loket paling kiri, hari Selasa pagi.',
      areaCode: '31.71',
      contact: whatsapp('Bang Juhri', '3172'),
    })
    .on(-9, '13:22')
    .isSent('verifier-3', 'linjamsos', {
      category: 'Layanan pengaduan dan informasi publik',
      title: 'Petugas loket meminta uang',
    })
    .on(-8, '09:33')
    .returns(
      'unit-officer.linjamsos',
      'Ini perilaku pegawai dan uang; harus dengan kadar pengawasan dan ke Inspektorat, bukan ke kami.',
    )
    .on(-8, '10:50')
    .reclassifies(
      'verifier-3',
      { category: conduct, oversight: true, title: 'Petugas loket meminta uang rokok' },
      'Menyangkut uang dan perilaku pegawai; pada pemeriksaan pertama terbaca sebagai mutu layanan.',
    )
    .dispatches(
      'verifier-3',
      'Inspektorat Jenderal',
      'Rekaman kamera loket disimpan 14 hari, mohon segera diminta.',
    )
    .on(-7, '08:33')
    .accepts('unit-officer.itjen')
    .on(-3, '11:15')
    .reports('unit-officer.itjen', {
      findings: 'Rekaman kamera menunjukkan uang diterima. Petugas mengakui, juga untuk dua orang lain.',
      actions:
        'Diusulkan hukuman disiplin sedang. Uang dikembalikan. Loket dipasangi tulisan tanpa biaya dan nomor 171.',
      evidence: 'Salinan rekaman, berita acara pengakuan',
      basis: 'Peraturan disiplin pegawai negeri sipil',
      answer:
        'Pengaduan Bapak terbukti dari rekaman kamera. Petugasnya sedang dijatuhi hukuman disiplin dan uang Bapak dikembalikan; silakan diambil di loket atau kami kirim. Semua surat di kantor itu tidak dipungut biaya.',
    });

  tell(book, 'Kuota peserta pelatihan diisi keluarga pejabat')
    .on(-6, '23:20')
    .arrives({
      text: 'Peserta pelatihan kewirausahaan tahun ini separuhnya kerabat panitia. Saya punya daftar hadir dan hubungan keluarganya. Saya pegawai di dalam, kalau ketahuan habis saya.',
      secrecy: 'L3',
    })
    .on(-5, '08:25')
    .seals(
      'central-admin',
      'Pelapor orang dalam dan menyebut nama pejabat; hanya Inspektorat yang boleh tahu laporan ini ada.',
    );
}
