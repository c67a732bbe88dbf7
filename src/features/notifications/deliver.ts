import { formatTrackingCode } from '../../domain/privacy/tracking-code.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { MailRefused } from '../../platform/mail/mailer.ts';
import { isAboutRecipient } from '../cases/index.ts';
import type { Context, Locale } from '../context/index.ts';
import { type LetterHead, mailChannel, messageIdOf, writeLetter } from '../letters/index.ts';
import { isMuted, type NoticeWords, SendFailed, type TextSender, writeSent } from '../messages/index.ts';
import { openReporter } from '../reporters/index.ts';
import { deliveryAttempts } from './outbox.ts';
import type { Params } from './plan.ts';
import { notificationText } from './text.ts';

/** A channel of messages, as far as notices need it. */
export interface TextWay {
  readonly id: string;
  readonly sender: TextSender | null;
  writeNotice(notice: NoticeWords, locale: Locale): string;
}

export interface Delivery {
  /** Null where no mail can be sent. */
  readonly mailer: Mailer | null;
  readonly texts: readonly TextWay[];
  readonly publicUrl: string;
  /** How letters about cases of an institution are headed. */
  headOf(institution: string): LetterHead;
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
  delivery: Delivery,
): Promise<DeliveryOutcome> {
  const row = await findNotice(ctx, id);
  if (row === undefined || !['queued', 'failed'].includes(row.status)) return 'nothing-to-do';
  const toReporter = row.recipient_kind === 'reporter';
  // Sealed since it was queued: whoever was to be told may not know of the case any more.
  if (!toReporter && row.caseStatus === 'sealed') return mark(ctx, row, 'given-up', null);
  const reporter = toReporter && row.case_id !== null ? await openReporter(ctx, row.case_id) : undefined;
  if (row.channel !== 'email') return sendText(ctx, row, reporter, delivery);
  if (delivery.mailer === null) return 'nothing-to-do';
  return sendMail(ctx, row, reporter, delivery.mailer, delivery);
}

function findNotice(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('notifications')
    .leftJoin('cases', 'cases.id', 'notifications.case_id')
    .leftJoin('people', 'people.id', 'notifications.person_id')
    .where('notifications.id', '=', id)
    .select([
      'notifications.id',
      'notifications.case_id',
      'notifications.channel',
      'notifications.template',
      'notifications.locale',
      'notifications.recipient_kind',
      'notifications.params',
      'notifications.status',
      'notifications.attempts',
      'cases.number',
      'cases.institution_id as institution',
      'cases.status as caseStatus',
      'people.email',
      isAboutRecipient.as('about_recipient'),
    ])
    .forUpdate('notifications')
    .executeTakeFirst();
}

type Row = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

type Reporter = Awaited<ReturnType<typeof openReporter>>;

async function sendMail(
  ctx: Context,
  row: Row,
  reporter: Reporter,
  mailer: Mailer,
  { publicUrl, headOf }: Delivery,
): Promise<DeliveryOutcome> {
  const to = reporter === undefined ? row.email : reporter.email;
  // They came onto the conflict list while it waited to be sent; the outbox does not say so.
  if (row.about_recipient) return mark(ctx, row, 'given-up', 'no address');
  const link =
    reporter === undefined
      ? `${publicUrl}/konsol/${row.case_id === null ? 'akun' : `perkara/${row.case_id}`}`
      : `${publicUrl}/lacak/${formatTrackingCode(reporter.trackingCode)}`;
  if (to === null || to === undefined) return mark(ctx, row, 'given-up', 'no address');
  const text = notificationText(row.locale === 'en' ? 'en' : 'id', row.template, {
    ...row.params,
    number: row.number ?? '',
    link,
  });
  if (reporter !== undefined && (await isMuted(ctx, mailChannel, to)))
    return mark(ctx, row, 'given-up', 'muted');
  const letter = {
    id: row.id,
    to,
    ...text,
    locale: row.locale,
    caseId: row.case_id,
    thread: [],
    isAnswer: false,
    isVerdict: row.template === 'answered',
  };
  try {
    await mailer.send(
      reporter === undefined || row.institution === null
        ? { to, ...text, messageId: messageIdOf(row.id, publicUrl) }
        : writeLetter(ctx.office, headOf(row.institution), letter),
    );
    await mark(ctx, row, 'sent', null);
    await writeSent(ctx, mailChannel, { account: 'smtp', ids: [row.id] }, { notificationId: row.id });
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    const last = error.permanent || row.attempts + 1 >= deliveryAttempts;
    return mark(ctx, row, last ? 'given-up' : 'retry', error.message);
  }
}

/** By a channel of messages, to the number that the reporter gave. */
async function sendText(
  ctx: Context,
  row: Row,
  reporter: Reporter,
  { texts }: Delivery,
): Promise<DeliveryOutcome> {
  const way = texts.find(({ id }) => id === row.channel);
  if (way === undefined) return 'nothing-to-do';
  if (reporter?.phone == null) return mark(ctx, row, 'given-up', 'no address');
  if (await isMuted(ctx, row.channel, reporter.phone)) return mark(ctx, row, 'given-up', 'muted');
  const locale = row.locale === 'en' ? 'en' : 'id';
  const { subject } = notificationText(locale, row.template, {
    ...row.params,
    number: row.number ?? '',
    link: '',
  });
  const notice = { template: row.template, subject, words: wordsOf(row.params) };
  const text = way.writeNotice({ ...notice, code: formatTrackingCode(reporter.trackingCode) }, locale);
  try {
    if (way.sender === null) throw new SendFailed('no line', false);
    const sent = await way.sender.send(reporter.phone, text, null);
    await mark(ctx, row, 'sent', null);
    await writeSent(ctx, row.channel, sent, { notificationId: row.id });
    return 'sent';
  } catch (error) {
    if (!(error instanceof SendFailed)) throw error;
    const isLast = error.permanent || row.attempts + 1 >= deliveryAttempts;
    return mark(ctx, row, isLast ? 'given-up' : 'retry', error.message);
  }
}

/** What an officer wrote; none in most notices. */
function wordsOf({ text, explanation }: Params): string | null {
  const words = [text, explanation].find((one) => typeof one === 'string' && one !== '');
  return typeof words === 'string' ? words : null;
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
