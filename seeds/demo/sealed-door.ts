import { reporterActor } from '../../src/domain/access/actor.ts';
import type { Refusal } from '../../src/domain/shared/refusal.ts';
import type { Result } from '../../src/domain/shared/result.ts';
import type { ActInput, SealedAct } from '../../src/features/cases/contract.ts';
import type { Context } from '../../src/features/context/index.ts';
import {
  actAsInspector,
  actByCode,
  listForInspectorate,
  receiveReport,
  type TalkAct,
} from '../../src/features/sealed-cases/index.ts';
import type { Cast } from './cast.ts';
import { type Moments, momentsBefore } from './moments.ts';
import type { InstitutionId } from './stage.ts';

/** The moment, who (null: whoever holds the code), and what they did. */
type Turn = readonly [at: string, by: string | null, act: SealedAct | TalkAct, input: unknown];

interface Tale {
  readonly institution: InstitutionId;
  readonly at: string;
  readonly text: string;
  readonly occurredOn: string;
  readonly place: string;
  readonly turns: readonly Turn[];
}

const checked = (title: string): ActInput<'verification'> => ({
  kind: 'complaint',
  oversight: false,
  urgent: false,
  title,
  categoryId: null,
  areaCode: null,
  note: '',
});

/** Five invented matters, each at another stage. Like every other they happen through the commands, at their moments. */
function tales({ on, onSundayBefore }: Moments): readonly Tale[] {
  return [
    {
      institution: 'kemensos',
      at: onSundayBefore(-34, '21:14'),
      text: 'Setiap akhir bulan vendor katering balai diminta menyetor sepuluh persen lewat amplop, diserahkan di parkiran belakang. Yang menolak tidak dipanggil lagi pada bulan berikutnya. Daftar setorannya ditulis di buku hijau.',
      occurredOn: 'Sejak Februari, tiap akhir bulan',
      place: 'Salah satu balai di bawah kementerian',
      turns: [
        [
          on(-32, '10:20'),
          'wbs-verifier',
          'question',
          { text: 'Siapa yang menerima amplopnya, dan berapa vendor yang Anda tahu?' },
        ],
        [on(-31, '20:05'), null, 'completion', 'Kepala urusan rumah tangga. Setahu saya empat vendor.'],
        [on(-30, '09:40'), 'wbs-verifier', 'verification', checked('Setoran vendor katering balai')],
        [
          on(-24, '15:10'),
          'wbs-researcher',
          'research',
          {
            findings:
              'Harga katering naik 10 sampai 12 persen pada keempat vendor mulai bulan yang sama. Dua vendor lain berhenti dipesan tanpa alasan tertulis.',
            proceed: true,
          },
        ],
        [
          on(-10, '14:30'),
          'wbs-examiner',
          'examination',
          {
            findings:
              'Buku catatan ditemukan; angkanya cocok dengan penarikan tunai vendor. Dua vendor memberi keterangan.',
          },
        ],
        [
          on(-8, '10:00'),
          'wbs-verifier',
          'conclusion',
          {
            outcome: 'proven',
            answer:
              'Setoran itu terbukti. Pesanan katering kini lewat pengadaan terbuka, dan yang bersangkutan diproses menurut disiplin pegawai.',
          },
        ],
        [on(-6, '19:30'), null, 'confirmation', 'Terima kasih, sekarang tidak ada lagi yang diminta.'],
      ],
    },
    {
      institution: 'kemensos',
      at: on(-19, '22:40'),
      text: 'Perjalanan dinas ke luar kota dilaporkan dua belas orang, yang berangkat hanya tiga. Tanda tangan di daftar hadir dibuat oleh satu orang. Uang hariannya dibagi sesudahnya.',
      occurredOn: 'Agustus dan September',
      place: 'Kegiatan bimbingan teknis di luar kota',
      turns: [
        [on(-16, '11:15'), 'wbs-verifier', 'verification', checked('Perjalanan dinas fiktif')],
        [
          on(-11, '16:00'),
          'wbs-researcher',
          'research',
          {
            findings:
              'Manifes penerbangan memuat tiga nama. Daftar hadir memuat dua belas, dengan tulisan yang sama.',
            proceed: true,
          },
        ],
        [
          on(-7, '20:45'),
          null,
          'reporter-message',
          'Minggu ini ada permintaan kepada pegawai supaya menyamakan cerita.',
        ],
      ],
    },
    {
      institution: 'kemensos',
      at: on(-6, '23:05'),
      text: 'Mobil operasional dipakai keluarga pejabat hampir setiap akhir pekan, bensinnya dari kartu kantor.',
      occurredOn: '',
      place: '',
      turns: [
        [
          on(-4, '09:30'),
          'wbs-verifier',
          'question',
          {
            text: 'Mobil yang mana, dan kapan terakhir Anda melihatnya? Jangan sebut dari mana Anda tahu bila itu menunjuk kepada Anda.',
          },
        ],
      ],
    },
    {
      institution: 'kemensos',
      at: on(-2, '21:50'),
      text: 'Kelulusan calon pendamping di kabupaten kami dijual. Tarifnya disebut di grup percakapan, lalu pesannya dihapus. Saya sempat menyalinnya.',
      occurredOn: 'Seleksi bulan ini',
      place: 'Seleksi pendamping sosial tingkat kabupaten',
      turns: [],
    },
    {
      institution: 'politeknik',
      at: on(-12, '20:20'),
      text: 'Nilai perbaikan bisa dibeli lewat seorang pegawai. Mahasiswa membayar, lalu nilainya berubah di sistem tanpa ujian ulang.',
      occurredOn: 'Semester ini',
      place: 'Salah satu jurusan',
      turns: [[on(-9, '13:20'), 'wbs-verifier', 'verification', checked('Nilai perbaikan dijual')]],
    },
  ];
}

/**
 * What came by the sealed door, told at its own moments. Gives the codes, which are kept nowhere in the clear and shown
 * this once. Throws where a command refuses.
 */
export async function tellOfSealedDoor(ctx: Context, cast: Cast): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const { turns, at, ...report } of tales(momentsBefore(ctx.now, ctx.office.calendar))) {
    const then: Context = { ...ctx, actor: reporterActor, now: at };
    const formKey = `demo ${at} ${report.institution}`;
    const done = taken(await receiveReport(then, { ...report, files: [], formKey }), 'a report');
    codes.push(done.code);
    const watcher = { ...then, actor: cast.person(report.institution, 'wbs-verifier') };
    const { items } = taken(await listForInspectorate(watcher), 'the list');
    const id = items.find(({ excerpt }) => report.text.startsWith(excerpt.slice(0, 100)))?.id ?? '';
    for (const [moment, by, act, input] of turns) {
      const now = { ...ctx, now: moment };
      const seen = Number.MAX_SAFE_INTEGER;
      const outcome =
        by === null
          ? await actByCode(now, done.code, act as TalkAct, String(input), seen)
          : await actAsInspector(
              { ...now, actor: cast.person(report.institution, by) },
              id,
              act as SealedAct,
              input as ActInput<SealedAct>,
            );
      taken<unknown>(outcome, act);
    }
  }
  return codes;
}

function taken<T>(outcome: Result<T, Refusal>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`the sealed door, ${what}: refused ${JSON.stringify(outcome.error)}`);
}
