import type { Kysely, Transaction } from 'kysely';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { nextCheck } from '../../domain/cases/queue.ts';
import type { Seal } from '../../platform/crypto/keys.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { type Write, writeTogether } from '../../platform/db/write-together.ts';
import type { Context, Reading } from '../context/index.ts';
import { keepKey } from '../sealed-keys/index.ts';
import { enterCase } from './ledger/index.ts';
import type { SealedCase, SealedContent } from './sealed-case.ts';

/** How many cases of an institution a list opens at once; whistle-blowers bring tens a year, not thousands. */
const mostListed = 1_000;

interface NewSealed {
  readonly content: SealedContent;
  readonly events: readonly CaseEvent[];
  readonly trackingHash: Buffer;
  readonly formHash: Buffer | null;
  /** Of its own, and made for its id. */
  readonly seal: Seal;
  readonly wrappedKey: Buffer;
}

/** Adds a case under its seal, and enters it into the chain. */
export async function addSealed(ctx: Context, added: NewSealed): Promise<void> {
  const { content, events, seal, wrappedKey, ...hashes } = added;
  const { state } = content;
  const row = ctx.tx.insertInto('sealed.cases').values({
    id: state.id,
    institution_id: state.institution,
    tracking_hash: hashes.trackingHash,
    form_hash: hashes.formHash,
    next_check: nextCheck(state),
    version: state.version,
    content: seal.close(JSON.stringify(content), snapshot),
  });
  await writeTogether(ctx.tx, [
    keepKey(ctx.tx, state.id, wrappedKey),
    row,
    ...eventWrites(ctx.tx, state.id, seal, events),
  ]);
  await enterCase(ctx, state.institution, state.id);
}

/** Appends what was decided and brings the snapshot up to date, all of it sealed, and enters it into the chain. */
export async function saveSealed(
  ctx: Context,
  after: SealedCase,
  events: readonly CaseEvent[],
): Promise<void> {
  // What decides nothing changes nothing: the chain knows a case by its events.
  if (events.length === 0) return;
  const { seal, institutionName: _name, institutionZone: _zone, ...content } = after;
  const { state } = content;
  const row = ctx.tx
    .updateTable('sealed.cases')
    .set({
      next_check: nextCheck(state),
      version: state.version,
      content: seal.close(JSON.stringify(content), snapshot),
    })
    .where('id', '=', state.id);
  await writeTogether(ctx.tx, [...eventWrites(ctx.tx, state.id, seal, events), row]);
  await enterCase(ctx, state.institution, state.id);
}

export type By = { readonly id: string } | { readonly trackingHash: Buffer } | { readonly formHash: Buffer };

/** Opens one case; `lock` holds it until the end of the transaction. */
export async function findSealed(ctx: Reading, by: By, lock = false): Promise<SealedCase | undefined> {
  const row = await selectSealed(ctx.tx)
    .$if('id' in by, (query) => query.where('c.id', '=', 'id' in by ? by.id : ''))
    .$if('trackingHash' in by, (query) =>
      query.where('c.tracking_hash', '=', 'trackingHash' in by ? by.trackingHash : Buffer.alloc(0)),
    )
    .$if('formHash' in by, (query) =>
      query.where('c.form_hash', '=', 'formHash' in by ? by.formHash : Buffer.alloc(0)),
    )
    .$if(lock, (query) => query.forUpdate('c'))
    .executeTakeFirst();
  return row === undefined ? undefined : opened(ctx, row);
}

/** Opens every case of these institutions. */
export async function listSealed(
  ctx: Reading,
  institutions: readonly string[],
): Promise<readonly SealedCase[]> {
  if (institutions.length === 0) return [];
  const rows = await selectSealed(ctx.tx)
    .where('c.institution_id', 'in', [...institutions])
    .limit(mostListed)
    .execute();
  return rows.map((row) => opened(ctx, row));
}

/** The cases in which a deadline runs. */
export async function listSealedRunning(ctx: Context): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('sealed.cases')
    .select('id')
    .where('next_check', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** The cases with a deadline that has passed unnoted. */
export async function listSealedToCheck(ctx: Context, limit: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('sealed.cases')
    .select('id')
    .where('next_check', '<', ctx.now)
    .orderBy('next_check')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Nothing about the time of this case is to be noted before something else happens to it. */
export async function leaveUnchecked(ctx: Context, id: string): Promise<void> {
  await ctx.tx.updateTable('sealed.cases').set({ next_check: null }).where('id', '=', id).execute();
}

/** The log of one case, oldest first. */
export async function listSealedEvents(ctx: Reading, found: SealedCase): Promise<readonly CaseEvent[]> {
  const rows = await ctx.tx
    .selectFrom('sealed.events')
    .select(['seq', 'content'])
    .where('case_id', '=', found.state.id)
    .orderBy('seq')
    .execute();
  return rows.map(
    ({ seq, content }) => JSON.parse(found.seal.open(content, eventPart(seq)).toString()) as CaseEvent,
  );
}

function selectSealed(tx: Kysely<Schema>) {
  return tx
    .selectFrom('sealed.cases as c')
    .innerJoin('vault.keys as k', 'k.subject', 'c.id')
    .innerJoin('institutions as i', 'i.id', 'c.institution_id')
    .select(['c.id', 'c.content', 'k.wrapped', 'i.name', 'i.zone']);
}

interface Row {
  readonly id: string;
  readonly content: Buffer;
  readonly wrapped: Buffer;
  readonly name: string;
  readonly zone: string;
}

function opened(ctx: Reading, row: Row): SealedCase {
  const seal = ctx.office.keys.openSeal(row.wrapped, row.id);
  const content = JSON.parse(seal.open(row.content, snapshot).toString()) as SealedContent;
  return { ...content, institutionName: row.name, institutionZone: row.zone, seal };
}

const snapshot = 'snapshot';

function eventPart(seq: number): string {
  return `event ${seq}`;
}

function eventWrites(
  tx: Transaction<Schema>,
  caseId: string,
  seal: Seal,
  events: readonly CaseEvent[],
): readonly Write[] {
  const rows = events.map((event) => ({
    case_id: caseId,
    seq: event.seq,
    content: seal.close(JSON.stringify(event), eventPart(event.seq)),
  }));
  return [tx.insertInto('sealed.events').values(rows)];
}
