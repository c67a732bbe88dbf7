import { type Kysely, sql } from 'kysely';
import { emptyChain, type Head } from '../../../domain/ledger/chain.ts';
import type { Seal } from '../../../platform/crypto/keys.ts';
import type { Schema } from '../../../platform/db/schema.ts';
import type { Book, SignedAnchor, SignedHead, StoredEntry } from '../../ledger/index.ts';
import type { ChainSeals } from './chain-seals.ts';

type Db = Kysely<Schema>;

/**
 * The chains of the sealed door (schema `sealed`). Entries are hashed as they lie there, so that whoever checks them
 * reads nothing; signed ends and anchors are opened, since what is signed names a time.
 */
export function sealedBook(seals: ChainSeals): Book {
  const sealOf = (chain: string): Seal => {
    const seal = seals.get(chain);
    if (seal == null) throw new Error('the key of a chain of the sealed door is gone');
    return seal;
  };

  return {
    listEntries,
    hashesBetween,
    findLast,
    listChains: async () => [...seals.keys()],
    isExcused: async () => false,

    async findHead(db, chain) {
      const row = await db
        .selectFrom('sealed.heads')
        .select('content')
        .where('chain', '=', chain)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return opened<SignedHead>(seals.get(chain), row.content, headPart) ?? unreadableHead;
    },

    async listAnchors(db, chain) {
      const rows = await db
        .selectFrom('sealed.anchors')
        .select(['nth', 'content'])
        .where('chain', '=', chain)
        .orderBy('nth')
        .execute();
      return rows.map(
        ({ nth, content }) =>
          opened<SignedAnchor>(seals.get(chain), content, anchorPart(nth)) ?? unreadableAnchor(chain, nth),
      );
    },

    async addEntries(tx, chain, entries) {
      const rows = entries.map(({ seq, kind, caseId, factSeq, details, hash }) => ({
        chain,
        seq,
        kind,
        case_id: caseId,
        fact_seq: factSeq,
        ...columnsOf(details),
        hash: Buffer.from(hash, 'hex'),
      }));
      await tx.insertInto('sealed.entries').values(rows).execute();
    },

    async moveHead(tx, chain, head) {
      const content = sealOf(chain).close(JSON.stringify(head), headPart);
      await tx
        .insertInto('sealed.heads')
        .values({ chain, content })
        .onConflict((conflict) => conflict.column('chain').doUpdateSet({ content }))
        .execute();
    },

    async addAnchor(tx, anchor) {
      const { chain } = anchor;
      const { last } = await tx
        .selectFrom('sealed.anchors')
        .select(({ fn }) => fn.coalesce(fn.max('nth'), sql<number>`0`).as('last'))
        .where('chain', '=', chain)
        .executeTakeFirstOrThrow();
      const content = sealOf(chain).close(JSON.stringify(anchor), anchorPart(last + 1));
      await tx
        .insertInto('sealed.anchors')
        .values({ chain, nth: last + 1, content })
        .execute();
    },
  };
}

/** What an entry says beside the event that it stands for, as one text to be hashed: ciphertext and digest, in hex. */
export function detailsOf(content: Buffer | null, caseDigest: string | null): string {
  return `${content?.toString('hex') ?? ''} ${caseDigest ?? ''}`;
}

function columnsOf(details: string | null) {
  const [content, digest] = (details ?? ' ')
    .split(' ')
    .map((hex) => (hex === '' ? null : Buffer.from(hex, 'hex')));
  return { content: content ?? null, case_digest: digest ?? null };
}

/** An event as it is stored: its time, its author and its words lie in the ciphertext. */
export function sealedFact(content: string) {
  return { type: 'sealed', at: '', actor: '', data: content };
}

async function listEntries(
  db: Db,
  chain: string,
  after: number,
  limit: number,
): Promise<readonly StoredEntry[]> {
  const { rows } = await sql<Omit<StoredEntry, 'fact'> & { stored: string | null }>`
    select e.chain, e.seq, e.kind, null as at, null as actor, null as subject, e.case_id as "caseId",
           concat(encode(e.content, 'hex'), ' ', encode(e.case_digest, 'hex')) as details,
           e.fact_seq as "factSeq", '' as salt, encode(e.hash, 'hex') as hash, encode(v.content, 'hex') as stored
      from sealed.entries e
      left join sealed.events v on v.case_id = e.case_id and v.seq = e.fact_seq
     where e.chain = ${chain} and e.seq > ${after} order by e.seq limit ${limit}`.execute(db);
  return rows.map(({ stored, ...entry }) => ({
    ...entry,
    fact: stored === null ? null : sealedFact(stored),
  }));
}

async function hashesBetween(db: Db, chain: string, after: number, upTo: number): Promise<readonly string[]> {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from sealed.entries
     where chain = ${chain} and seq > ${after} and seq <= ${upTo} order by seq`.execute(db);
  return rows.map(({ hash }) => hash);
}

async function findLast(db: Db, chain: string): Promise<Head> {
  const { rows } = await sql<Head>`
    select seq, encode(hash, 'hex') as hash from sealed.entries where chain = ${chain}
     order by seq desc limit 1`.execute(db);
  return rows[0] ?? emptyChain;
}

const headPart = 'head';

function anchorPart(nth: number): string {
  return `anchor ${nth}`;
}

/** Null where somebody has altered it: it does not open then. */
function opened<T>(seal: Seal | null | undefined, content: Buffer, part: string): T | null {
  try {
    return seal == null ? null : (JSON.parse(seal.open(content, part).toString()) as T);
  } catch {
    return null;
  }
}

// Their signature is nobody's, so that they are named as altered; in the place of a day stands the number of the anchor,
// which sorts before every day.
const unreadableHead: SignedHead = { ...emptyChain, at: '', signature: '' };

function unreadableAnchor(chain: string, nth: number): SignedAnchor {
  const nothing = { at: '', hash: '', root: '', previous: '', signature: '' };
  return { chain, date: `#${nth}`, seq: 0, ...nothing };
}
