import { type Audience, audiences } from '../../domain/privacy/breach.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { presentClock } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import { manages } from '../organizations/index.ts';
import { findContact } from '../privacy/index.ts';
import type { BreachListItem, BreachView } from './contract.ts';
import { noticeTexts } from './notice-text.ts';
import { breachOf, findBreach, type KeptBreach } from './store.ts';

/** The breaches of an institution, newest first. Refuses `not-authorized`. */
export async function listBreaches(
  ctx: Reading,
  institution: string,
): Promise<Result<BreachListItem[], Refusal>> {
  if (!reads(ctx, institution)) return err(refusal('not-authorized'));
  const rows = await ctx.tx
    .selectFrom('privacy_breaches')
    .selectAll()
    .where('institution_id', '=', institution)
    .orderBy('noticed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return ok(rows.map((row) => presentItem(ctx, breachOf(row))));
}

/** One breach with its clock, its notices in both languages, and all that was done. Refuses `not-found`. */
export async function getBreach(ctx: Reading, id: string): Promise<Result<BreachView, Refusal>> {
  const breach = await findBreach(ctx.tx, id);
  if (breach === undefined || !reads(ctx, breach.institution)) return err(refusal('not-found'));
  const institution = await ctx.tx
    .selectFrom('institutions')
    .select(['name', 'zone'])
    .where('id', '=', breach.institution)
    .executeTakeFirstOrThrow();
  const named = await findContact(ctx.tx, breach.institution);
  const contact =
    named === null
      ? null
      : [named.office, named.email, named.phone, named.address].filter((one) => one !== '').join(', ');
  return ok({
    ...presentItem(ctx, breach),
    institution: breach.institution,
    version: breach.version,
    course: breach.facts.course,
    data: [...breach.facts.data],
    measures: breach.facts.measures,
    caseNumbers: await numbersOf(ctx, breach),
    told: { ...breach.told },
    notices: noticeTexts({ breach, institution, contact }),
    entries: await entriesOf(ctx, id),
    acts: actsOf(ctx, breach),
  });
}

function reads({ actor }: Reading, institution: string): boolean {
  return manages(actor, 'privacy.manage', institution) || manages(actor, 'privacy.oversee', institution);
}

function actsOf({ actor }: Reading, breach: KeptBreach): BreachView['acts'] {
  if (breach.closedAt !== null) return [];
  return manages(actor, 'privacy.manage', breach.institution)
    ? ['change', 'note', 'tell', 'close']
    : ['note'];
}

function presentItem(ctx: Reading, breach: KeptBreach): BreachListItem {
  return {
    id: breach.id,
    title: breach.facts.title,
    noticedAt: breach.noticedAt,
    people: breach.facts.people,
    cases: breach.caseIds.length,
    clock: presentClock(ctx, breach.clock),
    closedAt: breach.closedAt,
  };
}

async function numbersOf({ tx }: Reading, { caseIds }: KeptBreach): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('cases')
    .select('number')
    .where('id', 'in', [...caseIds])
    // What was sealed since leaves every ordinary list.
    .where('status', '<>', 'sealed')
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

async function entriesOf({ tx }: Reading, id: string): Promise<BreachView['entries']> {
  const rows = await tx
    .selectFrom('privacy_breach_entries as e')
    .innerJoin('people as p', 'p.id', 'e.person_id')
    .select(['e.number', 'e.kind', 'e.at', 'e.words', 'e.data', 'p.name as by'])
    .where('e.breach_id', '=', id)
    .orderBy('e.number')
    .execute();
  return rows.map(({ data, kind, ...row }) => {
    const { audience, means = null } = data as { readonly audience?: Audience; readonly means?: string };
    return {
      ...row,
      kind: kind as BreachView['entries'][number]['kind'],
      audience: audiences.find((one) => one === audience) ?? null,
      means,
    };
  });
}
