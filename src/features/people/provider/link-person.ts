import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import { type Context, staleProof } from '../../context/index.ts';
import { atFault } from '../../organizations/index.ts';
import { reachPerson, recordOf } from '../administer-people.ts';
import type { PersonView } from '../contract.ts';
import { findPerson } from '../list-people.ts';
import { endSessions } from '../own-sessions.ts';

/**
 * Links a person to their account at the provider by its subject, in place of an earlier one. The person's sessions
 * end: whoever opened them may have been somebody else. Refuses as `reachPerson`, `step-up-needed`, `invalid-input`
 * (subject `required`), `provider-account-taken`.
 */
export async function linkPerson(
  ctx: Context,
  id: string,
  issuer: string,
  typed: string,
): Promise<Result<PersonView, Refusal>> {
  const ready = await readyToLink(ctx, id);
  if (ready !== null) return err(ready);
  const subject = typed.trim();
  if (subject === '') return err(atFault({ subject: 'required' }));
  const taken = await linkAccount(ctx, id, { issuer, subject }, actorId(ctx));
  if (taken !== null) return err(taken);
  await recordOf(ctx, 'person.linked', id);
  return done(ctx, id);
}

/** The person signs in by the provider no more. Refuses as `reachPerson`, and `step-up-needed`. */
export async function unlinkPerson(ctx: Context, id: string): Promise<Result<PersonView, Refusal>> {
  const ready = await readyToLink(ctx, id);
  if (ready !== null) return err(ready);
  await ctx.tx.deleteFrom('provider_links').where('person_id', '=', id).execute();
  await ctx.tx
    .deleteFrom('person_roles')
    .where('person_id', '=', id)
    .where('from_group', 'is not', null)
    .execute();
  await recordOf(ctx, 'person.unlinked', id);
  return done(ctx, id);
}

/** Writes the link itself; gives `provider-account-taken` where the account is somebody else's. */
export async function linkAccount(
  ctx: Context,
  personId: string,
  account: { readonly issuer: string; readonly subject: string },
  linkedBy: string | null,
): Promise<Refusal | null> {
  const { issuer, subject } = account;
  const holder = await ctx.tx
    .selectFrom('provider_links')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  if (holder !== undefined && holder.person_id !== personId) return refusal('provider-account-taken');
  await ctx.tx
    .insertInto('provider_links')
    .values({ issuer, subject, person_id: personId, linked_at: ctx.now, linked_by: linkedBy })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'issuer'])
        .doUpdateSet({ subject, linked_at: ctx.now, linked_by: linkedBy }),
    )
    .execute();
  return null;
}

async function readyToLink(ctx: Context, id: string): Promise<Refusal | null> {
  const subject = await reachPerson(ctx, id);
  return subject.ok ? staleProof(ctx) : subject.error;
}

async function done(ctx: Context, id: string): Promise<Result<PersonView, Refusal>> {
  await endSessions(ctx, id);
  const person = await findPerson(ctx, id);
  return person === undefined ? err(refusal('not-found')) : ok(person);
}

function actorId({ actor }: Context): string | null {
  return actor.kind === 'person' ? actor.id : null;
}
