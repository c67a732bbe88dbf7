import { formatTrackingCode } from '../../domain/privacy/tracking-code.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { MailRefused } from '../../platform/mail/mailer.ts';
import { isAboutRecipient } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { openReporter } from '../reporters/index.ts';
import { deliveryAttempts } from './tell-of-events.ts';
import { notificationText } from './text.ts';

export interface Delivery {
  readonly mailer: Mailer;
  readonly publicUrl: string;
}

export type DeliveryOutcome = 'sent' | 'retry' | 'given-up' | 'nothing-to-do';

/**
 * Sends one queued notice. What became of it is written down; `retry` asks the queue to come again with
 * its back-off. Sending twice is possible only where the process dies between the server's yes and the
 * commit; the message id is then the same.
 */
export async function deliverNotification(
  ctx: Context,
  id: string,
  { mailer, publicUrl }: Delivery,
): Promise<DeliveryOutcome> {
  const row = await findNotice(ctx, id);
  if (row === undefined || !['queued', 'failed'].includes(row.status)) return 'nothing-to-do';
  const toReporter = row.recipient_kind === 'reporter';
  // Sealed since it was queued: whoever was to be told may not know of the case any more.
  if (!toReporter && row.caseStatus === 'sealed') return mark(ctx, row, 'given-up', null);
  const reporter = toReporter ? await openReporter(ctx, row.case_id) : undefined;
  return send(ctx, row, reporter, { mailer, publicUrl });
}

function findNotice(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('notifications')
    .innerJoin('cases', 'cases.id', 'notifications.case_id')
    .leftJoin('people', 'people.id', 'notifications.person_id')
    .where('notifications.id', '=', id)
    .select([
      'notifications.id',
      'notifications.case_id',
      'notifications.template',
      'notifications.locale',
      'notifications.recipient_kind',
      'notifications.params',
      'notifications.status',
      'notifications.attempts',
      'cases.number',
      'cases.status as caseStatus',
      'people.email',
      isAboutRecipient.as('about_recipient'),
    ])
    .forUpdate('notifications')
    .executeTakeFirst();
}

type Row = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

async function send(
  ctx: Context,
  row: Row,
  reporter: Awaited<ReturnType<typeof openReporter>>,
  { mailer, publicUrl }: Delivery,
): Promise<DeliveryOutcome> {
  const to = reporter === undefined ? row.email : reporter.email;
  // They came onto the conflict list while it waited to be sent; the outbox does not say so.
  if (row.about_recipient) return mark(ctx, row, 'given-up', 'no address');
  const link =
    reporter === undefined
      ? `${publicUrl}/konsol/perkara/${row.case_id}`
      : `${publicUrl}/lacak/${formatTrackingCode(reporter.trackingCode)}`;
  if (to === null || to === undefined) return mark(ctx, row, 'given-up', 'no address');
  const text = notificationText(row.locale === 'en' ? 'en' : 'id', row.template, {
    ...row.params,
    number: row.number,
    link,
  });
  try {
    await mailer.send({ to, ...text, messageId: `<${row.id}@${new URL(publicUrl).hostname}>` });
    return await mark(ctx, row, 'sent', null);
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    const last = error.permanent || row.attempts + 1 >= deliveryAttempts;
    return mark(ctx, row, last ? 'given-up' : 'retry', error.message);
  }
}

async function mark(
  ctx: Context,
  row: { readonly id: string; readonly attempts: number },
  outcome: Exclude<DeliveryOutcome, 'nothing-to-do'>,
  lastError: string | null,
): Promise<DeliveryOutcome> {
  await ctx.tx
    .updateTable('notifications')
    .set({
      status: outcome === 'retry' ? 'failed' : outcome,
      attempts: row.attempts + 1,
      last_error: lastError,
      updated_at: ctx.now,
    })
    .where('id', '=', row.id)
    .execute();
  return outcome;
}
