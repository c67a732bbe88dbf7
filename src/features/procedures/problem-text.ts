import type { DisagreementCode } from '../../domain/procedures/disagreements.ts';
import type { ProcedureProblemCode } from '../../domain/procedures/problem.ts';
import { limitUnits, stepActs, stepStatuses } from '../../domain/procedures/procedure.ts';
import type { ScenarioProblemCode } from '../../domain/procedures/scenario.ts';

/**
 * What a person who writes a procedure is told: what is wrong, then the remedy. Indonesian, since the
 * files are. `{step}` is the row; the other names come from the problem's params.
 */
const folderTexts = {
  'folder-missing': 'Map prosedur tidak ditemukan. Periksa jalur yang diberikan.',
  'bad-folder-name':
    'Nama map “{name}” tidak dapat dipakai. Gunakan huruf kecil, angka, dan tanda hubung, misalnya “dinas-sosial”.',
  'unexpected-file':
    'Berkas “{name}” tidak dikenal di sini. Prosedur bernama v1.yaml, v2.yaml, dan seterusnya, dengan v1.scenarios.yaml dan source.txt; ganti namanya atau pindahkan.',
  'no-version': 'Map ini belum berisi prosedur. Tambahkan v1.yaml.',
  'version-gap':
    'Versi v{version} tidak ada. Versi yang sudah dirilis tidak boleh dihapus, karena perkara lama masih memakainya; kembalikan berkasnya.',
  'source-missing': 'Teks asli belum ada. Simpan salinan persis SOP sumber sebagai source.txt di map ini.',
  'scenarios-missing': 'Skenario belum ada. Tulis sedikitnya satu skenario di {name}.',
} as const;

const shapeTexts = {
  'not-yaml': 'Berkas ini bukan YAML yang benar ({detail}). Perbaiki penulisan pada baris ini.',
  'duplicate-key': 'Kunci yang sama ditulis dua kali. Hapus salah satu.',
  'unknown-key': 'Kunci “{key}” tidak dikenal. Periksa ejaannya; kunci yang dikenal: {allowed}.',
  'missing-key': 'Kunci “{key}” belum ada. Tambahkan; bila sumber tidak menyebutnya, isi null atau [].',
  'wrong-type': 'Isi “{key}” harus berupa {expectedWord}. {quoteHint}',
  'wrong-value': 'Isi di sini tidak dapat dipakai ({detail}). Perbaiki isinya.',
} as const;

