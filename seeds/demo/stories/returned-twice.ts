import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** Two units each say that it is the other's; after the second return the verifier's decision binds. */
export function returnedTwice(book: Book): void {
  tell(book, 'PKH berhenti karena tercatat meninggal, padahal masih hidup')
    .on(-44, '20:13')
    .arrives({
      text: 'Assalamualaikum. Ibu saya penerima PKH komponen lansia sejak 2019. Tahap kemarin tidak cair, kata pendamping di sistem ibu saya sudah MENINGGAL. Ibu saya masih sehat pak, masih jualan gorengan tiap sore. Kami sudah ke kelurahan, katanya KTP aktif, KK juga aktif. Ke dinas sosial disuruh tunggu. Ini sudah bulan ketiga. Tolong dihidupkan lagi ibu saya di komputer itu.',
      areaCode: '33.29',
      contact: { name: 'Khoirul Umam', email: 'khoirul@warga.test', reach: 'email' },
    })
    .on(-43, '09:30')
    .verifies('verifier-2', { category: 'Program Keluarga Harapan (PKH)' })
    .dispatches('verifier-2', 'Direktorat Jaminan Sosial', 'Penghentian karena status meninggal.')
    .on(-42, '15:10')
    .returns(
      'unit-officer',
      'Status meninggal datang dari pemutakhiran data, bukan dari penyaluran. Yang dapat membetulkan adalah Pusdatin.',
    )
    .on(-41, '09:15')
    .dispatches(
      'verifier-2',
      'Pusat Data dan Informasi Kesejahteraan Sosial',
      'Lihat alasan Direktorat Jaminan Sosial.',
    )
    .on(-39, '10:40')
    .returns(
      'unit-officer.pusdatin',
      'Di basis data kami orangnya hidup sejak pemadanan terakhir. Yang masih memegang status lama adalah daftar salur PKH. Mohon kembali ke Direktorat Jaminan Sosial.',
    )
    .on(-39, '14:00')
    .dispatches(
      'central-admin',
      'Direktorat Jaminan Sosial',
      'Diputuskan admin pusat: Direktorat Jaminan Sosial menangani, Pusdatin membantu. Sudah dua kali berpindah dan pelapor menunggu; mohon tidak dikembalikan lagi.',
      ['Pusat Data dan Informasi Kesejahteraan Sosial'],
    )
    .on(-38, '09:20')
    .accepts('unit-officer')
    .writes(
      'unit-officer',
      'Bapak Khoirul, mohon maaf laporan Bapak sempat berpindah dua kali di antara unit kami. Sejak pagi ini Direktorat Jaminan Sosial yang memegang sampai selesai.',
    )
    .on(-36, '21:47')
    .asksOn(
      'Baik pak, tapi jangan lama-lama. Ibu saya malu ditanya tetangga kok sudah meninggal masih jualan.',
    )
    .on(-34, '11:05')
    .writesInSubstance(
      'unit-officer',
      'Sudah kami temukan: status Ibu sudah dibetulkan, tetapi daftar salur ditarik lima hari sebelumnya. Ibu dimasukkan ke daftar susulan; kami sedang menunggu tanggal salurnya.',
    )
    .on(-32, '15:30')
    .reports('unit-officer', {
      findings:
        'Status meninggal berasal dari salah padan dengan orang bernama sama di kecamatan sebelah, dan dibetulkan dalam pemadanan terakhir. Daftar salur ditarik lima hari sebelum itu sehingga masih memuat status lama. Tidak ada mekanisme yang memberi tahu penyaluran bila status dibetulkan sesudah penarikan.',
      actions:
        'Ibu pelapor dimasukkan ke daftar susulan. Pendamping diminta menyampaikan surat pemberitahuan ke rumah. Kepada Pusdatin diusulkan pemberitahuan otomatis untuk pembetulan sesudah penarikan daftar.',
      evidence: 'Riwayat status di DTSEN, berita acara daftar susulan',
      basis: 'Pedoman penyaluran PKH tahun berjalan',
      answer:
        'Bapak Khoirul, Ibu Bapak tercatat meninggal karena data beliau tertukar dengan seseorang bernama sama di kecamatan sebelah. Kekeliruan itu sudah dibetulkan, tetapi daftar penyaluran ditarik lima hari sebelumnya. Bantuan yang terlewat dibayarkan dalam penyaluran susulan dan masuk ke rekening Ibu paling lambat akhir bulan ini; tahap berikutnya berjalan seperti biasa. Kami minta maaf kepada Ibu atas kekeliruan ini.',
    })
    .on(-31, '10:10')
    .approves('reviewer')
    .on(-30, '09:00')
    .closesReport('unit-head', 'Usul ke Pusdatin dibawa ke rapat koordinasi.')
    .on(-30, '13:20')
    .finishes('liaison-officer')
    .on(-24, '06:58')
    .confirms(3, 'Uangnya sudah masuk. Tapi dioper-oper dulu hampir dua minggu, itu yang bikin capek.');
}
