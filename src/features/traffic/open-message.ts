import { sql } from 'kysely';
import { hideCodes } from '../../domain/privacy/hide-codes.ts';
import { maskOwn, nobody } from '../../domain/privacy/sealed-words.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { openMessage } from '../messages/index.ts';
import type { IncomingLine, OpenedMessage } from './contract.ts';
import { lockSetAside } from './find-message.ts';
import { isAllowed } from './list-incoming.ts';

/** The words of a message that has more to it, as its channel reads them. */
export type WordsOfWhole = (channel: string, raw: Buffer) => Promise<string>;

/**
 * What a message says that was set aside, as staff may read it: of a number the last three figures, of a tracking code
 * nothing, and dots where the words name either. That it was read stands in the ledger. Refusals as `lockSetAside`.
 */
export async function readSetAside(
  ctx: Context,
  id: string,
  wordsOfWhole: WordsOfWhole,
): Promise<Result<OpenedMessage, Refusal>> {
  const found = await lockSetAside(ctx, id);
  if (!found.ok) return err(found.error);
  const { rows } = await sql<IncomingLine>`
    select l.id, l.channel, l.account, l.received_at as "receivedAt", l.state, l.taken_as as "takenAs",
           upper(substr(encode(l.sender, 'hex'), 1, 4)) as "senderMark", l.discarded_as as "discardedAs",
           null as "caseId", null as "caseNumber", ${isAllowed} as "isAllowed"
      from messages l where l.id = ${id}`.execute(ctx.tx);
  const line = rows[0] as IncomingLine;
  const whole = await openMessage(ctx, id);
  await record(ctx, {
    kind: 'message.read',
    institution: found.value.institution_id,
    subject: `message:${id}`,
    details: { channel: line.channel },
  });
  if (whole === null) return ok({ ...line, sender: '', text: '', isSealed: true });
  const { from, raw } = whole;
  const text = raw === null ? whole.text : await wordsOfWhole(line.channel, raw);
  const own = { ...nobody, ...(from.includes('@') ? { email: from } : { phone: from }) };
  return ok({ ...line, sender: maskSender(from), text: hideCodes(maskOwn(text, own)), isSealed: false });
}

/** Nobody is found by three figures; a name in front of advertising is no person's. */
function maskSender(from: string): string {
  const digits = from.replaceAll(/\D/g, '');
  if (/^[+\d\s().-]+$/.test(from)) return digits.length < 7 ? from : `••••• ${digits.slice(-3)}`;
  const [name = '', house] = from.split('@');
  return house === undefined ? from : `${name.slice(0, 1)}•••••@${house}`;
}
