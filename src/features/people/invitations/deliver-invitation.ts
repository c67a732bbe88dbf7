import { formatDateTime, translate } from '../../../platform/i18n/index.ts';
import { type Mailer, MailRefused } from '../../../platform/mail/mailer.ts';
import type { Context } from '../../context/index.ts';
import { invitationAttempts, invitationLink } from './invite.ts';

/**
 * Sends an invitation by mail, and forgets its secret once it is out. `retry` asks the queue to come again. Nothing is
 * done where it was withdrawn, sent anew or used meanwhile.
 */
export async function deliverInvitation(
  ctx: Context,
  id: string,
  { mailer, publicUrl }: { readonly mailer: Mailer; readonly publicUrl: string },
): Promise<'sent' | 'retry' | 'given-up' | 'nothing-to-do'> {
  const row = await ctx.tx
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.person_id')
    .leftJoin('institutions as o', 'o.id', 'p.institution_id')
    .select(['i.wrapped_key', 'i.sealed', 'i.attempts', 'i.expires_at', 'p.name', 'p.email', 'p.locale'])
    .select(['o.name as institution', 'o.zone'])
    .where('i.id', '=', id)
    .where('i.delivery', '=', 'waiting')
    .forUpdate('i')
    .executeTakeFirst();
  if (row === undefined || row.wrapped_key === null || row.sealed === null) return 'nothing-to-do';
  const { wrapped_key: wrappedKey, sealed } = row;
  const token = ctx.office.keys.open({ wrappedKey, sealed }, `invitation:${id}`).toString();
  const locale = row.locale === 'en' ? 'en' : 'id';
  const params = {
    name: row.name,
    institution: row.institution ?? 'Tuntas',
    until: formatDateTime(row.expires_at, row.zone ?? 'Asia/Jakarta', locale),
    link: invitationLink(publicUrl, token),
  };
  try {
    await mailer.send({
      to: row.email,
      subject: translate(locale, 'invitation.mail.subject', params),
      text: translate(locale, 'invitation.mail.body', params),
      messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    });
    await note(ctx, id, 'sent', row.attempts + 1);
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    const last = error.permanent || row.attempts + 1 >= invitationAttempts;
    await note(ctx, id, last ? 'failed' : 'waiting', row.attempts + 1);
    return last ? 'given-up' : 'retry';
  }
}

async function note(
  ctx: Context,
  id: string,
  delivery: 'sent' | 'failed' | 'waiting',
  attempts: number,
): Promise<void> {
  const secret = delivery === 'waiting' ? {} : { wrapped_key: null, sealed: null };
  await ctx.tx
    .updateTable('invitations')
    .set({ delivery, attempts, ...secret })
    .where('id', '=', id)
    .execute();
}
