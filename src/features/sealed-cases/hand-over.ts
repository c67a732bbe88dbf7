import { sql } from 'kysely';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { trackingCodeFrom } from '../../domain/privacy/tracking-code.ts';
import { randomBytes, randomToken } from '../../platform/crypto/random.ts';
import { takeOutFiles } from '../attachments/index.ts';
import { listEvents } from '../cases/index.ts';
import { forgetInAccounts } from '../citizen-accounts/index.ts';
import type { Context } from '../context/index.ts';
import { recordEmptied } from '../ledger/index.ts';
import { openReporter } from '../reporters/index.ts';
import { listHolders, namedIn } from './keep-out.ts';
import { findOpenDoor } from './open-doors.ts';
import { fileSealed } from './receive-report.ts';

/**
 * A case that a verifier of the ordinary door sealed goes through the sealed one: its words, files and code move there,
 * under a seal of their own, and are taken out of where they lay. From then on its code opens the talk and no tracking
 * page. Where nobody works at the sealed door of the institution it stays as it is: sealed, for the inspectorate to
 * read. What the append-only log says (its title, what was written to and fro) stays there. Runs twice without harm.
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
  const said = (await listEvents(ctx.tx, caseId)).flatMap(saidByReporter);
  const text = [row.text, ...said].join('\n\n');
  const code = (await openReporter(ctx, caseId))?.trackingCode ?? trackingCodeFrom(randomBytes(64));
  await fileSealed(ctx, {
    door,
    text,
    title: state.title,
    receivedAt: state.receivedAt,
    occurredOn: row.occurredOn,
    place: row.place,
    kept: namedIn(`${text} ${row.place ?? ''}`, await listHolders(ctx, state.institution)),
    code,
    trackingHash: row.tracking_hash,
    formHash: null,
    files: (await takeOutFiles(ctx, caseId)).map(({ name, mediaType, content }) => ({
      extension: name.split('.').at(-1) ?? 'bin',
      mediaType,
      content,
    })),
  });
  await recordEmptied(ctx, caseId);
  await emptyOrdinaryCase(ctx, state);
}

/** What its writer added before it was sealed belongs to the report. */
function saidByReporter(event: CaseEvent): readonly string[] {
  return event.type === 'ReporterCompleted' || event.type === 'MessageFromReporter' ? [event.data.text] : [];
}

/** Nothing of it is left to be found by words or by its code, nor told in anybody's notices. */
async function emptyOrdinaryCase(ctx: Context, state: CaseState): Promise<void> {
  const emptied: CaseState = { ...state, title: '', question: null };
  await ctx.tx
    .updateTable('cases')
    .set({
      title: '',
      words: sql<string>`''::tsvector`,
      tracking_hash: ctx.office.keys.hash('tracking', `handed over ${randomToken()}`),
      state: JSON.stringify(emptied),
    })
    .where('id', '=', state.id)
    .execute();
  await ctx.tx
    .updateTable('submissions')
    .set({ text: '', place: null, occurred_on: null })
    .where('case_id', '=', state.id)
    .execute();
  await ctx.tx.deleteFrom('notifications').where('case_id', '=', state.id).execute();
}
