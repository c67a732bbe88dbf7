import { type Write, writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { keepKey } from '../sealed-keys/index.ts';
import type { Identity, Reach, Written } from './identity.ts';
import { openReporter } from './open-reporter.ts';
import { searchHashWrites } from './search-hashes.ts';

/** Seals who reported under a key of this case alone; what keeps it, as writes of a command. */
export function sealReporter(
  ctx: Context,
  caseId: string,
  reporter: Identity & { readonly reach: Reach },
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
  const { reach: _reach, locale: _locale, ...identity } = reporter;
  const kept: Identity = { ...identity, written: [...identity.written, ...written] };
  const { wrappedKey, sealed } = ctx.office.keys.seal(plainOf(kept), caseId);
  await writeTogether(ctx.tx, [
    ctx.tx.updateTable('vault.keys').set({ wrapped: wrappedKey }).where('subject', '=', caseId),
    ...searchHashWrites(ctx, caseId, kept),
    ctx.tx.updateTable('reporters').set({ sealed }).where('case_id', '=', caseId),
  ]);
}

/** Without what was not given: most reporters give little. */
function plainOf(identity: Identity): string {
  const given = Object.entries(identity).filter(([, value]) => value !== null && value.length > 0);
  return JSON.stringify(Object.fromEntries(given));
}
