import type { CaseState } from '../../domain/cases/case.ts';
import { mayWait, outsideQuietHours } from '../../domain/delivery/quiet-hours.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { eventsColumn } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { leaveOutNamed, listHearers } from './list-holders.ts';
import { addStandIns } from './list-stand-ins.ts';
import { insertAndQueue, type NewNotification } from './outbox.ts';
import { type Notice, oncePerAct, planNotices } from './plan.ts';
import { zoneOfReader } from './zone-of-reader.ts';

export interface TellOptions {
  /** Whether mail can be sent from here; without it, texts are readable in the console and by the code. */
  readonly mail: boolean;
  /** Whether SMS can be sent from here. */
  readonly sms: boolean;
}

/** A missed deadline, a new task, a new disposition also go by mail; the rest waits in the console. */
const urgentForOffice = new Set(['urgent', 'deadline-missed', 'assigned', 'to-accept', 'to-close']);

/** What is worth a letter; where the case stands in between, the reporter reads by the code on the receipt. */
const onPaper = new Set([
  'question',
  'message',
  'referred',
  'archived',
  'answered',
  'closed',
  'lowering-asked',
  'data-answered',
]);

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
  const { reach, locale } = told;
  const zone = zoneOfReader(state.areaCode, told.zone);
  const deadlines = ownDeadlines(state);
  const procedure = ctx.office.procedures.get(state.procedure.id, state.procedure.version);
  const rows: NewNotification[] = [];
  for (const event of told.events) {
    for (const notice of planNotices(event, state, procedure)) {
      if (oncePerAct.includes(notice.template) && rows.some(({ template }) => template === notice.template)) {
        continue;
      }
      const base = { ...blank(ctx, state, notice), event_seq: event.seq };
      const isOwnAct = event.actor.kind === 'reporter';
      if (notice.to === 'reporter')
        rows.push(
          forReporter(base, { reach, locale, cameBy: state.channel, isOwnAct }, options, {
            canWait: mayWait(isOwnAct, deadlines, { now: ctx.now, zone }),
            zone,
          }),
        );
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
    .innerJoin('institutions', 'institutions.id', 'cases.institution_id')
    .where('cases.id', '=', caseId)
    .select([
      'cases.state',
      'cases.status',
      'reporters.reach',
      'reporters.locale',
      'institutions.zone',
      eventsColumn({ from, to }).as('events'),
    ])
    .executeTakeFirst();
}

/** What the reporter still has to do, and until when. */
function ownDeadlines({ clocks }: CaseState): readonly string[] {
  return clocks.flatMap(({ owner, outcome, due }) =>
    owner === 'reporter' && outcome === 'running' && due !== null ? [due] : [],
  );
}

function blank(ctx: Context, state: CaseState, notice: Notice): NewNotification {
  return {
    id: uuidv7(Date.parse(ctx.now)),
    case_id: state.id,
    deputyship_id: null,
    event_seq: 0,
    template: notice.template,
    locale: 'id',
    recipient_kind: notice.to === 'reporter' ? 'reporter' : 'person',
    person_id: null,
    unit_id: null,
    channel: 'console',
    params: JSON.stringify(notice.params),
    status: 'readable',
    institution_id: state.institution,
    can_wait: false,
    created_at: ctx.now,
    updated_at: ctx.now,
    queued_at: ctx.now,
    next_at: null as string | null,
  };
}

function forReporter(
  base: NewNotification,
  reporter: {
    readonly reach: string;
    readonly locale: string;
    readonly cameBy: string;
    readonly isOwnAct: boolean;
  },
  options: TellOptions,
  { canWait, zone }: { readonly canWait: boolean; readonly zone: string },
): NewNotification {
  const channel = channelTo(reporter, base.template, options);
  const told = { ...base, locale: reporter.locale, channel };
  if (channel === 'tracking') return told;
  // A letter waits for somebody who prints it, by day.
  if (channel === 'letter') return { ...told, status: 'queued' };
  const nextAt = outsideQuietHours(base.created_at, canWait, zone);
  return { ...told, status: 'queued', can_wait: canWait, next_at: nextAt };
}

/** Without a way to send there, the reporter reads it by their code. */
function channelTo(
  {
    reach,
    cameBy,
    isOwnAct,
  }: { readonly reach: string; readonly cameBy: string; readonly isOwnAct: boolean },
  template: string,
  { mail, sms }: TellOptions,
): 'email' | 'sms' | 'letter' | 'tracking' {
  if (reach === 'letter' && onPaper.has(template)) return 'letter';
  // What they do themselves was answered where they did it; each SMS costs.
  if (reach === 'email' && mail && !(isOwnAct && cameBy === 'email')) return 'email';
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
  const heard = await addStandIns(ctx, state, people);
  return heard.flatMap(({ personId, onBehalfOf }) => {
    const params = onBehalfOf === null ? base.params : JSON.stringify({ ...notice.params, onBehalfOf });
    const inConsole = { ...base, id: uuidv7(Date.parse(ctx.now)), person_id: personId, params };
    const byMail = { ...inConsole, id: uuidv7(Date.parse(ctx.now)), channel: 'email', status: 'queued' };
    return options.mail && urgentForOffice.has(notice.template) ? [inConsole, byMail] : [inConsole];
  });
}
