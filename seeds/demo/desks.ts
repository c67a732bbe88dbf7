/** Where a matter goes in the usual way, and through whose hands there. */
export interface Desk {
  readonly unit: string;
  readonly handler: string;
  /** Kemensos only: who examines the handling report, and who closes it. */
  readonly reviewer: string;
  readonly head: string;
}

export type DeskName = keyof typeof desks;

export const desks = {
  jamsos: deskOf('Direktorat Jaminan Sosial', ''),
  linjamsos: {
    unit: 'Direktorat Jenderal Perlindungan dan Jaminan Sosial',
    handler: 'unit-officer.linjamsos',
    reviewer: 'liaison-officer',
    head: 'unit-head.linjamsos',
  },
  bencana: deskOf('Direktorat Perlindungan Sosial Korban Bencana Alam', '.bencana'),
  pusdatin: deskOf('Pusat Data dan Informasi Kesejahteraan Sosial', '.pusdatin'),
  dayasos: deskOf('Direktorat Jenderal Pemberdayaan Sosial', '.dayasos'),
  potensi: deskOf('Direktorat Potensi dan Sumber Daya Sosial', '.potensi'),
  anak: deskOf('Direktorat Rehabilitasi Sosial Anak', '.anak'),
  lansia: deskOf('Direktorat Rehabilitasi Sosial Lanjut Usia', '.lansia'),
  disabilitas: deskOf('Direktorat Rehabilitasi Sosial Penyandang Disabilitas', '.disabilitas'),
  itjen: deskOf('Inspektorat Jenderal', '.itjen'),

  akademik: deskOf('Bagian Akademik dan Kemahasiswaan', ''),
  keuangan: deskOf('Bagian Keuangan', '.keuangan'),
  umum: deskOf('Bagian Umum dan Kepegawaian', '.umum'),
  tik: deskOf('UPT Teknologi Informasi dan Komunikasi', '.tik'),
  perpustakaan: deskOf('UPT Perpustakaan', '.perpustakaan'),
  sipil: deskOf('Jurusan Teknik Sipil', '.sipil'),
  akuntansi: deskOf('Jurusan Akuntansi', '.akuntansi'),
  humas: deskOf('Hubungan Masyarakat dan Kerja Sama', '.humas'),
  pengawas: { ...deskOf('Satuan Pengawas Internal', ''), handler: 'inspectorate' },
} satisfies Record<string, Desk>;

function deskOf(unit: string, suffix: string): Desk {
  return {
    unit,
    handler: `unit-officer${suffix}`,
    reviewer: `reviewer${suffix}`,
    head: `unit-head${suffix}`,
  };
}
