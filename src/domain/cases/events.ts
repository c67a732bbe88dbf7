import type { ClockStart } from '../clocks/clock.ts';
import type { PrivacySignal } from '../privacy/signals.ts';
import type { Limit } from '../procedures/procedure.ts';
import type {
  Answer,
  ConflictSource,
  DataRequestKind,
  PersonRef,
  PublicationEndCause,
  RedactedPart,
  ReportContent,
  UnitRef,
} from './case.ts';
import type {
  ArchiveReason,
  CaseKind,
  CaseStatus,
  ClosureKind,
  InquiryOutcome,
  SecrecyLevel,
} from './words.ts';

/** Who did it, as the log remembers it for ever: the name and unit of that day. */
export type ActorStamp =
  | { readonly kind: 'system' }
  | { readonly kind: 'reporter' }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly unit: string | null;
      /** For whom, where a deputy did it (a.n.). */
      readonly onBehalfOf?: { readonly id: string; readonly name: string };
    };

/** Every fact that a case can be made of. Past tense, appended, never edited, never deleted. */
export interface CaseEventData {
  CaseOpened: {
    readonly number: string;
    readonly institution: string;
    readonly procedure: { readonly id: string; readonly version: number };
    readonly channel: string;
    readonly receivedAt: string;
    readonly anonymous: boolean;
    readonly kind: CaseKind;
    readonly title: string;
    readonly hidesWords?: boolean;
    readonly categoryId: string | null;
    readonly areaCode: string | null;
    readonly secrecy: SecrecyLevel;
    readonly urgent?: boolean;
    readonly enteredLate?: string;
    readonly signals?: readonly PrivacySignal[];
    readonly zone: string;
    readonly officeArea?: string | null;
  };
  StepStarted: { readonly step: string; readonly status: CaseStatus; readonly unit: string | null };
  StepEnded: { readonly step: string; readonly exit: 'ya' | 'tidak' | null };
  ClockStarted: { readonly clock: ClockStart };
  ClockPaused: { readonly clock: string; readonly reason: string };
  ClockResumed: { readonly clock: string; readonly due: string | null; readonly provisional: boolean };
  ClockStopped: { readonly clock: string };
  ClockReopened: { readonly clock: string; readonly due: string | null; readonly provisional: boolean };
  ClockCancelled: { readonly clock: string; readonly reason: string };
  ClockBreached: { readonly clock: string };
  ClockMoved: {
    readonly clock: string;
    readonly due: string | null;
    readonly reason: string;
    /** The promise before; equal to `due` where the date only became certain. */
    readonly from?: string | null;
    readonly provisional?: boolean;
  };
  Classified: {
    readonly kind: CaseKind;
    readonly oversight: boolean;
    readonly urgent: boolean;
    readonly title: string;
    readonly categoryId: string | null;
    readonly areaCode: string | null;
    readonly reason: string;
  };
  Verified: { readonly note: string };
  SecrecyRaised: { readonly from: SecrecyLevel; readonly to: SecrecyLevel; readonly reason: string };
  LoweringProposed: { readonly from: SecrecyLevel; readonly to: SecrecyLevel; readonly reason: string };
  LoweringAnswered: { readonly agrees: boolean };
  SecrecyLowered: {
    readonly from: SecrecyLevel;
    readonly to: SecrecyLevel;
    readonly reason: string;
    readonly proposedBy: PersonRef;
  };
  QuestionAsked: { readonly text: string };
  /** `via`: an officer entered it for the reporter, by which way it came. */
  ReporterCompleted: { readonly text: string; readonly via?: string };
  MessageFromReporter: { readonly text: string; readonly via?: string };
  MessageToReporter: { readonly text: string; readonly substantive: boolean };
  NoteWritten: { readonly text: string };
  AttachmentAdded: { readonly name: string };
  CaseReferred: { readonly body: string; readonly reason: string };
  CaseArchived: { readonly reason: ArchiveReason; readonly explanation: string };
  CaseSealed: { readonly reason: string };
  CaseMerged: { readonly into: string; readonly intoNumber: string };
  MergeUndone: { readonly from: string };
  CaseDispatched: { readonly unit: UnitRef; readonly note: string };
  CopySent: { readonly unit: UnitRef };
  DispositionAccepted: { readonly unit: string };
  DispositionReturned: { readonly unit: string; readonly reason: string };
  Assigned: {
    readonly assignment: string;
    readonly parent: string | null;
    readonly unit: UnitRef | null;
    readonly person: PersonRef | null;
    readonly task: string;
    readonly limit: Limit;
  };
  AssignmentReported: { readonly assignment: string; readonly content: ReportContent };
  AssignmentReturned: { readonly assignment: string; readonly reason: string };
  AssignmentHandedOver: {
    readonly assignment: string;
    readonly before: PersonRef;
    readonly person: PersonRef;
    readonly unit: UnitRef;
    readonly reason: string;
  };
  AssignmentCancelled: { readonly assignment: string; readonly reason: string };
  HandlingReportSubmitted: { readonly content: ReportContent; readonly handlers: readonly string[] };
  HandlingReportCorrected: { readonly content: ReportContent; readonly note: string };
  HandlingReportReturned: { readonly reason: string };
  HandlingReportApproved: { readonly note: string };
  HandlingReportClosed: { readonly note: string };
  ClosureReturned: { readonly reason: string };
  CaseResearched: { readonly findings: string; readonly proceed: boolean };
  CaseExamined: { readonly findings: string };
  OutcomeDecided: { readonly outcome: InquiryOutcome };
  AnswerDrafted: { readonly text: string };
  AnswerReturned: { readonly reason: string };
  AnswerReleased: { readonly answer: Answer };
  CaseConfirmed: Record<string, never>;
  ObjectionRaised: { readonly reason: string; readonly via?: string };
  CaseReopened: { readonly reason: string };
  CaseRated: { readonly score: number; readonly comment: string };
  CaseWithdrawn: { readonly reason: string };
  CaseClosed: { readonly kind: ClosureKind };
  LegalHoldPlaced: { readonly reason: string };
  LegalHoldLifted: { readonly reason: string };
  /** The entry that remains of what was destroyed: why, and how many sealed files went with it. */
  IdentityDestroyed: { readonly reason: string; readonly files: number };
  ConflictRecorded: {
    readonly conflict: string;
    readonly person: PersonRef | null;
    readonly unit: UnitRef | null;
    readonly source: ConflictSource;
    readonly reason: string;
  };
  ConflictLifted: {
    readonly conflict: string;
    readonly person: PersonRef | null;
    readonly unit: UnitRef | null;
    readonly reason: string;
  };
  /** The responsible unit came onto the conflict list; the case is sent anew. */
  DispositionRecalled: { readonly unit: string };
  /** With the promise of time; a request for restriction restricts at once. */
  DataRequestReceived: {
    readonly request: number;
    readonly kind: DataRequestKind;
    readonly reason: string;
    readonly due: string;
  };
  DataRequestAnswered: {
    readonly request: number;
    readonly kind: DataRequestKind;
    readonly outcome: 'granted' | 'refused';
    readonly words: string;
  };
  RestrictionLifted: { readonly reason: string };
  /** Which parts; the values lie sealed, with the earlier ones. */
  ContactCorrected: { readonly fields: readonly string[] };
  RedactionDrafted: { readonly parts: readonly RedactedPart[] };
  RedactionReturned: { readonly reason: string };
  /** `redaction` is the number of the event that was passed. */
  CasePublished: { readonly publication: string; readonly redaction: number };
  PublicationEnded: { readonly cause: PublicationEndCause; readonly reason: string };
  IdentityRevealed: { readonly purpose: string; readonly reason: string; readonly until: string };
}

export type CaseEventType = keyof CaseEventData;

/** One event of one type; as a union over all types it is what `evolve` and every reaction switch on. */
export type CaseEvent = {
  [T in CaseEventType]: {
    readonly type: T;
    readonly seq: number;
    readonly at: string;
    readonly actor: ActorStamp;
    readonly data: CaseEventData[T];
  };
}[CaseEventType];
