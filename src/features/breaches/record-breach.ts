import type { PersonActor } from '../../domain/access/actor.ts';
import { type BreachFacts, breachClock, tell } from '../../domain/privacy/breach.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { findCasesByNumber } from '../cases/index.ts';
import { type Context, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { listInstitutions, manages } from '../organizations/index.ts';
import type { BreachChange, BreachInput, BreachNotice, BreachView, FactsInput } from './contract.ts';
import { getBreach } from './get-breach.ts';
import { findBreach, type KeptBreach, keepBreach, type NewEntry } from './store.ts';

type Outcome = Promise<Result<BreachView, Refusal>>;

/**
 * Records a failure of data protection; the 3 × 24 hours run from `noticedAt`. Refuses `not-authorized`,
 * `step-up-needed`, `invalid-input` (`title`, `course`, `data` `required`; `noticedAt` `not-a-time`, `in-the-future`;
 * `caseNumbers` `unknown`: none of the institution's, or out of reach).
 */
export async function recordBreach(ctx: Context, input: BreachInput): Outcome {
  const { actor } = ctx;
  const institution = (await listInstitutions(ctx.tx)).find(({ id }) => id === input.institution);
  if (
    actor.kind !== 'person' ||
    institution === undefined ||
    !manages(actor, 'privacy.manage', institution.id)
  )
    return err(refusal('not-authorized'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const noticedAt = instantOf(input.noticedAt);
  const checked = await checkFacts(ctx, actor, institution.id, input);
  const timeFault = momentFault(ctx, noticedAt);
  if (timeFault !== null) return err(invalid({ ...faultsOf(checked), noticedAt: timeFault }));
  if (!checked.ok) return checked;
  const { calendar, rules } = ctx.office;
  const breach: KeptBreach = {
    id: uuidv7(Date.parse(ctx.now)),
    institution: institution.id,
    ...checked.value,
    noticedAt: noticedAt ?? ctx.now,
    clock: breachClock(noticedAt ?? ctx.now, institution.zone, rules, calendar),
    told: { affected: null, authority: null },
    closedAt: null,
    version: 1,
  };
  return keep(ctx, breach, { kind: 'recorded', by: actor.id, words: '', data: checked.value });
}

/** Corrects what is known; what stood there before stays in the entries. Refuses as `recordBreach`, `not-found`, `changed-meanwhile`, `already-decided`. */
export async function changeBreach(ctx: Context, id: string, input: BreachChange): Outcome {
  const found = await open(ctx, id, 'privacy.manage');
  if (!found.ok) return found;
  const { actor, breach } = found.value;
  if (breach.version !== input.version) return err(refusal('changed-meanwhile', { version: breach.version }));
  const checked = await checkFacts(ctx, actor, breach.institution, input);
  if (!checked.ok) return checked;
  return keep(ctx, next(breach, checked.value), {
    kind: 'changed',
    by: actor.id,
    words: '',
    data: checked.value,
  });
}

/** Writes down what was done; whoever stands beside it may too. Refuses `not-found`, `already-decided`, `invalid-input`. */
export async function noteOnBreach(ctx: Context, id: string, { text }: { readonly text: string }): Outcome {
  const found = await open(ctx, id, 'privacy.oversee');
  if (!found.ok) return found;
  if (text.trim() === '') return err(invalid({ text: 'required' }));
  const { actor, breach } = found.value;
  return keep(ctx, next(breach), { kind: 'noted', by: actor.id, words: text.trim(), data: {} });
}

/**
 * Notes a notice, word for word, that a person sent; with both the 3 × 24 hours are kept or missed. Refuses
 * `not-found`, `already-decided`, `step-up-needed`, `invalid-input` (`text` `required`; `sentAt` `not-a-time`,
 * `in-the-future`).
 */
export async function tellOfBreach(ctx: Context, id: string, input: BreachNotice): Outcome {
  const found = await open(ctx, id, 'privacy.manage');
  if (!found.ok) return found;
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const { actor, breach } = found.value;
  const sentAt = instantOf(input.sentAt);
  const timeFault = momentFault(ctx, sentAt);
  const fields = {
    ...(input.text.trim() === '' ? { text: 'required' } : {}),
    ...(timeFault === null ? {} : { sentAt: timeFault }),
  };
  if (Object.keys(fields).length > 0) return err(invalid(fields));
  const { audience, means } = input;
  const told = tell(breach, audience, sentAt ?? ctx.now);
  const data = { audience, means, sentAt };
  return keep(
    ctx,
    { ...next(breach), ...told },
    { kind: 'told', by: actor.id, words: input.text.trim(), data },
  );
}

/** Nothing is left to do. Refuses `not-found`, `already-decided`, `step-up-needed`, `invalid-input` (`text` `required`), `notices-missing`. */
export async function closeBreach(ctx: Context, id: string, { text }: { readonly text: string }): Outcome {
  const found = await open(ctx, id, 'privacy.manage');
  if (!found.ok) return found;
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  if (text.trim() === '') return err(invalid({ text: 'required' }));
  const { actor, breach } = found.value;
  if (breach.told.affected === null || breach.told.authority === null) return err(refusal('notices-missing'));
  const closed = { ...next(breach), closedAt: ctx.now };
  return keep(ctx, closed, { kind: 'closed', by: actor.id, words: text.trim(), data: {} });
}

/** Under a lock, for somebody who may; one out of reach is answered like one that does not exist. */
async function open(
  ctx: Context,
  id: string,
  permission: 'privacy.manage' | 'privacy.oversee',
): Promise<Result<{ readonly actor: PersonActor; readonly breach: KeptBreach }, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const breach = await findBreach(ctx.tx, id, { forUpdate: true });
  const answers = breach !== undefined && manages(actor, 'privacy.manage', breach.institution);
  const oversees = breach !== undefined && manages(actor, 'privacy.oversee', breach.institution);
  if (breach === undefined || !(answers || oversees)) return err(refusal('not-found'));
  if (permission === 'privacy.manage' && !answers) return err(refusal('not-authorized'));
  return breach.closedAt === null ? ok({ actor, breach }) : err(refusal('already-decided'));
}

async function keep(ctx: Context, breach: KeptBreach, entry: NewEntry): Outcome {
  await keepBreach(ctx, breach, entry);
  await record(ctx, {
    kind: `breach.${entry.kind}`,
    institution: breach.institution,
    subject: `breach:${breach.id}`,
    details: { version: breach.version },
  });
  return getBreach(ctx, breach.id);
}

function next(breach: KeptBreach, changed: Partial<KeptBreach> = {}): KeptBreach {
  return { ...breach, ...changed, version: breach.version + 1 };
}

type Facts = Pick<KeptBreach, 'facts' | 'caseIds'>;

async function checkFacts(
  ctx: Context,
  actor: PersonActor,
  institution: string,
  input: FactsInput,
): Promise<Result<Facts, Refusal>> {
  const facts: BreachFacts = {
    title: input.title.trim(),
    course: input.course.trim(),
    data: [...new Set(input.data)],
    people: input.people,
    measures: input.measures.trim(),
  };
  const numbers = [...new Set(input.caseNumbers.map((one) => one.trim()).filter((one) => one !== ''))];
  const cases = await findCasesByNumber(ctx, actor, institution, numbers);
  const fields = {
    ...(facts.title === '' ? { title: 'required' } : {}),
    ...(facts.course === '' ? { course: 'required' } : {}),
    ...(facts.data.length === 0 ? { data: 'required' } : {}),
    ...(cases.length === numbers.length ? {} : { caseNumbers: 'unknown' }),
  };
  return Object.keys(fields).length === 0
    ? ok({ facts, caseIds: cases.map(({ id }) => id) })
    : err(invalid(fields));
}

function faultsOf(checked: Result<Facts, Refusal>): Readonly<Record<string, string>> {
  return checked.ok ? {} : (checked.error.fields ?? {});
}

function instantOf(typed: string): string | null {
  const at = Date.parse(typed);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function momentFault(ctx: Context, at: string | null): string | null {
  if (at === null) return 'not-a-time';
  return at > ctx.now ? 'in-the-future' : null;
}

function invalid(fields: Readonly<Record<string, string>>): Refusal {
  return { code: 'invalid-input', fields };
}
