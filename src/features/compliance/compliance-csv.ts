import { translate } from '../../platform/i18n/index.ts';
import type { Locale } from '../context/index.ts';
import type { Compliance, StepFigures } from './contract.ts';
import { branchName, endingName } from './figure-names.ts';

/**
 * The same figures as a table of one figure a line, its meaning beside it. UTF-8 with a mark, so that a
 * spreadsheet knows it; semicolons and decimal commas in Indonesian, commas and decimal points in English, as
 * spreadsheets set to these languages expect. A cell that would be taken for a formula begins with an apostrophe.
 */
export function complianceCsv(compliance: Compliance, locale: Locale): string {
  const text: Say = (key, params) => translate(locale, key, params);
  const say: Say = (key, params) => text(`console.compliance.${key}`, params);
  const head = columns.map((column) => say(`csv.${column}`));
  const { procedure, from, to, asOf } = compliance;
  const lines = linesOf(compliance, say, text).map(({ part, version, step, what, figure, value, unit }) => [
    procedure.id,
    from,
    to,
    asOf,
    part,
    version ?? '',
    step ?? '',
    what ?? '',
    say(`figure.${figure}`),
    value,
    unit,
    say(`figure.${figure}.meaning`),
  ]);
  return `\uFEFF${[head, ...lines].map((line) => writeLine(line, locale)).join('\r\n')}\r\n`;
}

const columns = [
  'procedure',
  'from',
  'to',
  'as-of',
  'part',
  'version',
  'step',
  'what',
  'figure',
  'value',
  'unit',
  'meaning',
] as const;

interface Line {
  readonly part: string;
  readonly version?: number;
  readonly step?: string;
  readonly what?: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
}

type Say = Parameters<typeof endingName>[1];

function linesOf(compliance: Compliance, say: Say, text: Say): readonly Line[] {
  const { indicator, cases, overall, months, actors, units } = compliance;
  const inCases = { unit: say('csv.cases') };
  const inShare = { unit: say('csv.per-cent') };
  const part = say('indicator');
  return [
    ...valued([{ part, figure: 'indicator', value: indicator.share, ...inShare }]),
    ...(['kept', 'missed', 'unjudged'] as const).map((figure) => ({
      part,
      figure,
      value: indicator[figure],
      ...inCases,
    })),
    ...months.flatMap((month) =>
      (['kept', 'missed', 'unjudged'] as const).map((figure) => ({
        part: say('chart'),
        what: month.month,
        figure,
        value: month[figure],
        ...inCases,
      })),
    ),
    ...caseLines(cases, say, text),
    ...(overall === null
      ? []
      : valued([
          { part: say('whole'), figure: 'overall', value: overall.share, ...inShare },
          ...judgedLines(overall, { part: say('whole'), ...inCases }),
        ])),
    ...compliance.steps.flatMap((step) => stepLines(step, say, text)),
    ...actors.flatMap((one) =>
      judgedLines(one, { part: say('actors'), what: one.actors.join(', '), unit: say('csv.runs') }),
    ),
    ...units.flatMap((one) =>
      judgedLines(one, {
        part: say('units'),
        what: one.unitName === '' ? say('units.none') : one.unitName,
        unit: say('csv.runs'),
      }),
    ),
  ];
}

function caseLines(cases: Compliance['cases'], say: Say, text: Say): readonly Line[] {
  const about = { part: say('cases'), unit: say('csv.cases') };
  return [
    { ...about, figure: 'received', value: cases.received },
    { ...about, figure: 'followed-up', value: cases.followedUp },
    { ...about, figure: 'settled', value: cases.settled },
    { ...about, figure: 'reopened', value: cases.reopened },
    ...cases.endings.map(({ ending, count }) => ({
      ...about,
      what: endingName(ending, text),
      figure: 'ending',
      value: count,
    })),
  ];
}

function stepLines(step: StepFigures, say: Say, text: Say): readonly Line[] {
  const about = {
    part: say('steps'),
    version: step.version,
    step: step.step,
    what: step.activity,
    unit: say('csv.runs'),
  };
  const times = { ...about, unit: say(`csv.used.${step.usedUnit}`) };
  const days = { ...about, unit: say('csv.used.workingDay') };
  const cases = { ...about, unit: say('csv.cases') };
  return valued([
    { ...about, figure: 'ran', value: step.ran },
    { ...about, figure: 'share', value: step.share, unit: say('csv.per-cent') },
    ...(step.limit === null ? [] : judgedLines(step, about)),
    { ...about, figure: 'done', value: step.done },
    { ...times, figure: 'median', value: step.median },
    { ...times, figure: 'p90', value: step.p90 },
    { ...times, figure: 'longest', value: step.longest },
    ...(step.optional ? [{ ...about, figure: 'skipped', value: step.skipped }] : []),
    { ...cases, figure: 'waiting', value: step.waiting.count },
    { ...cases, figure: 'waiting-late', value: step.waiting.late },
    { ...days, figure: 'oldest', value: step.waiting.oldestDays },
    ...step.branches.map((branch) => ({
      ...about,
      what: branchName(branch, text),
      figure: 'branch',
      value: branch.count,
    })),
  ]);
}

function judgedLines(
  counts: Readonly<Record<'within' | 'late' | 'running' | 'cancelled', number>>,
  about: Omit<Line, 'figure' | 'value'>,
): readonly Line[] {
  return (['within', 'late', 'running', 'cancelled'] as const).map((figure) => ({
    ...about,
    figure,
    value: counts[figure],
  }));
}

/** A figure that nothing gives is not a line. */
function valued(
  lines: readonly (Omit<Line, 'value'> & { readonly value: number | null })[],
): readonly Line[] {
  return lines.flatMap((line) => (line.value === null ? [] : [{ ...line, value: line.value }]));
}

function writeLine(cells: readonly (string | number)[], locale: Locale): string {
  const [separator, decimal] = locale === 'id' ? [';', ','] : [',', '.'];
  return cells
    .map((cell) => (typeof cell === 'number' ? String(cell).replace('.', decimal) : quoted(cell)))
    .join(separator);
}

/** Everything that people wrote is quoted, and none of it is a formula. */
function quoted(text: string): string {
  const harmless = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
