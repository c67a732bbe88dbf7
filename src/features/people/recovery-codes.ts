import { generatePassword } from '../../platform/crypto/password.ts';
import type { Context } from '../context/index.ts';

const count = 10;

/** Ten new codes for a person, in place of all earlier ones. They are told this once: only keyed hashes are stored. */
export async function makeRecoveryCodes(ctx: Context, personId: string): Promise<string[]> {
  // Three groups of four: 59 bits, and five wrong ones lock the account.
  const codes = Array.from({ length: count }, () => generatePassword().slice(0, 14));
  await ctx.tx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
  await ctx.tx
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashOf(ctx, code), created_at: ctx.now })))
    .execute();
  return codes;
}

/** Whether it is a code of this person's that was not used yet; it is used now. Spaces, dashes and case do not matter. */
export async function spendRecoveryCode(ctx: Context, personId: string, typed: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('recovery_codes')
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(ctx, typed))
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function hashOf(ctx: Context, code: string): Buffer {
  return ctx.office.keys.hash('recovery-code', code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
}
