import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Static } from 'typebox';
import type { Actor } from '../../domain/access/actor.ts';
import { holds } from '../../domain/access/can.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import { notNamed } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import type { NotificationList, NotificationView } from './contract.ts';
import { deliveryOf } from './outbox.ts';
import { notificationText } from './text.ts';

const pageSize = 50;

/** The signed-in person's own notices, newest first. */
export async function listOwn(
  ctx: Context,
  cursor: string | undefined,
): Promise<Result<Static<typeof NotificationList>, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  let query = selectAll(ctx)
    .where('notifications.person_id', '=', actor.id)
    .where('notifications.channel', '=', 'console')
    .where((eb) => eb.or([eb('notifications.case_id', 'is', null), unsealed(eb, actor)]))
    .where(notNamed(actor, sql.ref('notifications.case_id')));
  if (cursor !== undefined && isUuid(cursor)) query = query.where('notifications.id', '<', cursor);
  const rows = await query
    .orderBy('notifications.id', 'desc')
    .limit(pageSize + 1)
    .execute();
  const unread = await ctx.tx
    .selectFrom('notifications')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', actor.id)
    .where('channel', '=', 'console')
    .where('read_at', 'is', null)
    // A look at each case by its id: joined, the planner would read all cases for a handful of notices.
    .where(
      sql<SqlBool>`(notifications.case_id is null
        or (select ${unsealed(expressionBuilder<Schema, 'cases'>(), actor)} from cases where cases.id = notifications.case_id))`,
    )
    .where(notNamed(actor, sql.ref('notifications.case_id')))
    .executeTakeFirstOrThrow();
  return ok(page(ctx, rows, Number(unread.n), true));
}

/** The whole outbox of the person's institution, for whoever looks after delivery; no addresses, no texts. */
export async function listOutbox(
  ctx: Context,
  filter: { readonly status?: string; readonly cursor?: string },
): Promise<Result<Static<typeof NotificationList>, Refusal>> {
  const institutions = institutionsOf(ctx);
  if (institutions === null || ctx.actor.kind !== 'person') return err(refusal('not-authorized'));
  let query = selectAll(ctx)
    .where((eb) =>
      institutions.length === 0 ? sql<boolean>`true` : eb(institutionOf, 'in', [...institutions]),
    )
    .where(notNamed(ctx.actor, sql.ref('notifications.case_id')))
    .where((eb) => eb.or([eb('notifications.case_id', 'is', null), unsealed(eb, ctx.actor)]));
  if (filter.status !== undefined) query = query.where('notifications.status', '=', filter.status);
  if (filter.cursor !== undefined && isUuid(filter.cursor))
    query = query.where('notifications.id', '<', filter.cursor);
  const rows = await query
    .orderBy('notifications.id', 'desc')
    .limit(pageSize + 1)
    .execute();
  return ok(page(ctx, rows, 0, false));
}

export async function markRead(ctx: Context, id: string): Promise<Result<{ id: string }, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  await ctx.tx
    .updateTable('notifications')
    .set({ read_at: ctx.now })
    .where('id', '=', id)
    .where('person_id', '=', ctx.actor.id)
    .execute();
  return ok({ id });
}

/** Marks everything up to the newest notice that was seen; what came since stays unread. */
export async function markAllRead(ctx: Context, upTo: string): Promise<Result<{ id: string }, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  await ctx.tx
    .updateTable('notifications')
    .set({ read_at: ctx.now })
    .where('person_id', '=', ctx.actor.id)
    .where('channel', '=', 'console')
    .where('read_at', 'is', null)
    .where('id', '<=', upTo)
    .execute();
  return ok({ id: upTo });
}

