import { type SqlBool, sql } from 'kysely';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import { uuidv7 } from '../../../platform/crypto/random.ts';
import { writeTogether } from '../../../platform/db/write-together.ts';
import { jobWrites } from '../../../platform/jobs/enqueue.ts';
import { type Context, staleProof } from '../../context/index.ts';
import { record } from '../../ledger/index.ts';
import { atFault } from '../../organizations/index.ts';
import type { DeputyInput, DeputyshipView } from '../contract-deputies.ts';
import { dayOf } from './held-roles.ts';
import { getDeputyship } from './list-deputyships.ts';
import { jobOf, jobsOfNaming } from './notice-jobs.ts';
import { reachAbsent } from './reach-absent.ts';

const longestDays = 366;
const day = 24 * 60 * 60 * 1000;

/**
 * Names who stands in for a person during an absence: by that person, whoever closes the reports of their unit, or
 * whoever manages its people. Refuses as `reachAbsent`, `step-up-needed`, and `invalid-input`: deputyId (`unknown`:
 * nobody active of the same institution; `own-deputy`; `administrator-without-content`), from (`day-past`;
 * `overlaps`: somebody is named for some of these days already), until (`before-from`, `over-a-year`).
 */
export async function nameDeputy(
  ctx: Context,
  absentId: string,
  input: DeputyInput,
): Promise<Result<DeputyshipView, Refusal>> {
  const absent = await reachAbsent(ctx, absentId);
  if (!absent.ok) return absent;
  if (!absent.value.active) return err(refusal('not-found'));
  const refused =
    periodRefusal(ctx, input) ??
    (await deputyRefusal(ctx, absentId, absent.value.institution, input.deputyId));
  if (refused !== null) return err(refused);
  if (await overlaps(ctx, absentId, input)) return err(atFault({ from: 'overlaps' }));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const id = uuidv7(Date.parse(ctx.now));
  const { deputyId, from, until, reason } = input;
  await ctx.tx
    .insertInto('deputyships')
    .values({
      id,
      absent_id: absentId,
      deputy_id: deputyId,
      from_day: from,
      until_day: until,
      reason,
      named_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      named_at: ctx.now,
      ended_at: null,
      ended_by: null,
    })
    .execute();
  await record(ctx, {
    kind: 'deputy.named',
    institution: absent.value.institution,
    subject: `person:${absentId}`,
    details: { deputyship: id, deputy: `person:${deputyId}`, from, until, reason },
  });
  await writeTogether(ctx.tx, jobWrites(jobsOfNaming(id, input, ctx.now)));
  return ok(await getDeputyship(ctx, id));
}

/** Ends a deputyship now, also one that has not begun. Refuses as `reachAbsent`, and `not-found` where it is over. */
export async function endDeputyship(ctx: Context, id: string): Promise<Result<DeputyshipView, Refusal>> {
  const row = await ctx.tx
    .selectFrom('deputyships')
    .select(['absent_id', 'ended_at', 'until_day'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return err(refusal('not-found'));
  const absent = await reachAbsent(ctx, row.absent_id);
  if (!absent.ok) return absent;
  if (row.ended_at !== null || row.until_day < dayOf(ctx.now)) return err(refusal('not-found'));
  await endWhere(ctx, sql<SqlBool>`d.id = ${id}`);
  return ok(await getDeputyship(ctx, id));
}

/** Ends what a person has to do with deputies, on either side: their account is closed. */
export async function endDeputyshipsOf(ctx: Context, personId: string): Promise<void> {
  await endWhere(ctx, sql<SqlBool>`${personId} in (d.absent_id, d.deputy_id)`);
}

/** One statement, and one entry for each that was ended; there are one or two. */
async function endWhere(ctx: Context, where: ReturnType<typeof sql<SqlBool>>): Promise<void> {
  const by = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  const { rows } = await sql<{ id: string; absent_id: string; deputy_id: string }>`
    update deputyships d set ended_at = ${ctx.now}, ended_by = ${by}
     where ${where} and d.ended_at is null and d.until_day >= ${dayOf(ctx.now)}::date
    returning d.id, d.absent_id, d.deputy_id`.execute(ctx.tx);
  await writeTogether(ctx.tx, jobWrites(rows.map(({ id }) => jobOf(id, 'withdrawn', ctx.now))));
  for (const row of rows) {
    await record(ctx, {
      kind: 'deputy.ended',
      institution: { ofPerson: row.absent_id },
      subject: `person:${row.absent_id}`,
      details: { deputyship: row.id, deputy: `person:${row.deputy_id}` },
    });
  }
}

function periodRefusal({ now }: Context, { from, until }: DeputyInput): Refusal | null {
  if (from < dayOf(now)) return atFault({ from: 'day-past' });
  if (until < from) return atFault({ until: 'before-from' });
  return Date.parse(until) - Date.parse(from) > longestDays * day ? atFault({ until: 'over-a-year' }) : null;
}

async function deputyRefusal(
  { tx }: Context,
  absentId: string,
  institution: string,
  deputyId: string,
): Promise<Refusal | null> {
  if (deputyId === absentId) return atFault({ deputyId: 'own-deputy' });
  const { rows } = await sql<{ manages: boolean }>`
    select exists (select from person_roles g join roles r on r.id = g.role_id
                    where g.person_id = p.id and 'people.manage' = any (r.permissions)) as manages
      from people p where p.id = ${deputyId} and p.active and p.institution_id = ${institution}
       for update`.execute(tx);
  const [deputy] = rows;
  if (deputy === undefined) return atFault({ deputyId: 'unknown' });
  return deputy.manages ? atFault({ deputyId: 'administrator-without-content' }) : null;
}

/** The absent person is locked, so that two at once cannot both find the days free. */
async function overlaps({ tx }: Context, absentId: string, { from, until }: DeputyInput): Promise<boolean> {
  const found = await tx
    .selectFrom('deputyships')
    .select('id')
    .where('absent_id', '=', absentId)
    .where('ended_at', 'is', null)
    .where('from_day', '<=', until)
    .where('until_day', '>=', from)
    .executeTakeFirst();
  return found !== undefined;
}
