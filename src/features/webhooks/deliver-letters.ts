import { sql } from 'kysely';
import type { MessageContent } from '../../domain/webhooks/case-message.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Caller, Letter } from '../../platform/outside/caller.ts';
import type { Context } from '../context/index.ts';
import { type Attempt, noteAttempt, type SentLetter } from './note-attempt.ts';
import { deliveryJob } from './queue-letters.ts';
import { findSigningKeys } from './secrets.ts';
import { signLetter } from './sign-letter.ts';

/** Runs `job` in a transaction of its own, as the system. */
type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;

export interface Sending {
  readonly caller: Caller;
  /** How the world reaches us. */
  readonly publicUrl: string;
}

/** After so many letters the queue's other jobs have their turn. */
const mostInOneJob = 20;

/**
 * Sends what waits for one receiver, letter by letter, until one does not arrive; then the job is queued for later. Of
 * one case a letter goes out only after the one before it arrived or was given up; other cases do not wait for it.
 * No transaction is open while the receiver answers, so a letter may arrive twice, never not at all.
 */
export async function deliverLetters(work: Work, subscriptionId: string, sending: Sending): Promise<void> {
  for (let sent = 0; sent < mostInOneJob; sent += 1) {
    const next = await work((ctx) => takeNext(ctx, subscriptionId, sending.publicUrl));
    if (next === null) return;
    const answer = await sending.caller.post(next.url, next.letter);
    const attempt: Attempt = answer.ok
      ? { status: answer.value.status, fault: null, milliseconds: answer.value.milliseconds }
      : { status: null, fault: answer.error, milliseconds: null };
    const arrived = await work((ctx) => noteAttempt(ctx, next, attempt));
    if (!arrived) return;
  }
  await work((ctx) => callAgain(ctx, subscriptionId, ctx.now));
}

interface NextLetter extends SentLetter {
  readonly url: string;
  readonly letter: Letter;
}

/** The letter whose turn it is, signed; null where there is none now, and then the job is queued for when there is one. */
async function takeNext(ctx: Context, subscriptionId: string, publicUrl: string): Promise<NextLetter | null> {
  const subscription = await ctx.tx
    .selectFrom('webhook_subscriptions')
    .select(['url', 'retry_at', 'institution_id'])
    .where('id', '=', subscriptionId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (subscription === undefined) return null;
  const { url, retry_at: retryAt, institution_id: institution } = subscription;
  const row = await findFirst(ctx, subscriptionId);
  if (row === undefined) return null;
  const from = Math.max(Date.parse(row.nextTryAt), Date.parse(retryAt ?? row.nextTryAt));
  if (from > Date.parse(ctx.now)) {
    await callAgain(ctx, subscriptionId, new Date(from).toISOString());
    return null;
  }
  const { kind, ...rest } = row.content;
  const body = JSON.stringify({
    type: row.type,
    timestamp: row.at,
    data: {
      case: {
        number: row.number,
        institution,
        kind,
        // To be read by whoever has a right to it; the letter gives none.
        address: `${publicUrl}/api/v1/cases/${row.caseId}`,
      },
      event: row.seq,
      ...rest,
    },
  });
  const letter = signLetter(row.id, ctx.now, body, await findSigningKeys(ctx, subscriptionId));
  return { id: row.id, subscriptionId, url, letter };
}

/**
 * The first of the letters that wait for no other of their case, by when it may be tried. A case that was closed up
 * since it was written waits for `queueLetters` to take it out.
 */
async function findFirst(ctx: Context, subscriptionId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select d.id, d.case_id as "caseId", d.seq, d.type, d.at, d.content, d.next_try_at as "nextTryAt", c.number
    from webhook_deliveries d join cases c on c.id = d.case_id
    where d.subscription_id = ${subscriptionId} and d.state = 'waiting'
      and c.status <> 'sealed' and c.secrecy <> 'L3'
      and not exists (
        select from webhook_deliveries e
         where e.subscription_id = d.subscription_id and e.case_id = d.case_id and e.seq < d.seq and e.state = 'waiting')
    order by d.next_try_at, d.id
    limit 1`.execute(ctx.tx);
  return rows[0];
}

interface Row {
  readonly id: string;
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly content: MessageContent;
  readonly nextTryAt: string;
  readonly number: string;
}

async function callAgain(ctx: Context, subscriptionId: string, at: string): Promise<void> {
  await writeTogether(ctx.tx, jobWrites([deliveryJob(subscriptionId, at)]));
}
