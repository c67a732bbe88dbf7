import { parseCronItems, run, type TaskList } from 'graphile-worker';
import type { Channel } from '../channels/channel.ts';
import { systemActor } from '../domain/access/actor.ts';
import { recountDeadlines } from '../features/calendars/index.ts';
import { checkDeadlines, followParent } from '../features/cases/index.ts';
import { deliverCode } from '../features/citizen-accounts/index.ts';
import { measureAfterAct } from '../features/compliance/index.ts';
import { announceFacts } from '../features/ledger/index.ts';
import { readWaiting, sendReply, writeLines } from '../features/messages/index.ts';
import {
  deliverNotification,
  tellAnotherWay,
  tellOfDeputyship,
  tellOfEvents,
} from '../features/notifications/index.ts';
import { deliverInvitation } from '../features/people/index.ts';
import { keepFindable } from '../features/reporters/index.ts';
import { handOver } from '../features/sealed-cases/index.ts';
import { deliverLetters, queueLetters, tellStopped } from '../features/webhooks/index.ts';
import type { Config } from '../platform/config/config.ts';
import { uuidv7 } from '../platform/crypto/random.ts';
import type { Database } from '../platform/db/connect.ts';
import type { Schema } from '../platform/db/schema.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { queueLogger } from '../platform/jobs/logger.ts';
import { takeUpLeftJobs } from '../platform/jobs/take-up-left-jobs.ts';
import type { Log } from '../platform/log/log.ts';
import type { MailboxState } from '../platform/mail/mailbox.ts';
import { type Mailer, openMailer } from '../platform/mail/mailer.ts';
import { openCaller } from '../platform/outside/caller.ts';
import type { HostParts } from './host.ts';
import { keepRunning } from './keep-running.ts';
import { withOffice } from './live-office.ts';
import { letterHeadOf, openAllChannels } from './open-channels.ts';
import { chainAll, recurringTasks } from './recurring.ts';
import { repeat } from './repeat.ts';
import type { Work } from './work.ts';

export interface WorkerParts extends HostParts {
  readonly config: Config;
  readonly log: Log;
  readonly databaseUrl: string;
}

export interface Worker {
  /** How the session with each mailbox stands. */
  mailboxStates(): ReadonlyMap<string, MailboxState>;
  stop(): Promise<void>;
}

/** Does what commands left to be done: telling people, watching deadlines, following merged cases. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { config, log } = parts;
  const mailer = config.smtpUrl === null ? null : openMailer(config.smtpUrl, config.mailFrom);
  const work = createWork(parts, parts.database);
  const { channels, mailboxStates, lineHealth, ...open } = openAllChannels(parts, work, mailer);
  // A private database has no other server at work on it; beside others no job takes ten minutes.
  const left = config.databaseUrl === null ? 0 : 10;
  const begin = async () => {
    await takeUpLeftJobs(parts.database.pool, left);
    return run({
      connectionString: parts.databaseUrl,
      concurrency: 2,
      pollInterval: 2000,
      noHandleSignals: true,
      // One by one, the library writes down a failed or finished job without waiting for it, and a connection
      // lost at that moment ends the whole process; in batches it gives up, and `keepRunning` begins it anew.
      preset: { worker: { failJobBatchDelay: 0, completeJobBatchDelay: 0 } },
      taskList: createTasks(parts, mailer, channels),
      parsedCronItems: parseCronItems([
        { task: 'sweep-deadlines', match: '*/10 * * * *', options: { backfillPeriod: 0 } },
        { task: 'sweep-leftovers', match: '17 3 * * *', options: { backfillPeriod: 0 } },
        { task: 'sweep-measures', match: '41 * * * *', options: { backfillPeriod: 0 } },
        // A server that stood still then signs when it stands up again.
        { task: 'anchor-ledger', match: '50 16 * * *', options: { backfillPeriod: 86_400_000 } },
      ]),
      logger: queueLogger(log),
    });
  };
  const queue = await keepRunning(begin, log);
  const inLedger = createWork(parts, parts.ledger);
  const chaining = repeat(1, () => chainAll(inLedger), log, 'the ledger was not gone on with');
  const node = uuidv7(Date.now());
  const telling = repeat(
    30,
    () => work((ctx) => writeLines(ctx, 'sms', node, lineHealth())),
    log,
    'how the lines stand was not told',
  );
  return {
    mailboxStates,
    async stop() {
      await telling.stop();
      await open.stop();
      await chaining.stop();
      await queue.stop();
      mailer?.close();
    },
  };
}

