import type { CaseCommandName } from '../../domain/cases/commands.ts';
import { availableActs } from '../../domain/cases/decide.ts';
import type { CaseEvent } from '../../domain/cases/events.ts';
import type { CaseView } from '../cases/contract.ts';
import {
  decisionContext,
  type ListRow,
  machinery,
  presentCase,
  presentListItem,
  snapshotColumns,
} from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import type { SealedListItem } from './contract.ts';
import type { SealedCase } from './sealed-case.ts';

/** The acts that a step waits for; whoever may do one of them has the turn. */
const awaited: readonly CaseCommandName[] = ['verification', 'research', 'examination', 'conclusion'];

export function presentSealedItem(ctx: Reading, found: SealedCase): SealedListItem {
  const acts = availableActs(found.state, decisionContext(ctx, found.state));
  return {
    // What comes by the sealed door is done for nobody else.
    ...presentListItem(ctx, rowOf(ctx, found), { acts, onBehalfOf: null }),
    institution: found.institutionName,
    myTurn: acts.some((act) => awaited.includes(act)),
  };
}

/** The page of one case, drawn by the same hand as that of every other. */
export function presentSealed(
  ctx: Reading,
  found: SealedCase,
  events: readonly CaseEvent[],
  acts: readonly CaseCommandName[],
): CaseView {
  const row = {
    ...rowOf(ctx, found),
    excerpt: '',
    state: found.state,
    text: found.text,
    occurred_on: found.occurredOn,
    place: found.place,
    institution_named: null,
    sender_check: null,
    institution_name: found.institutionName,
    institution_zone: found.institutionZone,
    reach: 'none',
    parent_number: null,
    events: [...formerEvents(found), ...events].filter(({ type }) => !machinery.includes(type)),
    files: found.files.map(({ sha256: _sha256, ...file }) => ({
      ...file,
      purpose: 'evidence' as const,
      sealed: false,
    })),
    letters: [],
    calls: [],
    deliveries: [],
    merged: { here: [], beyond: 0 },
  };
  return presentCase(ctx, { row, state: found.state, acts, actsOnceVerified: [], wholeCase: true });
}

/** What happened at the ordinary door, with numbers before those of the sealed one. */
function formerEvents({ former = [] }: SealedCase): readonly CaseEvent[] {
  return former.flatMap(({ factSeq, fact }) => {
    if (fact === null || factSeq === null || factSeq === 0) return [];
    const { type, at, actor, data } = fact;
    const event = {
      type,
      seq: factSeq - former.length,
      at,
      actor: JSON.parse(actor),
      data: JSON.parse(data),
    };
    return [event as CaseEvent];
  });
}

function rowOf(ctx: Reading, { state, text }: SealedCase): ListRow {
  const procedure = ctx.office.procedures.get(state.procedure.id, state.procedure.version);
  const { state: _json, paused_clock: paused, ...columns } = snapshotColumns(state, procedure, ctx.now);
  return {
    ...columns,
    id: state.id,
    number: state.number,
    channel: state.channel,
    anonymous: state.anonymous,
    received_at: state.receivedAt,
    paused_clock: paused === null ? null : JSON.parse(paused),
    area: null,
    category: null,
    excerpt: text.slice(0, 240),
  };
}
