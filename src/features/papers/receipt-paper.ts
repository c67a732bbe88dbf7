import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import { formatDateTime, translator } from '../../platform/i18n/index.ts';
import type { Reading } from '../context/index.ts';
import type { TrackingView } from '../submissions/contract.ts';
import { getTracking } from '../submissions/index.ts';
import type { Paper } from './paint-paper.ts';

const t = translator('id');

/**
 * The receipt on paper, for whoever holds the code: a visitor takes it along, or it is sent back to who wrote a letter.
 * Without a name, so that a lost paper tells nobody who complained. Refuses `not-found` (code).
 */
export async function receiptPaper(
  ctx: Reading,
  code: string,
  publicUrl: string,
): Promise<Result<Paper, Refusal>> {
  const found = await getTracking(ctx, code);
  if (!found.ok) return found;
  const view = found.value;
  return ok({
    title: t('paper.receipt.title', { number: view.number }),
    author: view.institution.name,
    made: ctx.now,
    blocks: [
      { is: 'head', institution: view.institution.name, unit: null },
      { is: 'title', words: t('paper.receipt.title', { number: view.number }) },
      { is: 'text', words: t('paper.receipt.lead') },
      {
        is: 'code',
        name: t('paper.receipt.code'),
        code: view.code,
        address: `${publicUrl}/lacak/${view.code}`,
        alt: t('paper.receipt.qr'),
      },
      { is: 'text', words: t('paper.receipt.keep', { address: `${publicUrl}/lacak` }) },
      { is: 'facts', rows: factsOf(view) },
      { is: 'small', words: t('paper.receipt.free') },
      {
        is: 'small',
        words: t('paper.receipt.printed', { moment: formatDateTime(ctx.now, view.zone, 'id') }),
      },
    ],
  });
}

function factsOf(view: TrackingView): readonly (readonly [string, string])[] {
  const moment = (at: string, zone: string) => formatDateTime(at, zone, 'id');
  const { nextClock } = view;
  const by = view.unit ?? view.steps.find(({ state }) => state === 'here')?.by ?? view.institution.name;
  return [
    [t('paper.receipt.received'), moment(view.receivedAt, view.institution.zone)],
    [t('paper.receipt.channel'), t(`channel-via.${view.channel}`)],
    [t('paper.receipt.kind'), t(`kind.${view.kind}`)],
    [t('paper.receipt.next'), t('paper.receipt.next.by', { by })],
    ...(nextClock?.due == null
      ? []
      : [[t('paper.receipt.until'), moment(nextClock.due, nextClock.zone)] as const]),
    [t('paper.receipt.answer'), t(`paper.receipt.reach.${view.reach}`)],
  ];
}
