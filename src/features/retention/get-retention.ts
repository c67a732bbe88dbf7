import { sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { notNamed } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import { manages } from '../organizations/index.ts';
import type { DeletionView, RetentionPage, RunView } from './contract.ts';
import { planDestruction } from './plan-destruction.ts';
import { identityClass, readPeriod } from './settings.ts';

/**
 * The period in force, the dry run, what is held, what was proposed and what is gone; of cases that are about the
 * reader nothing. Refuses `not-authorized`.
 */
export async function getRetention(
  ctx: Reading,
  institution: string,
): Promise<Result<RetentionPage, Refusal>> {
  const { actor, tx, office, locale } = ctx;
  const answers = manages(actor, 'privacy.manage', institution);
  if (!answers && !manages(actor, 'privacy.oversee', institution)) return err(refusal('not-authorized'));
  const found = await tx
    .selectFrom('institutions')
    .select('zone')
    .where('id', '=', institution)
    .executeTakeFirst();
  if (found === undefined) return err(refusal('not-authorized'));
  const { period, setting } = await readPeriod(ctx, institution);
  const plan = await planDestruction(ctx, institution, period, found.zone);
  const runs = await listRuns(ctx, institution);
  const isOpen = runs.some(({ state }) => state === 'proposed');
  const wouldGo = plan.items.some(({ left }) => left === null);
  return ok({
    period,
    setting,
    law: office.privacy.retention.find(({ id }) => id === identityClass)?.law[locale] ?? '',
    zone: found.zone,
    items: [...plan.items],
    hasMore: plan.hasMore,
    held: await listHeld(ctx, institution),
    runs,
    deletions: await listDeletions(ctx, institution),
    acts: !answers ? [] : !isOpen && wouldGo ? ['set', 'propose'] : ['set'],
  });
}

async function listHeld({ tx, actor }: Reading, institution: string): Promise<RetentionPage['held']> {
  return tx
    .selectFrom('cases')
    .select(['id as caseId', 'number as caseNumber', sql<string>`state ->> 'hold'`.as('reason')])
    .where('institution_id', '=', institution)
    .where(sql`state ->> 'hold'`, 'is not', null)
    .where('status', '<>', 'sealed')
    .where(notNamed(actor, sql.ref('cases.id')))
    .orderBy('number')
    .limit(200)
    .execute();
}

async function listRuns({ tx, actor }: Reading, institution: string): Promise<RunView[]> {
  const rows = await tx
    .selectFrom('destruction_runs as r')
    .innerJoin('people as p', 'p.id', 'r.proposed_by')
    .leftJoin('people as e', 'e.id', 'r.ended_by')
    .selectAll('r')
    .select(['p.name as proposer', 'e.name as ender'])
    .select(
      sql<number>`(select count(*)::int from cases where cases.id = any (r.case_ids)
        and ${notNamed(actor, sql.ref('cases.id'))})`.as('count'),
    )
    .where('r.institution_id', '=', institution)
    .orderBy('r.proposed_at', 'desc')
    .limit(20)
    .execute();
  const answers = manages(actor, 'privacy.manage', institution);
  const self = actor.kind === 'person' ? actor.id : '';
  return rows.map((row) => {
    const isOpen = row.state === 'proposed';
    const acts: RunView['acts'] = [
      ...(isOpen && row.proposed_by !== self ? (['confirm'] as const) : []),
      ...(isOpen && answers ? (['withdraw'] as const) : []),
    ];
    return {
      id: row.id,
      state: row.state as RunView['state'],
      rule: row.rule,
      cases: row.count,
      proposedBy: row.proposer,
      proposedAt: row.proposed_at,
      endedBy: row.ender,
      endedAt: row.ended_at,
      acts,
    };
  });
}

async function listDeletions({ tx, actor }: Reading, institution: string): Promise<DeletionView[]> {
  return tx
    .selectFrom('deletions as d')
    .innerJoin('cases', 'cases.id', 'd.case_id')
    .leftJoin('people as p', 'p.id', 'd.proposed_by')
    .leftJoin('people as c', 'c.id', 'd.confirmed_by')
    .select(['cases.number as caseNumber', 'd.at', 'd.rule', 'd.files'])
    .select(['p.name as proposedBy', 'c.name as confirmedBy'])
    .where('cases.institution_id', '=', institution)
    .where('cases.status', '<>', 'sealed')
    .where(notNamed(actor, sql.ref('cases.id')))
    .orderBy('d.at', 'desc')
    .orderBy('cases.number')
    .limit(200)
    .execute();
}