/** Every job by its name. `mailer` is null where no mail can be sent; notices then wait to be read. */
export function createTasks(
  parts: HostParts & { readonly config: Pick<Config, 'publicUrl' | 'innerAddresses' | 'mailIn'> },
  mailer: Mailer | null,
  channels: readonly Channel[] = [],
): TaskList {
  const work = createWork(parts, parts.database);
  const underSeal = createWork(parts, parts.sealed);
  const inLedger = createWork(parts, parts.ledger);
  const { publicUrl, innerAddresses } = parts.config;
  const caller = openCaller({ inner: innerAddresses });
  const channelOf = (id: string) => channels.find((channel) => channel.id === id);
  return {
    /**
     * Every act leaves this one: it is announced to the ledger and whom it concerns is told; then, apart, its figures. The
     * first makes the reporter findable. Then systems of others.
     */
    'tell-of-events': async (payload) => {
      const act = payload as { caseId: string; from: number; to: number };
      await work(async (ctx) => {
        await announceFacts(ctx, act.caseId);
        await tellOfEvents(ctx, act, {
          mail: mailer !== null,
          sms: channelOf('sms')?.sender != null,
        });
      });
      await work((ctx) => measureAfterAct(ctx, act));
      if (act.from === 1) await work((ctx) => keepFindable(ctx, act.caseId));
      await work((ctx) => queueLetters(ctx, act));
    },
    'tell-of-deputyship': (payload) =>
      work((ctx) =>
        tellOfDeputyship(ctx, payload as { id: string; moment: string }, { mail: mailer !== null }),
      ),
    'check-deadlines': (payload) => work((ctx) => checkDeadlines(ctx, caseIdOf(payload))),
    'hand-over-sealed': (payload) => underSeal((ctx) => handOver(ctx, caseIdOf(payload))),
    'follow-parent': (payload) => work((ctx) => followParent(ctx, caseIdOf(payload))),
    'recount-deadlines': (payload) => recountDeadlines(work, (payload as { revisionId: string }).revisionId),
    'deliver-notification': async (payload) => {
      const { id } = payload as { id: string };
      const delivery = {
        mailer,
        texts: channels,
        publicUrl,
        headOf: (institution: string) => letterHeadOf(parts.config, institution),
      };
      await work((ctx) => deliverNotification(ctx, id, delivery));
    },
    'tell-another-way': async (payload) => {
      const { id } = payload as { id: string };
      await work((ctx) => tellAnotherWay(ctx, id, { mail: mailer !== null }));
    },
    /** What came by a channel of messages: one job for each sender. */
    'read-messages': async (payload) => {
      const from = payload as { channel: string; sender: string };
      const channel = channelOf(from.channel);
      if (channel === undefined) throw new Error('this channel is not open here');
      await readWaiting(work, channel, from);
    },
    'send-reply': async (payload) => {
      const { id } = payload as { id: string };
      await work((ctx) => sendReply(ctx, id, (channel) => channelOf(channel)?.sender ?? null));
    },
    'remove-file': (payload) => parts.office.files.remove((payload as { key: string }).key),
    'deliver-invitation': async (payload) => {
      if (mailer === null) return;
      const { id } = payload as { id: string };
      const delivery = { mailer, publicUrl };
      if ((await work((ctx) => deliverInvitation(ctx, id, delivery))) === 'retry') {
        throw new Error('not delivered yet');
      }
    },
    'deliver-account-code': async (payload) => {
      const { id } = payload as { id: string };
      const sms = channelOf('sms')?.sender ?? null;
      const delivery = { mailer, sms, publicUrl };
      if ((await work((ctx) => deliverCode(ctx, id, delivery))) === 'retry') {
        throw new Error('not delivered yet');
      }
    },
    'deliver-webhooks': (payload) =>
      deliverLetters(work, (payload as { subscriptionId: string }).subscriptionId, { caller, publicUrl }),
    'tell-webhook-stopped': async (payload) => {
      if (mailer === null) return;
      const to = payload as { subscriptionId: string; personId: string };
      if ((await work((ctx) => tellStopped(ctx, to, { mailer, publicUrl }))) === 'retry') {
        throw new Error('not delivered yet');
      }
    },
    ...recurringTasks({ work, underSeal, inLedger }, mailer === null ? null : { mailer, publicUrl }),
  };
}

/** Gives each job a transaction and a context as the system, under the account whose work it is. */
export function createWork({ office, clock }: HostParts, { kysely }: Database<Schema>): Work {
  return (job) =>
    withOffice(office, (current) =>
      inTransaction(kysely, (tx) =>
        job({ tx, office: current, now: clock(), actor: systemActor, requestId: 'job', locale: 'id' }),
      ),
    );
}

function caseIdOf(payload: unknown): string {
  return (payload as { caseId: string }).caseId;
}
