import { sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Caller } from '../../platform/outside/caller.ts';
import { notNamed } from '../cases/index.ts';
import { type Context, type Reading, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { atFault, manages } from '../organizations/index.ts';
import type { WebhookChange, WebhookInput, WebhookList, WebhookView, WebhookWithSecret } from './contract.ts';
import { deliveryJob } from './queue-letters.ts';
import { addSecret } from './secrets.ts';

/** More systems than an office has; each hears of every case. */
const mostOfInstitution = 20;

/** Whom this institution tells, oldest first. Refuses `not-authorized`. */
export async function listWebhooks(ctx: Reading, institution: string): Promise<Result<WebhookList, Refusal>> {
  if (!manages(ctx.actor, 'webhook.manage', institution)) return err(refusal('not-authorized'));
  return ok({ items: await findWebhooks(ctx, { institution }) });
}

/** One of them. Refuses `not-found`, also where it is another institution's. */
export async function getWebhook(ctx: Reading, id: string): Promise<Result<WebhookView, Refusal>> {
  const [found] = await findWebhooks(ctx, { id });
  const isReached = found !== undefined && manages(ctx.actor, 'webhook.manage', found.institution);
  return isReached ? ok(found) : err(refusal('not-found'));
}

/**
 * Another system is told from now on. The secret that its letters are signed with is given here and never again.
 * Refuses `not-authorized`, `step-up-needed`, `not-found` (institution), `invalid-input` (`url` as `AddressFault`, or
 * `too-many`; `events` `required`).
 */
export async function addWebhook(
  ctx: Context,
  institution: string,
  input: WebhookInput,
  caller: Caller,
): Promise<Result<WebhookWithSecret, Refusal>> {
  const refused = managesFreshly(ctx, institution) ?? inputFault(input, caller);
  if (refused !== null) return err(refused);
  // Locked, so that two at once do not both find room for one more.
  const there = await ctx.tx
    .selectFrom('institutions')
    .select((eb) => [
      eb
        .selectFrom('webhook_subscriptions as s')
        .select((count) => count.fn.countAll<string>().as('count'))
        .whereRef('s.institution_id', '=', 'institutions.id')
        .as('count'),
    ])
    .where('id', '=', institution)
    .forUpdate()
    .executeTakeFirst();
  if (there === undefined) return err(refusal('not-found'));
  if (Number(there.count) >= mostOfInstitution) return err(atFault({ url: 'too-many' }));
  const id = uuidv7(Date.parse(ctx.now));
  const url = addressOf(input, caller);
  await ctx.tx
    .insertInto('webhook_subscriptions')
    .values({
      id,
      institution_id: institution,
      url: url.href,
      events: [...input.events],
      state: 'active',
      created_at: ctx.now,
    })
    .execute();
  const secret = await addSecret(ctx, id);
  const details = { host: url.host, events: input.events };
  await record(ctx, { kind: 'webhook.added', institution, subject: subjectOf(id), details });
  return ok({ webhook: await viewOf(ctx, id), secret });
}

/**
 * Another address, other events, a pause or its end. Whatever waits stays; what was stopped by us begins again at once.
 * Refuses as `addWebhook`, and `not-found`.
 */
export async function changeWebhook(
  ctx: Context,
  id: string,
  input: WebhookChange,
  caller: Caller,
): Promise<Result<WebhookView, Refusal>> {
  const reached = await reachWebhook(ctx, id);
  if (!reached.ok) return reached;
  const fault = inputFault(input, caller);
  if (fault !== null) return err(fault);
  const { institution } = reached.value;
  const url = addressOf(input, caller);
  const { state } = input;
  await ctx.tx
    .updateTable('webhook_subscriptions')
    .set({
      url: url.href,
      events: [...input.events],
      state,
      failures: 0,
      failing_since: null,
      retry_at: null,
    })
    .where('id', '=', id)
    .execute();
  const details = { host: url.host, events: input.events, state };
  await record(ctx, { kind: 'webhook.changed', institution, subject: subjectOf(id), details });
  if (state === 'active') {
    await writeTogether(ctx.tx, [
      ctx.tx
        .updateTable('webhook_deliveries')
        .set({ next_try_at: ctx.now })
        .where('subscription_id', '=', id)
        .where('state', '=', 'waiting'),
      ...jobWrites([deliveryJob(id, ctx.now)]),
    ]);
  }
  return ok(await viewOf(ctx, id));
}

/** It is told no more, and its log is gone. Refuses `not-found`, `not-authorized`, `step-up-needed`. */
export async function removeWebhook(
  ctx: Context,
  id: string,
): Promise<Result<Record<string, never>, Refusal>> {
  const reached = await reachWebhook(ctx, id);
  if (!reached.ok) return reached;
  await ctx.tx.deleteFrom('webhook_subscriptions').where('id', '=', id).execute();
  await record(ctx, {
    kind: 'webhook.removed',
    institution: reached.value.institution,
    subject: subjectOf(id),
  });
  return ok({});
}

/** A new secret, shown here and never again; the one before it signs for a day more. Refuses as `removeWebhook`. */
export async function renewSecret(ctx: Context, id: string): Promise<Result<WebhookWithSecret, Refusal>> {
  const reached = await reachWebhook(ctx, id);
  if (!reached.ok) return reached;
  const secret = await addSecret(ctx, id);
  const { institution } = reached.value;
  await record(ctx, { kind: 'webhook.secret-renewed', institution, subject: subjectOf(id) });
  return ok({ webhook: await viewOf(ctx, id), secret });
}

/** The subscription, locked, for whoever manages its institution; to others it does not exist. */
export async function reachWebhook(
  ctx: Context,
  id: string,
): Promise<Result<{ readonly institution: string }, Refusal>> {
  const row = await ctx.tx
    .selectFrom('webhook_subscriptions')
    .select('institution_id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || !manages(ctx.actor, 'webhook.manage', row.institution_id)) {
    return err(refusal('not-found'));
  }
  const stale = staleProof(ctx);
  return stale === null ? ok({ institution: row.institution_id }) : err(stale);
}

export function subjectOf(id: string): string {
  return `webhook:${id}`;
}

function managesFreshly(ctx: Context, institution: string): Refusal | null {
  return manages(ctx.actor, 'webhook.manage', institution) ? staleProof(ctx) : refusal('not-authorized');
}

function inputFault(input: WebhookInput, caller: Caller): Refusal | null {
  const read = caller.read(input.url);
  const fields = {
    ...(read.ok ? {} : { url: read.error }),
    ...(input.events.length === 0 ? { events: 'required' } : {}),
  };
  return Object.keys(fields).length === 0 ? null : atFault(fields);
}

function addressOf(input: WebhookInput, caller: Caller): URL {
  const read = caller.read(input.url);
  if (!read.ok) throw new Error(`an address was let through: ${read.error}`);
  return read.value;
}

async function viewOf(ctx: Context, id: string): Promise<WebhookView> {
  const [found] = await findWebhooks(ctx, { id });
  if (found === undefined) throw new Error(`no webhook ${id}`);
  return found;
}

async function findWebhooks(
  ctx: Reading,
  which: { readonly institution?: string; readonly id?: string },
): Promise<WebhookView[]> {
  const { institution = null, id = null } = which;
  const { rows } = await sql<WebhookView>`
    select s.id, s.institution_id as institution, s.url, s.events, s.state, s.failing_since as "failingSince", s.retry_at as "retryAt",
           s.delivered_at as "deliveredAt", s.created_at as "createdAt",
           (select count(*)::int from webhook_deliveries d join cases c on c.id = d.case_id
             where d.subscription_id = s.id and d.state = 'waiting' and c.status <> 'sealed' and c.secrecy <> 'L3'
               and ${notNamed(ctx.actor, sql.ref('d.case_id'))}) as waiting,
           (select coalesce(json_agg(json_build_object('id', k.id, 'createdAt', ${instantInJson(sql`k.created_at`)},
                                     'expiresAt', ${instantInJson(sql`k.expires_at`)}) order by k.id desc), '[]')
              from webhook_secrets k
             where k.subscription_id = s.id and (k.expires_at is null or k.expires_at > ${ctx.now}::timestamptz)) as keys
    from webhook_subscriptions s
    where (${institution}::text is null or s.institution_id = ${institution})
      and (${id}::uuid is null or s.id = ${id}::uuid)
    order by s.created_at, s.id`.execute(ctx.tx);
  return rows;
}
