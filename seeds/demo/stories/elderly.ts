import { sms, whatsapp } from '../contacts.ts';
import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const category = 'Lanjut usia telantar';
const wita = 'Asia/Makassar';

/** The old, and those who go to see them: Kendari's Sentra with work under way at every level. */
export function elderly(book: Book): void {
  tell(book, 'Nenek pemulung tinggal di bawah jembatan')
    .on(-3, '16:18')
    .arrives({
      text: 'Ada nenek pemulung tinggal di bawah jembatan kali, sendiri mi, kalau air naik dia pindah ke halte. Sudah kami ajak ke rumah tidak mau, takut gerobaknya hilang. Batuknya parah. Bisa kah didatangi petugas?',
      areaCode: '74.71',
      place: 'bawah jembatan dekat pasar lama',
      contact: whatsapp('Wa Ode', '7471'),
    })
    .encloses(photo('gerobak.jpg', ['#556b6f', '#a58d6f', '#36454a']))
    .on(-2, '08:30')
    .isSent('verifier', 'lansia', { category, title: 'Nenek pemulung sakit di bawah jembatan' }, '', [
      'Sentra Meohai Kendari',
    ])
    .on(-2, '10:15')
    .accepts('unit-officer.lansia')
    .assigns('unit-officer.lansia', 'sentra', {
      unit: 'Sentra Meohai Kendari',
      task: 'Jangkau dan periksakan. Gerobaknya ikut diangkut, itu syarat beliau mau.',
      days: 3,
    })
    .on(-2, '13:30', wita)
    .assigns('upt-officer', 'bujuk', {
      person: 'field-worker',
      under: 'sentra',
      task: 'Datangi pagi sebelum beliau keliling. Bawa perawat, jangan bawa mobil dinas besar.',
      days: 2,
    })
    .assigns('upt-officer', 'puskesmas', {
      person: 'field-worker-2',
      under: 'sentra',
      task: 'Siapkan pemeriksaan paru di puskesmas tanpa antre.',
      days: 2,
    })
    .on(-1, '10:20', wita)
    .reportsOn('field-worker-2', 'puskesmas', {
      findings: 'Puskesmas bersedia setiap pagi sampai pukul 10.00 lewat pintu samping.',
      actions: 'Nama perawat jaga diserahkan kepada rekan lapangan.',
    });

  tell(book, 'Permakanan lansia berhenti diantar')
    .on(-17, '09:12')
    .arrives(
      {
        text: 'Penelepon kader posyandu lansia. Antaran makanan dua kali sehari untuk 16 lansia sebatang kara di kelurahannya berhenti sejak Senin tanpa pemberitahuan. Dua orang di antaranya hanya makan dari antaran itu.',
        areaCode: '74.72',
        contact: sms('Kader posyandu', '7472'),
      },
      { channel: 'phone', by: 'channel-officer' },
    )
    .on(-17, '09:35')
    .isSent(
      'verifier-3',
      'lansia',
      { category, urgent: true, title: 'Antaran makanan 16 lansia berhenti' },
      'Dua orang tidak punya makanan lain.',
      ['Sentra Meohai Kendari'],
    )
    .on(-17, '09:50')
    .accepts('unit-officer.lansia')
    .assigns('unit-officer.lansia', 'makanan', {
      unit: 'Sentra Meohai Kendari',
      task: 'Kirim makanan siap santap hari ini dan besok untuk 16 orang.',
      days: 1,
    })
    .assigns('unit-officer.lansia', 'kelompok masak', {
      person: 'field-worker-2',
      task: 'Temui kelompok masyarakat pemasak, cari sebab berhentinya.',
      days: 2,
    })
    .assigns('unit-officer.lansia', 'dinas', {
      person: 'field-worker',
      task: 'Minta dinas sosial kota mengirim pengganti.',
      days: 2,
    })
    .on(-17, '13:00', wita)
    .reportsOn('upt-officer', 'makanan', {
      findings: 'Enam belas lansia ditemui semua; dua orang lemas karena sehari tidak makan.',
      actions:
        'Makan siang dan malam diantar; dua orang diperiksa perawat. Antaran Sentra dilanjutkan sampai kelompok memasak lagi.',
      answer: 'Makanan untuk enam belas lansia diantar lagi sejak siang ini oleh Sentra Meohai.',
    })
    .on(-16, '08:15')
    .cancels(
      'unit-officer.lansia',
      'dinas',
      'Sentra sudah mengirim; pengganti dari dinas tidak diperlukan lagi.',
    )
    .on(-16, '11:10', wita)
    .reportsOn('field-worker-2', 'kelompok masak', {
      findings: 'Kelompok berhenti karena dana tahap kedua terlambat sebelas hari; bendahara sudah menombok.',
      actions: 'Dana cair kemarin sore. Kelompok memasak lagi mulai besok pagi.',
      evidence: 'Buku kas kelompok',
      answer: 'Kelompok memasak lagi mulai besok; yang terlambat adalah dana kami.',
    })
    .on(-16, '13:20')
    .corrects(
      'reviewer.lansia',
      {
        findings:
          'Antaran berhenti empat hari karena dana tahap kedua terlambat sebelas hari. Dua dari enam belas lansia sempat tidak makan sehari.',
        actions:
          'Sentra mengantar sejak hari laporan masuk; kelompok memasak lagi esok harinya; dana tahap ketiga dijadwalkan lebih awal.',
        evidence: 'Buku kas kelompok, daftar antaran Sentra',
        basis: 'Petunjuk teknis permakanan lanjut usia',
        answer:
          'Ibu Kader, makanan untuk keenam belas lansia diantar lagi sejak siang kemarin, mula-mula oleh Sentra Meohai dan mulai besok oleh kelompok yang biasa. Berhentinya karena dana dari kami terlambat sebelas hari, bukan salah kelompok. Dua lansia yang lemas sudah diperiksa perawat dan baik. Bila sekali saja antaran tidak datang, telepon 171 hari itu juga.',
      },
      'Dua jawaban digabung menjadi satu yang dapat dibaca pelapor.',
    )
    .on(-16, '13:50')
    .approves('reviewer.lansia')
    .closesReport('unit-head.lansia')
    .finishes('unit-officer.lansia')
    .on(-12, '08:05')
    .confirms(5, 'Alhamdulillah sampai sekarang tidak pernah putus lagi. Nenek-nenek titip salam.');

  tell(book, 'Bapak pikun sering hilang')
    .on(-11, '18:40')
    .arrives({
      text: 'Bapak saya pikun, sudah tiga kali hilang, terakhir ketemu di terminal kota sebelah. Saya kerja, adik sekolah. Apakah ada gelang pengenal atau tempat penitipan siang untuk lansia? Saya tidak mau menaruh beliau di panti.',
      areaCode: '35.73',
      contact: whatsapp('Anak perempuan Malang', '3574'),
    })
    .on(-10, '10:33')
    .isSent('verifier-2', 'lansia', {
      category: 'ATENSI dan rehabilitasi sosial',
      title: 'Gelang pengenal dan penitipan siang untuk lansia pikun',
    })
    .isAccepted('lansia', -9)
    .isReported('lansia', -8, {
      findings:
        'Layanan harian lanjut usia ada di kelurahan sebelah, Senin sampai Jumat, masih ada tujuh tempat.',
      actions: 'Tempat dicadangkan. Gelang pengenal dikirim dari Jakarta.',
      answer:
        'Bapak dapat dititipkan di layanan harian lansia di kelurahan sebelah, Senin sampai Jumat pukul 07.30 sampai 16.00, tanpa biaya; satu tempat sudah dicadangkan atas nama beliau. Gelang pengenal dengan nomor 171 di baliknya dikirim ke alamat Ibu. Kami mengerti Ibu tidak ingin panti, dan itu juga bukan anjuran kami.',
    })
    .isFinished('lansia', -7);
}
