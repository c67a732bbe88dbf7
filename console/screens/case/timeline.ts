import type { TimelineEntry } from '../../../src/features/cases/contract.ts';
import type { Translate, Values } from '../../text/text-context.tsx';

export type TimelineFilter = 'all' | 'reporter' | 'notes';

const conversation: readonly string[] = [
  'MessageFromReporter',
  'MessageToReporter',
  'QuestionAsked',
  'ReporterCompleted',
  'AnswerReleased',
  'ObjectionRaised',
];
const inside: readonly string[] = ['NoteWritten'];

/** Newest first; all of it, what was said with the reporter, or the notes among officers. */
export function filterTimeline(
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
): readonly TimelineEntry[] {
  const newest = entries.toReversed();
  if (filter === 'reporter') return newest.filter((entry) => conversation.includes(entry.type));
  return filter === 'notes' ? newest.filter((entry) => inside.includes(entry.type)) : newest;
}

/** Words of the event that are somebody's own: shown as they were written. */
export function bodyOf(entry: TimelineEntry): string {
  const { data } = entry;
  if (entry.type === 'AnswerReleased')
    return text(data.answer) || text((data.answer as { text?: unknown })?.text);
  const reason = isCode(entry) ? '' : data.reason;
  return [data.text, reason, data.explanation, data.note, data.comment, data.words, data.enteredLate]
    .map(text)
    .filter((part) => part.trim() !== '' && !codes.includes(part))
    .join('\n');
}

/** An archive's reason is a code; a name found in a text or brought by a merger stands in the sentence. */
function isCode({ type, data }: TimelineEntry): boolean {
  return type === 'CaseArchived' || (type === 'ConflictRecorded' && data.source !== 'officer');
}

/** Reasons that the engine gives by itself; the sentence of the event says them. */
const codes: readonly string[] = ['objection', 'reporter', 'sealed', 'withdrawn', 'reclassified', 'conflict'];

/** What the sentence of an event may name: units, bodies, names, levels. */
export function valuesOf(
  entry: TimelineEntry,
  t: Translate,
  moment: (instant: string) => string = (instant) => instant,
): Values {
  const { data } = entry;
  return {
    request: /^DataRequest/.test(entry.type) ? within(t(`console.request.kind.${text(data.kind)}`)) : '',
    unit: nameOf(data.unit),
    person: nameOf(data.person),
    before: nameOf(data.before),
    to: nameOf(data.person) || nameOf(data.unit),
    body: text(data.body),
    name: text(data.name),
    number: text(data.intoNumber),
    score: typeof data.score === 'number' ? data.score : 0,
    channel: channelName(text(data.channel) || text(data.via), t),
    kind:
      text(data.kind) === ''
        ? ''
        : t(`console.${entry.type === 'CaseClosed' ? 'closure' : 'kind'}.${text(data.kind)}`),
    level: text(data.to) === '' ? '' : t(`console.secrecy.${text(data.to)}`),
    purpose: text(data.purpose) === '' ? '' : t(`console.purpose.${text(data.purpose)}`),
    reason: entry.type === 'CaseArchived' ? t(`console.archive.${text(data.reason)}`) : '',
    source: text(data.source),
    cause: text(data.cause),
    substantive: data.substantive === true ? 'yes' : 'no',
    by: entry.actor.kind,
    clock: clockName(text(data.clock), t),
    from: dated(data.from, moment),
    due: dated(data.due, moment),
  };
}

function channelName(id: string, t: Translate): string {
  return id === '' ? '' : within(t(`console.channel.${id}`));
}

/** A promise as a moment; a level of secrecy goes by `from` as well, and is none. */
function dated(value: unknown, moment: (instant: string) => string): string {
  return /^\d{4}-/.test(text(value)) ? moment(text(value)) : '–';
}

/** A name in the middle of a sentence: "formulir web", and "SMS" as it is. */
function within(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The name of a deadline by its id: a rule's own, a step's or a task's. */
function clockName(id: string, t: Translate): string {
  // A second round of the same deadline is `acceptance#2`.
  const [rule = '', of = ''] = id.replace(/#\d+$/, '').split(':');
  if (rule === '') return '';
  if (rule === 'step') return t('console.clock.step', { no: of });
  return rule === 'assignment' ? t('console.clock.assignment.one') : t(`console.clock.${rule}`);
}

/** Which side of the conversation it is on, if on any. */
export function toneOf(entry: TimelineEntry): '' | 'in' | 'out' | 'note-inside' {
  // Also what an officer entered for the reporter.
  if (entry.actor.kind === 'reporter' || entry.data.via !== undefined) return 'in';
  if (conversation.includes(entry.type)) return 'out';
  return inside.includes(entry.type) ? 'note-inside' : '';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  const { name } = value as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
}
