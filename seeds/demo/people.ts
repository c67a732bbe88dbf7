import type { InstitutionId } from './stage.ts';

/** One invented person. `key` is the e-mail address before the @; `unit` is where they sit. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly institution: InstitutionId;
  readonly unit: string | null;
  readonly roles: readonly DemoRole[];
}

export interface DemoRole {
  readonly role: string;
  /** `own`: only for the person's unit and what is below it; `whole`: for the institution. */
  readonly reach: 'own' | 'whole';
}

type Row = readonly [key: string, name: string, unit: string | null, ...roles: string[]];

/** A role ending in `*` is held for the whole institution. */
function peopleOf(institution: InstitutionId, rows: readonly Row[]): readonly DemoPerson[] {
  return rows.map(([key, name, unit, ...roles]) => ({
    key,
    name,
    institution,
    unit,
    roles: roles.map((role) => ({
      role: role.replace('*', ''),
      reach: role.endsWith('*') ? 'whole' : 'own',
    })),
  }));
}

const humas = 'Biro Hubungan Masyarakat';
const jamsos = 'Direktorat Jaminan Sosial';
const linjamsos = 'Direktorat Jenderal Perlindungan dan Jaminan Sosial';
const bencana = 'Direktorat Perlindungan Sosial Korban Bencana Alam';
const pusdatin = 'Pusat Data dan Informasi Kesejahteraan Sosial';
const dayasos = 'Direktorat Jenderal Pemberdayaan Sosial';
const potensi = 'Direktorat Potensi dan Sumber Daya Sosial';
const rehsos = 'Direktorat Jenderal Rehabilitasi Sosial';
const anak = 'Direktorat Rehabilitasi Sosial Anak';
const lansia = 'Direktorat Rehabilitasi Sosial Lanjut Usia';
const disabilitas = 'Direktorat Rehabilitasi Sosial Penyandang Disabilitas';
const itjen = 'Inspektorat Jenderal';
const setjen = 'Sekretariat Jenderal';

