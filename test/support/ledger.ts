import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { StoredEntry } from '../../src/features/ledger/book.ts';
import type { SignedAnchor } from '../../src/features/ledger/index.ts';
import {
  anchorChains,
  chainCommitted,
  type LedgerVerified,
  verifyLedger,
} from '../../src/features/ledger/index.ts';
import { listEntries } from '../../src/features/ledger/store.ts';
import { verifySealedLedger } from '../../src/features/sealed-cases/index.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import type { TestHouse } from './house.ts';
import { ministry, type Polytechnic, polytechnic } from './office-casts.ts';
import { ministryPaths } from './office-paths.ts';

type Tx = Transaction<Schema>;

/**
 * Three days of work at two institutions, each signed in its evening, and some of a fourth that is not signed yet;
 * everything is in its chain.
 */
export async function workOfDays(house: TestHouse): Promise<{ readonly campus: Polytechnic }> {
  const office = await ministry(house);
  const campus = await polytechnic(house);
  const path = ministryPaths(office);
  for (const evening of ['2026-11-24 23:50', '2026-11-25 23:50', '2026-11-26 23:50']) {
    const matter = await path.accepted(office.citizen());
    await office.officer.does(matter, 'reveal', { purpose: 'answer', reason: 'Menelepon pelapor.' });
    await campus.citizen().files('Kartu mahasiswa saya hilang di bagian akademik.');
    await chainAll(house);
    await office.until(evening);
    await chainAll(house);
    await anchorAll(house);
  }
  await path.sent(office.citizen());
  await chainAll(house);
  return { campus };
}

export function allEntries(house: TestHouse): Promise<readonly StoredEntry[]> {
  return listEntries(house.database.kysely, sql`true`);
}

/** What the worker does every second: all that is committed goes into its chain. */
/** The kinds of what waits or stands in the ledger, without the facts of cases, in their order. */
export async function kindsIn(
  { database }: Pick<TestHouse, 'database'>,
  prefix: string,
): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ kind: string }>(
    `select kind from ledger.inbox where kind like $1 order by id`,
    [`${prefix}%`],
  );
  return rows.map(({ kind }) => kind);
}

export async function chainAll(house: TestHouse): Promise<void> {
  await house.runJobs();
  while (
    (await inTransaction(house.connections.ledger.kysely, (tx) => chainCommitted(partsOf(house, tx)))) > 0
  );
}

/** What the worker does every evening. */
export function anchorAll(house: TestHouse): Promise<number> {
  return inTransaction(house.connections.ledger.kysely, (tx) => anchorChains(partsOf(house, tx)));
}

function partsOf({ office, clock }: TestHouse, tx: Tx) {
  return { tx, office, now: clock.now() };
}

export function verified(
  house: TestHouse,
  db: TestHouse['database']['kysely'] = house.database.kysely,
  handedOut: readonly SignedAnchor[] = [],
): Promise<LedgerVerified> {
  const { publicKey } = house.office.keys.signer;
  return verifyLedger(db, { publicKey, now: house.clock.now(), handedOut });
}

/** Every fault as its code and where it is, chain by chain, what lies beside the chains last. */
export function faultsOf({ chains, beside }: Pick<LedgerVerified, 'chains' | 'beside'>): readonly string[] {
  const inChains = chains.flatMap(({ faults }) => faults);
  return [...inChains, ...beside].map((fault) =>
    'number' in fault
      ? `${fault.code} ${fault.number}/${fault.factSeq}`
      : `${fault.code} ${fault.chain}/${fault.seq}`,
  );
}

/** A column of bytes with one bit of one of them turned. */
export function flippedByte(column: string): RawBuilder<unknown> {
  const at = sql`(random() * (length(${sql.ref(column)}) - 1))::integer`;
  return sql`(select set_byte(${sql.ref(column)}, n, get_byte(${sql.ref(column)}, n) # 1) from (select ${at} as n) as at)`;
}

class Undone extends Error {}

/**
 * Does something to the database as its owner, with the triggers away, looks at the ledger, and takes it back; gives
 * the faults.
 */
export function afterTampering(
  house: TestHouse,
  tamper: (tx: Tx) => Promise<unknown>,
  handedOut: readonly SignedAnchor[] = [],
): Promise<readonly string[]> {
  return undone(house, ['ledger.entries', 'ledger.anchors', 'case_events'], tamper, async (tx) =>
    faultsOf(await verified(house, tx, handedOut)),
  );
}

/** The same for the chains of the sealed door. */
export function afterTamperingUnderSeal(
  house: TestHouse,
  tamper: (tx: Tx) => Promise<unknown>,
  handedOut: readonly SignedAnchor[] = [],
): Promise<readonly string[]> {
  return undone(house, ['sealed.entries', 'sealed.anchors', 'sealed.events'], tamper, (tx) =>
    faultsUnderSeal(house, tx, handedOut),
  );
}

export async function faultsUnderSeal(
  house: TestHouse,
  db: TestHouse['database']['kysely'] = house.database.kysely,
  handedOut: readonly SignedAnchor[] = [],
): Promise<readonly string[]> {
  const found = await verifySealedLedger(db, house.office.keys, handedOut);
  if (found === null) throw new Error('this account may not look');
  return faultsOf(found);
}

async function undone<T>(
  house: TestHouse,
  tables: readonly string[],
  tamper: (tx: Tx) => Promise<unknown>,
  look: (tx: Tx) => Promise<T>,
): Promise<T> {
  let seen: { readonly value: T } | null = null;
  await house.database.kysely
    .transaction()
    .execute(async (tx) => {
      for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
      await tamper(tx);
      seen = { value: await look(tx) };
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return (seen as { readonly value: T } | null)?.value as T;
}
