import type { CaseCommandName, CaseCommands } from '../../domain/cases/commands.ts';
import { decide } from '../../domain/cases/decide.ts';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { decisionContext } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { listHolders, mayKnow, namedIn } from './keep-out.ts';
import { noteForInspectorate } from './notices.ts';
import type { SealedCase } from './sealed-case.ts';
import { type By, findSealed, saveSealed } from './store.ts';

export interface SealedActed {
  readonly found: SealedCase;
  readonly events: readonly CaseEvent[];
}

/** What an act does once the case is locked: its input, and what changes beside the state (files). */
export type ResolveSealed<N extends CaseCommandName> = (
  found: SealedCase,
) => Promise<Result<{ readonly input: CaseCommands[N]; readonly files?: SealedCase['files'] }, Refusal>>;

/**
 * The one way in which a case of the sealed door changes, as `actOnCase` is for the others and by the same decisions:
 * opened under lock, decided, appended and sealed again, the inspectorate marked. It leaves no job and no measure
 * behind: whoever looks at those must not see that anything happened.
 */
export async function actOnSealed<N extends CaseCommandName>(
  ctx: Context,
  by: By,
  name: N,
  resolve: ResolveSealed<N>,
  expectedVersion?: number,
): Promise<Result<SealedActed, Refusal>> {
  const before = await findSealed(ctx, by, true);
  if (before === undefined) return err(refusal('not-found'));
  if (ctx.actor.kind === 'person' && !mayKnow(ctx.actor, before)) return err(refusal('not-found'));
  if (expectedVersion !== undefined && before.state.version !== expectedVersion)
    return err(refusal('changed-meanwhile', { version: before.state.version }));
  const resolved = await resolve(before);
  if (!resolved.ok) return resolved;
  const { input, files = before.files } = resolved.value;
  const decided = decide(before.state, name, input, decisionContext(ctx, before.state));
  if (!decided.ok) return decided;
  const { state, events } = decided.value;
  const after = { ...before, state, files, kept: await keptAfter(ctx, before, events) };
  await saveSealed(ctx, after, events);
  await noteForInspectorate(ctx, after);
  return ok({ found: after, events });
}

/** Whoever is named in what the writer adds is kept out from then on. */
async function keptAfter(
  ctx: Context,
  { kept, state }: SealedCase,
  events: readonly CaseEvent[],
): Promise<readonly string[]> {
  if (ctx.actor.kind !== 'reporter') return kept;
  const words = events.map(({ data }) => JSON.stringify(data)).join(' ');
  return [...new Set([...kept, ...namedIn(words, await listHolders(ctx, state.institution))])];
}
