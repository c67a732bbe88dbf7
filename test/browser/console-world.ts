import type { Matter } from '../support/office.ts';
import { type Ministry, ministryUnits } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';

type Kind = 'complaint' | 'aspiration' | 'information-request';

/** What people write, as long and as short as they do, with where it is and what it is about. */
const written: readonly { readonly text: string; readonly area: string; readonly kind: Kind }[] = [
  {
    text: 'Sudah dari Agustus nasi kotak buat Mbah tidak datang lagi, padahal dia tinggal sendiri umur 78 dan sudah tidak kuat masak. Katanya dari desa datanya masih ada. Tolong dicek Pak Bu, jangan sampai nama saya dibilang ke desa ya, nanti tidak enak sama tetangga.',
    area: '33.23',
    kind: 'complaint',
  },
  {
    text: 'Uang PKH ibu saya dipotong 150 ribu tiap cair oleh ketua kelompok',
    area: '33.29',
    kind: 'complaint',
  },
  {
    text: 'Bpk sy stroke 2 th d rumah aja, djanjikan kursi roda dari dinas blm ada',
    area: '33.14',
    kind: 'complaint',
  },
  {
    text: 'Balita di kontrakan sebelah sering ditinggal sendiri sampai malam, tetangga khawatir',
    area: '32.75',
    kind: 'complaint',
  },
  {
    text: 'Mohon dijelaskan syarat masuk Sekolah Rakyat untuk anak saya yang putus sekolah sejak kelas 4 SD',
    area: '36.03',
    kind: 'information-request',
  },
  {
    text: 'Usul: jadwal kunjungan pendamping ditempel di balai desa supaya lansia tahu kapan harus di rumah',
    area: '33.10',
    kind: 'aspiration',
  },
  { text: 'Paket lansia isinya beras berkutu dan telur pecah', area: '36.02', kind: 'complaint' },
  {
    text: 'Anak saya tunarungu ditolak daftar pelatihan, katanya kuota habis',
    area: '73.06',
    kind: 'complaint',
  },
];

/** The shortest way to `count` cases at many steps: some late, some due today, some paused, some just sent. */
export async function fillDesks(office: Ministry, count: number): Promise<readonly Matter[]> {
  const { house } = office;
  const citizen = office.citizen();
  const matters: Matter[] = [];
  for (let index = 0; index < count; index += 1) {
    const day = arrivals[Math.floor((index * arrivals.length) / count)] ?? '2026-11-23';
    const at = instant(`${day} 0${8 + (index % 2)}:${String(10 + (index % 50)).padStart(2, '0')}`);
    if (at > house.clock.now()) house.clock.set(at);
    const { text, area, kind } = written[index % written.length] ?? {
      text: '',
      area: '31.74',
      kind: 'complaint',
    };
    const secrecy = (['L2', 'L3', 'L1', 'L0'] as const)[index % 4] ?? 'L2';
    const contact = index % 5 === 0 ? {} : { contact: { name: 'Sri', phone: '081234567890' } };
    const matter = await citizen.files(text, { kind, areaCode: area, secrecy, ...contact });
    matters.push(matter);
    await moveOn(office, matter, { index, text, area, kind });
  }
  return matters;
}

/** Working days before the day on which the office is looked at. */
const arrivals = [
  '2026-11-05',
  '2026-11-09',
  '2026-11-11',
  '2026-11-13',
  '2026-11-17',
  '2026-11-18',
  '2026-11-19',
  '2026-11-20',
  '2026-11-23',
  '2026-11-24',
];

interface Told {
  readonly index: number;
  readonly text: string;
  readonly area: string;
  readonly kind: Kind;
}

async function moveOn(office: Ministry, matter: Matter, { index, text, area, kind }: Told): Promise<void> {
  if (index % 7 === 6) return;
  const oversight = kind === 'complaint' && index % 9 === 1;
  const urgent = index % 41 === 40;
  const title = text.slice(0, 90);
  await office.verifier.verifies(matter, { kind, areaCode: area, oversight, urgent, title });
  if (index % 13 === 12) return;
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  if (index % 3 === 2) return;
  await office.liaison.accepts(matter);
  if (index % 11 === 0) await office.liaison.asks(matter, 'Di desa mana, dan siapa pendampingnya?');
  else if (index % 6 === 1) await office.officer.writesReport(matter);
}
