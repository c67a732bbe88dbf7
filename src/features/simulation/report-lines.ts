import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Assumption } from '../../domain/simulation/assumption.ts';
import type { Kept, ReplayResult } from '../../domain/simulation/replay.ts';
import type { SimulationResult } from '../../domain/simulation/simulate.ts';
import type { Interval } from '../../domain/simulation/statistics.ts';
import type { LoadResult } from '../../domain/simulation/summary.ts';
import { formatNumber, type Locale, type Translate, translator } from '../../platform/i18n/index.ts';
import { assumptionText, titleOf } from './assumption-text.ts';
import { promiseName } from './promise-name.ts';
import { tableLines } from './table-lines.ts';

interface Report {
  readonly procedure: Procedure;
  readonly locale: Locale;
  readonly t: Translate;
}

/** A simulation for a terminal: a table of promises and one of actors for each load, then what it rests on. */
export function simulationLines(
  result: SimulationResult,
  procedure: Procedure,
  locale: Locale,
): readonly string[] {
  const report: Report = { procedure, locale, t: translator(locale) };
  const { measured, replications, seed } = result;
  const { id, version } = result.procedure;
  return [
    report.t('simulation.report.title', { procedure: id, version: String(version) }),
    report.t('simulation.report.measured', { ...measured, replications, seed: String(seed) }),
    ...result.loads.flatMap((load) => loadLines(load, report)),
    ...assumptionLines(result.assumptions, report),
  ];
}

function loadLines(load: LoadResult, report: Report): readonly string[] {
  const { t, locale, procedure } = report;
  const number = (value: number, digits = 0) => formatNumber(value, locale, digits);
  const { arrived, finished, inSystem, cut } = load.cases;
  const rows = [...load.promises, ...load.steps.flatMap(({ promise }) => promise ?? [])].filter(
    ({ judged }) => judged > 0,
  );
  const first = load.breaksFirst;
  return [
    '',
    t('simulation.report.load', { load: number(load.load, 2) }),
    t('simulation.report.cases', {
      arrived: number(arrived),
      finished: number(finished),
      inSystem: number(inSystem),
      cut: number(cut),
      throughput: range(load.throughputPerDay, locale, 1),
    }),
    ...(load.stayDays === null
      ? []
      : [t('simulation.report.stay', { days: range(load.stayDays, locale, 1) })]),
    '',
    ...tableLines(
      [
        t('simulation.report.promise'),
        t('simulation.report.limit'),
        t('simulation.report.judged'),
        t('simulation.report.on-time'),
      ],
      rows.map((row) => [
        promiseName(row.id, t),
        t(`limit.${row.limit.unit}`, { amount: row.limit.amount }),
        number(row.judged),
        row.onTime === null ? '-' : percent(row.onTime, locale),
      ]),
    ),
    '',
    ...actorTable(load, report),
    '',
    first === null
      ? t('simulation.report.holds')
      : t('simulation.report.breaks', {
          actor: titleOf(procedure, first.actor),
          load: number(first.atLoad, 2),
        }),
  ];
}

function actorTable({ actors }: LoadResult, { t, locale, procedure }: Report): readonly string[] {
  const number = (value: number, digits = 0) => formatNumber(value, locale, digits);
  return tableLines(
    [
      t('simulation.report.actor'),
      t('simulation.report.people'),
      t('simulation.report.offered'),
      t('simulation.report.busy'),
      t('simulation.report.queue'),
      t('simulation.report.p95'),
      t('simulation.report.max'),
      t('simulation.report.wait'),
      t('simulation.report.growth'),
    ],
    actors.map((actor) => [
      titleOf(procedure, actor.actor),
      number(actor.people),
      `${number(actor.offered.mean * 100, 1)} %`,
      `${number(actor.utilisation.mean * 100, 1)} %`,
      range(actor.queue.mean, locale, 1),
      number(actor.queue.p95),
      number(actor.queue.max),
      actor.waitHours === null ? '-' : range(actor.waitHours, locale, 1),
      // Not -0 where it shrinks by less than is shown.
      number(Math.round(actor.growthPerDay.mean * 10) / 10 + 0, 1),
    ]),
  );
}

/** A replay for a terminal: what would have been kept beside what was. */
export function replayLines(result: ReplayResult, procedure: Procedure, locale: Locale): readonly string[] {
  const report: Report = { procedure, locale, t: translator(locale) };
  const { t } = report;
  const { overall, steps, allLimits } = result;
  const { id, version } = result.procedure;
  if (result.cases === 0) return [t('simulation.report.no-cases', { procedure: id })];
  const share = ({ judged, kept }: Kept) =>
    judged === 0 ? '-' : `${formatNumber((100 * kept) / judged, locale, 1)} % (${kept}/${judged})`;
  const promises = [
    { ...overall, id: 'overall' },
    ...steps.map((step) => ({ ...step, id: `step:${step.step}` })),
  ];
  const rows = promises.flatMap(({ id: promise, limit, would, really }) =>
    limit === null
      ? []
      : [
          [
            promiseName(promise, t),
            t(`limit.${limit.unit}`, { amount: limit.amount }),
            share(would),
            share(really),
          ],
        ],
  );
  return [
    t('simulation.report.replay', { cases: result.cases, procedure: id, version: String(version) }),
    t('simulation.report.replay-ended', { ended: result.ended, really: result.reallyEnded }),
    t('simulation.report.replay-change', { better: overall.better, worse: overall.worse }),
    '',
    ...tableLines(
      [
        t('simulation.report.promise'),
        t('simulation.report.limit'),
        t('simulation.report.would'),
        t('simulation.report.really'),
      ],
      [...rows, [t('simulation.report.all'), '', share(allLimits.would), share(allLimits.really)]],
    ),
    ...assumptionLines(result.assumptions, report),
  ];
}

function assumptionLines(assumptions: readonly Assumption[], report: Report): readonly string[] {
  const { t, locale, procedure } = report;
  return [
    '',
    t('simulation.report.assumptions'),
    ...assumptions.map(
      (one) => `- ${assumptionText(one, procedure, locale)} [${t(`simulation.source.${one.source}`)}]`,
    ),
  ];
}

/** `12,3 (11,9–12,7)` */
function range({ mean, low, high }: Interval, locale: Locale, digits: number): string {
  const number = (value: number) => formatNumber(value, locale, digits);
  return `${number(mean)} (${number(low)}–${number(high)})`;
}

function percent({ mean, low, high }: Interval, locale: Locale): string {
  const number = (value: number) => formatNumber(value * 100, locale, 1);
  return `${number(mean)} % (${number(low)}–${number(high)})`;
}
