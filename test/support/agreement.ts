import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { PersonActor } from '../../src/domain/access/actor.ts';
import { passedOver } from '../../src/domain/compliance/branches.ts';
import type { Compliance, ComplianceQuery } from '../../src/features/compliance/contract.ts';
import { getCompliance } from '../../src/features/compliance/get-compliance.ts';
import type { Reading } from '../../src/features/context/index.ts';
import { root } from '../../src/main/root.ts';
import { units } from './cast.ts';
import { countApart, type PlainCase } from './counted-apart.ts';
import type { PlainEvent } from './counted-apart-reading.ts';
import { shutDates } from './counted-apart-time.ts';
import type { TestHouse } from './house.ts';
import { instant } from './office-time.ts';

/** Where the figures are asked for, and by which procedures. */
export type AskedHouse = Pick<TestHouse, 'database' | 'clock'> & { readonly office: Reading['office'] };

type Library = AskedHouse['office']['procedures'];

const shut = shutDates(join(root, 'calendars'));

const controller: PersonActor = {
  kind: 'person',
  id: '60000000-0000-7000-8000-000000000001',
  name: 'Kiki',
  unit: null,
  grants: [
    {
      role: 'control-centre',
      permissions: ['case.read', 'statistics.read'],
      institution: null,
      unitPath: null,
      areaCode: null,
      categoryId: null,
    },
  ],
};

async function asked(house: AskedHouse, query: ComplianceQuery): Promise<Compliance> {
  const ctx: Reading = {
    tx: house.database.kysely,
    actor: controller,
    now: house.clock.now(),
    requestId: 'test',
    locale: 'id',
    office: house.office,
  };
  const found = await getCompliance(ctx, query);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

/** Both counts of one question, as figures by name. */
async function both(house: AskedHouse, cases: readonly PlainCase[], query: ComplianceQuery) {
  const found = await asked(house, query);
  const day = (date: string, plus: number) => Date.parse(instant(date)) + plus * 86_400_000;
  const unit = Object.values(units).find(({ id }) => id === query.unit);
  const apart = countApart(
    cases,
    {
      version: query.version ?? null,
      unit: unit?.path ?? null,
      from: new Date(day(found.from, 0)).toISOString(),
      to: new Date(day(found.to, 1)).toISOString(),
      asOf: found.asOf,
      optional: optionalRows(house.office.procedures, query.procedure),
    },
    shut,
  );
  return { figures: figuresOf(found), apart, found };
}

function optionalRows(library: Library, id: string): ReadonlyMap<string, readonly string[]> {
  const rows = library
    .versions(id)
    .flatMap((procedure) =>
      procedure.steps.flatMap((from) =>
        procedure.steps.map(
          (to) =>
            [`v${procedure.version} ${from.id} ${to.id}`, passedOver(procedure, from.id, to.id)] as const,
        ),
      ),
    );
  return new Map(rows);
}

function figuresOf(found: Compliance): Record<string, number> {
  const { indicator, cases, overall } = found;
  const entries: [string, number | null][] = [
    ['received', cases.received],
    ['followed up', cases.followedUp],
    ['reopened', cases.reopened],
    ...(['kept', 'missed', 'unjudged'] as const).map((name): [string, number] => [name, indicator[name]]),
    ...cases.endings.map(({ ending, count }): [string, number] => [`ending ${ending}`, count]),
    ...(['within', 'late', 'running', 'cancelled'] as const).map((name): [string, number] => [
      `overall ${name}`,
      overall?.[name] ?? 0,
    ]),
    ...found.months.flatMap(({ month, ...counts }) =>
      (['kept', 'missed', 'unjudged'] as const).map((name): [string, number] => [
        `${month} ${name}`,
        counts[name],
      ]),
    ),
    ...found.steps.flatMap(stepFigures),
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== 0)) as Record<
    string,
    number
  >;
}

function stepFigures(step: Compliance['steps'][number]): [string, number | null][] {
  const at = `v${step.version} ${step.step}`;
  const named = ['ran', 'done', 'median', 'p90', 'longest', 'skipped'] as const;
  const judged = ['within', 'late', 'running', 'cancelled'] as const;
  const { count, late, withReporter, oldest } = step.waiting;
  return [
    ...[...named, ...judged].map((name): [string, number | null] => [`${at} ${name}`, step[name]]),
    ...step.branches.map((one): [string, number] => [
      `${at} way ${one.exit ?? ''} ${one.next ?? ''}`,
      one.count,
    ]),
    [`${at} waiting`, count],
    [`${at} waiting late`, late],
    [`${at} waiting reporter`, withReporter],
    [`${at} oldest`, oldest === null ? null : Date.parse(oldest)],
  ];
}

/** What is nought is said by neither. */
function withoutNoughts(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== 0));
}

/** The logs of all cases of a procedure, as plain data. */
export async function logsOf(house: AskedHouse, procedure: string): Promise<readonly PlainCase[]> {
  const { rows } = await house.database.pool.query<{ events: PlainEvent[] }>(
    `select json_agg(json_build_object('type', type, 'at', at, 'data', data) order by seq) as events
     from case_events where case_id in (select id from cases where procedure_id = $1) group by case_id`,
    [procedure],
  );
  return rows;
}

/** Asks both counts and compares every figure; `cases` are the logs of the procedure that is asked for. */
export async function agree(
  house: AskedHouse,
  cases: readonly PlainCase[],
  query: ComplianceQuery,
): Promise<void> {
  const { figures, apart } = await both(house, cases, query);
  assert.ok(Object.keys(apart).length > 20, `there is something to compare: ${JSON.stringify(query)}`);
  assert.deepEqual(figures, withoutNoughts(apart), JSON.stringify(query));
}
