import type { Static } from 'typebox';
import type { CaseCommands } from '../../domain/cases/commands.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import type { ActInput, Colleague } from '../cases/contract.ts';
import type { Context, Reading } from '../context/index.ts';
import { isKeptOut, listHolders } from './keep-out.ts';
import { findKnown } from './read-sealed.ts';
import type { SealedCase } from './sealed-case.ts';

/**
 * The people of the inspectorate by a part of their name, for whoever may say that a report is about one of them; those
 * who are kept out already are not told apart. Refuses `not-found`.
 */
export async function listInspectors(
  ctx: Reading,
  id: string,
  q: string,
): Promise<Result<Static<typeof Colleague>[], Refusal>> {
  const found = await findKnown(ctx, id);
  if (!found.ok) return found;
  const asked = q.trim().toLowerCase();
  const holders = await listHolders(ctx, found.value.state.institution);
  return ok(
    holders
      .filter(({ name }) => name.toLowerCase().includes(asked))
      .map(({ id: personId, name }) => ({ personId, name, unit: null })),
  );
}

/**
 * Whom a report is about, as the case remembers it: somebody who works at the sealed door, since nobody else sees it
 * anyhow. Refuses `invalid-input`, and `nobody-left` where it would lie there unread.
 */
export async function namedInspector(
  ctx: Context,
  found: SealedCase,
  { personId, unitId, reason }: ActInput<'conflict'>,
): Promise<Result<CaseCommands['conflict'], Refusal>> {
  const holders = await listHolders(ctx, found.state.institution);
  const named = holders.find(({ id }) => id === personId);
  if (unitId !== null || named === undefined)
    return err({ code: 'invalid-input', fields: { personId: 'unknown' } });
  const left = holders.filter(({ id, works }) => works && id !== named.id && !isKeptOut(id, found));
  if (left.length === 0) return err(refusal('nobody-left'));
  const person = { id: named.id, name: named.name };
  return ok({ id: uuidv7(Date.parse(ctx.now)), person, unit: null, source: 'officer', reason });
}
