import type { Refusal } from '../../domain/shared/refusal.ts';
import type { ReporterAct } from '../../features/cases/contract.ts';
import type { Context } from '../../features/context/index.ts';
import type { Handled, LateParts, TextSender, WholeMessage } from '../../features/messages/index.ts';
import { mute, unmute } from '../../features/messages/index.ts';
import { listInstitutions } from '../../features/organizations/index.ts';
import { openReporter } from '../../features/reporters/index.ts';
import { findByAccess, getTracking, receiveSubmission } from '../../features/submissions/index.ts';
import { translate } from '../../platform/i18n/index.ts';
import { actByCode, rates, writes } from '../act-by-code.ts';
import type { Channel } from '../channel.ts';
import { type Request, readOrder } from '../read-order.ts';
import { unsolicited } from '../unsolicited.ts';
import { answersIn } from './answers.ts';

/** SMS: everything that the tracking page lets a reporter do, by the words of `read-order.ts`. */
export function smsChannel(sender: TextSender | null): Channel {
  return {
    id: 'sms',
    sender,
    read,
    takeAsReport,
    addLate,
    writeNotice: (notice, locale) => answersIn(locale).notice(notice),
  };
}

async function read(ctx: Context, message: WholeMessage): Promise<Handled> {
  // Advertising and services write from names and short numbers.
  if (!isPerson(message.from) && !message.isLetIn)
    return { takenAs: 'no-person', caseId: null, answer: null };
  const institutions = (await listInstitutions(ctx.tx)).map(({ id }) => id);
  const request = readOrder(message.text, institutions);
  // Each handler takes the request of its own word; the compiler cannot pair the two through the index.
  return toPerson(message, await handlers[request.asks](ctx, message, request as never));
}

/** Whatever the words could ask for: somebody of the office decided that they report. */
async function takeAsReport(ctx: Context, message: WholeMessage): Promise<Handled> {
  const { text } = message;
  return toPerson(message, await takeReport(ctx, message, { asks: 'report', text, institution: null }));
}

/** As the reporter's message: only what lacked in a message that went to this case gets here. */
async function addLate(ctx: Context, { caseId, parts }: LateParts): Promise<Handled> {
  const lost: Handled = { takenAs: 'late-part', caseId: null, answer: null };
  const reporter = await openReporter(ctx, caseId);
  if (reporter === undefined) return lost;
  const text = parts.map((part) => translate(ctx.locale, 'sms.part-late', part)).join('\n');
  const acted = await actByCode(ctx, reporter.trackingCode, () => 'message', { text });
  if (acted.came !== 'done') return lost;
  return { takenAs: 'reply', caseId, answer: answersIn(ctx.locale).done('reply', acted.view.code) };
}

/** Behind a name nobody reads an answer. */
function toPerson({ from }: WholeMessage, handled: Handled): Handled {
  return isPerson(from) ? handled : { ...handled, answer: null };
}

function isPerson(from: string): boolean {
  return /^\+?\d{9,15}$/.test(from.replaceAll(/[\s-]/g, ''));
}

type Handlers = {
  readonly [K in Request['asks']]: (
    ctx: Context,
    message: WholeMessage,
    request: Extract<Request, { asks: K }>,
  ) => Promise<Handled> | Handled;
};

const handlers: Handlers = {
  report: takeReport,
  status: async (ctx, _message, { code }) => {
    const found = await getTracking(ctx, code);
    if (!found.ok) return missed(ctx, 'status');
    const { id = null } = (await findByAccess(ctx, code)) ?? {};
    return { takenAs: 'status', caseId: id, answer: answersIn(ctx.locale).status(found.value) };
  },
  reply: (ctx, _message, { code, text }) => act(ctx, 'reply', code, writes, { text }),
  completion: (ctx, _message, { code, text }) => act(ctx, 'completion', code, () => 'completion', { text }),
  objection: (ctx, _message, { code, text }) =>
    act(ctx, 'objection', code, () => 'objection', { reason: text }),
  rating: (ctx, _message, { code, score, text }) =>
    act(ctx, 'rating', code, rates, {
      score,
      comment: text,
    }),
  stop: async (ctx, { from }) => {
    await mute(ctx, 'sms', from);
    return { takenAs: 'stop', caseId: null, answer: answersIn(ctx.locale).stopped() };
  },
  help: ({ locale }) => ({ takenAs: 'help', caseId: null, answer: answersIn(locale).help() }),
  nothing: ({ locale }) => ({ takenAs: 'nothing', caseId: null, answer: answersIn(locale).help() }),
  unclear: ({ locale }, _message, { order, lacks }) => ({
    takenAs: 'unclear',
    caseId: null,
    answer: answersIn(locale).unclear(order, lacks),
  }),
};

/** The same words from the same number are one report, however often they are sent. */
async function takeReport(
  ctx: Context,
  { id, from, text: typed, isLetIn }: WholeMessage,
  { text, institution }: Extract<Request, { asks: 'report' }>,
): Promise<Handled> {
  // Whoever says LAPOR or names an institution means us, and somebody's word stands above what a text looks like.
  const isPlain = institution === null && text === typed.trim();
  const suspect = isPlain && !isLetIn ? unsolicited(text) : null;
  if (suspect !== null) return { takenAs: suspect, caseId: null, answer: null };
  const input = {
    text,
    ...(institution === null ? {} : { institution }),
    // Behind a name nobody is reached.
    ...(isPerson(from) ? { contact: { phone: from, reach: 'sms' as const } } : {}),
  };
  const done = await receiveSubmission(ctx, input, {
    channel: 'sms',
    externalId: id,
    idempotencyKey: `sms ${from} ${typed}`,
  });
  if (!done.ok) return refused(ctx, done.error);
  await unmute(ctx, 'sms', from);
  const { trackingCode, receipt } = done.value;
  const { id: caseId = null } = (await findByAccess(ctx, trackingCode)) ?? {};
  return {
    takenAs: 'report',
    caseId,
    answer: answersIn(ctx.locale).received(trackingCode, receipt),
  };
}

async function act(
  ctx: Context,
  takenAs: 'reply' | 'completion' | 'objection' | 'rating',
  code: string,
  choose: (may: readonly string[]) => ReporterAct,
  input: object,
): Promise<Handled> {
  const acted = await actByCode(ctx, code, choose, input);
  if (acted.came === 'missed') return missed(ctx, takenAs);
  const { caseId } = acted;
  if (acted.came === 'refused') return { ...refused(ctx, acted.error), caseId };
  return { takenAs, caseId, answer: answersIn(ctx.locale).done(takenAs, acted.view.code) };
}

function missed({ locale }: Context, takenAs: Handled['takenAs']): Handled {
  return { takenAs, caseId: null, answer: answersIn(locale).missed() };
}

function refused({ locale }: Context, error: Refusal): Handled {
  return { takenAs: 'refused', caseId: null, answer: answersIn(locale).refused(error) };
}
