import type { Clock } from '../clocks/clock.ts';
import type { Mask, PublicPart } from '../privacy/redaction.ts';
import type { PrivacySignal } from '../privacy/signals.ts';
import type { Limit } from '../procedures/procedure.ts';
import type {
  ArchiveReason,
  CaseKind,
  CaseStatus,
  ClosureKind,
  InquiryOutcome,
  ReportOutcome,
  SecrecyLevel,
} from './words.ts';

/** A unit as a case remembers it: the name it had when the event happened, its path and its time zone. */
export interface UnitRef {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly zone: string;
  /** Code of the area it stands in, whose local holidays it keeps; absent in what was written before. */
  readonly area?: string | null;
}

export interface PersonRef {
  readonly id: string;
  readonly name: string;
  /** For whom a deputy wrote it (a.n.). */
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
}

export interface StepVisit {
  readonly step: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly exit: 'ya' | 'tidak' | null;
  /** Who had it: the unit, where one had it; persons are never shown to the citizen. */
  readonly unit: string | null;
}

/** What the handling report (laporan penanganan) says; every version keeps all of it. */
export interface ReportContent {
  readonly findings: string;
  readonly actions: string;
  readonly evidence: string;
  readonly basis: string;
  readonly outcome: ReportOutcome;
  /** The words that will go to the reporter. */
  readonly answer: string;
}

export interface ReportVersion {
  readonly number: number;
  readonly author: PersonRef;
  readonly at: string;
  readonly content: ReportContent;
  /** Why it was corrected; null for a first version. */
  readonly note: string | null;
}

export interface HandlingReport {
  readonly state: 'in-review' | 'returned' | 'approved' | 'closed';
  readonly versions: readonly ReportVersion[];
  /** Everyone who wrote part of it before the examination; none of them may examine or close it. */
  readonly handlers: readonly string[];
}

/** One part of an inquiry as it was written. */
export interface InquiryPart {
  readonly author: PersonRef;
  readonly at: string;
  readonly findings: string;
}

/** What the inspectorate found out about a whistle-blower's case (sealed door only). */
export interface Inquiry {
  readonly research: (InquiryPart & { readonly proceed: boolean }) | null;
  readonly examination: InquiryPart | null;
  readonly outcome: InquiryOutcome | null;
  /** Everyone who researched or examined, in every round; none of them concludes. */
  readonly inquirers: readonly string[];
}

export interface Assignment {
  readonly id: string;
  readonly parent: string | null;
  readonly unit: UnitRef | null;
  readonly person: PersonRef | null;
  readonly task: string;
  readonly limit: Limit;
  readonly assignedBy: PersonRef;
  readonly assignedAt: string;
  readonly state: 'open' | 'reported' | 'cancelled';
  readonly reports: readonly ReportVersion[];
}

export interface Answer {
  readonly text: string;
  readonly author: PersonRef;
  readonly at: string;
  readonly releasedAt: string | null;
  /** Sent back to its author; kept so that nothing written is lost. */
  readonly returned: boolean;
}

export interface Question {
  readonly text: string;
  readonly askedAt: string;
  /** Where the case goes on once the reporter has answered. */
  readonly resumes: CaseStatus;
}

/** How somebody came onto the conflict list: an officer put them there, their name stands in the text, or by a merger. */
export type ConflictSource = 'officer' | 'text' | 'merger';

/** A person or a unit that the case is about; one of the two. They neither see the case nor act on it. */
export interface Conflict {
  readonly id: string;
  readonly person: PersonRef | null;
  readonly unit: UnitRef | null;
  readonly source: ConflictSource;
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: string;
}

/**
 * What a reporter may ask about their own data: to have it left alone, to object to what is done with it, to have it
 * destroyed (UU 27/2022, art. 8 to 11).
 */
