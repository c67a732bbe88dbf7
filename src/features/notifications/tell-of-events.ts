import type { CaseState } from '../../domain/cases/case.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites, type NewJob } from '../../platform/jobs/enqueue.ts';
import { eventsColumn } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { leaveOutNamed, listHearers } from './list-holders.ts';
import { type Notice, oncePerAct, planNotices } from './plan.ts';

export interface TellOptions {
  /** Whether mail can be sent from here; without it, texts are readable in the console and by the code. */
  readonly mail: boolean;
  /** Whether SMS can be sent from here. */
  readonly sms: boolean;
}

/** A missed deadline, a new task, a new disposition also go by mail; the rest waits in the console. */
const urgentForOffice = new Set(['deadline-missed', 'assigned', 'to-accept', 'to-close']);

/**
 * Writes down whom the events `from`..`to` of a case concern, each notice once however often this runs,
 * and queues what has to be sent. All in one transaction.
 */
export async function tellOfEvents(
  ctx: Context,
  payload: { readonly caseId: string; readonly from: number; readonly to: number },
  options: TellOptions,
): Promise<void> {
  const told = await findTold(ctx, payload);
  if (told === undefined || told.status === 'sealed') return;
  const state = told.state as CaseState;
  const reporter = { reach: told.reach, locale: told.locale };
  const procedure = ctx.office.procedures.get(state.procedure.id, state.procedure.version);
  const rows: NewNotification[] = [];
  for (const event of told.events) {
    for (const notice of planNotices(event, state, procedure)) {
      if (oncePerAct.includes(notice.template) && rows.some(({ template }) => template === notice.template)) {
        continue;
      }
      const base = { ...blank(ctx, state, notice), event_seq: event.seq };
      if (notice.to === 'reporter')
        rows.push(forReporter(base, { ...reporter, isOwnAct: event.actor.kind === 'reporter' }, options));
      else rows.push(...(await forOffice(ctx, state, notice, base, options)));
    }
  }
  await insertAndQueue(ctx, rows);
}

/** The case with the events that are told, and how its reporter is reached; one statement. */
function findTold(ctx: Context, { caseId, from, to }: { caseId: string; from: number; to: number }) {
  return ctx.tx
    .selectFrom('cases')
    .innerJoin('reporters', 'reporters.case_id', 'cases.id')
    .where('cases.id', '=', caseId)
    .select([
      'cases.state',
      'cases.status',
      'reporters.reach',
      'reporters.locale',
      eventsColumn({ from, to }).as('events'),
    ])
    .executeTakeFirst();
}

type NewNotification = ReturnType<typeof blank> & { event_seq: number };

function blank(ctx: Context, state: CaseState, notice: Notice) {
  return {
    id: uuidv7(Date.parse(ctx.now)),
    case_id: state.id,
    event_seq: 0,
    template: notice.template,
    locale: 'id',
    recipient_kind: notice.to === 'reporter' ? 'reporter' : 'person',
    person_id: null as string | null,
    unit_id: null,
    channel: 'console',
    params: JSON.stringify(notice.params),
    status: 'readable',
    created_at: ctx.now,
    updated_at: ctx.now,
  };
}

function forReporter(
  base: NewNotification,
  reporter: { readonly reach: string; readonly locale: string; readonly isOwnAct: boolean },
  options: TellOptions,
): NewNotification {
  const channel = channelTo(reporter, options);
  return {
    ...base,
    locale: reporter.locale,
    channel,
    status: channel === 'tracking' ? 'readable' : 'queued',
  };
}

/** Without a way to send there, the reporter reads it by their code. */
function channelTo(
  { reach, isOwnAct }: { readonly reach: string; readonly isOwnAct: boolean },
  { mail, sms }: TellOptions,
): 'email' | 'sms' | 'tracking' {
  if (reach === 'email' && mail) return 'email';
  // What they do themselves was answered where they did it; each SMS costs.
  return reach === 'sms' && sms && !isOwnAct ? 'sms' : 'tracking';
}

async function forOffice(
  ctx: Context,
  state: CaseState,
  notice: Exclude<Notice, { to: 'reporter' }>,
  base: NewNotification,
  options: TellOptions,
): Promise<readonly NewNotification[]> {
  const people =
    notice.to === 'person'
      ? await leaveOutNamed(ctx.tx, state, [notice.personId])
      : await listHearers(ctx.tx, state, notice.permission, notice.unitPath);
  return people.flatMap((personId) => {
    const inConsole = { ...base, id: uuidv7(Date.parse(ctx.now)), person_id: personId };
    const byMail = { ...inConsole, id: uuidv7(Date.parse(ctx.now)), channel: 'email', status: 'queued' };
    return options.mail && urgentForOffice.has(notice.template) ? [inConsole, byMail] : [inConsole];
  });
}

async function insertAndQueue(ctx: Context, rows: readonly NewNotification[]): Promise<void> {
  if (rows.length === 0) return;
  const written = await ctx.tx
    .insertInto('notifications')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'status'])
    .execute();
  const queued = written.filter((row) => row.status === 'queued');
  await writeTogether(ctx.tx, jobWrites(queued.map((row) => deliveryOf(row.id))));
}

/** The job that sends one notice. */
export function deliveryOf(id: string): NewJob {
  return {
    task: 'deliver-notification',
    payload: { id },
    key: `deliver:${id}`,
    maxAttempts: deliveryAttempts,
  };
}

/** With the queue's back-off (e^attempt seconds) twelve attempts reach over some three days. */
export const deliveryAttempts = 12;
