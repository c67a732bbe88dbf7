import { sql } from 'kysely';
import type { CaseCommandName } from '../../domain/cases/commands.ts';
import type { CaseKind, CaseStatus, Queue, SecrecyLevel } from '../../domain/cases/words.ts';
import { type Clock, promiseAt, stateAt } from '../../domain/clocks/clock.ts';
import { findStep } from '../../domain/procedures/next-steps.ts';
import type { LimitUnit } from '../../domain/procedures/procedure.ts';
import type { Reading } from '../context/index.ts';
import type { CaseListItem } from './contract.ts';

/** What a row shows, from the columns of a case alone (`areas` and `categories` stand beside it). */
export const lineColumns = [
  'cases.id',
  'cases.number',
  'cases.procedure_id',
  'cases.procedure_version',
  'cases.title',
  'cases.kind',
  'cases.oversight',
  'cases.urgent',
  'cases.channel',
  'cases.secrecy',
  'cases.anonymous',
  'cases.status',
  'cases.queue',
  'cases.step',
  'cases.unit_id',
  'cases.unit_name',
  'cases.received_at',
  'cases.due_at',
  'cases.due_clock',
  'cases.due_zone',
  'cases.due_unit',
  'cases.due_area',
  'cases.due_unit_path',
  'cases.paused_clock',
  'cases.late',
  'areas.full_name as area',
  'categories.name as category',
  sql<string>`(select left(s.text, 240) from submissions s where s.id = cases.id)`.as('excerpt'),
] as const;

export interface ListRow {
  readonly id: string;
  readonly number: string;
  readonly procedure_id: string;
  readonly procedure_version: number;
  readonly title: string;
  readonly kind: string;
  readonly oversight: boolean;
  readonly urgent: boolean;
  readonly channel: string;
  readonly secrecy: string;
  readonly anonymous: boolean;
  readonly status: string;
  readonly queue: string;
  readonly step: string | null;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly received_at: string;
  readonly due_at: string | null;
  readonly due_clock: string | null;
  readonly due_zone: string | null;
  readonly due_unit: string | null;
  readonly due_area: string | null;
  readonly due_unit_path: string | null;
  readonly paused_clock: unknown;
  readonly late: boolean;
  readonly area: string | null;
  readonly category: Record<string, string> | null;
  readonly excerpt: string | null;
}

/** One line of a work list, with what the reader may do there now. The reporter's name is never in it. */
export function presentListItem(
  ctx: Reading,
  row: ListRow,
  reader: Pick<CaseListItem, 'onBehalfOf'> & { readonly acts: readonly CaseCommandName[] },
): CaseListItem {
  const procedure = ctx.office.procedures.get(row.procedure_id, row.procedure_version);
  const step = row.step === null ? undefined : findStep(procedure, row.step);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    excerpt: (row.excerpt ?? '').replace(/\s+/g, ' ').trim(),
    kind: row.kind as CaseKind,
    oversight: row.oversight,
    urgent: row.urgent,
    channel: row.channel,
    secrecy: row.secrecy as SecrecyLevel,
    anonymous: row.anonymous,
    status: row.status as CaseStatus,
    queue: row.queue as Queue,
    step: step === undefined ? null : { id: step.id, no: step.id, act: step.act },
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    area: row.area,
    category: row.category === null ? null : (row.category[ctx.locale] ?? row.category.id ?? null),
    receivedAt: row.received_at,
    clock: presentDue(ctx, row),
    late: row.late,
    acts: [...reader.acts],
    onBehalfOf: reader.onBehalfOf,
  };
}

/** The deadline of the row: counting towards its date, or what is left of it while it does not count. */
function presentDue(ctx: Reading, row: ListRow): CaseListItem['clock'] {
  const { due_at: due, due_clock: rule, due_zone: zone, due_unit: unit } = row;
  if (due === null || rule === null || zone === null || unit === null) return null;
  const { calendar } = ctx.office;
  const { colour, daysLeft } =
    row.paused_clock === null
      ? promiseAt(
          { due, zone, unit: unit as LimitUnit, area: row.due_area, unitPath: row.due_unit_path },
          ctx.now,
          calendar,
        )
      : stateAt(row.paused_clock as Clock, ctx.now, calendar);
  return { rule, due, zone, colour, daysLeft };
}
