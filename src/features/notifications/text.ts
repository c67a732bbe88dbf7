import { translate } from '../../platform/i18n/index.ts';
import type { Params } from './plan.ts';

/** Subject and body of a notice in the reader's language; plain text, as a person would write it. */
export function notificationText(
  locale: 'id' | 'en',
  template: string,
  params: Params,
): { readonly subject: string; readonly text: string } {
  return {
    subject: translate(locale, `notification.${template}.subject`, params),
    text: translate(locale, `notification.${template}.body`, params),
  };
}
