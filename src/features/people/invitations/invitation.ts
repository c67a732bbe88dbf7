import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import type { Context, Reading } from '../../context/index.ts';
import { record } from '../../ledger/index.ts';
import type { InvitationView } from '../contract.ts';

/** Whom an invitation is for. */
export interface Invited {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
}

/**
 * The invitation of a link, locked. Refuses `invitation-over` alike for one that never was, is used, withdrawn, sent
 * anew since, or too old, and where the account has been closed.
 */
export async function findInvitation(ctx: Context, token: string): Promise<Result<Invited, Refusal>> {
  const row = await ctx.tx
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.person_id')
    .select(['i.id', 'p.id as personId', 'p.email'])
    .where('i.token_hash', '=', hashOfInvitation(ctx, token))
    .where('i.expires_at', '>', ctx.now)
    .where('p.active', '=', true)
    .forUpdate('i')
    .executeTakeFirst();
  return row === undefined ? err(refusal('invitation-over')) : ok(row);
}

/** It leads to the account no more. */
export async function spendInvitation(
  ctx: Context,
  { id, personId }: Pick<Invited, 'id' | 'personId'>,
): Promise<void> {
  await ctx.tx.deleteFrom('invitations').where('id', '=', id).execute();
  const actor = `person:${personId}`;
  await record(ctx, { kind: 'invitation.accepted', institution: { ofPerson: personId }, actor });
}

/** What the invited sees before choosing how to sign in. Refuses `invitation-over`. */
export async function viewInvitation(ctx: Reading, token: string): Promise<Result<InvitationView, Refusal>> {
  const row = await ctx.tx
    .selectFrom('invitations as i')
    .innerJoin('people as p', 'p.id', 'i.person_id')
    .leftJoin('institutions as o', 'o.id', 'p.institution_id')
    .select(['p.name', 'p.email', 'o.name as institution', 'i.expires_at as expiresAt'])
    .where('i.token_hash', '=', hashOfInvitation(ctx, token))
    .where('i.expires_at', '>', ctx.now)
    .where('p.active', '=', true)
    .executeTakeFirst();
  return row === undefined ? err(refusal('invitation-over')) : ok(row);
}

export function hashOfInvitation({ office }: Reading, token: string): Buffer {
  return office.keys.hash('invitation', token);
}
