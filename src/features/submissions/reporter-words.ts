import type { Speaker } from '../../platform/i18n/index.ts';
import { clockName } from '../cases/index.ts';
import type { TrackingView } from './contract.ts';

type Standing = Pick<
  TrackingView,
  'status' | 'closure' | 'kind' | 'unit' | 'institution' | 'referral' | 'archive' | 'zone'
>;

/** How a case stands and with whom, in a sentence to its reporter. */
export function standingWords({ t, date }: Speaker, view: Standing): string {
  const key = view.status === 'closed' ? `closed.${view.closure?.kind ?? 'confirmed'}` : view.status;
  return t(`track.now.${key}`, {
    matter: t(`track.matter.${view.kind}`),
    matterIn: t(`track.matter-in.${view.kind}`),
    unit: view.unit ?? view.institution.name,
    institution: view.institution.name,
    body: view.referral?.body ?? '',
    reason: view.archive === null ? '' : inSentence(t(`archive-reason.${view.archive.reason}`)),
    date: view.closure === null ? '' : date(view.closure.at, view.zone),
  });
}

/** What the words of an event need to know of its case. */
export interface AroundEvent extends Pick<TrackingView, 'clocks' | 'zone'> {
  /** Who is named where the event names nobody. */
  readonly frontOffice: string;
}

type Entry = Pick<TrackingView['timeline'][number], 'type' | 'actor' | 'data'>;

/** What happened, in a sentence to the reporter; what was written there is not repeated. */
export function eventWords(speaker: Speaker, around: AroundEvent, { type, actor, data }: Entry): string {
  const { t } = speaker;
  const word = (field: string): string => String(data[field] ?? '');
  const named = (prefix: string, field: string): string =>
    typeof data[field] === 'string' ? inSentence(t(`${prefix}.${data[field]}`)) : '';
  const unit = typeof data.unit === 'string' ? data.unit : actor.unit;
  return t(`event.reporter.${type}`, {
    unit: unit ?? around.frontOffice,
    channel: type === 'CaseOpened' ? named('channel-via', 'channel') : '',
    level: typeof data.to === 'string' ? t(`secrecy.${word('to')}.name`) : '',
    request: type.startsWith('DataRequest') ? named('track.request', 'kind') : '',
    body: word('body'),
    reason: type === 'CaseArchived' ? named('archive-reason', 'reason') : '',
    kind: type === 'CaseClosed' ? named('track.tab', 'kind') : '',
    agrees: data.agrees === true ? 'yes' : 'no',
    score: word('score'),
    name: word('name'),
    clock: type.startsWith('Clock') ? clockName(speaker, ruleOf(word('clock'))) : '',
    ...(type.startsWith('Clock') ? movedFromTo(speaker, around, data) : {}),
  });
}

/** A word of a list, where it does not begin the sentence. */
function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** A deadline that was counted anew: the old promise stays readable beside the new one. */
function movedFromTo({ dateTime }: Speaker, around: AroundEvent, data: Entry['data']) {
  const zone = around.clocks.find(({ id }) => id === data.clock)?.zone ?? around.zone;
  const moment = (at: unknown): string => (typeof at === 'string' ? dateTime(at, zone) : '');
  const [from, due] = [moment(data.from), moment(data.due)];
  const change = from === '' ? 'dated' : from === due ? 'settled' : 'moved';
  return { from, due, change, decree: String(data.reason ?? '') };
}

/** A clock's id is its rule, with a number where a step was entered again. */
function ruleOf(id: string): string {
  return id.replace(/#\d+$/, '');
}
