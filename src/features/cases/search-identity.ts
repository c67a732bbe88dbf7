import { type Expression, type SqlBool, sql } from 'kysely';
import type { Static } from 'typebox';
import type { PersonActor } from '../../domain/access/actor.ts';
import { holds, isOfHandlingUnit } from '../../domain/access/can.ts';
import { capacitiesOf, saidFor } from '../../domain/access/deputy.ts';
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
import { type Cases, notNamed, reachable } from './reach.ts';

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
  const hash = searchHash(ctx.office, kind, value);
  const rows = await findCases(ctx, actor, hash);
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
  for (const [capacity, found] of byCapacity(actor, rows)) {
    const details = { kind, purpose, found, ...saidFor(capacity) };
    await record(ctx, { kind: 'identity.searched', institution: { ofPerson: actor.id }, details });
  }
  return ok({
    items: rows.map(({ capacity: _capacity, ...row }) => ({ ...row, status: row.status as CaseStatus })),
  });
}

/** The cases with the place, among the searcher's capacities, of the first in which each may be found. */
async function findCases(ctx: Context, actor: PersonActor, hash: Buffer) {
  const ways = searching(actor);
  return ctx.tx
    .selectFrom('cases')
    .select((eb) => [
      'cases.id',
      'cases.number',
      'cases.title',
      'cases.status',
      'cases.received_at as receivedAt',
      sql<number>`array_position(array[${sql.join(ways.map((way) => findable(eb, way)))}], true) - 1`.as(
        'capacity',
      ),
    ])
    .where('cases.id', 'in', (eb) =>
      eb
        .selectFrom('vault.search_hashes')
        .select('vault.search_hashes.subject')
        .where('vault.search_hashes.hash', '=', hash),
    )
    .where((eb) => eb.or(ways.map((way) => findable(eb, way))))
    .where(notNamed(actor, sql.ref('cases.id')))
    .orderBy('cases.received_at', 'desc')
    .limit(most)
    .execute();
}

/** What a search may find in one capacity: the rights of two people are never put together. */
function findable(eb: Cases, capacity: PersonActor): Expression<SqlBool> {
  // Where the reporter closed the name to the unit, it cannot find the case by a guess of who it was.
  const inReach = reachable(eb, capacity, 'identity.search', (grant) =>
    isOfHandlingUnit(grant) ? [eb('cases.secrecy', 'not in', ['L1', 'L3'])] : [],
  );
  // A reporter who has had it restricted is found by nobody but who answers for personal data.
  return holds(capacity, 'privacy.manage')
    ? inReach
    : eb.and([
        inReach,
        sql<SqlBool>`coalesce((${eb.ref('cases.state')} ->> 'restricted')::boolean, false) = false`,
      ]);
}

function searching(actor: PersonActor): readonly PersonActor[] {
  return capacitiesOf(actor).filter((capacity) => holds(capacity, 'identity.search'));
}

/** How many were found in each capacity that found any; where nobody was found, none in the first. */
function byCapacity(
  actor: PersonActor,
  rows: readonly { readonly capacity: number }[],
): readonly (readonly [PersonActor | null, number])[] {
  const ways = searching(actor);
  const counted = ways.map(
    (way, place) => [way, rows.filter(({ capacity }) => Number(capacity) === place).length] as const,
  );
  const found = counted.filter(([, count]) => count > 0);
  return found.length > 0 ? found : [[ways[0] ?? null, 0]];
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
