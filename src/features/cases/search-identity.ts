import { type SqlBool, sql } from 'kysely';
import type { Static } from 'typebox';
import { holds, isOfHandlingUnit } from '../../domain/access/can.ts';
import type { CaseStatus } from '../../domain/cases/words.ts';
import { digitsOf } from '../../domain/privacy/sealed-words.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { hit } from '../../platform/http/rate-limit.ts';
import { type Context, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { searchHash } from '../reporters/index.ts';
import type { IdentityFound, IdentitySearch } from './contract.ts';
import { reachable } from './reach.ts';

/** One person asks for whoever is on the telephone; more is fishing. */
const perHour = 60;

/** The most that is shown; somebody with more cases than these is found by their latest. */
const most = 50;

/**
 * Finds cases by what their reporter gave, typed in full, with a purpose that is written down: who, when, why and which
 * cases, never what was typed. Only cases within the person's reach are found, and nothing tells whether there are
 * others. Refusals: `not-authorized`, `step-up-needed`, `invalid-input`, `too-many-requests`.
 */
export async function searchIdentity(
  ctx: Context,
  { kind, value, purpose, reason }: Static<typeof IdentitySearch>,
): Promise<Result<Static<typeof IdentityFound>, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  if (!holds(actor, 'identity.search')) return err(refusal('not-authorized'));
  const refused = staleProof(ctx) ?? inputRefusal(kind, value, reason);
  if (refused !== null) return err(refused);
  const { allowed, retryAfter } = await hit(ctx.tx, `identity-search:${actor.id}`, perHour, 3600, ctx.now);
  if (!allowed) return err(refusal('too-many-requests', { retryAfter }));
  const rows = await ctx.tx
    .selectFrom('cases')
    .select(['cases.id', 'cases.number', 'cases.title', 'cases.status', 'cases.received_at as receivedAt'])
    .where('cases.id', 'in', (eb) =>
      eb
        .selectFrom('vault.search_hashes')
        .select('vault.search_hashes.subject')
        .where('vault.search_hashes.hash', '=', searchHash(ctx.office, kind, value)),
    )
    .where((eb) =>
      // Where the reporter closed the name to the unit, it cannot find the case by a guess of who it was.
      reachable(eb, actor, 'identity.search', (grant) =>
        isOfHandlingUnit(grant) ? [eb('cases.secrecy', 'not in', ['L1', 'L3'])] : [],
      ),
    )
    // A reporter who has had it restricted is found by nobody but who answers for personal data.
    .where((eb) =>
      holds(actor, 'privacy.manage')
        ? sql<SqlBool>`true`
        : sql<SqlBool>`coalesce((${eb.ref('cases.state')} ->> 'restricted')::boolean, false) = false`,
    )
    .orderBy('cases.received_at', 'desc')
    .limit(most)
    .execute();
  await ctx.tx
    .insertInto('identity_searches')
    .values({
      id: uuidv7(Date.parse(ctx.now)),
      person_id: actor.id,
      at: ctx.now,
      kind,
      purpose,
      reason: reason.trim(),
      found: rows.map(({ id }) => id),
    })
    .execute();
  const details = { kind, purpose, found: rows.length };
  await record(ctx, { kind: 'identity.searched', institution: { ofPerson: actor.id }, details });
  return ok({ items: rows.map((row) => ({ ...row, status: row.status as CaseStatus })) });
}

function inputRefusal(
  kind: Static<typeof IdentitySearch>['kind'],
  value: string,
  reason: string,
): Refusal | null {
  const digits = digitsOf(value).length;
  const complete: Readonly<Record<typeof kind, string | null>> = {
    phone: digits >= 8 && digits <= 15 ? null : 'not-a-phone',
    email: /^[^\s@]+@[^\s@]+$/.test(value.trim()) ? null : 'not-an-email',
    'national-number': digits === 16 ? null : 'not-a-national-number',
  };
  const fields = {
    ...(complete[kind] === null ? {} : { value: complete[kind] }),
    ...(reason.trim() === '' ? { reason: 'required' } : {}),
  };
  return Object.keys(fields).length === 0 ? null : { code: 'invalid-input', fields };
}
