import type { Actor } from '../../src/domain/access/actor.ts';
import { reporterActor, systemActor } from '../../src/domain/access/actor.ts';
import { type CaseState, dataRequestKinds, type ReportContent } from '../../src/domain/cases/case.ts';
import type { CaseCommandName, CaseCommands } from '../../src/domain/cases/commands.ts';
import { availableActs, decide } from '../../src/domain/cases/decide.ts';
import type { DecisionContext } from '../../src/domain/cases/draft.ts';
import type { CaseEvent } from '../../src/domain/cases/events.ts';
import { openCase } from '../../src/domain/cases/opening.ts';
import type { CaseKind } from '../../src/domain/cases/words.ts';
import type { Procedure } from '../../src/domain/procedures/procedure.ts';
import { cast, units } from './cast.ts';
import { shippedCalendar, shippedRules } from './office-hours.ts';

const calendar = shippedCalendar();
const rules = shippedRules().clocks;

/** A case walked step by step in memory, with everything that has happened to it. */
export interface Walk {
  readonly procedure: Procedure;
  state: CaseState;
  readonly events: CaseEvent[];
  now: string;
}

export function openWalk(procedure: Procedure, now: string, kind: CaseKind = 'complaint'): Walk {
  const ctx: DecisionContext = { actor: reporterActor, now, procedure, calendar, rules };
  const draft = openCase(ctx, {
    id: '30000000-0000-7000-8000-000000000001',
    number: '2603-00001',
    institution: 'uji',
    zone: 'Asia/Jakarta',
    channel: 'web',
    receivedAt: now,
    anonymous: false,
    kind,
    title: 'Bantuan belum diterima',
    categoryId: null,
    areaCode: null,
    secrecy: 'L2',
  });
  return { procedure, state: draft.state, events: [...draft.events], now };
}

export function contextOf(walk: Walk, actor: Actor): DecisionContext {
  return { actor, now: walk.now, procedure: walk.procedure, calendar, rules };
}

/** Does one thing; returns the refusal's code, or null when it was done. */
export function attempt<N extends CaseCommandName>(
  walk: Walk,
  actor: Actor,
  name: N,
  input: CaseCommands[N],
): string | null {
  const decided = decide(walk.state, name, input, contextOf(walk, actor));
  if (!decided.ok) return decided.error.code;
  walk.state = decided.value.state;
  walk.events.push(...decided.value.events);
  return null;
}

/** Does one thing that must succeed. */
export function act<N extends CaseCommandName>(
  walk: Walk,
  actor: Actor,
  name: N,
  input: CaseCommands[N],
): void {
  const refused = attempt(walk, actor, name, input);
  if (refused !== null)
    throw new Error(`${name} was refused: ${refused} (step ${walk.state.step}, ${walk.state.status})`);
}

export const content: ReportContent = {
  findings: 'Kartu tertelan mesin sejak Agustus.',
  actions: 'Kartu pengganti diminta dan diserahkan.',
  evidence: 'Tanda terima kartu.',
  basis: 'Pedoman penyaluran.',
  outcome: 'met-fully',
  answer: 'Kartu Anda sudah diganti dan bantuan dapat diambil.',
};

let assignments = 0;