/** Tries a failed or given-up notice again at once. */
export async function retryDelivery(ctx: Context, id: string): Promise<Result<{ id: string }, Refusal>> {
  const institutions = institutionsOf(ctx);
  if (institutions === null || ctx.actor.kind !== 'person') return err(refusal('not-authorized'));
  const row = await ctx.tx
    .selectFrom('notifications')
    .leftJoin('cases', 'cases.id', 'notifications.case_id')
    .leftJoin('people', 'people.id', 'notifications.person_id')
    .select(['notifications.id', institutionOf.as('institution_id')])
    .where('notifications.id', '=', id)
    .where('notifications.status', 'in', ['failed', 'given-up'])
    .where((eb) => eb.or([eb('notifications.case_id', 'is', null), unsealed(eb, ctx.actor)]))
    .where(notNamed(ctx.actor, sql.ref('notifications.case_id')))
    .executeTakeFirst();
  if (row === undefined || (institutions.length > 0 && !institutions.includes(row.institution_id ?? ''))) {
    return err(refusal('not-found'));
  }
  await writeTogether(ctx.tx, [
    ctx.tx
      .updateTable('notifications')
      .set({ status: 'queued', attempts: 0, updated_at: ctx.now })
      .where('id', '=', id),
    ...jobWrites([deliveryOf(id)]),
  ]);
  return ok({ id });
}

/** Whose outbox a notice belongs to: its case's, without one its reader's. */
const institutionOf = sql<string | null>`coalesce(cases.institution_id, people.institution_id)`;

/** A case that was sealed takes with it what was told of it before, but for those who see sealed cases. */
function unsealed(eb: ExpressionBuilder<Schema, 'cases'>, actor: Actor): Expression<SqlBool> {
  const grants = actor.kind === 'person' ? actor.grants : [];
  const sees = grants.filter(({ permissions }) => permissions.includes('case.read-sealed'));
  return eb.or([
    eb('cases.status', '<>', 'sealed'),
    ...sees.map(({ institution }) =>
      institution === null ? sql<SqlBool>`true` : eb('cases.institution_id', '=', institution),
    ),
  ]);
}

/** Null: no right to the outbox; empty: all institutions. Notices lie on no other axis: a narrowed role reaches none. */
function institutionsOf(ctx: Context): readonly string[] | null {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !holds(actor, 'notification.read')) return null;
  const grants = actor.grants.filter(
    ({ permissions, unitPath, areaCode, categoryId }) =>
      permissions.includes('notification.read') &&
      [unitPath, areaCode, categoryId].every((limit) => limit === null),
  );
  if (grants.length === 0) return null;
  return grants.some((grant) => grant.institution === null)
    ? []
    : grants.flatMap((grant) => grant.institution ?? []);
}

function selectAll(ctx: Context) {
  return ctx.tx
    .selectFrom('notifications')
    .leftJoin('cases', 'cases.id', 'notifications.case_id')
    .leftJoin('people', 'people.id', 'notifications.person_id')
    .select([
      'notifications.id',
      'notifications.case_id',
      'notifications.template',
      'notifications.channel',
      'notifications.recipient_kind',
      'notifications.params',
      'notifications.status',
      'notifications.attempts',
      'notifications.last_error',
      'notifications.read_at',
      'notifications.created_at',
      'cases.number',
      'people.name as person_name',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAll>['execute']>>[number];

function page(
  ctx: Context,
  rows: readonly Row[],
  unread: number,
  withBody: boolean,
): Static<typeof NotificationList> {
  const items = rows.slice(0, pageSize).map((row) => present(ctx, row, withBody));
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null, unread };
}

function present(ctx: Context, row: Row, withBody: boolean): Static<typeof NotificationView> {
  const { subject, text } = notificationText(ctx.locale, row.template, {
    ...row.params,
    number: row.number ?? '',
    link: '',
  });
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.number,
    template: row.template,
    channel: row.channel,
    recipientKind: row.recipient_kind as 'reporter' | 'person' | 'unit',
    recipientName: row.person_name,
    subject,
    body: withBody ? text.trim() : '',
    status: row.status as Static<typeof NotificationView>['status'],
    attempts: row.attempts,
    lastError: row.last_error,
    readAt: row.read_at,
    createdAt: row.created_at,
  };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
