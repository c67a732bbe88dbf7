import type { ClockView } from '../../features/cases/contract.ts';
import { clockName, dueWords, stepOf } from '../../features/cases/index.ts';
import type { TrackingView } from '../../features/submissions/contract.ts';
import { standingWords } from '../../features/submissions/index.ts';
import type { Reader } from '../parts/reader.ts';
import { isYourTurn, lateClocks, upcomingClock } from './track-clocks.ts';

/** The one sentence, or two, that the reporter came for: how it stands, with whom, and the next date. */
export function headline(reader: Reader, view: TrackingView): string {
  return [standingWords(reader, view), nextDate(reader, view)].filter((words) => words !== '').join(' ');
}

/** What must be said beside it: why, and what it means. Each is a sentence of its own. */
export function remarks({ t }: Reader, view: TrackingView): readonly string[] {
  const { status, closure, referral, archive } = view;
  const said: string[] = [];
  if (status === 'merged') said.push(t('track.more.merged'));
  if (status === 'sealed') said.push(t('track.more.sealed'));
  if (status === 'referred' && referral !== null)
    said.push(t('track.more.referred', { reason: referral.reason }));
  if (status === 'archived' && archive !== null) {
    if (archive.explanation !== '') said.push(t('track.more.archived', { explanation: archive.explanation }));
    if (archive.reason === 'court-or-crime') said.push(t('track.more.where.court-or-crime'));
  }
  if (closure?.kind === 'confirmed') said.push(t('track.more.confirmed'));
  if (closure?.kind === 'no-response') said.push(t('track.more.no-response'));
  if (closure?.kind === 'cannot-be-met') said.push(t('track.more.cannot-be-met'));
  if (closure?.kind === 'withdrawn') said.push(t('track.more.withdrawn'));
  if (isContestable(view)) said.push(t('track.more.contest'));
  return said;
}

/** A decision against which the reporter may still object. */
function isContestable({ status, acts }: TrackingView): boolean {
  return (status === 'referred' || status === 'archived') && acts.includes('objection');
}

function nextDate(reader: Reader, view: TrackingView): string {
  if (['closed', 'referred', 'archived', 'sealed'].includes(view.status)) return '';
  const upcoming = upcomingClock(view);
  if (upcoming !== undefined) return dueSentence(reader, upcoming);
  const [missed] = isYourTurn(view) ? view.clocks.filter(isMissedByYou) : lateClocks(view);
  if (missed === undefined) return '';
  const date = dueWords(reader, missed);
  return missed.owner === 'reporter'
    ? reader.t('track.due.all-late-yours', { date })
    : reader.t('track.due.all-late', { clock: clockName(reader, missed.rule), date });
}

function isMissedByYou(clock: ClockView): boolean {
  return clock.owner === 'reporter' && clock.outcome === 'running' && clock.colour === 'late';
}

function dueSentence(reader: Reader, clock: ClockView): string {
  const date = dueWords(reader, clock);
  const rule = sentenceOf(clock.rule);
  return rule === 'other'
    ? reader.t('track.due.other', { clock: clockName(reader, clock.rule), date })
    : reader.t(`track.due.${rule}`, { date });
}

/** The rules that have a sentence of their own; any other is named. */
const spoken = [
  'verification',
  'completeness-notice',
  'reporter-completes',
  'acceptance',
  'first-answer',
  'first-answer-hard',
  'reporter-confirms',
  'urgent-social-case',
  'overall',
];

function sentenceOf(rule: string): string {
  if (stepOf(rule) !== null) return 'step';
  if (rule.startsWith('class-')) return 'class';
  return spoken.includes(rule) ? rule : 'other';
}
