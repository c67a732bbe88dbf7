import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Context } from '../context/index.ts';
import { isMuted } from '../messages/index.ts';
import { openReporter } from '../reporters/index.ts';
import { insertAndQueue } from './outbox.ts';

/**
 * A notice to a reporter was given up: by SMS, then their address of e-mail is told, if they gave one and have not muted
 * it, that there is news and where it is read. That says less than the SMS would have; the rest stays on the page that
 * their code opens. After e-mail there is only that page. Done again it changes nothing.
 */
export async function tellAnotherWay(
  ctx: Context,
  id: string,
  { mail }: { readonly mail: boolean },
): Promise<void> {
  const lost = await ctx.tx
    .selectFrom('notifications')
    .innerJoin('cases', 'cases.id', 'notifications.case_id')
    .select([
      'notifications.case_id',
      'notifications.event_seq',
      'notifications.locale',
      'notifications.channel',
      'notifications.institution_id',
      'notifications.can_wait',
      'notifications.status',
      'notifications.recipient_kind',
      'cases.status as caseStatus',
    ])
    .where('notifications.id', '=', id)
    .executeTakeFirst();
  if (lost === undefined || lost.status !== 'given-up' || lost.recipient_kind !== 'reporter') return;
  if (!mail || lost.case_id === null || lost.channel === 'email' || lost.caseStatus === 'sealed') return;
  const reporter = await openReporter(ctx, lost.case_id);
  if (reporter?.email == null || (await isMuted(ctx, 'email', reporter.email))) return;
  const { status: _status, caseStatus: _caseStatus, ...same } = lost;
  await insertAndQueue(ctx, [
    {
      ...same,
      id: uuidv7(Date.parse(ctx.now)),
      template: 'other-way',
      channel: 'email',
      params: '{}',
      status: 'queued',
      created_at: ctx.now,
      updated_at: ctx.now,
      queued_at: ctx.now,
    },
  ]);
}
