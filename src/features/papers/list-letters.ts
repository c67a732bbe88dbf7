import { expressionBuilder } from 'kysely';
import { holds, isOfHandlingUnit } from '../../domain/access/can.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { translate } from '../../platform/i18n/index.ts';
import { reachable } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import type { LetterItem, LetterList, LettersQuery } from './contract.ts';

/** More wait on no desk; the oldest are shown first, and what is printed makes room. */
const most = 200;

/**
 * The letters to reporters that wait to be printed, or were, of the cases in the person's reach. Whoever is refused the
 * name of a reporter (L1, L3) is not shown their letters. One statement. Refuses `not-authorized`.
 */
export async function listLetters(
  ctx: Reading,
  { state = 'waiting' }: LettersQuery,
): Promise<Result<LetterList, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  if (!holds(actor, 'letter.print')) return err(refusal('not-authorized'));
  const cases = expressionBuilder<Schema, 'cases'>();
  const rows = await ctx.tx
    .selectFrom('notifications')
    .innerJoin('cases', 'cases.id', 'notifications.case_id')
    .where('notifications.channel', '=', 'letter')
    .where('notifications.status', '=', state === 'waiting' ? 'queued' : 'sent')
    .where('cases.status', '<>', 'sealed')
    .where(
      reachable(cases, actor, 'letter.print', (grant) =>
        isOfHandlingUnit(grant) ? [cases('cases.secrecy', 'not in', ['L1', 'L3'])] : [],
      ),
    )
    .select([
      'notifications.id',
      'notifications.template',
      'notifications.created_at as writtenAt',
      'notifications.updated_at as updatedAt',
      'notifications.params',
      'cases.id as caseId',
      'cases.number',
      'cases.title',
    ])
    .orderBy('notifications.created_at', state === 'waiting' ? 'asc' : 'desc')
    .orderBy('notifications.id', state === 'waiting' ? 'asc' : 'desc')
    .limit(most)
    .execute();
  return ok({
    items: rows.map(
      ({ template, params, updatedAt, ...row }): LetterItem => ({
        ...row,
        subject: translate(ctx.locale, `notification.${template}.subject`, params),
        printedAt: state === 'printed' ? updatedAt : null,
      }),
    ),
  });
}
