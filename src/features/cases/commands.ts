import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseCommands } from '../../domain/cases/commands.ts';
import { availableActs } from '../../domain/cases/decide.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { findArea } from '../areas/index.ts';
import { unlinkCalls } from '../calls/index.ts';
import { type Context, staleProof } from '../context/index.ts';
import { destroyMessagesOf } from '../messages/index.ts';
import { findCategory, getUnitRefs } from '../organizations/index.ts';
import { findAssignee } from '../people/index.ts';
import { besideReporter, type Identity, openReporter } from '../reporters/index.ts';
import { type Acted, actOnCase, decisionContext, type Resolve } from './act-on-case.ts';
import type { ActDone, ActInput, IdentityView, OfficerAct } from './contract.ts';
import { destroyIdentity } from './destroy-identity.ts';
import { isInReach } from './in-reach.ts';
import { findNamed, isSomebodyLeft } from './name-in-case.ts';
import { publishCase } from './publish-case.ts';
import { redactionOf } from './redaction.ts';
import { type Relayed, relayReply } from './relay-reply.ts';
import { shareConflicts } from './share-conflicts.ts';

/** How long an opened identity stays open on the screen. */
const revealMinutes = 15;

/**
 * An officer's act by its noun, as the API offers it: ids become what a case remembers, everything else
 * goes to the domain as it came.
 */
export async function actAsOfficer<N extends OfficerAct>(
  ctx: Context,
  caseId: string,
  noun: N,
  input: ActInput<N>,
  expectedVersion?: number,
): Promise<Result<ActDone, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const own = await byOwnWay(ctx, caseId, noun, input, expectedVersion);
  if (own !== null) return own.ok ? ok(await presentDone(ctx, noun, own.value)) : own;
  const resolve = (resolvers[noun] ?? passOn) as Resolver<N>;
  const acted = await actOnCase(
    ctx,
    caseId,
    noun,
    ((state) => resolve(ctx, input, state)) as Resolve<N>,
    expectedVersion,
  );
  if (!acted.ok) return acted;
  if (noun === 'conflict' || noun === 'merger') await shareConflicts(ctx, acted.value.state);
  // What it came by must not tell of it either.
  if (noun === 'seal') {
    await destroyMessagesOf(ctx, caseId);
    await unlinkCalls(ctx, caseId);
  }
  return ok(await presentDone(ctx, noun, acted.value));
}

/** The acts that do more than decide; each noun came with the body of its own schema. Null: another one. */
async function byOwnWay(
  ctx: Context,
  caseId: string,
  noun: OfficerAct,
  input: unknown,
  expectedVersion?: number,
): Promise<Result<Acted, Refusal> | null> {
  switch (noun) {
    case 'identity-destruction':
      return destroyIdentity(ctx, caseId, input as ActInput<typeof noun>, expectedVersion);
    case 'publication':
      return publishCase(ctx, caseId, input as ActInput<typeof noun>, expectedVersion);
    case 'relay':
    case 'relay-objection':
      return relayReply(ctx, caseId, { noun, input } as Relayed, expectedVersion);
    default:
      return null;
  }
}

type Resolver<N extends OfficerAct> = (
  ctx: Context,
  input: ActInput<N>,
  state: CaseState,
) => Promise<Result<CaseCommands[N], Refusal>> | Result<CaseCommands[N], Refusal>;

/** Most acts need nothing looked up. */
function passOn(_ctx: Context, input: unknown): Result<unknown, Refusal> {
  return ok(input);
}

/** A class may name only an area and a category that exist; what the case has already may stay. */
async function classified<I extends { areaCode: string | null; categoryId: string | null }>(
  ctx: Context,
  input: I,
  state: CaseState,
): Promise<Result<I, Refusal>> {
  const { areaCode, categoryId } = input;
  const fields: Record<string, string> = {};
  if (areaCode !== null && areaCode !== state.areaCode && (await findArea(ctx.tx, areaCode)) === undefined)
    fields.areaCode = 'unknown';
  const newCategory = categoryId !== null && categoryId !== state.categoryId;
  if (newCategory && (await findCategory(ctx.tx, state.institution, categoryId)) === undefined) {
    fields.categoryId = 'unknown';
  }
  return Object.keys(fields).length === 0 ? ok(input) : err({ code: 'invalid-input', fields });
}

