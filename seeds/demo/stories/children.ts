import { mail, whatsapp } from '../contacts.ts';
import { page } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** Children found, children wanted, children in a home that is none. */
export function children(book: Book): void {
  tell(book, 'Bayi ditinggal di pos ronda')
    .on(-23, '07:36')
    .arrives(
      {
        text: 'Penelepon ketua RW. Subuh tadi warga menemukan bayi perempuan di pos ronda, dibungkus kain jarik, tali pusat masih ada, menangis kuat. Sudah dibawa ke puskesmas dan bidan menyatakan sehat. Polisi sudah datang. Banyak warga yang ingin mengangkat, sudah ada yang membawa baju. Penelepon meminta petugas supaya tidak jadi rebutan.',
        areaCode: '31.75',
        contact: whatsapp('Ketua RW', '3176'),
      },
      { channel: 'phone', by: 'channel-officer' },
    )
    .on(-23, '07:48')
    .isSent(
      'verifier',
      'anak',
      { category: 'Anak telantar', urgent: true, title: 'Bayi ditemukan di pos ronda' },
      'Puskesmas menunggu petugas; jangan sampai bayi dibawa warga.',
      ['Sentra Handayani Jakarta'],
    )
    .on(-23, '08:02')
    .accepts('unit-officer.anak')
    .assigns('unit-officer.anak', 'jemput', {
      unit: 'Sentra Handayani Jakarta',
      task: 'Jemput bayi di puskesmas dengan perawat, berita acara bersama polisi dan ketua RW.',
      days: 1,
    })
    .on(-23, '11:30')
    .files(
      'upt-officer.jakarta',
      page('berita-acara-serah-terima.pdf', ['BERITA ACARA SERAH TERIMA BAYI', 'Puskesmas, pukul 10.15 WIB']),
    )
    .reportsOn('upt-officer.jakarta', 'jemput', {
      findings: 'Bayi perempuan, sekitar 8 jam, 2,9 kg, sehat. Ibu belum diketahui; polisi mencari.',
      actions:
        'Bayi dirawat di Sentra Handayani. Tujuh keluarga yang berminat mengangkat dicatat dan diberi penjelasan tata caranya.',
      evidence: 'Berita acara, surat keterangan bidan',
      basis: 'Pedoman penanganan anak tidak diketahui asal usulnya',
      answer:
        'Bapak Ketua RW, bayi itu sehat, beratnya 2,9 kg, dan sejak pukul 10.15 dirawat perawat di Sentra Handayani. Polisi mencari ibunya lebih dahulu. Tujuh keluarga yang ingin mengangkat sudah kami catat; bila orang tua tidak ditemukan, mereka dihubungi satu per satu menurut aturan pengangkatan anak, tanpa biaya. Terima kasih sudah menjaganya sampai kami datang.',
    })
    .on(-23, '13:10')
    .approves('reviewer.anak')
    .on(-23, '13:40')
    .closesReport('unit-head.anak')
    .finishes('unit-officer.anak')
    .on(-22, '18:20')
    .confirms(5, 'Cepat. Warga sudah tenang, tinggal doakan ibunya ketemu.');

  tell(book, 'Anak-anak panti disuruh minta sumbangan')
    .on(-7, '20:05')
    .arrives({
      text: 'Setiap sore anak-anak berseragam panti keliling rumah makan membawa kotak. Umur 8-10 tahun, pulang jam 11 malam diantar mobil. Saya tanya satu, katanya kalau kotaknya kurang tidak makan malam. Ini panti betulan atau apa?',
      areaCode: '36.74',
      secrecy: 'L1',
      contact: whatsapp('Pemilik warung', '3674'),
    })
    .on(-6, '08:15')
    .isSent(
      'verifier',
      'anak',
      {
        category: 'Anak telantar',
        urgent: true,
        title: 'Anak panti diduga disuruh meminta sumbangan sampai malam',
      },
      '',
      ['Sentra Handayani Jakarta'],
    )
    .on(-6, '09:20')
    .accepts('unit-officer.anak')
    .assigns('unit-officer.anak', 'izin panti', {
      unit: 'Sentra Handayani Jakarta',
      task: 'Datangi panti bersama dinas sosial kota: izin, jumlah anak, jadwal, makanan.',
      days: 2,
    })
    .assigns('unit-officer.anak', 'pengamatan', {
      person: 'field-worker.jakarta',
      task: 'Amati dua malam di rumah makan yang disebut, tanpa mendekati anak. Catat mobil pengantar.',
      days: 3,
    })
    .on(-4, '10:40')
    .reportsOn('field-worker.jakarta', 'pengamatan', {
      findings:
        'Dua malam, enam anak, pukul 17.00 sampai 22.40. Mobil yang sama mengantar dan menjemput; kotak diambil pengemudi.',
      actions: 'Waktu, tempat, dan kendaraan dicatat untuk unit PPA. Anak tidak didekati.',
    })
    .writesInSubstance(
      'unit-officer.anak',
      'Pengamatan dua malam membenarkan laporan Anda. Besok panti didatangi bersama dinas sosial dan unit PPA; sampai itu terjadi, mohon jangan menegur pengemudinya.',
    );

  tell(book, 'Calon orang tua angkat menunggu setahun')
    .on(-21, '11:45')
    .arrives({
      text: 'Berkas COTA kami lengkap sejak setahun lalu, kunjungan rumah pertama sudah, yang kedua tidak pernah ada. Setiap tanya dijawab menunggu tim. Umur kami jalan terus.',
      areaCode: '34.71',
      contact: mail('Pasangan Yogya', 'pasangan'),
    })
    .on(-20, '09:17')
    .isSent('verifier-2', 'anak', {
      category: 'Pengangkatan anak',
      title: 'Kunjungan kedua calon orang tua angkat tertunda setahun',
    })
    .isAccepted('anak', -19)
    .isReported('anak', -17, {
      findings: 'Tim provinsi tidak bersidang sejak pergantian pejabat.',
      actions: 'Provinsi diminta bersidang bulan ini.',
      answer: 'Berkas Bapak dan Ibu menunggu sidang tim provinsi yang akan diadakan bulan ini.',
    })
    .isFinished('anak', -15)
    .on(-1, '19:48')
    .objects(
      'Sudah dua minggu lebih, provinsi bilang tidak ada surat dari pusat dan tidak ada jadwal sidang. Kami hanya minta tanggal, bukan janji.',
    );

  tell(book, 'Remaja putus sekolah ingin kembali')
    .on(-8, '16:33')
    .arrives({
      text: 'sy umur 16 kls 9 brenti krn kerja di tambak. pngen skolah lg tp malu umurnya. katanya di sentra ada kejar paket sm kursus las? gmn daftarnya, sy ga pny wali',
      areaCode: '18.05',
      contact: whatsapp('Adi', '1805'),
    })
    .on(-7, '09:25')
    .isSent('verifier-3', 'anak', {
      category: 'ATENSI dan rehabilitasi sosial',
      title: 'Remaja 16 tahun ingin kejar paket dan kursus',
    })
    .isAccepted('anak', -6)
    .isReported('anak', -5, {
      findings: 'Pelapor tinggal sendiri di mes tambak, orang tua merantau. Berminat pada las.',
      actions:
        'Didaftarkan kejar paket B di PKBM terdekat dan kursus las empat bulan di Sentra Inten Soeweno, diasramakan.',
      answer:
        'Adi, tidak ada yang terlalu tua untuk kelas 9; di kejar paket temanmu ada yang umur 20. Tempatmu sudah ada: kursus las empat bulan di Bogor mulai awal bulan depan, tidur di asrama, makan dan ongkos ditanggung, belajar paket B tiap malam. Wali tidak perlu; petugas kami menjemput ke mes dan bicara dengan majikanmu.',
    })
    .isFinished('anak', -4);
}
