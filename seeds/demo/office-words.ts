import type { ReportContent } from '../../src/domain/cases/case.ts';
import { latestVersion } from '../../src/domain/cases/report-content.ts';
import type { ArchiveReason, CaseKind, RelayChannel, SecrecyLevel } from '../../src/domain/cases/words.ts';
import type { ActInput } from '../../src/features/cases/contract.ts';
import type { Plot } from './stage.ts';
import type { Arrival, Door, Pen } from './telling.ts';

/** A handling report as a story writes it; what is left out is empty, and the outcome is met in full. */
export interface ToldReport {
  readonly findings: string;
  readonly actions: string;
  readonly evidence?: string;
  readonly basis?: string;
  readonly answer?: string;
  readonly outcome?: ReportContent['outcome'];
}

/** How a verifier reads a matter; kind, title and area are the submission's where nothing is said. */
export interface ToldClass {
  readonly category: string;
  readonly title?: string;
  readonly kind?: CaseKind;
  readonly oversight?: boolean;
  readonly urgent?: boolean;
  readonly note?: string;
}

export interface ToldTask {
  readonly unit?: string;
  readonly person?: string;
  readonly task: string;
  /** Working days. */
  readonly days: number;
  /** The assignment that this one is a part of, by its name. */
  readonly under?: string;
}

/** Arriving, and what the verifier does with it (A2 to A4, B2 and B3). */
export function intakeWords(pen: Pen) {
  let arrived: Arrival = { text: '' };

  function read(stage: { categoryId(name: string): string }, of: ToldClass) {
    const { category, title = arrived.title, kind = arrived.kind ?? 'complaint' } = of;
    return {
      kind,
      title: title ?? pen.plot.name,
      categoryId: stage.categoryId(category),
      areaCode: arrived.areaCode ?? null,
      oversight: of.oversight === true,
      urgent: of.urgent === true,
    };
  }

  return {
    arrives(arrival: Arrival, door?: Door): void {
      arrived = { title: pen.plot.name, ...arrival };
      pen.arrives(arrival, door);
    },
    verifies: (who: string, of: ToldClass): void =>
      pen.officer(who, 'verification', (stage) => ({ ...read(stage, of), note: of.note ?? '' })),
    reclassifies: (who: string, of: ToldClass, reason: string): void =>
      pen.officer(who, 'classification', (stage) => ({ ...read(stage, of), reason })),
    asks: (who: string, text: string): void => pen.officer(who, 'question', { text }),
    relays: (who: string, via: RelayChannel, text: string): void => pen.officer(who, 'relay', { via, text }),
    relaysObjection: (who: string, via: RelayChannel, reason: string): void =>
      pen.officer(who, 'relay-objection', { via, reason }),
    refers: (who: string, body: string, reason: string): void =>
      pen.officer(who, 'referral', { body, reason }),
    archives: (who: string, reason: ArchiveReason, explanation: string): void =>
      pen.officer(who, 'archive', { reason, explanation }),
    seals: (who: string, reason: string): void => pen.officer(who, 'seal', { reason }),
    mergesInto: (who: string, other: { readonly plot: Plot }): void =>
      pen.officer(who, 'merger', async (stage) => ({ intoNumber: (await stage.state(other.plot)).number })),
    undoesMerger: (who: string): void => pen.officer(who, 'merger-undoing', {}),
    dispatches: (who: string, unit: string, note = '', copies: readonly string[] = []): void =>
      pen.officer(who, 'disposition', (stage) => ({
        unitId: stage.unitId(unit),
        copyUnitIds: copies.map((copy) => stage.unitId(copy)),
        note,
      })),
    copiesTo: (who: string, unit: string): void =>
      pen.officer(who, 'copy', (stage) => ({ unitId: stage.unitId(unit) })),
  };
}

