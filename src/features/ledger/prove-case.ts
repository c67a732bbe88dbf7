import { type Kysely, sql } from 'kysely';
import type { Dossier, ProvedEntry } from '../../domain/ledger/dossier.ts';
import { type Beside, treePaths } from '../../domain/ledger/tree.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import type { SignedAnchor, StoredEntry } from './book.ts';
import { chainCase } from './chain-committed.ts';
import { hashesBetween, listAnchors, listEntries } from './store.ts';

type Db = Kysely<Schema>;

/**
 * Everything that the ledger says of a case, each entry with its way to the anchor that signs it. Takes what waits of
 * the case into its chain first.
 */
export async function proveCase(
  ctx: Pick<Context, 'tx' | 'office' | 'now'>,
  caseId: string,
): Promise<Pick<Dossier, 'facts' | 'reads' | 'anchors'>> {
  await chainCase(ctx, caseId);
  const entries = await listEntries(ctx.tx, sql`e.case_id = ${caseId}`);
  const previous = await listPrevious(ctx.tx, caseId);
  const proofs = await proveAnchored(ctx.tx, entries);
  const proved = entries.map(
    (entry): ProvedEntry => ({
      ...entry,
      previous: previous.get(entry.seq) ?? '',
      anchor: proofs.get(entry.seq)?.anchor.date ?? null,
      path: proofs.get(entry.seq)?.path ?? [],
    }),
  );
  return {
    facts: proved
      .filter(({ factSeq }) => factSeq !== null)
      .toSorted((a, b) => (a.factSeq ?? 0) - (b.factSeq ?? 0)),
    reads: proved.filter(({ factSeq }) => factSeq === null),
    anchors: [...new Set([...proofs.values()].map(({ anchor }) => anchor))],
  };
}

/** The hash before each entry of the case; of the first of a chain it is the one that every chain begins with. */
async function listPrevious(db: Db, caseId: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ seq: number; hash: string }>`
    select e.seq, coalesce(encode(before.hash, 'hex'), repeat('0', 64)) as hash
      from ledger.entries e
      left join ledger.entries before on before.chain = e.chain and before.seq = e.seq - 1
     where e.case_id = ${caseId}`.execute(db);
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

interface Proof {
  readonly anchor: SignedAnchor;
  readonly path: readonly Beside[];
}

/** Only the days on which something happened to the case are read. */
async function proveAnchored(db: Db, entries: readonly StoredEntry[]): Promise<ReadonlyMap<number, Proof>> {
  const proofs = new Map<number, Proof>();
  const chain = entries[0]?.chain;
  if (chain === undefined) return proofs;
  let after = 0;
  for (const anchor of await listAnchors(db, chain)) {
    const from = after;
    after = anchor.seq;
    const own = entries.filter(({ seq }) => seq > from && seq <= anchor.seq);
    if (own.length === 0) continue;
    const hashes = await hashesBetween(db, chain, from, anchor.seq);
    const paths = treePaths(
      hashes,
      own.map(({ seq }) => seq - from - 1),
      sha256,
    );
    own.forEach(({ seq }, index) => {
      proofs.set(seq, { anchor, path: paths[index] ?? [] });
    });
  }
  return proofs;
}
