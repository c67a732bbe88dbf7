import type { PrivacySignal } from '../privacy/signals.ts';
import type { Limit } from '../procedures/procedure.ts';
import type {
  ConflictSource,
  DataRequestKind,
  PersonRef,
  RedactedPart,
  ReportContent,
  UnitRef,
} from './case.ts';
import type { ArchiveReason, CaseKind, InquiryOutcome, RelayChannel, SecrecyLevel } from './words.ts';

/**
 * Everything that can be done to an open case, by the noun under which the API offers it
 * (`POST /cases/:id/<noun>`). Ids of units and persons arrive resolved to what a case remembers.
 */
export interface CaseCommands {
  /** Step "verify": complete, within our authority, of this class. */
  verification: Classification & { readonly note: string };
  /** Correcting the class later; resets no clock. */
  classification: Classification & { readonly reason: string };
  /** Not our authority: names the competent body (no wrong door). */
  referral: { readonly body: string; readonly reason: string };
  archive: { readonly reason: ArchiveReason; readonly explanation: string };
  /** Asks the reporter; the class clock pauses until the answer. */
  question: { readonly text: string };
  seal: { readonly reason: string };
  merger: {
    readonly into: {
      readonly id: string;
      readonly number: string;
      readonly institution: string;
      readonly merged: boolean;
    };
  };
  'merger-undoing': Record<string, never>;
  disposition: { readonly unit: UnitRef; readonly copies: readonly UnitRef[]; readonly note: string };
  acceptance: Record<string, never>;
  'disposition-return': { readonly reason: string };
  copy: { readonly unit: UnitRef };
  assignment: {
    readonly id: string;
    readonly parent: string | null;
    readonly unit: UnitRef | null;
    readonly person: (PersonRef & { readonly unit: UnitRef }) | null;
    /** The roles the assignee holds; a procedure says which actors may be assigned. */
    readonly roles: readonly string[];
    readonly task: string;
    readonly limit: Limit;
  };
  'assignment-report': { readonly assignment: string; readonly content: ReportContent };
  'assignment-return': { readonly assignment: string; readonly reason: string };
  /** The same task with the same clock goes from one person to another. */
  'assignment-hand-over': {
    readonly assignment: string;
    readonly person: PersonRef & { readonly unit: UnitRef };
    readonly roles: readonly string[];
    readonly reason: string;
  };
  'assignment-cancellation': { readonly assignment: string; readonly reason: string };
  'handling-report': { readonly content: ReportContent };
  'report-correction': { readonly content: ReportContent; readonly note: string };
  'report-return': { readonly reason: string; readonly assignment: string | null };
  'report-approval': { readonly note: string };
  closure: { readonly note: string };
  'closure-return': { readonly reason: string };
  finish: { readonly answer: string };
  answer: { readonly text: string };
  'answer-return': { readonly reason: string };
  release: Record<string, never>;
  /** Sealed door: what the first look at the matter found, and whether there is ground to examine it. */
  research: { readonly findings: string; readonly proceed: boolean };
  /** Sealed door: what was done to establish the facts, and what they are. */
  examination: { readonly findings: string };
  /** Sealed door: the outcome, and the words that the reporter reads. */
  conclusion: { readonly outcome: InquiryOutcome; readonly answer: string };
  message: { readonly text: string; readonly substantive: boolean };
  note: { readonly text: string };
  /** What the reporter said later, entered for them. */
  relay: { readonly text: string; readonly via: RelayChannel };
  'relay-objection': { readonly reason: string; readonly via: RelayChannel };
  secrecy: { readonly level: SecrecyLevel; readonly reason: string };
  /** More open, if the reporter agrees and another officer confirms. */
  'secrecy-lowering': { readonly level: SecrecyLevel; readonly reason: string };
  'lowering-confirmation': Record<string, never>;
  reveal: { readonly purpose: string; readonly reason: string; readonly until: string };
  /** The identity stays, whatever else ends: a court, an examination. */
  'legal-hold': { readonly reason: string };
  'hold-lifting': { readonly reason: string };
  /** The purpose is over; `files` is how many sealed files go with it. */
  'identity-destruction': { readonly reason: string; readonly files: number };
  /** The case is about this person or this unit: they are kept out of it. */
  conflict: {
    readonly id: string;
    readonly person: PersonRef | null;
    readonly unit: UnitRef | null;
    readonly source: ConflictSource;
    readonly reason: string;
  };
  'conflict-lifting': { readonly conflict: string; readonly reason: string };
  /** Answers what the reporter asked about their own data; of each kind one at most is open. */
  'data-answer': {
    readonly kind: DataRequestKind;
    readonly outcome: 'granted' | 'refused';
    readonly words: string;
  };
  /** By who answers for personal data, or by the reporter, who needs no reason. */
  'restriction-lifting': { readonly reason: string };
  /** Masks over the texts as they are now; `length` in UTF-16 code units. */
  redaction: { readonly parts: readonly (RedactedPart & { readonly length: number })[] };
  'redaction-return': { readonly reason: string };
  /** `id` for the public address, the redaction that was read, the digests now, whether the reporter can be told from it. */
  publication: {
    readonly id: string;
    readonly redaction: number;
    readonly digests: readonly string[];
    readonly tellsReporter: boolean;
  };
  'take-down': { readonly reason: string };
  /** By the holder of the tracking code. */
  'data-request': { readonly kind: DataRequestKind; readonly reason: string };
  'contact-correction': { readonly fields: readonly string[] };
  completion: { readonly text: string };
  'reporter-message': { readonly text: string };
  attachment: { readonly name: string };
  'reporter-attachment': { readonly name: string };
  'reporter-secrecy': { readonly level: SecrecyLevel };
  'publication-objection': { readonly reason: string };
  'lowering-consent': { readonly agrees: boolean };
  confirmation: { readonly score: number | null; readonly comment: string };
  objection: { readonly reason: string };
  rating: { readonly score: number; readonly comment: string };
  withdrawal: { readonly reason: string };
  /** By the system, when time has passed or the parent case moved. */
  breach: { readonly clock: string };
  expiry: Record<string, never>;
  'parent-answer': { readonly text: string; readonly author: PersonRef };
  'parent-left': Record<string, never>;
  recalculation: { readonly reason: string };
}

interface Classification {
  readonly kind: CaseKind;
  readonly oversight: boolean;
  readonly urgent: boolean;
  readonly title: string;
  readonly categoryId: string | null;
  readonly areaCode: string | null;
}

export type CaseCommandName = keyof CaseCommands;

/** What a submission opens a case with; not a command of an existing case. */
export interface OpenCase {
  readonly id: string;
  readonly number: string;
  readonly institution: string;
  readonly zone: string;
  /** Area of the office that takes it in. */
  readonly officeArea?: string | null;
  readonly channel: string;
  readonly receivedAt: string;
  readonly anonymous: boolean;
  readonly kind: CaseKind;
  readonly title: string;
  /** The reporter's words hide something that lies sealed. */
  readonly hidesWords?: boolean;
  readonly categoryId: string | null;
  readonly areaCode: string | null;
  readonly secrecy: SecrecyLevel;
  /** Whoever took it down found that it cannot wait (1 × 24 hours). */
  readonly urgent?: boolean;
  /** Why it was entered days after it arrived; absent: it was not. */
  readonly enteredLate?: string;
  /** What in the words asked for closing them; absent: nothing. */
  readonly signals?: readonly PrivacySignal[];
}