const procedureTexts = {
  'no-steps': 'Prosedur belum mempunyai langkah. Tulis sedikitnya langkah pertama dan langkah akhir.',
  'duplicate-step':
    'Nomor langkah “{step}” dipakai dua kali. Beri nomor lain, misalnya dengan huruf di belakangnya.',
  'duplicate-actor': 'Pelaksana “{actor}” didaftar dua kali. Gabungkan atau ganti id salah satu.',
  'first-step-not-submit':
    'Langkah pertama harus menerima laporan. Tulis “act: submit” pada langkah “{step}”.',
  'submit-not-first':
    'Langkah “{step}” memakai “act: submit”, yang hanya boleh pada langkah pertama. Pilih act yang lain.',
  'unknown-act': `Act “{act}” pada langkah “{step}” tidak dikenal. Pilih salah satu: ${stepActs.join(', ')}.`,
  'unknown-status': `Status “{status}” pada langkah “{step}” tidak dikenal. Pilih salah satu: ${stepStatuses.join(', ')}.`,
  'step-without-actor':
    'Langkah “{step}” tidak mempunyai pelaksana. Isi actors dengan sedikitnya satu pelaksana.',
  'unknown-actor':
    'Pelaksana “{actor}” pada langkah “{step}” tidak ada di daftar actors. Tambahkan ke daftar itu, atau perbaiki ejaannya.',
  'unused-actor': 'Pelaksana “{actor}” tidak dipakai di langkah mana pun. Hapus, atau pakai di langkahnya.',
  'actor-without-roles': 'Pelaksana “{actor}” tidak mempunyai peran. Isi roles dengan sedikitnya satu peran.',
  'unknown-role':
    'Peran “{role}” milik pelaksana “{actor}” tidak dikenal. Perbaiki ejaannya, atau buat peran itu dahulu.',
  'missing-next':
    'Langkah “{step}” tidak menyebut langkah berikutnya. Tulis “next” dengan nomor langkah, atau “next: null” bila prosedur selesai di sini.',
  'unknown-step':
    'Langkah “{step}” menunjuk ke langkah “{target}” yang tidak ada. Perbaiki nomornya, atau tambahkan langkah itu.',
  'question-without-exits':
    'Langkah “{step}” bertanya tetapi tidak bercabang. Tambahkan exits dengan ya dan tidak.',
  'missing-exit':
    'Keputusan pada langkah “{step}” tidak mempunyai cabang “{exit}”. Tambahkan “{exit}” dengan nomor langkah tujuannya.',
  'exits-without-question':
    'Langkah “{step}” bercabang tetapi tidak bertanya. Tambahkan question yang dijawab Ya atau Tidak.',
  'exits-and-next':
    'Langkah “{step}” mempunyai exits dan next sekaligus. Hapus next; keputusan hanya keluar lewat Ya atau Tidak.',
  'return-not-backwards':
    'Langkah “{step}” mengembalikan ke “{target}”, yang tidak berada di atasnya. Pilih langkah sebelumnya.',
  'returns-without-target':
    'Langkah “{step}” membatasi pengembalian tanpa tujuan. Tambahkan returnsTo, atau hapus returnsAtMost.',
  'optional-decision': 'Langkah “{step}” adalah keputusan, jadi tidak dapat dilewati. Hapus optional.',
  'limit-without-unit': `Waktu ditulis tanpa satuan. Tambahkan unit, salah satu dari: ${limitUnits.join(', ')}.`,
  'unknown-unit': `Satuan waktu “{unit}” tidak dikenal. Pilih salah satu: ${limitUnits.join(', ')}.`,
  'limit-not-positive':
    'Waktu “{amount}” bukan bilangan bulat di atas nol. Perbaiki, atau tulis “limit: null” bila sumber tidak memberi waktu.',
  'no-end': 'Prosedur tidak pernah selesai. Tulis “next: null” pada langkah terakhir.',
  'unreachable-step':
    'Langkah “{step}” tidak dapat dicapai dari langkah pertama. Arahkan next atau exits ke sana, atau hapus langkah ini.',
  'never-ends':
    'Dari langkah “{step}” prosedur tidak pernah dapat selesai. Arahkan salah satu jalannya ke langkah yang berakhir.',
  'main-path-loops':
    'Bila selalu dijawab Ya, prosedur berputar dari langkah “{step}” kembali ke “{target}”. Tukar cabangnya, sehingga Ya berarti maju.',
} as const satisfies Record<ProcedureProblemCode, string>;

const scenarioTexts = {
  'scenario-bad-time': 'Waktu “{time}” tidak lengkap. Tulis dengan zona, misalnya 2026-03-17T09:00:00+07:00.',
  'scenario-bad-zone': 'Zona “{zone}” tidak dikenal. Pilih Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.',
  'scenario-time-backwards':
    'Tindakan pada {time} lebih awal daripada tindakan sebelumnya. Urutkan menurut waktu.',
  'scenario-after-end':
    'Tindakan “{act}” terjadi sesudah prosedur selesai. Hapus, atau perbaiki tindakan sebelumnya.',
  'scenario-act':
    'Tindakan “{act}” tidak mungkin pada langkah “{step}”; di sana yang dilakukan adalah “{expected}”. Perbaiki urutan tindakan.',
  'scenario-role': 'Peran “{role}” tidak bertindak pada langkah “{step}”. Yang boleh: {allowed}.',
  'scenario-exit':
    'Cabang “{exit}” tidak ada pada langkah “{step}”. Keputusan memerlukan exit ya atau tidak; langkah lain tidak memakainya.',
  'scenario-return':
    'Langkah “{step}” tidak dapat mengembalikan perkara lagi (paling banyak {most} kali). Hapus sendsBack, atau tambahkan returnsTo pada prosedur.',
  'scenario-step':
    'Skenario mengharapkan langkah “{expected}”, prosedur berada di langkah “{got}”. Perbaiki salah satunya.',
  'scenario-actor':
    'Langkah “{step}” diharapkan dikerjakan “{expected}”, menurut prosedur oleh “{got}”. Perbaiki salah satunya.',
  'scenario-due':
    'Tenggat langkah diharapkan {expected}, hasil hitungan {got}. Periksa waktu pada prosedur, kalender, dan skenario.',
  'scenario-overall-due':
    'Tenggat keseluruhan diharapkan {expected}, hasil hitungan {got}. Periksa overallLimit, kalender, dan skenario.',
  'scenario-no-due':
    'Tenggat mulai {from} tidak dapat dihitung karena kalender belum ada. Tambahkan kalender tahun itu, atau ganti tanggal skenario.',
  'scenario-ends':
    'Akhir skenario tidak cocok: kasus terakhir berada di langkah “{step}”. Perbaiki ends, atau lengkapi tindakannya.',
} as const satisfies Record<ScenarioProblemCode, string>;

