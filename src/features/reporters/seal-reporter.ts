import { type Write, writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { keepKey } from '../sealed-keys/index.ts';
import type { Correctable, Identity, Reach, Written } from './identity.ts';
import { openReporter } from './open-reporter.ts';
import { searchHashWrites } from './search-hashes.ts';

/** Seals who reported under a key of this case alone; what keeps it, as writes of a command. */
export function sealReporter(
  ctx: Context,
  caseId: string,
  reporter: Omit<Identity, 'earlier'> & { readonly reach: Reach },
): readonly Write[] {
  const { reach, ...identity } = reporter;
  const { wrappedKey, sealed } = ctx.office.keys.seal(plainOf(identity), caseId);
  return [
    ctx.tx.insertInto('reporters').values({ case_id: caseId, sealed, reach, locale: ctx.locale }),
    keepKey(ctx.tx, caseId, wrappedKey),
  ];
}

/**
 * Keeps what the reporter wrote later beside the rest, under a fresh key. The case is locked by the caller. Where the
 * identity was destroyed nothing is kept: what was hidden then stays hidden for everybody.
 */
export async function keepWritten(ctx: Context, caseId: string, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  const reporter = await openReporter(ctx, caseId);
  if (reporter === undefined) return;
  await sealAnew(ctx, caseId, { ...reporter, written: [...reporter.written, ...written] });
}

/** So much of what stood below one mail is kept, and of so many; the mail itself lies sealed for a while beside it. */
const apartLimits = { characters: 10_000, pieces: 30 } as const;

/**
 * Keeps what was quoted and signed below a mail: with the identity, since a signature tells who somebody is, to be read by
 * whoever has it opened. The same text is kept once. The case is locked by the caller.
 */
export async function keepApart(ctx: Context, caseId: string, text: string): Promise<void> {
  const original = text.slice(0, apartLimits.characters).trim();
  if (original === '') return;
  const reporter = await openReporter(ctx, caseId);
  if (reporter === undefined) return;
  const there = reporter.written.filter(({ shown }) => shown === null);
  if (there.length >= apartLimits.pieces || there.some((one) => one.original === original)) return;
  await sealAnew(ctx, caseId, { ...reporter, written: [...reporter.written, { shown: null, original }] });
}

/**
 * Puts a corrected contact in place of the one that was given, which stays sealed beside it with its date; answers go
 * by the way chosen before where it still exists. Gives which parts changed. The caller holds the case's lock.
 */
export async function correctContact(
  ctx: Context,
  caseId: string,
  corrected: Correctable,
): Promise<readonly (keyof Correctable)[]> {
  const reporter = await openReporter(ctx, caseId);
  if (reporter === undefined) return [];
  const { name, phone, email } = reporter;
  const before: Correctable = { name, phone, email };
  const fields = (['name', 'phone', 'email'] as const).filter((field) => before[field] !== corrected[field]);
  if (fields.length === 0) return [];
  const earlier = [...reporter.earlier, { ...before, until: ctx.now }];
  await sealAnew(ctx, caseId, {
    ...reporter,
    ...corrected,
    earlier,
    reach: reachAfter(reporter.reach, corrected),
  });
  return fields;
}

/** Under a fresh key, so that what the old one opened is gone with it. */
async function sealAnew(
  ctx: Context,
  caseId: string,
  reporter: Identity & { readonly reach: Reach; readonly locale?: string },
): Promise<void> {
  const { reach, locale: _locale, ...identity } = reporter;
  const { wrappedKey, sealed } = ctx.office.keys.seal(plainOf(identity), caseId);
  await writeTogether(ctx.tx, [
    ctx.tx.updateTable('vault.keys').set({ wrapped: wrappedKey }).where('subject', '=', caseId),
    ctx.tx.updateTable('reporters').set({ sealed, reach }).where('case_id', '=', caseId),
  ]);
  // After the key, whose row the job that makes a new case findable holds: nobody is found by what was corrected.
  await ctx.tx.deleteFrom('vault.search_hashes').where('subject', '=', caseId).execute();
  await writeTogether(ctx.tx, searchHashWrites(ctx, caseId, identity));
}

function reachAfter(chosen: Reach, { phone, email }: Correctable): Reach {
  if (chosen === 'none') return 'none';
  // The address of a letter is not corrected here.
  const goesOn = chosen === 'letter' || (chosen === 'email' ? email !== null : phone !== null);
  if (goesOn) return chosen;
  if (email !== null) return 'email';
  return phone === null ? 'none' : 'sms';
}

/** Without what was not given: most reporters give little. */
function plainOf(identity: Partial<Identity>): string {
  const given = Object.entries(identity).filter(([, value]) => !isNothing(value));
  return JSON.stringify(Object.fromEntries(given));
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
