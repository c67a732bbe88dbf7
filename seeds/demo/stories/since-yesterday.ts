import { mail, sms, whatsapp } from '../contacts.ts';
import { photo } from '../files.ts';
import { tell } from '../tale.ts';
import type { Book } from '../telling.ts';

/** What lies on the verifiers' table this morning, at whatever hour it is looked at. */
export function sinceYesterday(book: Book): void {
  tell(book, 'Sembako belum cair dua bulan')
    .ago(18)
    .arrives({
      text: 'pak bantuan sembako sy blm cair 2 bln, kartu ada. tetangga sdh smua. tlg dicek y',
      areaCode: '18.02',
      contact: sms('Wagiman', '1802'),
    });

  tell(book, 'Ibu tua tidur di teras ruko')
    .ago(47)
    .arrives(
      {
        text: 'Penelepon penjaga malam ruko. Sejak tiga malam ada ibu tua, kira-kira 70 tahun, tidur di teras ruko dengan dua kantong plastik. Bicaranya tidak jelas, menyebut nama "Sri" dan "Wonogiri". Kakinya luka. Penelepon sudah memberi nasi dan minum, dan menunggu di tempat sampai ada yang datang.',
        areaCode: '31.73',
        place: 'teras ruko seberang halte',
        contact: sms('Penjaga ruko', '3173'),
      },
      { channel: 'phone', by: 'channel-officer' },
    );

  tell(book, 'Ketua kelompok minta pulsa setiap pertemuan').ago(95).arrives({
    text: 'Tiap pertemuan kelompok PKH ketua kelompok minta 5 ribu untuk "pulsa pendamping". Yang tidak kasih disindir di depan orang. Saya tidak mau sebut nama saya. Kalau bisa dilarang saja secara umum, jangan tunjuk kelompok kami, nanti ketahuan.',
    areaCode: '32.05',
    secrecy: 'L1',
  });

  tell(book, 'Apakah anak tuli bisa dapat PKH?')
    .ago(160)
    .arrives({
      text: 'Selamat malam. Anak pertama kami tuli sejak lahir, umur 7 tahun, sekolah di SLB. Apakah anak dengan disabilitas bisa menjadi komponen PKH walaupun kami belum pernah terdaftar? Apa dokumen yang harus kami siapkan dan ke mana? Terima kasih sebelumnya.',
      kind: 'information-request',
      areaCode: '64.72',
      contact: mail('Noor Aini', 'noor.aini'),
    });

  tell(book, 'Antrean di kantor pos jangan campur lansia')
    .on(-1, '20:40')
    .arrives({
      text: 'Usul untuk Kemensos: kalau bagi bantuan di kantor pos tolong lansia dan ibu hamil dibuatkan jalur sendiri dan kursi. Kemarin ibu saya 78 tahun antre dari jam 6 sampai jam 1 siang, berdiri. Petugasnya baik-baik, cuma caranya yang kurang.',
      kind: 'aspiration',
      areaCode: '35.05',
      secrecy: 'L0',
      contact: whatsapp('Bu Endah', '3505'),
    });

  tell(book, 'Syarat mengangkat anak saudara sendiri')
    .on(-1, '13:12')
    .arrives(
      {
        text: 'Pelapor datang bersama istri. Menikah sebelas tahun belum punya anak, merawat kemenakan sejak bayi karena orang tuanya meninggal. Menanyakan syarat pengangkatan anak antarkeluarga, apakah harus lewat panti, dan apakah ada biayanya karena ada yang menawarkan mengurus dengan tarif enam juta.',
        kind: 'information-request',
        areaCode: '31.75',
        contact: sms('Suami istri Pulogadung', '3175'),
      },
      { channel: 'counter', by: 'counter' },
    );

  tell(book, 'Rega endhog nang e-warong luwih larang')
    .on(-1, '21:55')
    .arrives({
      text: 'Kulo warga penerima BPNT. Nang e-warong rega endhog 34 ewu sekilo, nang pasar mung 28. Berase yo apek, kutune akeh. Nek ora gelem njupuk paketan kartune ora digesek. Mbok yo dicek to pak, iki duwite wong cilik.',
      title: 'Harga e-warong lebih mahal dan dipaksa paket',
      areaCode: '33.15',
      contact: whatsapp('Mbah Karjo', '3315'),
    })
    .encloses(photo('beras kutuan.jpg', ['#d9cdb8', '#b8a98c', '#8f8062']));

  tell(book, 'Kursi roda bantuan belum dikirim dari balai')
    .on(-2, '09:48')
    .arrives({
      text: 'Assalamualaikum, bulan lalu petugas sudah ukur bapak saya untuk kursi roda. Katanya dua minggu. Sampai hari ini belum ada kabar, nomor petugas tidak aktif. Bapak saya habis amputasi, sekarang kalau ke kamar mandi digendong adik. Mohon infonya saja sudah sampai mana.',
      areaCode: '61.12',
      contact: whatsapp('Syarifah Maimunah', '6112'),
    });
}
