import type { Context } from '../../src/features/context/index.ts';
import type { ProcedureDocument } from '../../src/features/procedures/contract.ts';
import { changeDraft, startDraft } from '../../src/features/procedures/index.ts';
import type { Cast } from './cast.ts';
import { momentsBefore } from './moments.ts';

const procedureId = 'kemensos/pengelolaan-sp4n-lapor';

/**
 * The next version of the ministry's SOP, written over two days by one of its two keepers and left for the other:
 * times on the rows that had none, no family card at the door, an answer that answers. Throws where it is refused.
 */
export async function draftNextVersion(ctx: Context, cast: Cast): Promise<void> {
  const moments = momentsBefore(ctx.now, ctx.office.calendar);
  const keeper = cast.person('kemensos', 'procedure-manager');
  const at = (day: number, time: string): Context => ({ ...ctx, actor: keeper, now: moments.on(day, time) });
  const started = await startDraft(at(-5, '10:12'), {
    procedureId,
    reason: 'Waktu tiap langkah dicantumkan, dan KK tidak lagi diminta saat melapor',
    basedOn: { procedureId, version: 1 },
  });
  if (!started.ok) throw new Error(`the draft: ${JSON.stringify(started.error)}`);
  const { id, document } = started.value;
  let revision = started.value.revision;
  for (const [day, time, change] of [
    [-5, '11:40', withTimes],
    [-3, '14:05', (next: ProcedureDocument) => withoutFamilyCard(withTimes(next))],
  ] as const) {
    const saved = await changeDraft(at(day, time), id, { revision, document: change(document) });
    if (!saved.ok) throw new Error(`the draft: ${JSON.stringify(saved.error)}`);
    revision = saved.value.revision;
  }
}

/** One working day each for checking, accepting and examining; the form left them empty. */
function withTimes(document: ProcedureDocument): ProcedureDocument {
  const timed = ['3', '5', '8a', '8b'];
  return {
    ...document,
    legalBasis: [
      ...document.legalBasis,
      'PermenPANRB 62 Tahun 2018 tentang Pedoman Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional',
    ],
    steps: document.steps.map((step) =>
      timed.includes(step.id) ? { ...step, limit: { amount: 1, unit: 'workingDay' } } : step,
    ),
  };
}

function withoutFamilyCard(document: ProcedureDocument): ProcedureDocument {
  return {
    ...document,
    requirements: document.requirements.filter(({ id }) => id !== 'family-card'),
    steps: document.steps.map((step) => {
      if (step.id === '1') return { ...step, requires: ['Formulir Pengaduan'] };
      if (step.id !== '4a') return step;
      return {
        ...step,
        activity:
          'Jika Tidak, aduan, aspirasi dan permintaan informasi yang tidak perlu ditindaklanjuti di lapangan dijawab langsung, sesuai yang ditanyakan pelapor.',
        output: ['Jawaban kepada pelapor'],
      };
    }),
  };
}
