import { type Calendar, calendarFor, localDate } from './calendar.ts';
import { type Clock, pausesOf } from './clock.ts';
import { type ClockLocale, dateWords, instantWords, rangesWords, rangeWithWeekdays } from './date-words.ts';
import { type Explanation, rangesOf, skippedRanges } from './explanation.ts';
import { type ExplanationTexts, explanationTexts } from './explanation-texts.ts';
import { parseInstant } from './instant.ts';
import { type DueDate, dueDate } from './working-time.ts';

/** Counts the clock again, day by day: what was counted, what was passed over, and why. */
export function explainClock(clock: Clock, national: Calendar): Explanation {
  const calendar = calendarFor(national, clock);
  const pauses = pausesOf(clock);
  const dated = dueDate({ ...clock, pauses, calendar });
  const count: Pick<DueDate, 'due' | 'counted' | 'skipped' | 'left'> = dated.ok
    ? dated.value
    : { due: null, counted: [], skipped: [], left: null };
  const lastDay = clock.due ?? count.due ?? clock.startedAt;
  return {
    clock: clock.id,
    rule: clock.rule,
    name: clock.name ?? null,
    owner: clock.owner,
    zone: clock.zone,
    limit: clock.limit,
    source: clock.source,
    startedAt: clock.startedAt,
    day0: dated.ok ? dated.value.day0 : null,
    counted: rangesOf(count.counted),
    skipped: skippedRanges(count.skipped, calendar),
    pauses,
    due: clock.due,
    computedDue: count.due,
    keptPromise:
      clock.due !== null && count.due !== null && parseInstant(count.due) < parseInstant(clock.due),
    provisional: clock.provisional,
    unsettledYears: clock.provisional ? unsettledYears(clock, lastDay, calendar) : [],
    left: count.left,
    gapYear: dated.ok ? null : dated.error.details.year,
    outcome: clock.outcome,
    stoppedAt: clock.stoppedAt,
  };
}

/** The explanation in plain sentences, as a person would write the sum on paper. */
export function formatExplanation(explanation: Explanation, locale: ClockLocale): string {
  const texts = explanationTexts[locale];
  return [
    countSentence(explanation, texts, locale),
    dueSentence(explanation, texts, locale),
    pauseSentence(explanation, texts, locale),
    endSentence(explanation, texts, locale),
    `${texts.source}: ${sourceWords(explanation.source, texts)}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function unsettledYears(clock: Clock, lastDay: string, calendar: Calendar): readonly number[] {
  const [from, to] = [clock.startedAt, lastDay].map((at) => Number(localDate(at, clock.zone).slice(0, 4)));
  const years: number[] = [];
  for (let year = from ?? 0; year <= (to ?? 0); year += 1) {
    if (calendar.years.get(year)?.provisional !== false) years.push(year);
  }
  return years;
}

function countSentence(explanation: Explanation, texts: ExplanationTexts, locale: ClockLocale): string {
  const { limit, startedAt, zone, day0 } = explanation;
  const amount = texts.limit(limit);
  if (limit.unit === 'hour' || limit.unit === 'minute') {
    return texts.elapsed(instantWords(startedAt, zone, locale), amount);
  }
  const event = localDate(startedAt, zone);
  const start = dateWords(event, locale, true);
  if (day0 === null) return `${texts.counted(start, amount)}.`;
  const from = day0 === event ? texts.day0(start) : texts.day0Moved(start, dateWords(day0, locale));
  return `${texts.counted(from, amount)}${skippedWords(explanation, texts, locale)}.`;
}

function skippedWords(explanation: Explanation, texts: ExplanationTexts, locale: ClockLocale): string {
  if (explanation.limit.unit !== 'workingDay') return '';
  const weekends = explanation.skipped.filter((range) => range.why === 'weekend');
  const holidays = explanation.skipped.filter((range) => range.why === 'holiday');
  if (weekends.length + holidays.length === 0) return `; ${texts.nothingSkipped}`;
  const parts = [
    ...(weekends.length === 0 ? [] : [`${texts.weekends} ${rangesWords(weekends, locale)}`]),
    ...holidays.map((range) => `${rangeWithWeekdays(range, locale)} (${range.name ?? texts.holiday})`),
  ];
  const none = holidays.length === 0 ? `; ${texts.noHoliday}` : '';
  return `; ${texts.skipped}: ${parts.join(', ')}${none}`;
}

function dueSentence(explanation: Explanation, texts: ExplanationTexts, locale: ClockLocale): string {
  const { due, zone, gapYear, outcome, computedDue, keptPromise, unsettledYears: years } = explanation;
  // The date of a paused clock is not a promise until it counts again.
  if (outcome === 'paused') return '';
  if (due === null) return gapYear === null ? '' : texts.gap(gapYear);
  const sentences = [texts.due(instantWords(due, zone, locale))];
  if (keptPromise && computedDue !== null)
    sentences.push(texts.kept(instantWords(computedDue, zone, locale)));
  if (years.length > 0) sentences.push(texts.provisional(years.join(', ')));
  return sentences.join(' ');
}

function pauseSentence(explanation: Explanation, texts: ExplanationTexts, locale: ClockLocale): string {
  const { pauses, zone, left } = explanation;
  if (pauses.length === 0) return texts.neverPaused;
  const words = pauses.map(({ from, to }) =>
    to === null
      ? texts.pausedSince(instantWords(from, zone, locale), left === null ? null : texts.limit(left))
      : texts.pausedFromTo(instantWords(from, zone, locale), instantWords(to, zone, locale)),
  );
  const lost = explanation.skipped.filter((range) => range.why === 'paused');
  const notCounted = lost.length === 0 ? '' : ` (${texts.notCounted} ${rangesWords(lost, locale)})`;
  return `${texts.paused} ${words.join('; ')}${notCounted}.`;
}

/** The law in its own words; a procedure by its id and version, a task's deadline by who set it. */
function sourceWords(source: string, texts: ExplanationTexts): string {
  if (source === 'disposition') return texts.assigned;
  const [, id, version] = /^([\w-]+\/[\w-]+) v(\d+)$/.exec(source) ?? [];
  if (id !== undefined && version !== undefined) return texts.procedure(id, version);
  return source.replace(/\.$/, '');
}

function endSentence(explanation: Explanation, texts: ExplanationTexts, locale: ClockLocale): string {
  const { stoppedAt, outcome, zone } = explanation;
  if (stoppedAt === null) return '';
  return texts.ended(instantWords(stoppedAt, zone, locale), outcome);
}
