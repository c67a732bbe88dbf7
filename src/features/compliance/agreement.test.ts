import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildDemoWorld } from '../../../seeds/demo/index.ts';
import { units } from '../../../test/support/cast.ts';
import { countApart, type PlainCase } from '../../../test/support/counted-apart.ts';
import type { PlainEvent } from '../../../test/support/counted-apart-reading.ts';
import { shutDates } from '../../../test/support/counted-apart-time.ts';
import { silentLog } from '../../../test/support/database.ts';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { shippedProcedures } from '../../../test/support/office-hours.ts';
import { instant } from '../../../test/support/office-time.ts';
import { randomHistory, seeded, withManyLimits } from '../../../test/support/random-histories.ts';
import { foundInstitution, storeHistories } from '../../../test/support/stored-histories.ts';
import type { PersonActor } from '../../domain/access/actor.ts';
import { passedOver } from '../../domain/compliance/branches.ts';
import { makeLibrary } from '../../domain/procedures/library.ts';
import { rebuildCompliance } from '../../main/rebuild-compliance.ts';
import { root } from '../../main/root.ts';
import { importAreas } from '../areas/index.ts';
import type { Reading } from '../context/index.ts';
import type { Compliance, ComplianceQuery } from './contract.ts';
import { getCompliance } from './get-compliance.ts';

/**
 * The figures against a second count that shares no code with the first (`counted-apart.ts`): over the demo world
 * and over ten thousand cases walked at random, for periods, versions, units and past days.
 */
const shut = shutDates(join(root, 'calendars'));
const shipped = shippedProcedures();
const ministry = shipped.latest('kemensos/pengelolaan-sp4n-lapor');
const campus = shipped.latest('politeknik/pengaduan-online');
const library = makeLibrary([ministry, withManyLimits(ministry, 2), campus]);

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

async function asked(house: TestHouse, query: ComplianceQuery): Promise<Compliance> {
  const ctx: Reading = {
    tx: house.database.kysely,
    actor: controller,
    now: house.clock.now(),
    requestId: 'test',
    locale: 'id',
    office: { ...house.office, procedures: library },
  };
  const found = await getCompliance(ctx, query);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

/** Both counts of one question, as figures by name. */
async function both(house: TestHouse, cases: readonly PlainCase[], query: ComplianceQuery) {
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
      optional: optionalRows(query.procedure),
    },
    shut,
  );
  return { figures: figuresOf(found), apart, found };
}

function optionalRows(id: string): ReadonlyMap<string, readonly string[]> {
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

async function logsOf(house: TestHouse, procedure: string): Promise<readonly PlainCase[]> {
  const { rows } = await house.database.pool.query<{ events: PlainEvent[] }>(
    `select json_agg(json_build_object('type', type, 'at', at, 'data', data) order by seq) as events
     from case_events where case_id in (select id from cases where procedure_id = $1) group by case_id`,
    [procedure],
  );
  return rows;
}

async function agree(house: TestHouse, cases: readonly PlainCase[], query: ComplianceQuery): Promise<void> {
  const { figures, apart } = await both(house, cases, query);
  assert.ok(Object.keys(apart).length > 20, `there is something to compare: ${JSON.stringify(query)}`);
  assert.deepEqual(figures, withoutNoughts(apart), JSON.stringify(query));
}

const count = 10_000;

test(`Over ${count} cases walked at random both counts agree`, async (t) => {
  const house = await testHouse({ now: '2026-11-26T03:00:00.000Z' });
  await foundInstitution(house);
  const random = seeded(2611);
  await storeHistories(house, count, (place) => {
    const procedure = [ministry, campus, library.get(ministry.id, 2)][place % 3] ?? ministry;
    const start = Date.parse('2026-01-02T00:00:00.000Z') + Math.floor(random() * 310 * 86_400_000);
    return randomHistory(random, procedure, new Date(start).toISOString());
  });
  const { database, clock } = house;
  const office = { ...house.office, procedures: library };
  assert.equal(await rebuildCompliance({ database, office, clock: clock.now }), count);

  for (const procedure of [ministry.id, campus.id]) {
    const cases = await logsOf(house, procedure);
    const year = { procedure, from: '2026-01-01', to: '2026-12-31' };
    const questions: readonly ComplianceQuery[] = [
      year,
      { procedure },
      { ...year, asOf: '2026-06-30' },
      { ...year, asOf: '2026-03-23T08:59:59.999Z' },
      { procedure, from: '2026-02-01', to: '2026-02-28', asOf: '2026-03-04' },
      { ...year, version: library.latest(procedure).version, asOf: '2026-09-17T05:00:00Z' },
      { ...year, unit: units.sentra.id },
      { ...year, unit: units.directorate.id, asOf: '2026-08-18' },
    ];
    for (const question of questions) {
      await t.test(JSON.stringify(question), () => agree(house, cases, question));
    }
  }
});

test('Over the demo world both counts agree, on the day and on days before', async (t) => {
  const house = await testHouse({ now: '2026-11-24T03:20:00.000Z' });
  const { database, office, clock } = house;
  await importAreas(database.pool, join(root, 'seeds/reference/areas.csv.gz'), silentLog);
  await buildDemoWorld({ database, office, clock: clock.now }, () => {});
  for (const procedure of [ministry.id, campus.id]) {
    const cases = await logsOf(house, procedure);
    const from = '2026-08-01';
    for (const asOf of ['2026-11-24', '2026-11-16', '2026-10-20']) {
      await t.test(`${procedure} ${asOf}`, () => agree(house, cases, { procedure, from, asOf }));
    }
  }
});
