import { sql } from 'kysely';
import { digitsOf, nationalNumbersIn, samePhone } from '../../domain/privacy/sealed-words.ts';
import type { Write } from '../../platform/db/write-together.ts';
import type { Context, Office } from '../context/index.ts';
import type { Identity } from './identity.ts';

/** By what a reporter can be found: NIK and KK look the same, and both are written in words without saying which. */
export type SearchKind = 'phone' | 'email' | 'national-number';

/** The keyed hash by which a value is found, however it was typed; it outlives a change of SECRET_KEY. */
export function searchHash({ keys }: Pick<Office, 'keys'>, kind: SearchKind, typed: string): Buffer {
  // Half the hash tells apart more values than there are people, in half the space.
  return keys.hash('identity-search', `${kind}:${normal[kind](typed)}`).subarray(0, 16);
}

/** What keeps a reporter findable by contact and by every national number in the words; nothing where there is none. */
export function searchHashWrites(
  ctx: Context,
  caseId: string,
  identity: Pick<Identity, 'phone' | 'email' | 'nik' | 'familyCardNumber' | 'written' | 'proxy' | 'others'>,
): readonly Write[] {
  const { phone, email, nik, familyCardNumber, written, proxy, others } = identity;
  const numbers = written.flatMap(({ original }) => nationalNumbersIn(original));
  const found: readonly (readonly [SearchKind, string | null])[] = [
    ['phone', phone],
    ['email', email],
    ...[proxy?.phone ?? null, ...others.map((one) => one.phone)].map((one) => ['phone', one] as const),
    ...[nik, familyCardNumber, ...others.map((one) => one.nik), ...numbers].map(
      (number) => ['national-number', number] as const,
    ),
  ];
  const hashes = found.flatMap(([kind, value]) =>
    value === null ? [] : [searchHash(ctx.office, kind, value).toString('hex')],
  );
  if (hashes.length === 0) return [];
  return [
    sql`insert into vault.search_hashes (subject, hash)
        select ${caseId}, decode(h, 'hex') from unnest(${[...new Set(hashes)]}::text[]) as h
        on conflict do nothing`,
  ];
}

const normal: Readonly<Record<SearchKind, (typed: string) => string>> = {
  phone: samePhone,
  email: (typed) => typed.trim().toLowerCase(),
  'national-number': digitsOf,
};
