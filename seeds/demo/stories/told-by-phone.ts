import { systemActor } from '../../../src/domain/access/actor.ts';
import type { WrapUp } from '../../../src/domain/calls/call.ts';
import { ok } from '../../../src/domain/shared/result.ts';
import { announceCall, linkCall, wrapUpCall } from '../../../src/features/calls/index.ts';
import type { EntryInput } from '../../../src/features/submissions/contract-entry.ts';
import { findByAccess, receiveSubmission } from '../../../src/features/submissions/index.ts';
import { sms } from '../contacts.ts';
import { emailOf } from '../people.ts';
import type { Plot, Scene, Stage } from '../stage.ts';
import type { Book } from '../telling.ts';

const institution = 'kemensos';
const agent = 'call-agent';

interface ToldCall {
  readonly name: string;
  /** Minutes before now at which it rang. */
  readonly ago: number;
  /** Minutes that it lasted. */
  readonly lasted: number;
  readonly caller: string;
  /** What was taken in. */
  readonly entry?: EntryInput;
  /** Null: the agent has not said yet. */
  readonly wrapUp: WrapUp | null;
}

/** What 171 took since last night: two matters that cannot wait, and one call that nobody has wrapped up yet. */
export function toldByPhone(book: Book): void {
  for (const call of calls) book.scenes.push(sceneOf(book, call));
}

const calls: readonly ToldCall[] = [
  {
    name: 'Nenek sendirian, listrik dan air diputus',
    ago: 205,
    lasted: 9,
    caller: '0812-0000-1711',
    entry: {
      text: 'Penelepon tetangga. Nenek umur 81 tahun tinggal sendiri di petak kontrakan. Listrik dan air diputus pemilik sejak kemarin karena menunggak. Nenek tidak bisa berjalan, belum makan sejak siang, obat tensinya habis. Tetangga menunggu di depan rumah.',
      areaCode: '32.76',
      place: 'Petak kontrakan di belakang pasar',
      urgent: true,
      contact: sms('Tetangga nenek', '1711'),
    },
    wrapUp: 'urgent-handed-over',
  },
  {
    name: 'Anak tersesat di terminal, menangis sendirian',
    ago: 84,
    lasted: 6,
    caller: '0812-0000-1712',
    entry: {
      text: 'Penelepon pedagang di terminal. Anak laki-laki kira-kira tujuh tahun menangis sendirian sejak bus terakhir berangkat, hanya tahu nama panggilannya. Sudah diberi makan dan diajak duduk di pos keamanan. Mohon dijemput petugas.',
      areaCode: '35.78',
      place: 'Pos keamanan terminal',
      urgent: true,
      contact: sms('Pedagang terminal', '1712'),
    },
    wrapUp: 'urgent-handed-over',
  },
  {
    name: 'Telepon yang belum dicatat hasilnya',
    ago: 12,
    lasted: 4,
    caller: '0812-0000-1713',
    wrapUp: null,
  },
];

function sceneOf(book: Book, call: ToldCall): Scene {
  const plot: Plot = {
    name: call.name,
    institution,
    caseId: '',
    trackingCode: '',
    assignments: new Map(),
  };
  return {
    at: book.moments.ago(call.ago - call.lasted),
    plot,
    what: 'arrives by 171',
    by: null,
    play: (stage) => answer(stage, plot, call, book.moments.ago(call.ago)),
  };
}

/** Rings, is answered, entered while it lasts, over and wrapped up. */
async function answer(stage: Stage, plot: Plot, call: ToldCall, began: string) {
  const ctx = stage.as(stage.person(agent));
  const source = `171-${call.caller.slice(-4)}`;
  const line = { institution, call: source, agent: emailOf({ key: agent, institution }) };
  const telephone = stage.as(systemActor);
  for (const event of ['ringing', 'answered', 'ended'] as const) {
    const at = event === 'ended' ? ctx.now : began;
    const said = await announceCall(telephone, { ...line, event, at, caller: call.caller });
    if (!said.ok) return said;
  }
  const { id } = await ctx.tx
    .selectFrom('calls')
    .select('id')
    .where('source_id', '=', source)
    .executeTakeFirstOrThrow();
  if (call.entry !== undefined) {
    const done = await receiveSubmission(
      ctx,
      { ...call.entry, institution, channel: 'phone' },
      { channel: 'phone' },
    );
    if (!done.ok) return done;
    plot.trackingCode = done.value.trackingCode;
    plot.caseId = (await findByAccess(ctx, plot.trackingCode))?.id ?? '';
    await linkCall(ctx, id, plot.caseId);
  }
  return call.wrapUp === null ? ok(null) : wrapUpCall(ctx, id, { wrapUp: call.wrapUp });
}
