import type { CaseState } from '../../domain/cases/case.ts';
import type { PrivacySignal } from '../../domain/privacy/signals.ts';
import { presentClock } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import type { Receipt } from './contract.ts';

/** What the reporter gets in hand: what happens now, who, by which date. Never the contact. */
export function presentReceipt(
  ctx: Pick<Reading, 'now' | 'office' | 'locale'>,
  state: CaseState,
  around: {
    readonly institution: { readonly id: string; readonly name: string };
    readonly by: string;
    readonly raisedBecause: readonly PrivacySignal[];
  },
): Receipt {
  return {
    number: state.number,
    receivedAt: state.receivedAt,
    zone: state.zone,
    channel: state.channel,
    kind: state.kind,
    secrecy: state.secrecy,
    raisedBecause: [...around.raisedBecause],
    anonymous: state.anonymous,
    institution: { id: around.institution.id, name: around.institution.name },
    by: around.by,
    clocks: state.clocks.map((clock) => presentClock(ctx, clock)),
  };
}
