import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** Called in on 171, settled within the three days that the standard prints. The way it should go. */
export function swallowedCard(book: Book): void {
  tell(book, 'Kartu KKS tertelan mesin ATM, tiga bulan belum diganti')
    .on(-38, '08:47')
    .arrives(
      {
        text: 'Penelepon, warga Kecamatan Abeli, menyampaikan kartu KKS-nya tertelan mesin ATM bank penyalur di pasar tiga bulan lalu. Sudah tiga kali ke kantor bank, selalu dijawab kartu sedang dicetak. Sejak itu bantuan sembako tidak bisa diambil. Penelepon tinggal dengan dua cucu. Mohon kepastian kapan kartunya jadi dan apakah bantuan yang lewat masih bisa diambil.',
        areaCode: '74.71',
        place: 'Pasar Sentral, depan mesin ATM sisi timur',
        contact: { name: 'Hamsiah', phone: '0812-0000-0171', reach: 'sms' },
      },
      { channel: 'phone', by: 'channel-officer' },
    )
    .on(-38, '10:20')
    .verifies('verifier', {
      category: 'KKS, bank, dan ATM',
      note: 'Lengkap. Nomor KKS sudah disebut penelepon dan dicatat terpisah.',
    })
    .dispatches(
      'verifier',
      'Direktorat Jenderal Perlindungan dan Jaminan Sosial',
      'Mohon ditanyakan langsung ke bank penyalur. Penelepon sudah tiga kali ke cabang.',
      ['Sentra Meohai Kendari'],
    )
    .on(-38, '13:35')
    .accepts('unit-officer.linjamsos')
    .writes(
      'unit-officer.linjamsos',
      'Selamat siang, Ibu. Laporan Ibu sudah kami terima dan siang ini kami tanyakan ke kantor pusat bank penyalur. Ibu tidak perlu datang lagi ke cabang sebelum kami beri kabar.',
    )
    .on(-37, '09:05')
    .asksOn('Terima kasih pak. Cucu saya sekolah jadi saya tunggu kabarnya saja.')
    .on(-37, '14:10')
    .reports('unit-officer.linjamsos', {
      findings:
        'Kartu tertahan di mesin selama tiga bulan dan sudah dimusnahkan sesuai aturan bank. Permintaan cetak ulang masuk dua kali, tetapi tertolak sistem karena nama ibu kandung di bank berbeda satu huruf dengan data penerima. Cabang tidak memberi tahu nasabah. Saldo bantuan tiga bulan utuh di rekening.',
      actions:
        'Perbaikan nama diajukan bersama bank hari ini dan disetujui. Kartu pengganti dicetak di kantor wilayah, dikirim ke cabang Abeli. Bank menyediakan penarikan lewat teller tanpa kartu untuk saldo yang tertunda.',
      evidence: 'Surel bank penyalur, tangkapan layar status cetak kartu',
      basis: 'Perjanjian kerja sama penyaluran bantuan dengan bank penyalur',
      answer:
        'Ibu Hamsiah, kartu Ibu tidak kunjung jadi karena nama ibu kandung di catatan bank berbeda satu huruf dengan data penerima bantuan. Itu sudah diperbaiki. Kartu baru dapat diambil di cabang Abeli mulai hari Senin; bawa KTP saja. Bantuan tiga bulan itu masih utuh dan sudah bisa ditarik lewat teller tanpa kartu. Kami menyesal Ibu harus bolak-balik tiga kali tanpa diberi tahu sebabnya; cabang sudah kami tegur lewat kantor wilayahnya.',
    })
    .on(-36, '08:40')
    .approves(
      'liaison-officer',
      'Sebab dan jalan keluarnya jelas. Teguran ke bank dicatat untuk rapat bulanan.',
    )
    .on(-36, '10:15')
    .closesReport('unit-head.linjamsos')
    .on(-36, '10:50')
    .finishes('liaison-officer')
    .on(-33, '19:22')
    .encloses(photo('kartu baru.jpg', ['#7a8b99', '#d9d2c3', '#4f6272']))
    .confirms(5, 'Alhamdulillah kartunya sudah ada, uangnya juga sudah sa ambil. Terima kasih banyak.');
}
