import { type DeskName, desks } from './desks.ts';
import type { answeringWords, handlingWords, intakeWords, ToldClass, ToldReport } from './office-words.ts';
import type { Pen } from './telling.ts';

type Office = ReturnType<typeof intakeWords> &
  ReturnType<typeof handlingWords> &
  ReturnType<typeof answeringWords>;

/**
 * The usual round, for matters that are not told for their own sake. The minutes differ from story to story,
 * since nobody accepts everything at nine o'clock sharp.
 */
export function roundWords(pen: Pen, office: Office) {
  const minute = 10 + ([...pen.plot.name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 45);

  return {
    /** Verified and sent to the desk at once; on campus the liaison officer sends (B3). */
    isSent(who: string, to: DeskName, of: ToldClass, note = '', copies: readonly string[] = []): void {
      office.verifies(who, of);
      const sender = pen.plot.institution === 'kemensos' ? who : 'liaison-officer';
      office.dispatches(sender, desks[to].unit, note, copies);
    },

    /** In the morning where no other hour (two digits) is given. */
    isAccepted(at: DeskName, day: number, hour = '08'): void {
      pen.on(day, `${hour}:${minute}`);
      office.accepts(desks[at].handler);
    },

    isReported(at: DeskName, day: number, report: ToldReport): void {
      pen.on(day, `10:${minute}`);
      office.reports(desks[at].handler, report);
    },

    /** Examined, closed and sent out on one day (A8, A9). */
    isFinished(at: DeskName, day: number, note = ''): void {
      const { reviewer, head, handler } = desks[at];
      pen.on(day, `13:${minute}`);
      office.approves(reviewer, note);
      pen.on(day, `14:${minute}`);
      office.closesReport(head);
      office.finishes(handler);
    },

    /** On campus: the unit answers (B5), and the liaison officer passes it on the same day or later (B6). */
    isAnswered(at: DeskName, days: readonly [answered: number, released: number], text: string): void {
      pen.on(days[0], `10:${minute}`);
      office.answers(desks[at].handler, text);
      pen.on(days[1], `14:${minute}`);
      office.releases('liaison-officer');
    },
  };
}
