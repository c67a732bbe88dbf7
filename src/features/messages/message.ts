import type { Context } from '../context/index.ts';

/** One message as it came by a channel; a long one may come in parts. */
export interface Arrived {
  /** The sender's address there: a telephone number, an e-mail address. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly part: { readonly reference: number; readonly total: number; readonly number: number } | null;
  /** When it reached the other side's house, where it tells; ISO 8601 UTC. */
  readonly at?: string;
}

/** What else a channel hands over that has more to it than words (`e-mail`). */
export interface Original {
  /** What tells the same message again, however often it is handed over. */
  readonly sourceId?: string;
  /** The whole as it came, byte for byte; kept sealed. */
  readonly raw?: Buffer;
  /** Whose mailbox it came to, where it is not everybody's. */
  readonly institution?: string;
}

/** A whole message, read by its channel. */
export interface WholeMessage {
  readonly id: string;
  readonly account: string;
  readonly from: string;
  readonly text: string;
  /** When it arrived, ISO 8601 UTC. */
  readonly at: string;
  /** As it came, where there is more to it than words. */
  readonly raw: Buffer | null;
  /** Somebody of the office looked at it, or lets this sender write: it is read whoever it comes from. */
  readonly isLetIn: boolean;
}

/** What a message was taken for. */
export const takenAs = [
  'report',
  'status',
  'reply',
  'completion',
  'objection',
  'rating',
  'stop',
  'help',
  'unclear',
  'refused',
  'nothing',
  'part',
  'late-part',
  'too-many',
  'no-person',
  'unreadable',
  'fraud',
  'advertising',
  'encrypted',
  'list',
  'automatic',
  'bounce',
  'loop',
  'test',
] as const;
export type TakenAs = (typeof takenAs)[number];

/** Set aside because of who wrote it, or how: whom the office lets write is read all the same. */
export const bySender: readonly TakenAs[] = ['too-many', 'no-person', 'fraud', 'advertising', 'list'];
/** What waits for a person to look through it; nothing is thrown away. */
export const setAside: readonly TakenAs[] = [...bySender, 'unreadable', 'encrypted', 'late-part'];
/** Machines wrote them, so they say nothing of how much a person writes; nor does the second part of a message. */
export const uncounted: readonly TakenAs[] = ['part', 'automatic', 'bounce', 'loop'];

export interface Handled {
  readonly takenAs: TakenAs;
  readonly caseId: string | null;
  /** What goes back; null: nothing does. */
  readonly answer: string | null;
  readonly heading?: Heading | undefined;
  /** The message that waits for a person, where this waits with it. */
  readonly partOf?: string;
  readonly isSetAside?: true;
  /** The message that it is a late part of, where it went to the case of that. */
  readonly lateFor?: string;
}

/** Parts that came after the message they belong to was read without them, and its case. */
export interface LateParts {
  readonly caseId: string;
  readonly parts: readonly { readonly number: number; readonly total: number; readonly text: string }[];
}

/** What stands above an answer where a channel has more than words. */
export interface Heading {
  readonly subject: string;
  /** What the source calls the message that is answered, and those before it, oldest first. */
  readonly thread: readonly string[];
  /** The case that an answer to this one belongs to; null: none yet. */
  readonly caseId: string | null;
}

/** How a channel understands what comes in. */
export interface MessageReader {
  /** Does what one whole message asks for, in the transaction of `ctx`, and says what goes back. */
  read(ctx: Context, message: WholeMessage): Promise<Handled>;
  /** Takes the words as a report, whatever else they could ask for: somebody decided so. */
  takeAsReport(ctx: Context, message: WholeMessage): Promise<Handled>;
  /** Adds what came late to its case, where the channel tears messages; opens none. */
  addLate?(ctx: Context, late: LateParts): Promise<Handled>;
}

/** What a notice to a reporter says, for a channel to put into its own shape. */
export interface NoticeWords {
  readonly template: string;
  readonly subject: string;
  /** What an officer wrote, if anything. */
  readonly words: string | null;
  /** The tracking code, formatted. */
  readonly code: string;
}

/** How a channel sends. Gives what the other side calls each part. Throws `SendFailed`. */
export interface TextSender {
  send(to: string, text: string, account: string | null, answer?: Answer): Promise<SentText>;
}

/** Of an answer to a message: the id of that message here, the same each time it is tried, and what stands above. */
export interface Answer {
  readonly id: string;
  readonly heading: Heading | null;
}

export interface SentText {
  readonly account: string;
  readonly ids: readonly string[];
}

/** Words of ours to an address, to try a line. */
export interface LineTestMessage {
  readonly channel: string;
  readonly account: string;
  readonly to: string;
  readonly text: string;
  /** In whose list it stands; null: the one's that takes in what names none. */
  readonly institution: string | null;
}

/** Why a message was not taken, without the address it was for. */
export class SendFailed extends Error {
  readonly permanent: boolean;

  constructor(reason: string, permanent: boolean) {
    super(reason);
    this.name = 'SendFailed';
    this.permanent = permanent;
  }
}
