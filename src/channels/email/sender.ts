import type { Office } from '../../features/context/index.ts';
import { type LetterHead, writeLetter } from '../../features/letters/index.ts';
import { SendFailed, type TextSender } from '../../features/messages/index.ts';
import { type Mailer, MailRefused } from '../../platform/mail/mailer.ts';

/** Mail goes out one way, whichever mailbox it came by; so what was sent is called alike. */
export const mailAccount = 'smtp';

/** Sends answers as letters. `headOf` gives the letter head of the mailbox that the other side wrote to. */
export function mailSender(
  office: Pick<Office, 'keys'>,
  mailer: Mailer,
  headOf: (account: string | null) => LetterHead,
): TextSender {
  return {
    async send(to, text, account, answer) {
      if (answer?.heading == null) throw new SendFailed('no heading', true);
      const { id, heading } = answer;
      const letter = { id, to, text, ...heading, locale: 'id', isAnswer: true };
      try {
        await mailer.send(writeLetter(office, headOf(account), letter));
      } catch (error) {
        if (error instanceof MailRefused) throw new SendFailed(error.message, error.permanent);
        throw error;
      }
      return { account: mailAccount, ids: [id] };
    },
  };
}
