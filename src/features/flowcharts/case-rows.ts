import type { Procedure } from '../../domain/procedures/procedure.ts';
import { limitWords, type Speaker, shortDate } from '../../platform/i18n/index.ts';
import type { ClockView } from '../cases/contract.ts';
import { type ClockedRow, clockName, clockOfRow, dueWords, usageWords } from '../cases/index.ts';
import type { LivingRowWords } from './living-words.ts';

/** As much of a case as its drawing tells. */
export interface DrawnCase {
  readonly steps: readonly Row[];
  readonly assignments: readonly {
    /** Name of the unit; empty where a person of it has the task, who is never named. */
    readonly to: string;
    readonly state: 'open' | 'reported' | 'cancelled';
    readonly clock: ClockView | null;
  }[];
  readonly clocks: readonly ClockView[];
  /** ISO 8601 UTC. */
  readonly receivedAt: string;
  /** IANA zone of the unit that handles it. */
  readonly zone: string;
}

interface Row extends ClockedRow {
  readonly id: string;
  readonly exit: 'ya' | 'tidak' | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

interface Told {
  readonly speaker: Speaker;
  readonly procedure: Procedure;
  readonly drawn: DrawnCase;
  /** ISO 8601 UTC. */
  readonly now: string;
}

type Line = LivingRowWords['time'][number];

/** The words beside each row of the procedure, in its order, in the reader's language. */
export function caseRows(told: Told): readonly LivingRowWords[] {
  return told.procedure.steps.map((step) =>
    rowOf(
      told,
      told.drawn.steps.find(({ id }) => id === step.id),
    ),
  );
}

function rowOf(told: Told, row: Row | undefined): LivingRowWords {
  if (row === undefined) return { state: 'skipped', exit: null, time: [], tone: null, sign: '' };
  const clock = clockOfRow(told.drawn.clocks, row);
  const words = clock === null ? null : usageWords(told.speaker, clock);
  const measured = words === null || words.tone === 'quiet' ? null : words.tone;
  return {
    state: row.state,
    exit: row.exit,
    tone: measured,
    sign: signOf(told, row, measured),
    time: [...whenLines(told, row, clock), ...taskLines(told, row)],
  };
}

function signOf({ drawn }: Told, row: Row, tone: string | null): string {
  const open = drawn.assignments.filter(({ state }) => state === 'open').length;
  if (row.state === 'done') return tone === 'late' ? '!' : '✓';
  return ['assign', 'delegate'].includes(row.act) && open > 0 && row.state !== 'skipped' ? String(open) : '';
}

function whenLines(told: Told, row: Row, clock: ClockView | null): readonly Line[] {
  const { speaker, drawn, now } = told;
  const { t } = speaker;
  if (row.state === 'skipped') return [plain(t('track.drawing.skipped'))];
  if (row.state === 'next') return [plain(limitOf(told, row))];
  const at = row.endedAt ?? row.startedAt ?? (row.act === 'submit' ? drawn.receivedAt : null);
  const date =
    at === null ? null : `${shortDate(speaker, at, drawn.zone, now)}, ${speaker.time(at, drawn.zone)}`;
  const since = row.endedAt === null && row.act !== 'submit' && row.act !== 'record';
  return [
    ...(date === null ? [] : [plain(since ? capital(t('track.sop.since', { date })) : date)]),
    ...(row.exit === null ? [] : [plain(t(row.exit === 'ya' ? 'track.sop.yes' : 'track.sop.no'))]),
    ...(clock === null ? [] : clockLines(told, clock, row.state !== 'done')),
  ];
}

/** Words of the clock and how much of it is used; while it runs also what it is and when it ends. */
function clockLines({ speaker }: Told, clock: ClockView, isRunning: boolean): readonly Line[] {
  const { tone, words } = usageWords(speaker, clock);
  const due = isRunning
    ? [
        plain(
          speaker.t('track.drawing.due', {
            name: clockName(speaker, clock.rule),
            date: dueWords(speaker, clock, 'day'),
          }),
        ),
      ]
    : [];
  const used =
    clock.daysUsed === null ? [] : [{ ...plain(''), tone, bar: clock.daysUsed / clock.limit.amount }];
  return [...due, { text: words, weight: 'bold', tone }, ...used];
}

function taskLines(told: Told, { act, state }: Row): readonly Line[] {
  const { speaker, drawn } = told;
  if (act !== 'assign' || state === 'next' || state === 'skipped') return [];
  return drawn.assignments.flatMap(({ to, clock, state: stands }, place): readonly Line[] => {
    const name = to === '' ? speaker.t('track.fork.somebody') : to;
    const words = clock === null ? null : usageWords(speaker, clock);
    return [
      { text: `${place + 1}. ${name}`, weight: 'bold' },
      ...(stands === 'reported' ? [plain(speaker.t('track.fork.reported'))] : []),
      ...(words === null ? [] : [{ text: words.words, weight: 'bold' as const, tone: words.tone }]),
    ];
  });
}

function limitOf({ speaker, procedure }: Told, { id }: Row): string {
  const limit = procedure.steps.find((step) => step.id === id)?.limit ?? null;
  return limit === null ? speaker.t('track.drawing.no-limit') : limitWords(speaker, limit);
}

function plain(text: string): Line {
  return { text, weight: 'regular' };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
