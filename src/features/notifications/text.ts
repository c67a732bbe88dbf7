import {
  formatDateTime,
  formatPlainDate,
  formatTimeElsewhere,
  translate,
} from '../../platform/i18n/index.ts';
import type { Params } from './plan.ts';

/** Subject and body of a notice in the reader's language; plain text, as a person would write it. */
export function notificationText(
  locale: 'id' | 'en',
  template: string,
  params: Params,
): { readonly subject: string; readonly text: string } {
  const { clock } = params;
  const named = typeof clock === 'string' ? { ...params, clock: clockName(locale, clock) } : params;
  const spoken = { ...named, ...momentsOf(locale, params), ...daysOf(locale, params) };
  const text = translate(locale, `notification.${template}.body`, spoken);
  const { onBehalfOf } = params;
  return {
    subject: translate(locale, `notification.${template}.subject`, spoken),
    text:
      typeof onBehalfOf === 'string'
        ? `${text.trim()}\n\n${translate(locale, 'notification.on-behalf', { name: onBehalfOf })}`
        : text,
  };
}

/** What a notice is about, in one line. */
export function noticeSubject(locale: 'id' | 'en', template: string, params: Params): string {
  return notificationText(locale, template, { link: '', ...params }).subject;
}

/** What an officer wrote; none in most notices. */
export function wordsIn({ text, explanation }: Params): string | null {
  const words = [text, explanation].find((one) => typeof one === 'string' && one !== '');
  return typeof words === 'string' ? words : null;
}

/** A deadline in words: `step:<no>` by its number, `assignment:<id>` and every other rule by its name. */
function clockName(locale: 'id' | 'en', rule: string): string {
  const [kind = '', no = ''] = rule.split(':');
  return translate(locale, `clock.${kind}.name`, kind === 'step' ? { no } : {});
}

/** Two promised moments in the zone of the office and, in brackets, on the reporter's own clock where it differs. */
function momentsOf(locale: 'id' | 'en', { from, due, zone, here }: Params): Params {
  if (typeof from !== 'string' || typeof due !== 'string' || typeof zone !== 'string') return {};
  const moment = (at: string): string => {
    const elsewhere = typeof here === 'string' ? formatTimeElsewhere(at, zone, here, locale) : null;
    return `${formatDateTime(at, zone, locale)}${elsewhere === null ? '' : ` (${elsewhere})`}`;
  };
  return { from: moment(from), due: moment(due) };
}

/** The first and the last day of an absence in words. */
function daysOf(locale: 'id' | 'en', { firstDay, lastDay }: Params): Params {
  if (typeof firstDay !== 'string' || typeof lastDay !== 'string') return {};
  return { firstDay: formatPlainDate(firstDay, locale), lastDay: formatPlainDate(lastDay, locale) };
}
