import { limitWords, type Speaker } from '../../platform/i18n/index.ts';
import type { ClockView } from './contract.ts';

/** `tone` picks the colour; the words say the same without it. */
export interface ClockWords {
  readonly tone: 'ok' | 'soon' | 'late' | 'quiet';
  readonly words: string;
}

/** Name of a clock by its rule: a rule of the table, `step:<no>`, `overall` or `assignment`. */
export function clockName(reader: Speaker, rule: string): string {
  const step = stepOf(rule);
  if (step !== null) return reader.t('clock.step.name', { no: step });
  return reader.t(`clock.${rule.split(':')[0]}.name`);
}

export function clockAbout(reader: Speaker, rule: string): string {
  return reader.t(`clock.${stepOf(rule) === null ? rule.split(':')[0] : 'step'}.about`);
}

/**
 * The due date in words, in the clock's own zone. The hour is told for limits in hours and minutes only;
 * a day's limit ends when the office closes. Empty where no calendar reaches that far.
 */
export function dueWords(reader: Speaker, clock: ClockView, width: 'date' | 'day' = 'date'): string {
  const { due, zone, limit, provisional } = clock;
  if (due === null) return reader.t('clock-state.undated');
  const inDays = limit.unit === 'workingDay' || limit.unit === 'calendarDay';
  const words = !inDays
    ? reader.dateTime(due, zone)
    : width === 'date'
      ? reader.date(due, zone)
      : reader.day(due, zone);
  return provisional ? `${words} (${reader.t('clock-state.provisional')})` : words;
}

/** How a clock stands, for the table of dates. */
export function stateWords({ t }: Speaker, clock: ClockView): ClockWords {
  const { outcome, colour, daysLeft } = clock;
  const over = daysLeft === null ? null : Math.max(0, -daysLeft);
  if (outcome === 'cancelled') return { tone: 'quiet', words: t('clock-state.cancelled') };
  if (outcome === 'met') return { tone: 'ok', words: t('clock-state.met') };
  if (outcome === 'late' && clock.owner === 'reporter')
    return { tone: 'quiet', words: t('clock-state.late-yours') };
  if (outcome === 'late') {
    const words =
      over === null ? t('clock-state.late-done-short') : t('clock-state.late-done', { days: over });
    return { tone: 'late', words };
  }
  if (colour === 'late') return { tone: 'late', words: lateWords(t, clock.owner, over) };
  if (outcome === 'paused') {
    const words =
      daysLeft === null ? t('clock-state.paused') : t('clock-state.paused-left', { days: daysLeft });
    return { tone: 'quiet', words };
  }
  const tone = colour === 'soon' ? 'soon' : 'quiet';
  return {
    tone,
    words: daysLeft === null ? t('clock-state.running') : t('clock-state.left', { days: daysLeft }),
  };
}

function lateWords(t: Speaker['t'], owner: ClockView['owner'], days: number | null): string {
  if (owner === 'reporter') return t('clock-state.late-yours');
  return days === null ? t('clock-state.late-short') : t('clock-state.late', { days });
}

/** How much of a step's time is used, beside the little boxes. */
export function usageWords(reader: Speaker, clock: ClockView): ClockWords {
  const { t } = reader;
  const { amount, unit } = clock.limit;
  const limit = limitWords(reader, clock.limit);
  const { outcome, colour, daysUsed: used, daysLeft } = clock;
  if (outcome === 'cancelled' || outcome === 'paused') return stateWords(reader, clock);
  const late = outcome === 'late' || colour === 'late';
  if (used === null) {
    if (outcome === 'running') return { ...stateWords(reader, clock), tone: toneOf(clock) };
    return late
      ? { tone: 'late', words: t('clock-use.late', { limit }) }
      : { tone: 'ok', words: t('clock-use.met', { limit }) };
  }
  const over = t('clock-use.over', { days: Math.max(0, used - amount) });
  if (outcome === 'met')
    return {
      tone: 'ok',
      words: used === 0 ? t('clock-use.same-day') : t('clock-use.done', { used, limit }),
    };
  if (outcome === 'late')
    return { tone: 'late', words: t('clock-use.done-late', { used, limit, late: over }) };
  if (late) return { tone: 'late', words: t('clock-use.done-late', { used, limit, late: over }) };
  if (used === 0) return { tone: toneOf(clock), words: t('clock-use.first-day', { limit }) };
  const left = t('clock-use.left', { days: daysLeft ?? amount - used });
  return { tone: toneOf(clock), words: t('clock-use.running', { used, amount, unit, left }) };
}

function toneOf(clock: ClockView): ClockWords['tone'] {
  if (clock.colour === 'late') return 'late';
  return clock.colour === 'soon' ? 'soon' : 'ok';
}

export function isOpen(clock: ClockView): boolean {
  return clock.outcome === 'running' || clock.outcome === 'paused';
}

/** The row of the form that a rule belongs to, where it is a step's own time. */
export function stepOf(rule: string): string | null {
  return rule.startsWith('step:') ? rule.slice('step:'.length) : null;
}
