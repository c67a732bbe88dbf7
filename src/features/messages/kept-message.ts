import { sql } from 'kysely';
import { KeyMissing } from '../../platform/crypto/key-ring.ts';
import type { Seal } from '../../platform/crypto/keys.ts';
import type { Context } from '../context/index.ts';
import { keyOf } from '../sealed-keys/index.ts';
import type { Arrived, Heading } from './message.ts';

/** What lies sealed of a message. */
export interface MessageContent extends Arrived {
  readonly reply?: string;
  readonly heading?: Heading;
  /** The message that it is a late part of, where it is one. */
  readonly lateFor?: string;
}

export interface KeptMessage {
  readonly id: string;
  /** What somebody who looked at it decided; null where nobody did. */
  readonly letIn: 'itself' | 'report' | null;
  readonly account: string;
  readonly receivedAt: string;
  readonly content: MessageContent;
  readonly seal: Seal;
  readonly hasRaw: boolean;
}

/** What the seal of a message closes: what it says, and all of it where there is more to it. */
export const part = 'message';
export const rawPart = 'raw';
/** The key of a message, beside its row. */
export const wrappedKey = keyOf(sql.ref('messages.id')).as('wrapped');

/** The message as it came; null where its words are all there is. */
export async function readRaw(
  ctx: Context,
  { id, hasRaw, seal }: Pick<KeptMessage, 'id' | 'hasRaw' | 'seal'>,
): Promise<Buffer | null> {
  return hasRaw ? seal.open(await ctx.office.files.get(id), rawPart) : null;
}

/**
 * The words of a whole message, or all of it where there is more to it, and who wrote them; null where nobody can open
 * it. The caller writes down who reads it.
 */
export async function openMessage(
  ctx: Context,
  id: string,
): Promise<{ readonly from: string; readonly text: string; readonly raw: Buffer | null } | null> {
  const rows = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'account', 'received_at', 'content', 'has_raw', wrappedKey])
    .where((eb) => eb.or([eb('id', '=', id), eb('part_of', '=', id)]))
    .orderBy('seq')
    .execute();
  const parts = rows.map((row) => tryOpen(ctx, row));
  const [first] = parts;
  if (first == null) return null;
  const inOrder = parts
    .flatMap((one) => one?.content ?? [])
    .toSorted((a, b) => (a.part?.number ?? 0) - (b.part?.number ?? 0));
  const text = inOrder.map(({ text }) => text).join('');
  try {
    return { from: first.content.from, text, raw: await readRaw(ctx, first) };
  } catch {
    // What lay in the store of files is gone.
    return null;
  }
}

interface Row {
  readonly id: string;
  readonly account: string;
  readonly received_at: string;
  readonly content: Buffer;
  readonly has_raw: boolean;
  readonly wrapped: Buffer | null;
  readonly let_in?: KeptMessage['letIn'];
}

/** Null where nobody can open it any more. Throws `KeyMissing`. */
export function tryOpen(ctx: Context, row: Row): KeptMessage | null {
  try {
    return opened(ctx, row);
  } catch (error) {
    // A secret key that the ring lacks may be given yet; then everything waits for it.
    if (error instanceof KeyMissing) throw error;
    return null;
  }
}

export function opened(ctx: Context, { id, account, content, wrapped, ...row }: Row): KeptMessage {
  if (wrapped === null) throw new Error('a message without its key');
  const seal = ctx.office.keys.openSeal(wrapped, id);
  return {
    id,
    account,
    receivedAt: row.received_at,
    hasRaw: row.has_raw,
    letIn: row.let_in ?? null,
    seal,
    content: JSON.parse(seal.open(content, part).toString()) as MessageContent,
  };
}