export const dataRequestKinds = ['restriction', 'objection', 'erasure'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

/** One such request, as a case remembers it. */
export interface DataRequest {
  /** From 1. */
  readonly number: number;
  readonly kind: DataRequestKind;
  readonly reason: string;
  readonly at: string;
  /** By when it is answered: 3 × 24 hours, ISO 8601 UTC. */
  readonly due: string;
  readonly answer: {
    readonly outcome: 'granted' | 'refused';
    readonly words: string;
    readonly at: string;
  } | null;
}

/** One text as it was when masks were laid over it; `digest` is its SHA-256, hex, so that a change is noticed. */
export interface RedactedPart {
  readonly part: PublicPart;
  readonly digest: string;
  readonly masks: readonly Mask[];
}

/** A public text that somebody prepared; nobody but its author changes it until it is sent back. */
export interface Redaction {
  /** The number of its event: what a second person passes is this one and no later one. */
  readonly number: number;
  readonly parts: readonly RedactedPart[];
  readonly by: PersonRef;
  readonly at: string;
  /** Why it was sent back; null while it waits. */
  readonly returned: string | null;
}

/** Why a public text came down: by hand, or because the case may not be public any more. */
export const publicationEnds = ['officer', 'reporter', 'secrecy', 'data', 'destroyed', 'reopened'] as const;
export type PublicationEndCause = (typeof publicationEnds)[number];

/** The fold of a case's events. The `cases` row is its snapshot; both are written in one transaction. */
export interface CaseState {
  readonly id: string;
  readonly number: string;
  readonly institution: string;
  readonly procedure: { readonly id: string; readonly version: number };
  readonly channel: string;
  /** Arrival in any channel, T0; not the moment of data entry. */
  readonly receivedAt: string;
  readonly anonymous: boolean;
  readonly kind: CaseKind;
  readonly oversight: boolean;
  readonly urgent: boolean;
  readonly title: string;
  /** Something is hidden in the reporter's words, also in those of a reporter without a name; absent: nothing. */
  readonly hidesWords?: boolean;
  readonly categoryId: string | null;
  readonly areaCode: string | null;
  readonly secrecy: SecrecyLevel;
  /** Why an officer entered it days after it arrived; absent: it was not. */
  readonly enteredLate?: string;
  /** What was found in the words when they came; the reason for closing them. */
  readonly signals?: readonly PrivacySignal[];
  readonly status: CaseStatus;
  readonly step: string | null;
  readonly visits: readonly StepVisit[];
  /** The zone in which new clocks of this case run: the handling unit's, before that the institution's. */
  readonly zone: string;
  /** The area of that office (not of the matter): its clocks leave out the holidays of this area. */
  readonly officeArea?: string | null;
  readonly unit: UnitRef | null;
  readonly returns: number;
  readonly copies: readonly UnitRef[];
  /** Absent in what was written before there were any. */
  readonly conflicts?: readonly Conflict[];
  readonly assignments: readonly Assignment[];
  readonly report: HandlingReport | null;
  /** Absent in every case that did not come by the sealed door. */
  readonly inquiry?: Inquiry;
  readonly answer: Answer | null;
  readonly question: Question | null;
  /** Persons who examined or released something here; after a reopening another person must. */
  readonly reviewers: readonly string[];
  readonly excludedReviewers: readonly string[];
  readonly clocks: readonly Clock[];
  readonly closure: { readonly kind: ClosureKind; readonly at: string } | null;
  readonly archive: { readonly reason: ArchiveReason; readonly explanation: string } | null;
  readonly referral: { readonly body: string; readonly reason: string } | null;
  readonly mergedInto: { readonly id: string; readonly resumes: CaseStatus } | null;
  readonly rating: { readonly score: number; readonly comment: string; readonly at: string } | null;
  readonly objections: number;
  readonly reopenedAfterClosing: boolean;
  /** A proposal to open the report up; `consent` null: the reporter has not answered yet. Absent or null: none. */
  readonly lowering?: {
    readonly to: SecrecyLevel;
    readonly reason: string;
    readonly by: PersonRef;
    readonly consent: boolean | null;
  } | null;
  /** Why the reporter's identity must not be destroyed yet; absent or null: nothing holds it. */
  readonly hold?: string | null;
  /** ISO 8601 UTC; absent: it lies sealed. */
  readonly identityDestroyedAt?: string;
  /** What the reporter asked about their own data; absent: nothing. */
  readonly dataRequests?: readonly DataRequest[];
  /** The reporter has had the use of their identity restricted. */
  readonly restricted?: boolean;
  /** Absent or null: nobody has prepared a public text. */
  readonly redaction?: Redaction | null;
  /** The text is public; `id` is what stands in its address and is no number of the case. Absent or null: it is not. */
  readonly publication?: { readonly id: string; readonly at: string; readonly by: PersonRef } | null;
  /** The reporter had it taken down: it does not become public again. */
  readonly publicationRefused?: boolean;
  /** The number of events folded; the next event's `seq` is one more. */
  readonly version: number;
}
