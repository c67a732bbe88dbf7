import { can } from '../../domain/access/can.ts';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { nameClosedTo } from '../../domain/cases/conversation.ts';
import { restrictionRefusal } from '../../domain/cases/data-rights.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { decisionContext } from '../cases/index.ts';
import { type Context, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { getInstitution } from '../organizations/index.ts';
import { openReporter } from '../reporters/index.ts';
import { letterPaper } from './letter-paper.ts';
import type { Paper } from './paint-paper.ts';

/**
 * Makes the letter of a notice and notes that it was printed, which is how far its delivery can be followed; printed
 * again it keeps its first date. Name and address are opened for it, so it stands in the ledger, asks for a fresh proof,
 * and is refused wherever opening the identity would be: `step-up-needed`, `name-closed-to-unit`,
 * `processing-restricted`, `identity-destroyed`; `not-found` for a letter out of reach.
 */
export async function printLetter(
  ctx: Context,
  id: string,
  publicUrl: string,
): Promise<Result<Paper, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const row = await findLetter(ctx, id);
  if (row === undefined) return err(refusal('not-found'));
  const state = row.state as CaseState;
  const reach = reachOf(state);
  if (reach.sealed || !can(actor, 'letter.print', reach)) return err(refusal('not-found'));
  const decision = decisionContext(ctx, state);
  const closed = nameClosedTo(state, decision, 'letter.print') ? refusal('name-closed-to-unit') : null;
  const refused = closed ?? restrictionRefusal(state, decision) ?? staleProof(ctx);
  if (refused !== null) return err(refused);
  const reporter = await openReporter(ctx, state.id);
  if (reporter === undefined) return err(refusal('identity-destroyed'));
  const institution = await getInstitution(ctx.tx, state.institution);
  await ctx.tx
    .updateTable('notifications')
    .set({
      attempts: row.attempts + 1,
      ...(row.status === 'sent' ? {} : { status: 'sent', updated_at: ctx.now }),
    })
    .where('id', '=', id)
    .execute();
  await record(ctx, {
    kind: 'letter.printed',
    institution: state.institution,
    caseId: state.id,
    subject: `notification:${id}`,
    details: { template: row.template, again: row.status === 'sent' },
  });
  const { template, params } = row;
  return ok(letterPaper({ state, reporter, institution, template, params, now: ctx.now, publicUrl }));
}

function findLetter({ tx }: Context, id: string) {
  return tx
    .selectFrom('notifications')
    .innerJoin('cases', 'cases.id', 'notifications.case_id')
    .where('notifications.id', '=', id)
    .where('notifications.channel', '=', 'letter')
    .select([
      'notifications.template',
      'notifications.params',
      'notifications.status',
      'notifications.attempts',
      'cases.state',
    ])
    .forUpdate('notifications')
    .executeTakeFirst();
}