/** A plausible input for every command; random walks choose among these. */
export function plausibleInput(name: CaseCommandName, walk: Walk): CaseCommands[CaseCommandName] {
  assignments += 1;
  const open = walk.state.assignments.filter((one) => one.state === 'open');
  const reported = walk.state.assignments.filter((one) => one.state === 'reported');
  const classification = {
    kind: walk.state.kind,
    oversight: false,
    urgent: false,
    title: 'Bantuan',
    categoryId: null,
    areaCode: null,
  };
  const requests = walk.state.dataRequests ?? [];
  const waiting = requests.find((one) => one.answer === null);
  const unasked = dataRequestKinds.find((kind) => !requests.some((one) => one.kind === kind));
  const inputs: CaseCommands = {
    verification: { ...classification, note: '' },
    classification: {
      ...classification,
      kind: 'complaint',
      oversight: true,
      reason: 'menyangkut perilaku petugas',
    },
    referral: { body: 'Dinas Sosial Kabupaten', reason: 'kewenangan daerah' },
    archive: { reason: 'not-public-service', explanation: 'bukan layanan publik' },
    question: { text: 'Di desa mana?' },
    seal: { reason: 'menyebut pejabat' },
    merger: { into: { id: 'other', number: '2603-00002', institution: 'uji', merged: false } },
    'merger-undoing': {},
    disposition: { unit: units.directorate, copies: [units.sentra], note: '' },
    acceptance: {},
    'secrecy-lowering': { level: 'L0', reason: 'sudah umum diketahui' },
    'lowering-consent': { agrees: true },
    'lowering-confirmation': {},
    'legal-hold': { reason: 'perkara di pengadilan' },
    'hold-lifting': { reason: 'perkara selesai' },
    'identity-destruction': { reason: 'tujuan selesai', files: 0 },
    'disposition-return': { reason: 'bukan tugas kami' },
    copy: { unit: units.sentra },
    assignment: {
      id: `40000000-0000-7000-8000-${String(assignments).padStart(12, '0')}`,
      parent: null,
      unit: units.sentra,
      person: null,
      roles: ['upt-officer'],
      task: 'Kunjungi keluarga',
      limit: { amount: 2, unit: 'workingDay' },
    },
    'assignment-report': { assignment: open.at(-1)?.id ?? '', content },
    'assignment-return': { assignment: reported.at(-1)?.id ?? '', reason: 'lengkapi foto' },
    'assignment-hand-over': {
      assignment: open.at(-1)?.id ?? '',
      person: { id: cast.fieldWorker.id, name: cast.fieldWorker.name, unit: units.sentra },
      roles: ['field-worker'],
      reason: 'cuti',
    },
    'assignment-cancellation': { assignment: open.at(-1)?.id ?? '', reason: 'tidak perlu lagi' },
    'handling-report': { content },
    'report-correction': { content, note: 'tanggal diperbaiki' },
    'report-return': { reason: 'belum menjawab', assignment: null },
    'report-approval': { note: '' },
    closure: { note: '' },
    'closure-return': { reason: 'bukti kurang' },
    finish: { answer: content.answer },
    answer: { text: content.answer },
    'answer-return': { reason: 'belum menjawab' },
    release: {},
    research: { findings: 'Ada tiga nota palsu.', proceed: true },
    examination: { findings: 'Nota itu tidak pernah dikeluarkan toko.' },
    conclusion: { outcome: 'proven', answer: 'Laporan Anda terbukti.' },
    message: { text: 'Sedang kami periksa.', substantive: true },
    relay: { text: 'Katanya begini.', via: 'letter' },
    'relay-objection': { reason: 'belum sesuai', via: 'letter' },
    note: { text: 'catatan' },
    secrecy: { level: 'L3', reason: 'menyebut NIK' },
    conflict: {
      id: `50000000-0000-7000-8000-${String(assignments).padStart(12, '0')}`,
      person: { id: cast.otherUnitOfficer.id, name: cast.otherUnitOfficer.name },
      unit: null,
      source: 'officer',
      reason: 'disebut dalam aduan',
    },
    'conflict-lifting': { conflict: walk.state.conflicts?.at(-1)?.id ?? '', reason: 'orang lain' },
    reveal: { purpose: 'answer', reason: 'menghubungi pelapor', until: walk.now },
    'data-request': { kind: unasked ?? 'objection', reason: 'jangan disebarkan' },
    'data-answer': { kind: waiting?.kind ?? 'objection', outcome: 'refused', words: 'Masih diperlukan.' },
    'restriction-lifting': { reason: 'tidak perlu lagi' },
    'contact-correction': { fields: ['phone'] },
    redaction: {
      parts: [{ part: 'text', digest: 'd', masks: [{ from: 0, to: 3, reason: 'name' }], length: 20 }],
    },
    'redaction-return': { reason: 'nama tetangga masih tampak' },
    publication: {
      id: '60000000-0000-4000-8000-000000000001',
      redaction: walk.state.redaction?.number ?? 0,
      digests: ['d'],
      tellsReporter: false,
    },
    'take-down': { reason: 'alamat masih tampak' },
    'publication-objection': { reason: '' },
    completion: { text: 'Desa Galesong.' },
    'reporter-message': { text: 'Ada kabar?' },
    attachment: { name: 'foto.jpg' },
    'reporter-attachment': { name: 'foto.jpg' },
    'reporter-secrecy': { level: 'L3' },
    confirmation: { score: 5, comment: '' },
    objection: { reason: 'belum selesai' },
    rating: { score: 2, comment: 'lama' },
    withdrawal: { reason: 'sudah selesai sendiri' },
    breach: {
      clock: walk.state.clocks.find((clock) => clock.due !== null && clock.due < walk.now)?.id ?? '',
    },
    expiry: {},
    'parent-left': {},
    'parent-answer': { text: content.answer, author: { id: 'x', name: 'X' } },
    recalculation: { reason: 'SKB direvisi' },
  };
  return inputs[name];
}

export const everybody: readonly Actor[] = [...Object.values(cast), reporterActor, systemActor];

/** Every act that somebody may do now, with who. */
export function possibleMoves(
  walk: Walk,
): readonly { readonly actor: Actor; readonly name: CaseCommandName }[] {
  return everybody.flatMap((actor) =>
    availableActs(walk.state, contextOf(walk, actor)).map((name) => ({ actor, name })),
  );
}
