import { formatDateTime, translate } from '../../platform/i18n/index.ts';
import { type Mailer, MailRefused } from '../../platform/mail/mailer.ts';
import type { Context } from '../context/index.ts';

/**
 * Writes to one administrator that nothing has arrived at an address for days. `retry` asks the queue to come again.
 * Nothing is done where letters go out again meanwhile. The console shows it as well.
 */
export async function tellStopped(
  ctx: Context,
  { subscriptionId, personId }: { readonly subscriptionId: string; readonly personId: string },
  { mailer, publicUrl }: { readonly mailer: Mailer; readonly publicUrl: string },
): Promise<'sent' | 'retry' | 'nothing-to-do'> {
  const row = await ctx.tx
    .selectFrom('webhook_subscriptions as s')
    .innerJoin('institutions as i', 'i.id', 's.institution_id')
    .innerJoin('people as p', (join) => join.on('p.id', '=', personId).on('p.active', '=', true))
    .select(['s.url', 's.failing_since', 'i.name as institution', 'i.zone', 'p.name', 'p.email', 'p.locale'])
    .where('s.id', '=', subscriptionId)
    .where('s.state', '=', 'stopped')
    .executeTakeFirst();
  if (row === undefined) return 'nothing-to-do';
  const locale = row.locale === 'en' ? 'en' : 'id';
  const params = {
    name: row.name,
    institution: row.institution,
    host: new URL(row.url).host,
    since: formatDateTime(row.failing_since ?? ctx.now, row.zone, locale),
    link: `${publicUrl}/konsol/webhook`,
  };
  try {
    await mailer.send({
      to: row.email,
      subject: translate(locale, 'webhook.stopped.subject', params),
      text: translate(locale, 'webhook.stopped.body', params),
      messageId: `<${subscriptionId}.${personId}@${new URL(publicUrl).hostname}>`,
    });
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    return error.permanent ? 'nothing-to-do' : 'retry';
  }
}