/** The ministry: whoever is named by a role alone comes first, colleagues carry their unit's short name. */
const ministry = peopleOf('kemensos', [
  ['verifier', 'Ratna Kusumaningrum', humas, 'verifier*'],
  ['central-admin', 'Dedi Firmansyah Nasution', humas, 'central-admin*'],
  ['channel-officer', 'Melda Simanjuntak', 'Pusat Kendali', 'channel-officer*'],
  ['call-agent', 'Siska Rahmadani', 'Pusat Kendali', 'call-agent*'],
  ['control-centre', 'Hendra Wijayanegara', 'Pusat Kendali', 'control-centre*'],
  ['liaison-officer', 'Nurlaila Pattiwael', linjamsos, 'liaison-officer'],
  ['unit-officer', 'Bagus Adi Prasetya', jamsos, 'unit-officer'],
  ['reviewer', 'Cut Meurah Safitri', jamsos, 'reviewer'],
  ['unit-head', 'Johanis Lekatompessy', jamsos, 'unit-head'],
  ['upt-officer', 'Wa Ode Harlina', 'Sentra Meohai Kendari', 'upt-officer'],
  ['field-worker', 'La Ode Rusdin', 'Sentra Meohai Kendari', 'field-worker'],
  ['ppid', 'Ni Luh Putu Suartini', humas, 'ppid', 'unit-officer'],
  ['ppid-superior', 'Zulkarnain Daulay', setjen, 'ppid-superior'],
  ['inspectorate', 'Robertus Hayong', itjen, 'inspectorate*', 'unit-officer'],
  ['wbs-verifier', 'Laurensius Berek Atok', itjen, 'wbs-verifier*'],
  ['wbs-researcher', 'Halimah Sadiah Polapa', itjen, 'wbs-researcher*'],
  ['wbs-examiner', 'Oktovianus Rumere', itjen, 'wbs-examiner*'],
  ['watcher', 'Anindita Larasati', null, 'watcher*'],
  ['privacy-officer', 'Teuku Fadhlan', 'Biro Hukum', 'privacy-officer*'],
  ['procedure-manager', 'Marselina Bria', 'Biro Organisasi dan Sumber Daya Manusia', 'procedure-manager*'],
  ['system-administrator', 'Galih Wirasena', null, 'system-administrator*'],

  ['procedure-manager-2', 'Haris Munandar Siregar', 'Biro Hukum', 'procedure-manager*'],
  ['verifier-2', 'Yohanes Lamury', humas, 'verifier*'],
  ['verifier-3', 'Siti Aminah Lubis', humas, 'verifier*'],
  ['counter', 'I Wayan Sudarmika', humas, 'channel-officer*'],
  ['unit-officer-2', 'Rahmawati Dg. Ngai', jamsos, 'unit-officer'],
  ['reviewer.humas', 'Fransiska Tambunan', humas, 'reviewer'],
  ['unit-head.humas', 'Hasanuddin Mattalatta', humas, 'unit-head'],
  ['unit-officer.linjamsos', 'Agustina Wenda', linjamsos, 'unit-officer'],
  ['unit-head.linjamsos', 'Saiful Bahar Siregar', linjamsos, 'unit-head'],
  ['unit-officer.bencana', 'Dewa Gede Mahardika', bencana, 'unit-officer'],
  ['reviewer.bencana', 'Lilis Suryaningsih', bencana, 'reviewer'],
  ['unit-head.bencana', 'Ferdinand Manafe', bencana, 'unit-head'],
  ['unit-officer.pusdatin', 'Rizky Aulia Hakim', pusdatin, 'unit-officer'],
  ['reviewer.pusdatin', 'Maria Goreti Nahak', pusdatin, 'reviewer'],
  ['unit-head.pusdatin', 'Baharuddin Tonapa', pusdatin, 'unit-head'],
  ['unit-officer.dayasos', 'Ujang Kosasih', dayasos, 'unit-officer'],
  ['reviewer.dayasos', 'Erna Rosdiana Pohan', dayasos, 'reviewer'],
  ['unit-head.dayasos', 'Petrus Kambuaya', dayasos, 'unit-head'],
  ['unit-officer.potensi', 'Nyimas Khadijah', potensi, 'unit-officer'],
  ['reviewer.potensi', 'Hartono Wibisana', potensi, 'reviewer'],
  ['unit-head.potensi', 'Theresia Mbete', potensi, 'unit-head'],
  ['liaison-officer.rehsos', 'Maryam Tuanakotta', rehsos, 'liaison-officer'],
  ['unit-officer.anak', 'Fitriani Rauf', anak, 'unit-officer'],
  ['reviewer.anak', 'Stefanus Ganggut', anak, 'reviewer'],
  ['unit-head.anak', 'Endang Wahyuningtyas', anak, 'unit-head'],
  ['unit-officer.lansia', 'Mulyadi Tarigan', lansia, 'unit-officer'],
  ['reviewer.lansia', 'Ida Ayu Komang Sri', lansia, 'reviewer'],
  ['unit-head.lansia', 'Abdul Muis Latuconsina', lansia, 'unit-head'],
  ['unit-officer.disabilitas', 'Yuliana Rumbewas', disabilitas, 'unit-officer'],
  ['reviewer.disabilitas', 'Taufik Hidayatullah S.', disabilitas, 'reviewer'],
  ['unit-head.disabilitas', 'Dorkas Paliling', disabilitas, 'unit-head'],
  ['wbs-verifier-2', 'Siswanto Hadipranoto', itjen, 'wbs-verifier*'],
  ['reviewer.itjen', 'Sugeng Priyambodo', itjen, 'reviewer'],
  ['unit-officer.itjen', 'Meutia Rizkina', itjen, 'unit-officer'],
  ['unit-head.itjen', 'Gunawan Hutabarat', itjen, 'unit-head'],

  ['field-worker-2', 'Hasnawati Bolu', 'Sentra Meohai Kendari', 'field-worker'],
  ['upt-officer.ternate', 'Ibrahim Kaunar', 'Sentra Wasana Bahagia Ternate', 'upt-officer'],
  ['field-worker.ternate', 'Nursanti Umasugi', 'Sentra Wasana Bahagia Ternate', 'field-worker'],
  [
    'upt-officer.surakarta',
    'Sri Handayaningsih',
    'Sentra Terpadu Prof. Dr. Soeharso Surakarta',
    'upt-officer',
  ],
  ['field-worker.surakarta', 'Joko Purwadi', 'Sentra Terpadu Prof. Dr. Soeharso Surakarta', 'field-worker'],
  ['upt-officer.makassar', 'Andi Tenri Ola', 'Sentra Wirajaya Makassar', 'upt-officer'],
  ['field-worker.makassar', 'Syamsul Rijal Dg. Tata', 'Sentra Wirajaya Makassar', 'field-worker'],
  ['upt-officer.kupang', 'Adrianus Boimau', 'Sentra Efata Kupang', 'upt-officer'],
  ['field-worker.kupang', 'Yustina Tefa', 'Sentra Efata Kupang', 'field-worker'],
  ['upt-officer.medan', 'Rosmawati Ginting', 'Sentra Bahagia Medan', 'upt-officer'],
  ['field-worker.medan', 'Parlindungan Saragih', 'Sentra Bahagia Medan', 'field-worker'],
  ['upt-officer.jakarta', 'Euis Komariah', 'Sentra Handayani Jakarta', 'upt-officer'],
  ['field-worker.jakarta', 'Abdurrahman Betawi', 'Sentra Handayani Jakarta', 'field-worker'],
]);

const campusHumas = 'Hubungan Masyarakat dan Kerja Sama';
const academic = 'Bagian Akademik dan Kemahasiswaan';
const library = 'UPT Perpustakaan';
const supervisors = 'Satuan Pengawas Internal';

