const everyday = `
  bantuan kartu bulan desa sudah belum keluarga kantor petugas data anak nama warga bank uang beras tahun
  kepala daftar surat rumah ibu bapak hari minggu alamat kecamatan kabupaten pasar sekolah jalan antrean loket
  penerima pendamping penyaluran pencairan saldo rekening mesin kosong terlambat hilang rusak salah ganda
  ditolak dicoret pindah meninggal lahir nikah cerai sakit lansia disabilitas kursi roda tongkat alat bantu
  dengar obat dokter puskesmas operasi rujukan biaya ongkos angkutan perahu jembatan banjir longsor gempa
  tenda selimut dapur logistik gudang truk sembako telur minyak gula susu bayi balita hamil menyusui gizi
  seragam buku beasiswa pelatihan jahit las bengkel ternak kambing ayam benih pupuk sawah kebun nelayan jaring
  modal koperasi usaha warung kios lapak becak ojek pabrik upah buruh migran paspor pulang kampung terminal
  telantar jalanan panti asuhan wali adopsi kekerasan aman lapor polisi saksi bukti foto rekaman meteran listrik
  air sumur pompa jamban atap dinding lantai semen kayu paku bedah hibah proposal tanda tangan cap stempel
  fotokopi materai antre subuh siang sore malam lembur libur tutup buka pindahan sementara darurat posko
  relawan yayasan masjid gereja pura vihara balai karang taruna posyandu kader bidan perawat ambulans jenazah
  makam santunan ahli waris sertifikat tanah sengketa batas patok sungai pantai hutan gunung lembah pulau`
  .trim()
  .split(/\s+/);

const syllables = 'ba ci de gu ja ka lo ma ni pa ra so ta wu yo sing lang bang rejo sari'.split(' ');

/**
 * Words of an imagined reporter, the common ones first: everyday words, then two thousand rare ones such as
 * names of villages. A search then has both frequent and rare words to look for.
 */
export const vocabulary: readonly string[] = [
  ...everyday,
  ...syllables.flatMap((first) =>
    syllables.flatMap((second) =>
      ['ngan', 'ran', 'mulya', 'jaya', 'dung'].map((last) => first + second + last),
    ),
  ),
];

/**
 * The power to which a number from 0 to 1 is raised before it picks a word: the first word is then in some
 * 70 % of texts, the tenth in 15 %, the two-hundredth in 3 %.
 */
export const skew = 2.2;

/** Pairs for the two-word search: frequent with frequent, frequent with rare, rare with rare. */
export const searches: readonly string[] = [
  'kartu bantuan',
  'beras desa',
  'pencairan rekening',
  'kursi roda',
  'bantuan gumaran',
  'longsor bacijaya',
  'beasiswa seragam',
  'sertifikat tanah',
];

/** Some forty words, as skewed as those of the SQL that grows the table. */
export function someText(length = 40): string {
  const words = Array.from(
    { length },
    () => vocabulary[Math.floor(Math.random() ** skew * vocabulary.length)],
  );
  return `Saya melaporkan ${words.join(' ')}.`;
}
