import type { Static } from 'typebox';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import { randomToken, uuidv7 } from '../../../platform/crypto/random.ts';
import { writeTogether } from '../../../platform/db/write-together.ts';
import { jobWrites } from '../../../platform/jobs/enqueue.ts';
import type { Context } from '../../context/index.ts';
import { addPerson, reachPerson, recordOf } from '../administer-people.ts';
import type { PersonInput, PersonInvited, PersonView } from '../contract.ts';
import { minutesFrom } from '../limits.ts';
import { findPerson } from '../list-people.ts';
import { hashOfInvitation } from './invitation.ts';

/** From a Friday afternoon into the next week. */
const validDays = 5;

export const invitationAttempts = 10;

type Invited = Static<typeof PersonInvited>;

/** How invitations leave this installation. */
export interface Post {
  readonly canMail: boolean;
  /** How the world reaches us. */
  readonly publicUrl: string;
}

/**
 * Adds a person without a password and invites them by their work e-mail. Without mail the link comes back, once, to be
 * handed over. Refuses as `addPerson`.
 */
export async function invitePerson(
  ctx: Context,
  institution: string,
  input: PersonInput,
  post: Post,
): Promise<Result<Invited, Refusal>> {
  const added = await addPerson(ctx, institution, input, null);
  return added.ok ? ok(await issue(ctx, added.value.person.id, post)) : added;
}

/**
 * A new invitation for a person who is there, in place of an earlier one: the letter was lost, or the password is.
 * What they have as a second factor stays. Refuses as `reachPerson`, and `account-closed`.
 */
export async function inviteAgain(ctx: Context, id: string, post: Post): Promise<Result<Invited, Refusal>> {
  const subject = await reachPerson(ctx, id);
  if (!subject.ok) return subject;
  const person = await findPerson(ctx, id);
  return person?.active === true ? ok(await issue(ctx, id, post)) : err(refusal('account-closed'));
}

/** The link in the letter leads nowhere any more. Refuses as `reachPerson`, `not-found` where none is open. */
export async function withdrawInvitation(ctx: Context, id: string): Promise<Result<PersonView, Refusal>> {
  const subject = await reachPerson(ctx, id);
  if (!subject.ok) return subject;
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('invitations')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await recordOf(ctx, 'invitation.withdrawn', id);
  const person = await findPerson(ctx, id);
  return numDeletedRows === 0n || person === undefined ? err(refusal('not-found')) : ok(person);
}

async function issue(ctx: Context, personId: string, { canMail, publicUrl }: Post): Promise<Invited> {
  const token = randomToken();
  const id = uuidv7(Date.parse(ctx.now));
  const { wrappedKey, sealed } = ctx.office.keys.seal(token, `invitation:${id}`);
  await ctx.tx.deleteFrom('invitations').where('person_id', '=', personId).execute();
  await ctx.tx
    .insertInto('invitations')
    .values({
      id,
      person_id: personId,
      token_hash: hashOfInvitation(ctx, token),
      wrapped_key: canMail ? wrappedKey : null,
      sealed: canMail ? sealed : null,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      expires_at: minutesFrom(ctx.now, validDays * 24 * 60),
      delivery: canMail ? 'waiting' : 'given',
    })
    .execute();
  if (canMail) {
    const job = { task: 'deliver-invitation', payload: { id }, maxAttempts: invitationAttempts };
    await writeTogether(ctx.tx, [...jobWrites([job])]);
  }
  await recordOf(ctx, 'person.invited', personId);
  const person = await findPerson(ctx, personId);
  if (person === undefined) throw new Error(`no person ${personId}`);
  return { person, link: canMail ? null : invitationLink(publicUrl, token) };
}

/** The secret stands behind the `#`, which browsers send to nobody: no log and no proxy sees it. */
export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/konsol/undangan#${token}`;
}