/** The polytechnic; roles that its SOP does not use are there to be looked at. */
const polytechnic = peopleOf('politeknik', [
  ['verifier', 'Rina Oktaviani', campusHumas, 'verifier*'],
  ['central-admin', 'Muhammad Ikhsan Lubis', campusHumas, 'central-admin*'],
  ['channel-officer', 'Yanti Marlina', campusHumas, 'channel-officer*'],
  ['control-centre', 'Suhardi Panjaitan', 'Bagian Umum dan Kepegawaian', 'control-centre*'],
  ['liaison-officer', 'Nurul Hikmah Ritonga', campusHumas, 'liaison-officer*'],
  ['unit-officer', 'Elfrida Manurung', academic, 'unit-officer'],
  ['reviewer', 'Ardiansyah Putra', academic, 'reviewer'],
  ['unit-head', 'Khairul Anwar Hasibuan', academic, 'unit-head'],
  ['upt-officer', 'Desi Marlinda Purba', library, 'upt-officer'],
  ['field-worker', 'Fajar Ramadhan', 'Pusat Penelitian dan Pengabdian kepada Masyarakat', 'field-worker'],
  ['ppid', 'Lamhot Simatupang', campusHumas, 'ppid*'],
  ['ppid-superior', 'Marlinang Sitorus', 'Bagian Umum dan Kepegawaian', 'ppid-superior*'],
  ['inspectorate', 'Bonaran Siahaan', supervisors, 'inspectorate*', 'unit-officer'],
  ['wbs-verifier', 'Asmawati Nainggolan', supervisors, 'wbs-verifier*'],
  ['wbs-researcher', 'Dirgantara Sinuraya', supervisors, 'wbs-researcher*'],
  ['wbs-examiner', 'Linda Rosalina Tobing', supervisors, 'wbs-examiner*'],
  ['watcher', 'Gita Permatasari', null, 'watcher*'],
  ['privacy-officer', 'Wahyu Nugroho Jati', 'Bagian Umum dan Kepegawaian', 'privacy-officer*'],
  ['procedure-manager', 'Sumiati Harefa', 'Bagian Umum dan Kepegawaian', 'procedure-manager*'],
  [
    'system-administrator',
    'Irfan Maulana Zebua',
    'UPT Teknologi Informasi dan Komunikasi',
    'system-administrator*',
  ],

  ['procedure-manager-2', 'Jonggi Parulian Sitompul', supervisors, 'procedure-manager*'],
  ['liaison-officer-2', 'Togar Hutauruk', campusHumas, 'liaison-officer*'],
  ['unit-officer.keuangan', 'Rosdiana Gultom', 'Bagian Keuangan', 'unit-officer'],
  ['unit-officer.umum', 'Sarwono Hadi', 'Bagian Umum dan Kepegawaian', 'unit-officer'],
  ['unit-officer.tik', 'Bayu Setiawan Ndraha', 'UPT Teknologi Informasi dan Komunikasi', 'unit-officer'],
  ['unit-officer.perpustakaan', 'Tiurma Pakpahan', library, 'unit-officer'],
  ['unit-officer.sipil', 'Hotman Silalahi', 'Jurusan Teknik Sipil', 'unit-officer'],
  ['unit-officer.akuntansi', 'Nila Kesuma Wardani', 'Jurusan Akuntansi', 'unit-officer'],
  ['unit-officer.humas', 'Ricky Ardian Sembiring', campusHumas, 'unit-officer'],
  ['unit-head.umum', 'Pantas Sihombing', 'Bagian Umum dan Kepegawaian', 'unit-head'],
  ['unit-head.keuangan', 'Sri Wulandari Rangkuti', 'Bagian Keuangan', 'unit-head'],
]);

const cityDesk = 'Bagian Layanan Pengaduan';
const roads = 'Dinas Jalan dan Permukiman';

/** The city, which works by the national default: a desk that verifies, and one office with its reviewer and head. */
const city = peopleOf('kota-ternate', [
  ['central-admin', 'Amina Djafar', cityDesk, 'central-admin*'],
  ['central-admin-2', 'Basri Hamisi', cityDesk, 'central-admin*'],
  ['liaison-officer', 'Irma Sangadji', cityDesk, 'liaison-officer*'],
  ['unit-officer', 'Darwis Tomagola', roads, 'unit-officer'],
  ['reviewer', 'Farida Albaar', roads, 'reviewer'],
  ['unit-head', 'Halim Soleman', roads, 'unit-head'],
]);

/** Everybody who works in the demo world. No one of them exists. */
export const people: readonly DemoPerson[] = [...ministry, ...polytechnic, ...city];

const domains: Readonly<Record<InstitutionId, string>> = {
  kemensos: 'demo.test',
  politeknik: 'politeknik.demo.test',
  'kota-ternate': 'ternate.demo.test',
};

export function emailOf({ key, institution }: Pick<DemoPerson, 'key' | 'institution'>): string {
  return `${key}@${domains[institution]}`;
}
