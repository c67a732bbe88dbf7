import { mail, sms, whatsapp } from '../contacts.ts';
import { page } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

const category = 'Data DTSEN/DTKS: usul, sanggah, desil';
const insurance = 'Aktivasi PBI-JK';

/** What the register says of people, and what people say of the register. */
export function registry(book: Book): void {
  tell(book, 'Tercatat punya mobil padahal sopir')
    .on(-43, '13:40')
    .arrives({
      text: 'Saya sopir angkot setoran. Di data katanya saya punya mobil, makanya desil saya 8. Mobil itu punya juragan, STNK-nya juga nama juragan. Saya cuma yang nyetir!',
      areaCode: '32.71',
      contact: whatsapp('Kang Ujang S.', '3271'),
    })
    .encloses(page('surat-juragan.pdf', ['SURAT KETERANGAN', 'Kendaraan milik juragan, dipakai setoran.']))
    .on(-42, '09:12')
    .isSent('verifier-2', 'pusdatin', { category, title: 'Sopir angkot tercatat memiliki mobil' })
    .isAccepted('pusdatin', -42, '13')
    .isReported('pusdatin', -40, {
      findings: 'Isian aset diambil dari jawaban "mobil di rumah" tanpa menanyakan kepemilikan.',
      actions:
        'Dicocokkan dengan data kendaraan: bukan milik pelapor. Isian dibetulkan, desil dihitung ulang menjadi 3.',
      evidence: 'Hasil pencocokan data kendaraan',
      answer:
        'Bapak Ujang, isian "mobil" pada data Bapak sudah dihapus setelah dicocokkan dengan data kendaraan. Desil keluarga Bapak sekarang 3. Dengan desil itu Bapak dapat diusulkan kelurahan untuk bantuan sembako; usulnya sudah kami sampaikan ke kelurahan.',
    })
    .isFinished('pusdatin', -39)
    .on(-35, '22:04')
    .confirms(5, 'nah gitu dong, makasih. angkot tetap angkot orang lain');

  tell(book, 'Rumah digambar pakai foto tetangga')
    .on(-26, '10:18')
    .arrives({
      text: 'Yang tampil di data rumah saya kok fotonya rumah bertingkat. Itu rumah sebelah. Petugasnya foto dari jalan, tidak mampir. Ya jelas saya dianggap mampu.',
      areaCode: '73.12',
      contact: sms('Pak Ambo', '7312'),
    })
    .on(-25, '08:52')
    .isSent('verifier', 'pusdatin', { category, title: 'Foto rumah pada data bukan rumah pelapor' })
    .isAccepted('pusdatin', -24)
    .isReported('pusdatin', -22, {
      findings: 'Titik koordinat foto berjarak 31 meter dari alamat pelapor. Foto memang rumah lain.',
      actions: 'Petugas desa memotret ulang. Tujuh rumah lain di lorong yang sama ikut dibetulkan.',
      answer:
        'Pak Ambo, foto itu memang bukan rumah Bapak. Petugas desa sudah memotret ulang, dan tujuh rumah lain di lorong yang sama ikut dibetulkan karena salah dengan cara yang sama.',
    })
    .on(-21, '13:35')
    .approves('reviewer.pusdatin')
    .on(-20, '09:40')
    .returnsClosure('unit-head.pusdatin', 'Desilnya jadi berapa? Sebutkan dalam jawaban.')
    .on(-20, '11:10')
    .corrects(
      'reviewer.pusdatin',
      {
        findings: 'Titik koordinat foto berjarak 31 meter dari alamat pelapor. Foto memang rumah lain.',
        actions:
          'Petugas desa memotret ulang; desil dihitung ulang dari 7 menjadi 4. Tujuh rumah lain ikut dibetulkan.',
        answer:
          'Pak Ambo, foto itu memang bukan rumah Bapak. Petugas desa sudah memotret ulang dan desil keluarga Bapak turun dari 7 menjadi 4. Tujuh rumah lain di lorong yang sama ikut dibetulkan. Usul bantuan dapat diajukan lewat musyawarah desa berikutnya.',
      },
      'Desil sebelum dan sesudah ditambahkan.',
    )
    .on(-20, '13:25')
    .approves('reviewer.pusdatin')
    .on(-19, '10:05')
    .closesReport('unit-head.pusdatin')
    .finishes('unit-officer.pusdatin')
    .on(-13, '19:00')
    .confirms(3, 'fotonya sudah benar. bantuannya belum, katanya nunggu musyawarah');

  tell(book, 'Minta masuk desil 1 langsung')
    .on(-27, '08:47')
    .arrives({
      text: 'Mohon saya dimasukkan desil 1 saja langsung dari pusat supaya semua bantuan dapat. Saya tukang becak, istri buruh cuci, kontrak rumah 300 ribu.',
      areaCode: '33.76',
      contact: sms('Pak Slamet', '3376'),
    })
    .on(-26, '13:09')
    .isSent('verifier-3', 'pusdatin', { category, title: 'Permintaan ditetapkan desil 1 dari pusat' })
    .isAccepted('pusdatin', -25)
    .isReported('pusdatin', -23, {
      findings: 'Keluarga berada pada desil 2 dan sudah menerima sembako. Desil dihitung, tidak ditetapkan.',
      actions: 'Dijelaskan; tidak ada bantuan yang terlewat karena berada di desil 2.',
      basis: 'Pedoman pemeringkatan kesejahteraan',
      outcome: 'cannot-be-met',
      answer:
        'Pak Slamet, desil tidak bisa ditetapkan dari pusat; ia hasil hitungan dari keadaan rumah, pekerjaan, dan tanggungan. Keluarga Bapak sekarang di desil 2. Semua bantuan yang terbuka untuk desil 1 juga terbuka untuk desil 2, jadi tidak ada yang terlewat.',
    })
    .isFinished('pusdatin', -22);

  tell(book, 'NIK dobel dengan orang di Papua')
    .on(-11, '21:33')
    .arrives({
      text: 'Waktu didaftarkan, kata petugas NIK saya sudah dipakai orang di Jayapura. Saya tidak pernah keluar dari Lumajang seumur hidup. Ini bagaimana ceritanya?',
      areaCode: '35.08',
      contact: mail('Suwarti', 'suwarti'),
    })
    .on(-10, '09:41')
    .isSent('verifier', 'pusdatin', { category, title: 'NIK pelapor tercatat pada keluarga lain' })
    .isAccepted('pusdatin', -9)
    .on(-8, '11:20')
    .asks(
      'unit-officer.pusdatin',
      'Ibu Suwarti, apakah Ibu pernah merekam KTP dua kali, misalnya saat menikah atau pindah KK? Cukup jawab pernah atau tidak dan tahunnya; NIK jangan ditulis di sini.',
    )
    .on(-5, '14:10')
    .relays('verifier', 'phone', 'Pernah pak, dulu rekam waktu SMA lalu rekam lagi waktu nikah, 2012.')
    .on(-3, '15:12')
    .notes(
      'unit-officer.pusdatin',
      'Dukcapil memastikan rekam ganda 2012. Menunggu penghapusan rekaman pertama.',
    );

  tell(book, 'PBI anak baru lahir')
    .on(-2, '05:50')
    .arrives({
      text: 'Bayi saya lahir minggu lalu, di RS diminta daftar BPJS sendiri bayar mandiri. Kami sekeluarga PBI. Bukannya bayi ikut ibunya?',
      areaCode: '63.07',
      contact: whatsapp('Noorlaila', '6307'),
    })
    .on(-2, '09:00')
    .isSent('verifier-2', 'pusdatin', {
      category: insurance,
      title: 'Bayi dari ibu peserta PBI diminta membayar',
    })
    .isAccepted('pusdatin', -2, '13')
    .isReported('pusdatin', -1, {
      findings:
        'Bayi dari ibu peserta PBI otomatis peserta selama tiga bulan. Loket rumah sakit memakai aturan lama.',
      actions: 'Rumah sakit disurati bersama BPJS Kesehatan; bayi sudah aktif.',
      answer:
        'Ibu Noorlaila benar: bayi dari ibu peserta PBI otomatis ikut terdaftar. Kepesertaannya sudah aktif sejak hari lahir dan rumah sakit tidak boleh memungut biaya. Dalam tiga bulan masukkan bayi ke KK supaya berlanjut.',
    });
}
