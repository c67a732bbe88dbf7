import { page, photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** An oversight complaint with both of its clocks, examined by three at once, still under way. */
export function shavedAid(book: Book): void {
  tell(book, 'Bantuan tunai dipotong Rp150.000 per keluarga di titik salur')
    .on(-27, '22:41')
    .arrives({
      text: 'Kepada Yth. Inspektorat Jenderal. Kami beberapa ibu penerima bantuan di kecamatan kami diminta menyerahkan Rp150.000 setiap pencairan oleh orang yang mengaku petugas. Katanya untuk "administrasi" dan kalau tidak dikasih nama kami dicoret. Sudah tiga kali pencairan begini, kira-kira 60 KK. Ada kuitansi tulis tangan, saya fotokan satu. Kami takut. Tolong nama saya jangan dibuka ke siapa pun di sini karena orangnya tetangga sendiri.',
      areaCode: '73.04',
      secrecy: 'L1',
      contact: { name: 'Daeng Ngasseng', phone: '0812-0000-0733', reach: 'whatsapp' },
    })
    .encloses(photo('kuitansi.jpg', ['#efe6cf', '#d8cba8', '#efe6cf', '#b7a679']))
    .on(-26, '08:32')
    .raisesSecrecy('verifier', 'L3', 'Pelapor takut dikenali, dan isi laporan menyebut tetangganya.')
    .verifies('verifier', {
      category: 'Pungutan atau potongan bantuan',
      oversight: true,
      note: 'Berkadar pengawasan: uang dan perilaku petugas, perlu pemeriksaan lapangan.',
    })
    .dispatches(
      'verifier',
      'Inspektorat Jenderal',
      'Jangan diteruskan ke pendamping atau kantor kecamatan setempat.',
    )
    .on(-25, '09:10')
    .accepts('inspectorate')
    .reveals(
      'inspectorate',
      'verify-recipient',
      'Mencocokkan pelapor dengan daftar penerima sebelum tim berangkat.',
    )
    .writesInSubstance(
      'inspectorate',
      'Laporan Ibu sudah di tangan pemeriksa. Nama Ibu tidak tertulis di surat tugas dan tidak diketahui petugas di daerah. Bila ada yang menekan Ibu atau penerima lain, kabari kami di sini; pesan ini hanya dibaca Inspektorat.',
    )
    .on(-22, '10:05')
    .assigns('unit-officer.itjen', 'rekening', {
      person: 'field-worker.jakarta',
      task: 'Minta rekaman transaksi 60 rekening pada tiga tanggal salur ke bank penyalur, tandai penarikan bersamaan.',
      days: 15,
    })
    .assigns('unit-officer.itjen', 'lapangan', {
      unit: 'Sentra Wirajaya Makassar',
      task: 'Wawancara tertutup paling sedikit sepuluh penerima di Jeneponto, di luar rumah dan tanpa pendamping.',
      days: 15,
    })
    .assigns('inspectorate', 'titik salur', {
      person: 'field-worker.makassar',
      task: 'Amati penyaluran tahap berikutnya di titik salur, catat siapa yang hadir di luar petugas bank.',
      days: 25,
    })
    .on(-20, '09:30', 'Asia/Makassar')
    .assigns('upt-officer.makassar', 'wawancara', {
      person: 'field-worker.makassar',
      under: 'lapangan',
      task: 'Wawancara sepuluh penerima, pakai panduan pertanyaan terlampir, rekam hanya dengan izin.',
      days: 8,
    })
    .on(-13, '14:20', 'Asia/Makassar')
    .files(
      'field-worker.makassar',
      page('ringkasan-wawancara.pdf', [
        'Ringkasan wawancara tertutup, 11 penerima bantuan',
        '9 orang menyebut jumlah yang sama: Rp150.000 setiap pencairan.',
        '7 orang menyebut orang yang sama; 2 orang menyimpan kuitansi.',
        'Tidak seorang pun pernah diberi tahu nomor pengaduan.',
      ]),
    )
    .reportsOn('field-worker.makassar', 'wawancara', {
      findings:
        'Sebelas penerima diwawancarai di tiga tempat. Sembilan membenarkan potongan Rp150.000 pada tiga pencairan terakhir, tujuh menunjuk orang yang sama: bekas tenaga honorer kecamatan, bukan pendamping. Dua menyimpan kuitansi.',
      actions:
        'Kuitansi difoto dengan izin. Kepada penerima dibagikan nomor 171 dan penjelasan bahwa bantuan tidak boleh dipotong.',
      evidence: 'Catatan wawancara, dua foto kuitansi',
    })
    .on(-12, '10:00', 'Asia/Makassar')
    .reportsOn('upt-officer.makassar', 'lapangan', {
      findings:
        'Hasil wawancara petugas kami konsisten antarnarasumber. Potongan dilakukan orang luar yang berdiri di dekat titik salur dengan membawa daftar nama; patut diduga daftar itu berasal dari dalam.',
      actions: 'Dinas sosial kabupaten belum diberi tahu, sesuai pesan Inspektorat. Berkas dikirim tersegel.',
      evidence: 'Berkas wawancara tersegel, dua foto kuitansi',
      basis: 'Surat tugas Inspektur Jenderal',
    })
    .on(-6, '16:12')
    .asksOn('Pak orang itu masih datang. Minggu lalu dia bilang jangan coba-coba lapor. Saya was-was.')
    .on(-5, '08:15')
    .writes(
      'inspectorate',
      'Terima kasih sudah memberi tahu. Dua petugas kami akan ada di titik salur pada pencairan berikutnya, berpakaian biasa. Ibu tidak perlu melakukan apa pun dan sebaiknya tidak berbicara dengan orang itu tentang hal ini.',
    )
    .notes(
      'inspectorate',
      'Minta bank memindahkan titik salur ke kantor cabang bila tahap berikutnya dimajukan.',
    );
}
