import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** One flood, four letters: three are one matter and share its answer, the fourth was another village's. */
export function oneFlood(book: Book): void {
  const parent = tell(book, 'Dapur umum banjir bandang berhenti, 210 KK masih mengungsi')
    .on(-16, '06:20')
    .arrives({
      text: 'Banjir bandang Sungai Batang Anai sudah hari ke-6. Dapur umum di SD 11 berhenti kemarin sore, katanya logistik habis, padahal masih 210 KK di sini, ada bayi 14 orang. Selimut juga kurang. Kami relawan nagari patungan beras tapi cuma cukup dua hari. Tolong segera.',
      areaCode: '13.05',
      contact: { name: 'Relawan nagari', phone: '0812-0000-0135', reach: 'whatsapp' },
    })
    .encloses(photo('posko SD 11.jpg', ['#5e6b73', '#8c7b6b', '#b9a98f']))
    .on(-16, '08:10')
    .verifies('verifier', {
      category: 'Bantuan bencana',
      urgent: true,
      title: 'Dapur umum pengungsi banjir berhenti, 210 KK',
    })
    .dispatches('verifier', 'Direktorat Perlindungan Sosial Korban Bencana Alam', 'Mendesak.')
    .on(-16, '08:35')
    .accepts('unit-officer.bencana')
    .writesInSubstance(
      'unit-officer.bencana',
      'Dua truk logistik dari gudang Padang berangkat pukul 10.00 pagi ini, tiba sekitar pukul 13.00: beras, lauk siap saji, makanan bayi, 400 selimut.',
    );

  const mother = tell(book, 'Ngungsi di SD makanan bayi habis')
    .on(-16, '09:48')
    .arrives({
      text: 'pak bu tolong, kami ngungsi di SD 11, makanan bayi habis dari kemarin, dapur umum tutup. anak saya 8 bln cuma minum air tajin',
      areaCode: '13.05',
      contact: { name: 'Yusniar', phone: '0812-0000-0136', reach: 'sms' },
    })
    .on(-16, '10:05')
    .mergesInto('verifier-2', parent);

  const anonymous = tell(book, 'Posko banjir tidak ada makanan, pejabat cuma foto-foto')
    .on(-16, '11:30')
    .arrives({
      text: 'KEMARIN PEJABAT DATANG FOTO FOTO DI POSKO SD 11 HARI INI DAPUR UMUM TUTUP. MALU KITA PAK. 200 KK LEBIH BELUM MAKAN SIANG.',
      areaCode: '13.05',
      secrecy: 'L0',
    })
    .on(-16, '12:40')
    .mergesInto('verifier-2', parent);

  const other = tell(book, 'Bantuan banjir belum sampai ke korong kami')
    .on(-16, '13:15')
    .arrives({
      text: 'Kami di korong seberang sungai, jembatan putus, sama sekali belum ada bantuan masuk sejak banjir. 38 KK. Makanan lewat tali dari seberang. Mohon diperhatikan juga, jangan hanya yang di posko sekolah.',
      areaCode: '13.05',
      place: 'korong di seberang jembatan gantung yang putus',
      contact: { name: 'Wali korong', phone: '0812-0000-0137', reach: 'sms' },
    })
    .on(-16, '13:40')
    .mergesInto('verifier-2', parent)
    .on(-15, '07:50')
    .asksOn('Bu kok digabung? Kami bukan yang di SD 11. Kami di seberang, truk tidak bisa masuk.');

  parent
    .on(-16, '15:30')
    .reports('unit-officer.bencana', {
      findings:
        'Gudang kabupaten kosong karena penyaluran ganda ke posko yang sudah ditutup. Dapur umum berhenti 19 jam. 214 KK, 14 bayi.',
      actions:
        'Dua truk tiba pukul 13.20. Dapur umum menyala lagi pukul 15.00 dengan Tagana provinsi, stok tujuh hari. Pencatatan posko dipindah ke aplikasi supaya posko tutup tidak lagi dikirimi.',
      evidence: 'Berita acara serah terima logistik',
      basis: 'Tanggap darurat bencana alam',
      answer:
        'Dapur umum di SD 11 menyala lagi sejak pukul 15.00 dengan stok tujuh hari. Dua truk dari gudang Padang tiba pukul 13.20 membawa beras, lauk siap saji, makanan bayi, dan 400 selimut. Dapur sempat berhenti 19 jam karena logistik terkirim ke posko yang sudah ditutup; pencatatan posko sudah kami betulkan supaya tidak berulang. Tagana provinsi tinggal di posko sampai pengungsi pulang.',
    })
    .on(-15, '07:35')
    .approves('reviewer.bencana')
    .on(-15, '08:00')
    .closesReport('unit-head.bencana')
    .finishes('unit-officer.bencana')
    .on(-14, '20:10')
    .confirms(4, 'Alhamdulillah makan lagi. Selimutnya masih kurang sedikit.');

  mother.on(-15, '12:20').confirms(5, 'makasih pak bubur bayinya sdh ada');
  anonymous.on(-15, '17:05').rates(2, 'Sudah jalan tapi harus ribut dulu.');

  // The official undid the merger the same morning, before the parent was answered.
  other
    .on(-15, '07:54')
    .undoesMerger('verifier-2')
    .verifies('verifier-2', {
      category: 'Bantuan bencana',
      urgent: true,
      title: 'Korong terputus, 38 KK belum menerima bantuan',
    })
    .dispatches(
      'verifier-2',
      'Direktorat Perlindungan Sosial Korban Bencana Alam',
      'Bukan posko SD 11: korong seberang, jembatan putus.',
    )
    .on(-15, '08:30')
    .accepts('unit-officer.bencana')
    .writesInSubstance(
      'unit-officer.bencana',
      'Anda benar, laporan Anda kami pisahkan lagi. Perahu karet BPBD dan 12 Tagana menyeberang pukul 10.00 membawa 38 paket keluarga.',
    )
    .on(-15, '16:40')
    .reports('unit-officer.bencana', {
      findings:
        '38 KK terputus lima hari, makanan lewat tali. Dua orang demam, satu ibu hamil delapan bulan.',
      actions:
        '38 paket keluarga diseberangkan dua kali angkut. Ibu hamil dan dua yang demam dibawa ke puskesmas. Titik bongkar tetap dibuat dengan jadwal perahu dua hari sekali.',
      evidence: 'Daftar penerima bertanda tangan wali korong',
      answer:
        'Tiga puluh delapan paket sudah diterima lengkap di korong Anda, dan ibu hamil serta dua warga yang demam sudah di puskesmas. Sampai jembatan darurat terpasang, perahu menyeberang dua hari sekali pada pukul 10.00; bila ada yang sakit di antaranya, telepon 171.',
    })
    .on(-14, '08:45')
    .approves('reviewer.bencana')
    .on(-14, '09:20')
    .closesReport('unit-head.bencana')
    .finishes('unit-officer.bencana')
    .on(-12, '07:15')
    .confirms(5, 'Perahu datang betul tiap dua hari. Warga berterima kasih.');
}
