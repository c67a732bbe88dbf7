import type { Context } from '../context/index.ts';
import type { Joined } from './join-parts.ts';
import { type KeptMessage, tryOpen, wrappedKey } from './kept-message.ts';

/** Telephones use their references again; after this long the same one means another message. */
const rememberedMs = 24 * 3_600_000;
/** Of what a sender wrote in that time, so much is looked through. */
const mostLookedAt = 200;

/** The message that late parts belong to: the first of its parts, and what became of it. */
export interface LateFor {
  readonly id: string;
  readonly isSetAside: boolean;
  /** Null where it went to no case, or was refused there. */
  readonly caseId: string | null;
  /** Every one of the parts has come late before, in the same words. */
  readonly isRepeated: boolean;
  /** Other parts of it came late before, and were answered. */
  readonly isAnswered: boolean;
}

/**
 * The message of the last day that lacked exactly what now came alone: same sender, line, reference and number of
 * parts, and each of these parts was marked as missing there. Undefined where there is none: then it is a message of
 * its own, as where a telephone uses its reference again.
 */
export async function findLateFor(
  ctx: Context,
  channel: string,
  sender: Buffer,
  { pieces }: Joined<KeptMessage>,
): Promise<LateFor | undefined> {
  const [{ account, receivedAt, content }] = pieces;
  const { part } = content;
  if (part === null) return undefined;
  const since = new Date(Date.parse(receivedAt) - rememberedMs).toISOString();
  const rows = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'account', 'received_at', 'content', 'has_raw', 'state', 'taken_as', 'case_id', 'part_of'])
    .select(wrappedKey)
    .where('channel', '=', channel)
    .where('sender', '=', sender)
    .where('account', '=', account)
    .where('received_at', '>=', since)
    .where('state', 'in', ['read', 'set-aside'])
    .orderBy('received_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(mostLookedAt)
    .execute();
  const same = rows.flatMap((row) => {
    const said = tryOpen(ctx, row)?.content;
    const isSame = said?.part?.reference === part.reference && said.part.total === part.total;
    return isSame ? [{ row, said, number: said.part.number }] : [];
  });
  const first = same.find(({ row, said }) => row.part_of === null && said.lateFor === undefined)?.row;
  if (first === undefined) return undefined;
  const came = same.filter(({ row }) => row.id === first.id || row.part_of === first.id);
  const late = same.filter(({ said }) => said.lateFor === first.id);
  const known = pieces.map(({ content: { text, part: own } }) => ({
    wasThere: came.some(({ number }) => number === own?.number),
    before: late.find(({ number }) => number === own?.number),
    text,
  }));
  // Another part of that number, or other words in its place: the reference is used again.
  if (known.some(({ wasThere, before, text }) => wasThere || (before && before.said.text !== text)))
    return undefined;
  return {
    id: first.id,
    isSetAside: first.state === 'set-aside',
    caseId: first.taken_as === 'refused' ? null : first.case_id,
    isRepeated: known.every(({ before }) => before !== undefined),
    isAnswered: late.some(({ said }) => said.reply !== undefined),
  };
}
