import type { CaseState } from '../../domain/cases/case.ts';
import { nextClock } from '../../domain/cases/queue.ts';
import type { Queue } from '../../domain/cases/words.ts';
import { stateAt } from '../../domain/clocks/clock.ts';
import { findStep } from '../../domain/procedures/next-steps.ts';
import type { Reading } from '../context/index.ts';
import type { CaseListItem } from './contract.ts';

export interface ListRow {
  readonly state: unknown;
  readonly queue: string;
  readonly late: boolean;
  readonly area: string | null;
  readonly category: Record<string, string> | null;
  readonly excerpt: string | null;
}

/** One line of a work list. The reporter's name is never in it. */
export function presentListItem(ctx: Reading, row: ListRow): CaseListItem {
  const state = row.state as CaseState;
  const procedure = ctx.office.procedures.get(state.procedure.id, state.procedure.version);
  const step = state.step === null ? undefined : findStep(procedure, state.step);
  const clock = nextClock(state);
  const at = clock === undefined ? undefined : stateAt(clock, ctx.now, ctx.office.calendar);
  return {
    id: state.id,
    number: state.number,
    title: state.title,
    excerpt: (row.excerpt ?? '').replace(/\s+/g, ' ').trim(),
    kind: state.kind,
    oversight: state.oversight,
    urgent: state.urgent,
    channel: state.channel,
    secrecy: state.secrecy,
    anonymous: state.anonymous,
    status: state.status,
    queue: row.queue as Queue,
    step: step === undefined ? null : { id: step.id, no: step.id, act: step.act },
    unit: state.unit === null ? null : { id: state.unit.id, name: state.unit.name },
    area: row.area,
    category: row.category === null ? null : (row.category[ctx.locale] ?? row.category.id ?? null),
    receivedAt: state.receivedAt,
    clock:
      clock === undefined || clock.due === null || at === undefined
        ? null
        : { rule: clock.rule, due: clock.due, zone: clock.zone, colour: at.colour, daysLeft: at.daysLeft },
    late: row.late,
  };
}