/** The procedure runs as printed and the legal clocks beside it; these say where the two part. */
const disagreementTexts = {
  'decree-missing':
    'Nomor SK kosong, jadi prosedur ini belum berlaku sebagai naskah dinas. Isi decree pada versi berikutnya.',
  'rule-replaced': '{rule} sudah diganti {by}. Perbarui dasar hukum pada versi berikutnya.',
  'identity-document-asked':
    '“{title}” memuat data seluruh keluarga. Sistem tidak mewajibkannya: boleh menyusul, tidak diminta dari pelapor anonim, dan disimpan tersegel.',
  'objection-without-law':
    'Keberatan informasi diatur UU 14 Tahun 2008, yang tidak ada di dasar hukum. Sistem menjalankannya di jalur tersendiri; tambahkan pada versi berikutnya.',
  'promise-within-verification':
    'Janji keseluruhan {overall} HK, padahal pemeriksaan saja boleh {verification} HK. Keduanya dihitung berdampingan.',
  'no-decision':
    'Tidak ada keputusan: laporan di luar wewenang atau belum lengkap tidak punya jalan. Sistem menyediakannya; tuliskan pada versi berikutnya.',
  'no-rating':
    'Pelapor tidak diminta menilai. Sistem tetap memintanya; tambahkan langkah penilaian pada versi berikutnya.',
  'rows-without-time':
    '{count} dari {of} baris tanpa Waktu. Kolom dibiarkan kosong seperti sumber; lengkapi pada versi berikutnya.',
  'rows-without-papers':
    '{count} dari {of} baris tanpa Kelengkapan atau Output. Kolom dibiarkan kosong seperti sumber; lengkapi pada versi berikutnya.',
  'identity-recorded':
    'Langkah “{step}” merekam identitas pelapor. Sistem tetap menerima laporan anonim dan menyegel identitas.',
  'refusal-called-finished':
    'Langkah “{step}” menyebut laporan di luar wewenang “selesai”. Sistem meneruskannya ke instansi berwenang dan tidak menghitungnya selesai.',
  'answer-called-normative':
    'Langkah “{step}” menyebut jawaban normatif. PANRB meminta tindak lanjut yang substantif; jawaban tetap harus menjawab pertanyaan.',
  'copy-of-person': 'Langkah “{step}” memberi tembusan. Tembusan tidak memuat identitas pelapor.',
  'examiner-finishes':
    'Langkah “{step}” dikerjakan pelaksana yang juga memeriksa. Sistem menuntut orang yang berbeda dan menunggu penilaian pelapor.',
} as const satisfies Record<DisagreementCode, string>;

const texts = {
  ...folderTexts,
  ...shapeTexts,
  ...procedureTexts,
  ...scenarioTexts,
  ...disagreementTexts,
} as const;
export type LoadProblemCode = keyof typeof texts;

const typeWords: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  integer: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar',
  object: 'kumpulan kunci dan isinya',
};

/** The sentence for a problem, with its details filled in. */
export function problemText(
  code: LoadProblemCode,
  params: Readonly<Record<string, string>>,
  step: string | null,
): string {
  const words: Readonly<Record<string, string>> = {
    ...params,
    ...(step === null ? {} : { step }),
    expectedWord: typeWords[params.expected ?? ''] ?? params.expected ?? '',
    quoteHint: quoteHint(params),
  };
  return texts[code].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '').trim();
}

/** YAML reads a bare 4 as a number; a row's number is a name, so that 3a and 4 are of one kind. */
function quoteHint(params: Readonly<Record<string, string>>): string {
  return params.expected === 'string' && params.text !== '' && params.text !== undefined
    ? `Beri tanda kutip: '${params.text}'.`
    : 'Perbaiki isinya, atau hapus kuncinya bila tidak perlu.';
}
