import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Context } from '../context/index.ts';
import { findToldDeputyship } from '../people/index.ts';
import { insertAndQueue, type NewNotification } from './outbox.ts';

/**
 * Tells both of a deputyship that it was set, begins, is over or was withdrawn, each in their own language: in the
 * console, and by mail where mail can be sent. Names and days, nothing of any case. What was withdrawn neither begins
 * nor ends any more; whose account is closed is told nothing. Each once, however often this runs.
 */
export async function tellOfDeputyship(
  ctx: Context,
  { id, moment }: { readonly id: string; readonly moment: string },
  { mail }: { readonly mail: boolean },
): Promise<void> {
  const told = await findToldDeputyship(ctx.tx, id);
  if (told === undefined || (told.endedAt !== null && ['begins', 'ends'].includes(moment))) return;
  const { absent, deputy, from, until } = told;
  const days = { absent: absent.name, deputy: deputy.name, firstDay: from, lastDay: until };
  const rows = (['deputy', 'absent'] as const).flatMap((side) => {
    const { id: personId, locale, active, institution } = told[side];
    if (!active) return [];
    const inConsole: NewNotification = {
      id: uuidv7(Date.parse(ctx.now)),
      case_id: null,
      deputyship_id: id,
      event_seq: 0,
      template: `deputy-${moment}`,
      locale,
      recipient_kind: 'person',
      person_id: personId,
      unit_id: null,
      channel: 'console',
      params: JSON.stringify({ ...days, side }),
      status: 'readable',
      institution_id: institution,
      created_at: ctx.now,
      updated_at: ctx.now,
      queued_at: ctx.now,
    };
    const byMail = { ...inConsole, id: uuidv7(Date.parse(ctx.now)), channel: 'email', status: 'queued' };
    return mail ? [inConsole, byMail] : [inConsole];
  });
  await insertAndQueue(ctx, rows);
}
