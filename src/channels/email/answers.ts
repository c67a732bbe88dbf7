import type { Refusal } from '../../domain/shared/refusal.ts';
import type { Locale } from '../../features/context/index.ts';
import type { Receipt, TrackingView } from '../../features/submissions/contract.ts';
import { formatDate, translator } from '../../platform/i18n/index.ts';
import type { RefusedFile } from './take-files.ts';

/** What a mail of ours says. Its subject never repeats what was written to us: it may have come in another's name. */
export interface Words {
  readonly subject: string;
  readonly text: string;
}

/** The answers to what people write by mail. `publicUrl` is how they reach the page of their report. */
export function answersIn(locale: Locale, publicUrl: string) {
  const t = translator(locale);
  const link = (code: string) => `${publicUrl}/lacak/${code}`;
  const day = (at: string | null | undefined, zone: string) =>
    at === null || at === undefined ? 'none' : formatDate(at, zone, locale);
  const say = (name: string, params: Record<string, string | number> = {}): Words => ({
    subject: t(`email.${name}.subject`, params),
    text: t(`email.${name}.body`, params),
  });

  /** What of a mail was not taken, by its name and with the reason. */
  function withFiles({ subject, text }: Words, refused: readonly RefusedFile[]): Words {
    if (refused.length === 0) return { subject, text };
    const lines = refused.slice(0, 30).map(({ name, reason }) => {
      const known = ['empty', 'too-large', 'wrong-type', 'unreadable', 'too-many'].includes(reason);
      const file = name === '' ? t('email.file-unnamed') : name;
      return `- ${file}: ${t(`email.file.${known ? reason : 'not-now'}`)}`;
    });
    return { subject, text: [text, t('email.files-refused'), lines.join('\n')].join('\n\n') };
  }

  return {
    withFiles,
    received(code: string, { number, clocks, zone, by }: Receipt): Words {
      const due = day(clocks.find(({ rule }) => rule === 'verification')?.due, zone);
      return say('received', { number, code, due, by, link: link(code) });
    },

    status(view: TrackingView): Words {
      const { code, status, unit, institution, nextClock, zone, question, answer } = view;
      const words =
        (status === 'awaiting-reporter' ? question?.text : status === 'answered' ? answer?.text : null) ?? '';
      return say('status', {
        state: t(`sms.state.${status}`, { unit: unit ?? institution.name }),
        due: day(nextClock?.due, zone),
        words,
        has: words === '' ? 'no' : 'yes',
        link: link(code),
      });
    },

    /** `code` only for who may read the case: others learn that it arrived, and nothing else. */
    done: (what: 'reply' | 'completion' | 'objection' | 'rating', code: string | null): Words =>
      say(`done.${what}`, { link: code === null ? 'none' : link(code) }),
    missed: (): Words => say('missed', { page: publicUrl }),
    refused: ({ code }: Refusal): Words =>
      say('refused', { title: t(`problem.${code}.title`), page: publicUrl }),
    encrypted: (): Words => say('encrypted', { page: publicUrl }),
    help: (): Words => say('help', { page: publicUrl }),
    stopped: (): Words => say('stopped'),
    /** Stands for words where there are only files. */
    filesAlone: (): string => t('email.files-alone'),
    /** The end of words that were too long, the whole of which lies in a file. */
    wholeInFile: (name: string): string => t('email.whole-in-file', { name }),
  };
}
