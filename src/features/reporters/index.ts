import type { Write } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { keepKey } from '../sealed-keys/index.ts';

/** How answers reach the reporter; `none` means only by the tracking code. */
export type Reach = 'none' | 'email' | 'sms' | 'whatsapp';

/** What lies sealed apart from the case. The tracking code is the reporter's secret; staff never see it. */
export interface Identity {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly trackingCode: string;
}

/** Seals who reported under a key of this case alone; what keeps it, as writes of a command. */
export function sealReporter(
  ctx: Context,
  caseId: string,
  reporter: Identity & { readonly reach: Reach },
): readonly Write[] {
  const { reach, ...identity } = reporter;
  const { wrappedKey, sealed } = ctx.office.keys.seal(JSON.stringify(identity), caseId);
  return [
    ctx.tx.insertInto('reporters').values({ case_id: caseId, sealed, reach, locale: ctx.locale }),
    keepKey(ctx.tx, caseId, wrappedKey),
  ];
}

/**
 * Opens the seal. The caller holds the right to it and has written down why (a reveal), or acts for the
 * reporter (a notification, the receipt of a repeated submission). Nothing where the key was destroyed.
 */
export async function openReporter(
  ctx: Pick<Context, 'tx' | 'office'>,
  caseId: string,
): Promise<(Identity & { readonly reach: Reach; readonly locale: string }) | undefined> {
  const row = await ctx.tx
    .selectFrom('reporters')
    .innerJoin('vault.keys', 'vault.keys.subject', 'reporters.case_id')
    .select(['sealed', 'reach', 'locale', 'vault.keys.wrapped'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const plain = ctx.office.keys.open({ wrappedKey: row.wrapped, sealed: row.sealed }, caseId);
  return { ...(JSON.parse(plain.toString()) as Identity), reach: row.reach as Reach, locale: row.locale };
}
