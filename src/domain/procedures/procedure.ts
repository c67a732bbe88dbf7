/**
 * A procedure is an SOP as data: the table of the government's own form (No, uraian kegiatan,
 * pelaksana, kelengkapan, waktu, output). The same rows run, time, draw and prove a case.
 * A released version is never edited; a case stays on the version it opened with.
 */

export const limitUnits = ['minute', 'hour', 'workingDay', 'calendarDay'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** A promise of time. `hour` and `minute` count real time, day and night (1 x 24 h). */
export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** The procedure by which every inspectorate works on what comes by the sealed door; no institution takes it for its own. */
export const sealedProcedure = 'nasional/wbs';

/**
 * What the engine does at a step. A procedure binds each row of its table to one of these;
 * there are no others, so every procedure is run by the same code.
 */
export const stepActs = [
  'submit', // the reporter brings the matter
  'record', // the system records it and hands out the receipt
  'verify', // complete? whose authority? which class?
  'refer', // end: the reporter is told and the matter goes to the competent body, or is archived
  'distribute', // needs follow-up by a unit, or can be answered at once?
  'answer-directly', // end: the answer is written and released without a unit
  'dispatch', // sent to the responsible unit
  'accept', // the unit accepts, or returns with a reason
  'follow-up', // the unit works on it
  'assign', // the unit assigns others, several at once
  'delegate', // an assignee assigns further
  'report', // the handling report is written
  'review', // a second person examines it: approves, corrects, sends back
  'close', // the unit head closes the handling report
  'finish', // declared finished; the answer and status go to the reporter and the source channel
  'answer', // the unit writes the answer for the liaison officer
  'pass-on', // the liaison officer releases the answer to the reporter
  'research', // WBS: the inspectorate researches the matter: ground to examine it?
  'examine', // WBS: the facts are established by another inspector
  'conclude', // WBS: a third one concludes; the reporter reads the outcome by the code
  'receive', // the reporter receives the answer
  'rate', // the reporter confirms, objects, rates
] as const;
export type StepAct = (typeof stepActs)[number];

/** Statuses that a step may put a case in; the closed set every citizen reads (design: life of a case). */
export const stepStatuses = [
  'received',
  'verifying',
  'dispatched',
  'in-progress',
  'in-review',
  'answered',
  'referred',
  'closed',
] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** A column of the form. `roles` are the system roles whose holders may act for it. */
export interface ProcedureActor {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly string[];
  /** Why this reading was taken, where the source is garbled or silent. */
  readonly note?: string;
}

export interface Step {
  readonly id: string;
  readonly activity: string;
  /** One actor, or several who act together or in each other's place. */
  readonly actors: readonly string[];
  readonly act: StepAct;
  readonly status: StepStatus;
  readonly requires: readonly string[];
  /** `null`: the form prints no time. */
  readonly limit: Limit | null;
  readonly output: readonly string[];
  /** The question of a decision row; such a row has `exits`, every other row `next`. */
  readonly question?: string;
  readonly exits?: { readonly ya: string; readonly tidak: string };
  /** `null`: the procedure ends here. */
  readonly next?: string | null;
  /** The form says "may" (dapat): the case may pass this row by. */
  readonly optional?: boolean;
  /** Actors that do this row where an optional row before it was passed by, and so nobody was assigned. */
  readonly standIns?: readonly string[];
  /** The step to which this one may send the case back. */
  readonly returnsTo?: string;
  /** How often a case may be sent back from here before it must be decided above. */
  readonly returnsAtMost?: number;
  /** Actors that get a copy (tembusan) when the step begins. */
  readonly copies?: readonly string[];
  /** Actors that may be assigned from here. */
  readonly delegates?: readonly string[];
  /** Actors told when the step begins. */
  readonly notifies?: readonly string[];
  /** External systems to which the outcome is written back. */
  readonly writesBackTo?: readonly string[];
  readonly note?: string;
}

/** A paper that is asked for, as the family card (KK); never a barrier, never asked of an anonymous reporter. */
export interface ProcedureRequirement {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
}

export interface Procedure {
  /** The folder: `<institution>/<name>`. */
  readonly id: string;
  readonly version: number;
  /** The body's name as its form prints it. */
  readonly institution: string;
  readonly title: string;
  readonly decree: {
    readonly number: string | null;
    readonly date: string | null;
    readonly signatory: string | null;
  };
  readonly purpose?: string;
  readonly scope?: string;
  /** The measure of success (indikator keberhasilan). */
  readonly indicator?: string;
  /** Terms that the source itself explains. */
  readonly definitions?: readonly string[];
  readonly legalBasis: readonly string[];
  readonly channels: readonly string[];
  /** Applications and papers the work is done with (peralatan/perlengkapan). */
  readonly equipment?: readonly string[];
  /** What is kept where (pencatatan dan pendataan). */
  readonly records?: readonly string[];
  /** Other procedures and services that this one touches (keterkaitan, lampiran). */
  readonly related?: readonly string[];
  /** What the public gets (produk pelayanan). */
  readonly products?: readonly string[];
  /** Bodies that watch over the procedure from outside. */
  readonly watchers?: readonly string[];
  readonly overallLimit: Limit | null;
  readonly fee: string;
  readonly requirements: readonly ProcedureRequirement[];
  readonly actors: readonly ProcedureActor[];
  readonly steps: readonly Step[];
  readonly notes: readonly string[];
}
