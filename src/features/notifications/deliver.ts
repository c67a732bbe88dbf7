import { sql } from 'kysely';
import { afterFailure } from '../../domain/delivery/policy.ts';
import { outsideQuietHours } from '../../domain/delivery/quiet-hours.ts';
import { isPending } from '../../domain/delivery/states.ts';
import { formatTrackingCode } from '../../domain/privacy/tracking-code.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import { type Mail, type Mailer, MailRefused } from '../../platform/mail/mailer.ts';
import { isAboutRecipient } from '../cases/index.ts';
import type { Context, Locale } from '../context/index.ts';
import { type LetterHead, mailChannel, messageIdOf, writeLetter } from '../letters/index.ts';
import {
  deliveryJob,
  isMuted,
  type NoticeWords,
  otherWayJob,
  SendFailed,
  type TextSender,
  writeSent,
} from '../messages/index.ts';
import { openReporter } from '../reporters/index.ts';
import { notificationText, wordsIn } from './text.ts';
import { zoneOfReader } from './zone-of-reader.ts';

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

/**
 * Sends one queued notice. What became of it is written down; what did not go out is tried again when `domain/delivery`
 * says, and what is given up is told in another way. Sending twice is possible only where the process dies between the
 * server's yes and the commit; the message id is then the same.
 */
export async function deliverNotification(ctx: Context, id: string, delivery: Delivery): Promise<void> {
  const row = await findNotice(ctx, id);
  if (row === undefined || !isPending(row.status)) return;
  const isToReporter = row.recipient_kind === 'reporter';
  // Sealed since it was queued: whoever was to be told may not know of the case any more.
  if (!isToReporter && row.caseStatus === 'sealed') return giveUp(ctx, row, null);
  const reporter = isToReporter && row.case_id !== null ? await openReporter(ctx, row.case_id) : undefined;
  if (row.channel === 'email') return sendMail(ctx, row, reporter, delivery);
  return sendText(ctx, row, reporter, delivery);
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
      'notifications.queued_at',
      'notifications.can_wait',
      'cases.number',
      'cases.institution_id as institution',
      'cases.status as caseStatus',
      'cases.area_code',
      'people.email',
      isAboutRecipient.as('about_recipient'),
      sql<string>`(select i.zone from institutions i where i.id = notifications.institution_id)`.as('zone'),
    ])
    .forUpdate('notifications')
    .executeTakeFirst();
}

type Row = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

type Reporter = Awaited<ReturnType<typeof openReporter>>;

async function sendMail(ctx: Context, row: Row, reporter: Reporter, delivery: Delivery): Promise<void> {
  const { mailer } = delivery;
  const to = row.recipient_kind === 'reporter' ? reporter?.email : row.email;
  // They came onto the conflict list while it waited to be sent; the list of what was sent does not say so.
  if (to == null || row.about_recipient) return giveUp(ctx, row, 'no address');
  if (reporter !== undefined && (await isMuted(ctx, mailChannel, to))) return giveUp(ctx, row, 'muted');
  try {
    if (mailer === null) throw new MailRefused('no line', false);
    await mailer.send(mailOf(ctx, row, to, reporter, delivery));
    await markSent(ctx, row);
    await writeSent(ctx, mailChannel, { account: 'smtp', ids: [row.id] }, { notificationId: row.id });
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    await fail(ctx, row, error);
  }
}

/** To an officer in plain text; to a citizen as a letter. */
function mailOf(
  ctx: Context,
  { id, case_id: caseId, template, locale, params, number, institution }: Row,
  to: string,
  reporter: Reporter,
  { publicUrl, headOf }: Delivery,
): Mail {
  const link =
    reporter === undefined
      ? `${publicUrl}/konsol/${caseId === null ? 'akun' : `perkara/${caseId}`}`
      : `${publicUrl}/lacak/${formatTrackingCode(reporter.trackingCode)}`;
  const text = notificationText(locale === 'en' ? 'en' : 'id', template, {
    ...params,
    number: number ?? '',
    link,
  });
  if (reporter === undefined || institution === null)
    return { to, ...text, messageId: messageIdOf(id, publicUrl) };
  const isVerdict = template === 'answered';
  const letter = { id, to, ...text, locale, caseId, thread: [], isAnswer: false, isVerdict };
  return writeLetter(ctx.office, headOf(institution), letter);
}

/** By a channel of messages, to the number that the reporter gave. */
async function sendText(ctx: Context, row: Row, reporter: Reporter, { texts }: Delivery): Promise<void> {
  if (reporter?.phone == null) return giveUp(ctx, row, 'no address');
  if (await isMuted(ctx, row.channel, reporter.phone)) return giveUp(ctx, row, 'muted');
  const locale = row.locale === 'en' ? 'en' : 'id';
  const { subject } = notificationText(locale, row.template, {
    ...row.params,
    number: row.number ?? '',
    link: '',
  });
  const notice = { template: row.template, subject, words: wordsIn(row.params) };
  const way = texts.find(({ id }) => id === row.channel);
  try {
    if (way === undefined || way.sender === null) throw new SendFailed('no line', false);
    const text = way.writeNotice({ ...notice, code: formatTrackingCode(reporter.trackingCode) }, locale);
    const sent = await way.sender.send(reporter.phone, text, null);
    await markSent(ctx, row);
    await writeSent(ctx, row.channel, sent, { notificationId: row.id });
  } catch (error) {
    if (!(error instanceof SendFailed)) throw error;
    await fail(ctx, row, error);
  }
}

async function markSent(ctx: Context, { id, attempts }: Row): Promise<void> {
  await update(ctx, id, {
    status: 'sent',
    attempts: attempts + 1,
    last_error: null,
    next_at: null,
  }).execute();
}

/** Tried again later, outside the quiet hours where it can wait; or given up. */
async function fail(
  ctx: Context,
  row: Row,
  { message, permanent }: { readonly message: string; readonly permanent: boolean },
): Promise<void> {
  const { id, channel, queued_at: queuedAt, can_wait: canWait } = row;
  const tried = { channel, attempts: row.attempts + 1, queuedAt: queuedAt ?? ctx.now, now: ctx.now };
  const { nextAt } = afterFailure(tried, permanent ? 'permanent' : 'passing');
  if (nextAt === null) return giveUp(ctx, row, message);
  const at = outsideQuietHours(nextAt, canWait, zoneOfReader(row.area_code, row.zone));
  const change = { status: 'failed', attempts: row.attempts + 1, last_error: message, next_at: at };
  await writeTogether(ctx.tx, [update(ctx, id, change), ...jobWrites([deliveryJob(id, at)])]);
}

async function giveUp(ctx: Context, row: Row, reason: string | null): Promise<void> {
  const change = { status: 'given-up', attempts: row.attempts + 1, last_error: reason, next_at: null };
  // Whoever asked to be left alone there is not told the same elsewhere.
  const tellsOtherwise = row.recipient_kind === 'reporter' && reason !== 'muted';
  await writeTogether(ctx.tx, [
    update(ctx, row.id, change),
    ...jobWrites(tellsOtherwise ? [otherWayJob(row.id, ctx.now)] : []),
  ]);
}

function update(
  ctx: Context,
  id: string,
  change: { status: string; attempts: number; last_error: string | null; next_at: string | null },
) {
  return ctx.tx
    .updateTable('notifications')
    .set({ ...change, updated_at: ctx.now })
    .where('id', '=', id);
}
