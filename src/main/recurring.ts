import type { TaskList } from 'graphile-worker';
import { sweepDrafts } from '../features/attachments/index.ts';
import { sweepCallers } from '../features/calls/index.ts';
import { checkDeadlines, listOverdueUnnoted } from '../features/cases/index.ts';
import { sweepAccounts } from '../features/citizen-accounts/index.ts';
import { measureLeftOut } from '../features/compliance/index.ts';
import { anchorChains, chainCommitted } from '../features/ledger/index.ts';
import { sweepMessages } from '../features/messages/index.ts';
import { sweepSessions } from '../features/people/index.ts';
import {
  anchorSealed,
  passSealedTime,
  recountSealed,
  tellOneOfInspectorate,
} from '../features/sealed-cases/index.ts';
import { sweepLetters } from '../features/webhooks/index.ts';
import type { Mailer } from '../platform/mail/mailer.ts';
import type { Work } from './work.ts';

/** How mail goes out; null where none can be sent. */
interface Post {
  readonly mailer: Mailer;
  readonly publicUrl: string;
}

/** Work of three accounts: everything ordinary, the sealed door, the chains of the ledger. */
interface Works {
  readonly work: Work;
  readonly underSeal: Work;
  readonly inLedger: Work;
}

/** Everything that happens by the calendar rather than by an event, on one page. */
export function recurringTasks({ work, underSeal, inLedger }: Works, post: Post | null): TaskList {
  return {
    /** Every ten minutes: a second look, should the job of a deadline ever be lost; numbers of callers that are a day old go. */
    'sweep-deadlines': async () => {
      const ids = await work((ctx) => listOverdueUnnoted(ctx, 200));
      for (const id of ids) await work((ctx) => checkDeadlines(ctx, id));
      await work(sweepCallers);
      await recountSealed(underSeal);
      while (await underSeal(passSealedTime));
      while (await underSeal((ctx) => tellOneOfInspectorate(ctx, post)));
    },
    /** Every night: sessions that are over, accounts that nobody comes back to, files of forms that were never sent, old messages and letters. */
    'sweep-leftovers': async () => {
      await work(sweepSessions);
      await work(sweepAccounts);
      await work(sweepDrafts);
      while ((await work(sweepMessages)) > 0);
      while ((await work(sweepLetters)) > 0);
    },
    /** Every hour: cases that no job has measured, as after an upgrade. */
    'sweep-measures': async () => {
      while ((await work(measureLeftOut)) > 0);
    },
    /** Every day before midnight in Jakarta: where the ledger stands is signed. */
    'anchor-ledger': async () => {
      await chainAll(inLedger);
      await inLedger(anchorChains);
      await underSeal(anchorSealed);
    },
  };
}

/** Puts into the ledger's chains what waits for it, until nothing does. */
export async function chainAll(work: Work): Promise<void> {
  while ((await work(chainCommitted)) > 0);
}
