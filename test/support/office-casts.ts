import type { TestHouse } from './house.ts';
import { openWorkplace, type Workplace } from './office.ts';

export const ministryUnits = {
  front: 'Biro Hubungan Masyarakat',
  directorate: 'Direktorat Rehabilitasi Sosial Anak',
  other: 'Direktorat Jaminan Sosial',
  jakarta: 'Sentra Handayani Jakarta',
  makassar: 'Sentra Wirajaya Makassar',
  ternate: 'Sentra Wasana Bahagia Ternate',
} as const;

/** Document A: everybody whom its nine steps name, at the ministry as it ships. */
export async function ministry(house: TestHouse) {
  const workplace = await openWorkplace(house, 'kemensos');
  const { directorate, other, jakarta, makassar, ternate } = ministryUnits;
  const hire = (name: string, role: string, unit: string | null = null) =>
    workplace.employ({ name, role, unit });
  return {
    ...workplace,
    verifier: await hire('Vera', 'verifier'),
    secondVerifier: await hire('Bagus', 'verifier'),
    thirdVerifier: await hire('Citra', 'verifier'),
    liaison: await hire('Lina', 'liaison-officer', directorate),
    officer: await hire('Ujang', 'unit-officer', directorate),
    reviewer: await hire('Rini', 'reviewer', directorate),
    secondReviewer: await hire('Seno', 'reviewer', directorate),
    head: await hire('Hadi', 'unit-head', directorate),
    otherOfficer: await hire('Oki', 'unit-officer', other),
    otherHead: await hire('Heni', 'unit-head', other),
    jakarta: await hire('Joko', 'upt-officer', jakarta),
    makassar: await hire('Upik', 'upt-officer', makassar),
    ternate: await hire('Tati', 'upt-officer', ternate),
    fieldWorker: await hire('Fajar', 'field-worker', makassar),
    secondFieldWorker: await hire('Gita', 'field-worker', makassar),
    controlCentre: await hire('Kiki', 'control-centre'),
    channelOfficer: await hire('Tari', 'channel-officer'),
    inspector: await hire('Indra', 'inspectorate'),
  };
}
export type Ministry = Awaited<ReturnType<typeof ministry>>;

export const polytechnicUnits = {
  front: 'Hubungan Masyarakat dan Kerja Sama',
  finance: 'Bagian Keuangan',
  academic: 'Bagian Akademik dan Kemahasiswaan',
} as const;

/** Document B: central administrator, liaison officer, work units. */
export async function polytechnic(house: TestHouse) {
  const workplace: Workplace = await openWorkplace(house, 'politeknik');
  const { finance, academic } = polytechnicUnits;
  const hire = (name: string, role: string, unit: string | null = null) =>
    workplace.employ({ name, role, unit });
  return {
    ...workplace,
    admin: await hire('Ayu', 'central-admin'),
    liaison: await hire('Lukman', 'liaison-officer'),
    secondLiaison: await hire('Lala', 'liaison-officer'),
    officer: await hire('Umi', 'unit-officer', finance),
    secondOfficer: await hire('Usman', 'unit-officer', finance),
    head: await hire('Hana', 'unit-head', finance),
    academicOfficer: await hire('Udin', 'unit-officer', academic),
  };
}

export type Polytechnic = Awaited<ReturnType<typeof polytechnic>>;

export const cityUnits = {
  front: 'Bagian Layanan Pengaduan',
  roads: 'Dinas Jalan dan Permukiman',
} as const;

/** The national reference: everybody whom its rows name, at the city that ships with it. */
export async function theCity(house: TestHouse) {
  const workplace: Workplace = await openWorkplace(house, 'kota-ternate');
  const { roads } = cityUnits;
  const hire = (name: string, role: string, unit: string | null = null) =>
    workplace.employ({ name, role, unit });
  return {
    ...workplace,
    admin: await hire('Amina', 'verifier'),
    secondAdmin: await hire('Basri', 'verifier'),
    officer: await hire('Darwis', 'unit-officer', roads),
    reviewer: await hire('Farida', 'reviewer', roads),
    secondReviewer: await hire('Gafar', 'reviewer', roads),
    head: await hire('Halim', 'unit-head', roads),
    liaison: await hire('Irma', 'liaison-officer', roads),
  };
}
