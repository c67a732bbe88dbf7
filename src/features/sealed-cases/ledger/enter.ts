import { type RawBuilder, sql } from 'kysely';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import type { Context } from '../../context/index.ts';
import { append, brokenMark, emptyEntry, type Unnumbered } from '../../ledger/index.ts';
import { type ChainSeals, chainOf, lockChain } from './chain-seals.ts';
import { detailsOf, sealedBook, sealedFact } from './sealed-book.ts';

/** What is remembered besides the events of cases: ids and words of closed lists, under the key of the chain. */
export interface SealedEntry {
  readonly kind: 'list.read' | 'case.read' | 'file.read' | 'case.handed-over';
  readonly cases: readonly string[];
  /** A file, or the ordinary case that was handed over. */
  readonly subject?: string;
}

/**
 * Puts what an act has just written of a case into the chain of its institution, in the transaction of the act: its new
 * events, and the digest of its row. To be called last, since others wait for the chain from here to the commit.
 */
export async function enterCase(ctx: Context, institution: string, caseId: string): Promise<void> {
  await enter(ctx, institution, async ({ isNew }) =>
    isNew ? [] : listUnentered(ctx, sql`c.id = ${caseId}`),
  );
}

/** Remembers a reading, or whatever else is no event, with the answer: where it does not commit, nothing is answered. */
export async function enterSealed(ctx: Context, institution: string, said: SealedEntry): Promise<void> {
  await enter(ctx, institution, async ({ seals }) => {
    const actor = ctx.actor.kind === 'person' ? `person:${ctx.actor.id}` : ctx.actor.kind;
    const text = JSON.stringify({ ...said, at: ctx.now, actor });
    const content = seals.get(chainOf(institution))?.close(text, entryPart) ?? null;
    return [{ ...ownEntry(institution), details: detailsOf(content, null) }];
  });
}

/** Begins the chain of an institution that has none yet, with what lies there. */
export async function beginChain(ctx: Context, institution: string): Promise<void> {
  await enter(ctx, institution, async () => []);
}

const entryPart = 'entry';

interface Opened {
  readonly seals: ChainSeals;
  readonly isNew: boolean;
}

/** The cases from before the chain are entered as they are found, when it begins. */
async function enter(
  ctx: Context,
  institution: string,
  entriesIn: (opened: Opened) => Promise<readonly Unnumbered[]>,
): Promise<void> {
  const opened = await lockChain(ctx, institution);
  const found = opened.isNew ? await listUnentered(ctx, sql`c.institution_id = ${institution}`) : [];
  const entries = [...found, ...(await entriesIn(opened))];
  const mark = { ...ownEntry(institution), kind: brokenMark };
  await append(ctx.tx, sealedBook(opened.seals), ctx.office.keys.signer, {
    chain: chainOf(institution),
    entries,
    mark,
    now: ctx.now,
  });
}

/** No salt: what is hashed is ciphertext, whose content nobody can guess. */
function ownEntry(institution: string): Unnumbered {
  const chain = chainOf(institution);
  return { ...emptyEntry, chain, kind: 'sealed.entry', details: detailsOf(null, null), salt: '' };
}

interface Unentered extends CaseRow {
  readonly seq: number;
  readonly event: string;
}

/** Of each case what comes after its last event in the chain and is known to the case itself. */
async function listUnentered({ tx }: Context, which: RawBuilder<unknown>): Promise<readonly Unnumbered[]> {
  const { rows } = await sql<Unentered>`
    select ${caseColumns}, e.seq, encode(e.content, 'hex') as event
      from sealed.cases c
      join sealed.events e on e.case_id = c.id and e.seq <= c.version
     where ${which}
       and e.seq > coalesce((select max(l.fact_seq) from sealed.entries l where l.case_id = c.id), 0)
     order by c.id, e.seq`.execute(tx);
  return rows.map((row, index) => {
    const isLast = rows[index + 1]?.id !== row.id;
    return {
      ...ownEntry(row.institution),
      kind: 'case.event',
      caseId: row.id,
      factSeq: row.seq,
      fact: sealedFact(row.event),
      details: detailsOf(null, isLast ? caseDigest(row) : null),
    };
  });
}

/** A row of `sealed.cases`, its bytes in hex. When it is looked at next follows from the rest and is left out. */
export interface CaseRow {
  readonly id: string;
  readonly institution: string;
  readonly tracking: string;
  readonly form: string | null;
  readonly version: number;
  readonly content: string;
}

export const caseColumns = sql`c.id, c.institution_id as institution, encode(c.tracking_hash, 'hex') as tracking,
  encode(c.form_hash, 'hex') as form, c.version, encode(c.content, 'hex') as content`;

/** The text whose digest stands for the row. */
export function caseDigest({ id, institution, tracking, form, version, content }: CaseRow): string {
  return sha256(
    `tuntas-sealed-case-1\n${JSON.stringify([id, institution, tracking, form, version, content])}`,
  );
}
