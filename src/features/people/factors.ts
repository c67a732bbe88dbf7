import { sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context, Reading } from '../context/index.ts';
import type { FactorsView, SignInStep } from './contract.ts';
import { listPasskeys } from './passkeys/passkey-store.ts';

/** What a person has besides the password, and whether a role of theirs requires it. */
export async function findFactors(ctx: Reading, personId: string): Promise<FactorsView> {
  const { rows } = await sql<Omit<FactorsView, 'passkeys'>>`
    select (select f.created_at from totp_factors f where f.person_id = p.id and not f.pending) as "totpSince",
           (select count(*)::int from recovery_codes c where c.person_id = p.id) as "recoveryCodes",
           exists (select 1 from person_roles g join roles r on r.id = g.role_id
                    where g.person_id = p.id and r.second_factor = 'required') as required,
           p.password_hash is not null as "hasPassword",
           exists (select 1 from provider_links l where l.person_id = p.id) as "hasProvider"
    from people p
    where p.id = ${personId}`.execute(ctx.tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`no person ${personId}`);
  return { ...row, passkeys: await listPasskeys(ctx, personId) };
}

/** Whether there is a second step at all. Recovery codes alone are none: they stand in for something. */
export function hasFactor({ totpSince, passkeys }: FactorsView): boolean {
  return totpSince !== null || passkeys.length > 0;
}

/** What the page of the second step needs to know of what the person has. */
export function stepFor(
  next: SignInStep['next'],
  { totpSince, passkeys }: FactorsView,
): Pick<SignInStep, 'next' | 'app' | 'passkey'> {
  return { next, app: totpSince !== null, passkey: passkeys.length > 0 };
}

/** The own factors. Refuses `not-signed-in`. */
export async function listFactors(ctx: Reading): Promise<Result<FactorsView, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  return ok(await findFactors(ctx, ctx.actor.id));
}

/** Everything that a person has besides the password is gone, recovery codes too. */
export async function dropFactors(ctx: Context, personId: string): Promise<void> {
  await ctx.tx.deleteFrom('totp_factors').where('person_id', '=', personId).execute();
  await ctx.tx.deleteFrom('passkeys').where('person_id', '=', personId).execute();
  await ctx.tx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
}
