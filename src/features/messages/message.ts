import type { Context } from '../context/index.ts';

/** One message as it came by a channel; a long one may come in parts. */
export interface Arrived {
  /** The sender's address there: a telephone number. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly part: { readonly reference: number; readonly total: number; readonly number: number } | null;
}

/** A whole message, read by its channel. */
export interface WholeMessage {
  readonly id: string;
  readonly account: string;
  readonly from: string;
  readonly text: string;
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
  'too-many',
  'no-person',
  'fraud',
  'advertising',
] as const;
export type TakenAs = (typeof takenAs)[number];

/** What waits for a person to look through it; nothing of it is answered, and nothing is thrown away. */
export const setAside: readonly TakenAs[] = ['too-many', 'no-person', 'fraud', 'advertising'];

export interface Handled {
  readonly takenAs: TakenAs;
  readonly caseId: string | null;
  /** What goes back; null: nothing does. */
  readonly answer: string | null;
}

/** How a channel understands what comes in. */
export interface MessageReader {
  /** Does what one whole message asks for, in the transaction of `ctx`, and says what goes back. */
  read(ctx: Context, message: WholeMessage): Promise<Handled>;
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
  send(to: string, text: string, account: string | null): Promise<SentText>;
}

export interface SentText {
  readonly account: string;
  readonly ids: readonly string[];
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
