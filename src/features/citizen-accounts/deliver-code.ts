import { translate } from '../../platform/i18n/index.ts';
import { type Mailer, MailRefused } from '../../platform/mail/mailer.ts';
import type { Context } from '../context/index.ts';
import { SendFailed, type TextSender } from '../messages/index.ts';
import { accountLimits } from './limits.ts';
import { openSealed, type SentCode } from './sealed-address.ts';

/** What can be sent by here; null where there is no such way. */
export interface CodeDelivery {
  readonly mailer: Mailer | null;
  readonly sms: TextSender | null;
  readonly publicUrl: string;
}

/**
 * Sends one code by mail or SMS. `retry` asks the queue to come again; what is over, used or refused for good is let be, and
 * nobody is told: the page says the same to everybody.
 */
export async function deliverCode(
  ctx: Context,
  id: string,
  { mailer, sms, publicUrl }: CodeDelivery,
): Promise<'sent' | 'retry' | 'nothing-to-do'> {
  const row = await ctx.tx
    .selectFrom('citizen_codes')
    .select(['id', 'sealed', 'locale'])
    .where('id', '=', id)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  const sent = row === undefined ? undefined : await openSealed<SentCode>(ctx, row);
  if (row === undefined || sent === undefined) return 'nothing-to-do';
  const locale = row.locale === 'en' ? 'en' : 'id';
  const params = {
    code: spaced(sent.code),
    minutes: accountLimits.codeMinutes,
    site: new URL(publicUrl).hostname,
  };
  try {
    if (sent.way === 'sms') await sms?.send(sent.value, translate(locale, 'account.sms', params), null);
    else
      await mailer?.send({
        to: sent.value,
        subject: translate(locale, 'account.mail.subject', params),
        text: translate(locale, 'account.mail.body', params),
        messageId: `<${id}@${params.site}>`,
      });
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailRefused || error instanceof SendFailed)) throw error;
    return error.permanent ? 'nothing-to-do' : 'retry';
  }
}

/** `12345678` as `1234 5678`: read and typed in two breaths. */
function spaced(code: string): string {
  return code.replace(/^(\d{4})(\d{4})$/, '$1 $2');
}