/** The unit's work, down to the field worker and up to the unit head (A5 to A9). */
export function handlingWords(pen: Pen) {
  const known = (label: string): string => pen.plot.assignments.get(label) ?? '';

  return {
    accepts: (who: string): void => pen.officer(who, 'acceptance', {}),
    returns: (who: string, reason: string): void => pen.officer(who, 'disposition-return', { reason }),
    assigns: (who: string, label: string, told: ToldTask): void =>
      pen.assigns(who, label, (stage) => ({
        parentId: told.under === undefined ? null : known(told.under),
        unitId: told.unit === undefined ? null : stage.unitId(told.unit),
        personId: told.person === undefined ? null : stage.person(told.person).id,
        task: told.task,
        limit: { amount: told.days, unit: 'workingDay' },
      })),
    reportsOn: (who: string, label: string, report: ToldReport): void =>
      pen.officer(who, 'assignment-report', () => ({
        assignmentId: known(label),
        content: contentOf(report),
      })),
    sendsBack: (who: string, label: string, reason: string): void =>
      pen.officer(who, 'assignment-return', () => ({ assignmentId: known(label), reason })),
    handsOver: (who: string, label: string, person: string, reason: string): void =>
      pen.officer(who, 'assignment-hand-over', (stage) => ({
        assignmentId: known(label),
        personId: stage.person(person).id,
        reason,
      })),
    cancels: (who: string, label: string, reason: string): void =>
      pen.officer(who, 'assignment-cancellation', () => ({ assignmentId: known(label), reason })),
    reports: (who: string, report: ToldReport): void =>
      pen.officer(who, 'handling-report', { content: contentOf(report) }),
    corrects: (who: string, report: ToldReport, note: string): void =>
      pen.officer(who, 'report-correction', { content: contentOf(report), note }),
    returnsReport: (who: string, reason: string, label?: string): void =>
      pen.officer(who, 'report-return', () => ({
        reason,
        assignmentId: label === undefined ? null : known(label),
      })),
    approves: (who: string, note = ''): void => pen.officer(who, 'report-approval', { note }),
    closesReport: (who: string, note = ''): void => pen.officer(who, 'closure', { note }),
    returnsClosure: (who: string, reason: string): void => pen.officer(who, 'closure-return', { reason }),
    /** Sends out the report's own answer where the story gives no other. */
    finishes: (who: string, answer?: string): void =>
      pen.officer(who, 'finish', async (stage) => ({
        answer: answer ?? latestVersion(await stage.state(pen.plot))?.content.answer ?? '',
      })),
  };
}

/** Answers without a handling report, what is said on the way, and secrecy (A4a, B5 and B6). */
export function answeringWords(pen: Pen) {
  return {
    answers: (who: string, text: string): void => pen.officer(who, 'answer', { text }),
    returnsAnswer: (who: string, reason: string): void => pen.officer(who, 'answer-return', { reason }),
    releases: (who: string): void => pen.officer(who, 'release', {}),
    writes: (who: string, text: string): void => pen.officer(who, 'message', { text, substantive: false }),
    writesInSubstance: (who: string, text: string): void =>
      pen.officer(who, 'message', { text, substantive: true }),
    notes: (who: string, text: string): void => pen.officer(who, 'note', { text }),
    raisesSecrecy: (who: string, level: SecrecyLevel, reason: string): void =>
      pen.officer(who, 'secrecy', { level, reason }),
    reveals: (who: string, purpose: ActInput<'reveal'>['purpose'], reason: string): void =>
      pen.officer(who, 'reveal', { purpose, reason }),
    files: pen.files,
  };
}

/** What the holder of the tracking code does. */
export function reporterWords(pen: Pen) {
  return {
    completes: (text: string): void => pen.reporter('completion', { text }),
    asksOn: (text: string): void => pen.reporter('message', { text }),
    hides: (level: SecrecyLevel): void => pen.reporter('secrecy', { level }),
    confirms: (score: number | null, comment = ''): void => pen.reporter('confirmation', { score, comment }),
    objects: (reason: string): void => pen.reporter('objection', { reason }),
    rates: (score: number, comment = ''): void => pen.reporter('rating', { score, comment }),
    withdraws: (reason: string): void => pen.reporter('withdrawal', { reason }),
    encloses: pen.encloses,
  };
}

function contentOf(told: ToldReport): ReportContent {
  return { evidence: '', basis: '', answer: '', outcome: 'met-fully', ...told };
}
