import { type Expression, type ExpressionBuilder, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Static } from 'typebox';
import type { Actor } from '../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { notNamed } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import type { NotificationList, NotificationView } from './contract.ts';
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
  return ok(page(ctx, rows, Number(unread.n)));
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

function page(ctx: Context, rows: readonly Row[], unread: number): Static<typeof NotificationList> {
  const items = rows.slice(0, pageSize).map((row) => present(ctx, row));
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null, unread };
}

function present(ctx: Context, row: Row): Static<typeof NotificationView> {
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
    body: text.trim(),
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
