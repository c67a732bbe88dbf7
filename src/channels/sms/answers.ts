import type { Refusal } from '../../domain/shared/refusal.ts';
import type { Locale } from '../../features/context/index.ts';
import type { NoticeWords } from '../../features/messages/index.ts';
import type { Receipt, TrackingView } from '../../features/submissions/contract.ts';
import { formatDate, translator } from '../../platform/i18n/index.ts';
import type { Order } from '../read-order.ts';
import { fitSms } from './write-sms.ts';

/** What goes back by SMS, in two parts at most; a long text of the office is cut, since the whole stands on its page. */
export function answersIn(locale: Locale) {
  const t = translator(locale);
  const day = (at: string | null | undefined, zone: string) =>
    at === null || at === undefined ? null : formatDate(at, zone, locale);

  return {
    received(code: string, { number, clocks, zone }: Receipt): string {
      const due = day(clocks.find(({ rule }) => rule === 'verification')?.due, zone);
      return due === null
        ? t('sms.received.undated', { number, code })
        : t('sms.received', { number, code, due });
    },

    status(view: TrackingView): string {
      const { code, status, unit, institution, nextClock, zone, question, answer } = view;
      const state = t(`sms.state.${status}`, { unit: unit ?? institution.name });
      const lead = t('sms.status', { code, state, due: day(nextClock?.due, zone) ?? 'none' });
      if (status === 'awaiting-reporter' && question !== null)
        return fitSms(question.text, (words) => t('sms.question', { lead, words, code }));
      if (status === 'answered' && answer !== null)
        return fitSms(answer.text, (words) => t('sms.answer', { lead, words, code }));
      return lead;
    },

    done: (what: 'reply' | 'completion' | 'objection' | 'rating', code: string): string =>
      t(`sms.done.${what}`, { code }),
    missed: (): string => t('sms.missed'),
    refused: ({ code }: Refusal): string => t('sms.refused', { title: t(`problem.${code}.title`) }),
    unclear: (order: Order, lacks: 'code' | 'score' | 'text'): string => t(`sms.unclear.${lacks}`, { order }),
    help: (): string => t('sms.help'),
    stopped: (): string => t('sms.stopped'),

    /** A notice of what happened to the case, with what can be done about it. */
    notice({ template, subject, words, code }: NoticeWords): string {
      const lead = `${subject}.`;
      if (words === null) return t('sms.plain', { lead, code });
      const shape = template === 'question' ? 'question' : template === 'answered' ? 'answer' : 'words';
      return fitSms(words, (some) => t(`sms.${shape}`, { lead, words: some, code }));
    },
  };
}
