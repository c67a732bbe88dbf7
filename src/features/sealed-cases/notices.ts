import { randomUUID } from 'node:crypto';
import { type Locale, translate } from '../../platform/i18n/index.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import type { Context } from '../context/index.ts';
import { isKeptOut, listHolders } from './keep-out.ts';
import type { SealedCase } from './sealed-case.ts';

/**
 * Marks everybody of the inspectorate who may know of the case: the next round of mail tells them that there is
 * something to read in the console, and nothing else. No job and no notice of its own, whose moment would say more.
 */
export async function noteForInspectorate(ctx: Context, of: SealedCase): Promise<void> {
  const acting = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  const people = (await listHolders(ctx, of.state.institution)).filter(
    ({ id }) => !isKeptOut(id, of) && id !== acting,
  );
  if (people.length === 0) return;
  await ctx.tx
    .insertInto('sealed.notices')
    .values(people.map(({ id }) => ({ person_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Tells one of those who are marked, by mail where mail can be sent: there is something to read in the console. Gives
 * false where nobody is marked. A mail that could not be sent leaves the mark for the next round.
 */
export async function tellOneOfInspectorate(
  ctx: Context,
  post: { readonly mailer: Mailer; readonly publicUrl: string } | null,
): Promise<boolean> {
  const marked = ctx.tx.selectFrom('sealed.notices').select('person_id').limit(1).forUpdate().skipLocked();
  const gone = await ctx.tx
    .deleteFrom('sealed.notices')
    .where('person_id', 'in', marked)
    .returning('person_id')
    .executeTakeFirst();
  if (gone === undefined) return false;
  const person = await ctx.tx
    .selectFrom('people')
    .select(['email', 'locale'])
    .where('id', '=', gone.person_id)
    .where('active', '=', true)
    .executeTakeFirst();
  if (person !== undefined && post !== null) await sendNotice(post, person);
  return true;
}

async function sendNotice(
  { mailer, publicUrl }: { readonly mailer: Mailer; readonly publicUrl: string },
  to: { readonly email: string; readonly locale: string },
): Promise<void> {
  const locale: Locale = to.locale === 'en' ? 'en' : 'id';
  await mailer.send({
    to: to.email,
    subject: translate(locale, 'sealed.notice.subject'),
    text: translate(locale, 'sealed.notice.text', { link: `${publicUrl}/konsol` }),
    messageId: `<${randomUUID()}@${new URL(publicUrl).hostname}>`,
  });
}