const resolvers: { readonly [N in OfficerAct]?: Resolver<N> } = {
  verification: classified,
  classification: classified,

  async disposition(ctx, { unitId, copyUnitIds, note }, state) {
    const units = await getUnitRefs(ctx.tx, state.institution, [unitId, ...copyUnitIds]);
    const unit = units.get(unitId);
    if (unit === undefined) return err({ code: 'invalid-input', fields: { unitId: 'unknown' } });
    return ok({ unit, copies: copyUnitIds.flatMap((id) => units.get(id) ?? []), note });
  },

  async copy(ctx, { unitId }, state) {
    const unit = (await getUnitRefs(ctx.tx, state.institution, [unitId])).get(unitId);
    return unit === undefined ? err({ code: 'invalid-input', fields: { unitId: 'unknown' } }) : ok({ unit });
  },

  async assignment(ctx, { parentId, unitId, personId, task, limit }, state) {
    const assignee = await findAssignee(ctx.tx, state.institution, { unitId, personId });
    if (assignee === undefined) return err(refusal('assignee-not-allowed'));
    return ok({ id: uuidv7(Date.parse(ctx.now)), parent: parentId, task, limit, ...assignee });
  },

  async 'assignment-hand-over'(ctx, { assignmentId, personId, reason }, state) {
    const assignee = await findAssignee(ctx.tx, state.institution, { unitId: null, personId });
    if (assignee?.person == null) return err(refusal('assignee-not-allowed'));
    return ok({ assignment: assignmentId, person: assignee.person, roles: assignee.roles, reason });
  },

  'assignment-report': (_ctx, { assignmentId, content }) => ok({ assignment: assignmentId, content }),
  'assignment-return': (_ctx, { assignmentId, reason }) => ok({ assignment: assignmentId, reason }),
  'assignment-cancellation': (_ctx, { assignmentId, reason }) => ok({ assignment: assignmentId, reason }),
  'report-return': (_ctx, { assignmentId, reason }) => ok({ assignment: assignmentId, reason }),

  async merger(ctx, { intoNumber }, state) {
    const row = await ctx.tx
      .selectFrom('cases')
      .select('state')
      .where('number', '=', intoNumber.trim())
      .executeTakeFirst();
    const into = row?.state as CaseState | undefined;
    const known =
      into !== undefined &&
      into.institution === state.institution &&
      into.status !== 'sealed' &&
      (ctx.actor.kind !== 'person' || isInReach(ctx.actor, into));
    if (!known) return err({ code: 'invalid-input', fields: { intoNumber: 'unknown' } });
    const { id, number, institution } = into;
    return ok({ into: { id, number, institution, merged: into.mergedInto !== null } });
  },

  async conflict(ctx, { personId, unitId, reason }, state) {
    const named = await findNamed(ctx.tx, state.institution, { personId, unitId });
    if (!named.ok) return named;
    if (!(await isSomebodyLeft(ctx, state, named.value))) return err(refusal('nobody-left'));
    return ok({ id: uuidv7(Date.parse(ctx.now)), ...named.value, source: 'officer', reason });
  },
  'conflict-lifting': (_ctx, { conflictId, reason }) => ok({ conflict: conflictId, reason }),

  redaction: (ctx, { parts }, state) => redactionOf(ctx, state, parts),

  'lowering-confirmation'(ctx) {
    const stale = staleProof(ctx);
    return stale === null ? ok({}) : err(stale);
  },

  async reveal(ctx, { purpose, reason }, { id }) {
    const stale = staleProof(ctx);
    if (stale !== null) return err(stale);
    // Also where only a backup from before the destruction tells of an identity: its key is gone.
    if ((await openReporter(ctx, id)) === undefined) return err(refusal('identity-destroyed'));
    const until = new Date(Date.parse(ctx.now) + revealMinutes * 60_000).toISOString();
    return ok({ purpose, reason, until });
  },
};

async function presentDone(ctx: Context, noun: OfficerAct, { state, events }: Acted): Promise<ActDone> {
  const done: ActDone = {
    id: state.id,
    number: state.number,
    status: state.status,
    version: state.version,
    acts: [...availableActs(state, decisionContext(ctx, state))],
  };
  const revealed = events.find((event) => event.type === 'IdentityRevealed');
  if (noun !== 'reveal' || revealed?.type !== 'IdentityRevealed') return done;
  const reporter = await openReporter(ctx, state.id);
  return reporter === undefined
    ? done
    : { ...done, identity: presentIdentity(reporter, revealed.data.until) };
}

/** Never the tracking code, which is the reporter's. */
function presentIdentity(reporter: Identity, until: string): IdentityView {
  const { name, phone, email, nik, familyCardNumber, address, written } = reporter;
  const beside = besideReporter(reporter);
  const originals = [...new Set(written.map(({ original }) => original))];
  return {
    name,
    phone,
    email,
    ...(nik === null ? {} : { nik }),
    ...(familyCardNumber === null ? {} : { familyCardNumber }),
    ...(address === null ? {} : { address }),
    ...(beside.length === 0 ? {} : { beside }),
    ...(originals.length === 0 ? {} : { written: originals }),
    until,
  };
}
