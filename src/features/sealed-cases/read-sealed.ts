import type { CaseCommandName } from '../../domain/cases/commands.ts';
import { availableActs } from '../../domain/cases/decide.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type CaseView, sealedActs } from '../cases/contract.ts';
import { decisionContext } from '../cases/index.ts';
import type { Context, Reading } from '../context/index.ts';
import type { SealedList } from './contract.ts';
import { readSealedFile } from './file-content.ts';
import { mayKnow } from './keep-out.ts';
import { enterSealed } from './ledger/index.ts';
import { presentSealed, presentSealedItem } from './present-sealed.ts';
import type { SealedCase } from './sealed-case.ts';
import { findSealed, listSealed, listSealedEvents } from './store.ts';

/** Every case of the sealed door that this person may know of. That they saw these is entered. */
export async function listForInspectorate(ctx: Context): Promise<Result<SealedList, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const institutions = actor.grants
    .filter(({ permissions }) => permissions.includes('case.read-sealed'))
    .flatMap(({ institution }) => institution ?? []);
  const known = (await listSealed(ctx, [...new Set(institutions)])).filter((one) => mayKnow(actor, one));
  await enterListed(ctx, known);
  const items = known.map((one) => presentSealedItem(ctx, one));
  const open = items.filter(({ clock }) => clock !== null);
  const over = items.filter(({ clock }) => clock === null);
  return ok({
    items: [
      ...open.toSorted((a, b) => (a.clock?.due ?? '').localeCompare(b.clock?.due ?? '')),
      ...over.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)),
    ],
  });
}

/** By institution in one order, since each waits for its chain. */
async function enterListed(ctx: Context, shown: readonly SealedCase[]): Promise<void> {
  const institutions = new Set(shown.map(({ state }) => state.institution));
  for (const institution of [...institutions].toSorted()) {
    const cases = shown.filter(({ state }) => state.institution === institution).map(({ state }) => state.id);
    await enterSealed(ctx, institution, { kind: 'list.read', cases });
  }
}

/**
 * One case with its talk; that it was read is entered. Out of reach it is answered like one that does not exist, and
 * nothing is.
 */
export async function getSealed(ctx: Context, id: string): Promise<Result<CaseView, Refusal>> {
  const found = await findKnown(ctx, id);
  if (!found.ok) return found;
  await enterSealed(ctx, found.value.state.institution, { kind: 'case.read', cases: [id] });
  const events = await listSealedEvents(ctx, found.value);
  return ok(presentSealed(ctx, found.value, events, actsOf(ctx, found.value)));
}

/** What this person may do now, of what the sealed door offers at all. */
export function actsOf(ctx: Reading, { state }: SealedCase): readonly CaseCommandName[] {
  const offered: readonly CaseCommandName[] = sealedActs;
  return availableActs(state, decisionContext(ctx, state)).filter((act) => offered.includes(act));
}

/** One file of a case; that it was read is entered. */
export async function getSealedFile(
  ctx: Context,
  id: string,
  fileId: string,
): Promise<Result<{ name: string; mediaType: string; content: Buffer }, Refusal>> {
  const found = await findKnown(ctx, id);
  if (!found.ok) return found;
  const read = await readSealedFile(ctx, found.value, fileId);
  if (read === undefined) return err(refusal('not-found'));
  const subject = `file:${fileId}`;
  await enterSealed(ctx, found.value.state.institution, { kind: 'file.read', cases: [id], subject });
  const { name, mediaType } = read.file;
  return ok({ name, mediaType, content: read.content });
}

/** The case where this person may know of it; `not-found` otherwise. */
export async function findKnown(ctx: Reading, id: string): Promise<Result<SealedCase, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const found = await findSealed(ctx, { id });
  return found === undefined || !mayKnow(ctx.actor, found) ? err(refusal('not-found')) : ok(found);
}
