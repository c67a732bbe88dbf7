import { sql } from 'kysely';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { fold } from '../../domain/cases/evolve.ts';
import { withoutWords } from '../../domain/cases/without-words.ts';
import { trackingCodeFrom } from '../../domain/privacy/tracking-code.ts';
import { randomBytes, randomToken } from '../../platform/crypto/random.ts';
import { takeOutFiles } from '../attachments/index.ts';
import { listEvents, snapshotColumns } from '../cases/index.ts';
import { forgetInAccounts } from '../citizen-accounts/index.ts';
import type { Context } from '../context/index.ts';
import { listFacts, recordEmptied } from '../ledger/index.ts';
import { openReporter } from '../reporters/index.ts';
import { listHolders, namedIn } from './keep-out.ts';
import { enterSealed } from './ledger/index.ts';
import { findOpenDoor } from './open-doors.ts';
import { fileSealed } from './receive-report.ts';

/**
 * A case that a verifier of the ordinary door sealed goes through the sealed one: its words, log, files and code move
 * there, under a seal of their own, and are taken out of where they lay; of the log the bare course stays. From then on
 * its code opens the talk and no tracking page. Where nobody works at the sealed door of the institution it stays as it
 * is: sealed, for the inspectorate to read. Runs twice without harm.
 */
export async function handOver(ctx: Context, caseId: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('cases')
    .innerJoin('submissions', 'submissions.id', 'cases.id')
    .select(['cases.state', 'cases.tracking_hash', 'submissions.text'])
    .select(['submissions.occurred_on as occurredOn', 'submissions.place'])
    .where('cases.id', '=', caseId)
    .where('cases.status', '=', 'sealed')
    .where('submissions.text', '<>', '')
    .forUpdate('cases')
    .executeTakeFirst();
  if (row === undefined) return;
  await forgetInAccounts(ctx, caseId);
  const state = row.state as CaseState;
  const door = await findOpenDoor(ctx, state.institution);
  if (door === undefined) return;
  const events = await listEvents(ctx.tx, caseId);
  const text = [row.text, ...events.flatMap(saidByReporter)].join('\n\n');
  const code = (await openReporter(ctx, caseId))?.trackingCode ?? trackingCodeFrom(randomBytes(64));
  const named = namedIn(`${text} ${row.place ?? ''}`, await listHolders(ctx, state.institution));
  const former = await listFacts(ctx, caseId);
  const filed = await fileSealed(ctx, {
    door,
    text,
    title: state.title,
    receivedAt: state.receivedAt,
    occurredOn: row.occurredOn,
    place: row.place,
    kept: [...new Set([...named, ...reachOf(state).namedPersonIds])],
    code,
    trackingHash: row.tracking_hash,
    formHash: null,
    files: (await takeOutFiles(ctx, caseId)).map(({ name, mediaType, content }) => ({
      extension: name.split('.').at(-1) ?? 'bin',
      mediaType,
      content,
    })),
    former,
  });
  await enterSealed(ctx, state.institution, {
    kind: 'case.handed-over',
    cases: [filed.id],
    subject: `case:${caseId}`,
  });
  await recordEmptied(ctx, caseId, former, () => emptyOrdinaryCase(ctx, caseId, events));
}

/** What its writer added before it was sealed belongs to the report. */
function saidByReporter(event: CaseEvent): readonly string[] {
  return event.type === 'ReporterCompleted' || event.type === 'MessageFromReporter' ? [event.data.text] : [];
}

/** Nothing of it is left to be found by words or by its code, nor told in anybody's notices. */
async function emptyOrdinaryCase(ctx: Context, id: string, events: readonly CaseEvent[]): Promise<void> {
  const left = events.map(withoutWords);
  const rows = left.map(({ seq, data }) => ({ seq, data }));
  await sql`
    update case_events e set data = l.data
      from json_to_recordset(${JSON.stringify(rows)}::json) as l (seq integer, data jsonb)
     where e.case_id = ${id} and e.seq = l.seq and e.data <> l.data`.execute(ctx.tx);
  const state = fold(id, left);
  const procedure = ctx.office.procedures.get(state.procedure.id, state.procedure.version);
  await ctx.tx
    .updateTable('cases')
    .set({
      ...snapshotColumns(state, procedure, ctx.now),
      words: sql<string>`''::tsvector`,
      tracking_hash: ctx.office.keys.hash('tracking', `handed over ${randomToken()}`),
    })
    .where('id', '=', id)
    .execute();
  await ctx.tx
    .updateTable('submissions')
    .set({ text: '', place: null, occurred_on: null, institution_named: null })
    .where('case_id', '=', id)
    .execute();
  await ctx.tx.deleteFrom('notifications').where('case_id', '=', id).execute();
}
