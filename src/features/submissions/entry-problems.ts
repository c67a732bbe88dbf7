import { holds } from '../../domain/access/can.ts';
import { cameLongAgo } from '../../domain/cases/arrival.ts';
import type { Context } from '../context/index.ts';
import type { EntryInput } from './contract-entry.ts';
import { dateProblem } from './date-problem.ts';
import { isPhone, numberProblem } from './number-problem.ts';

const day = 24 * 60 * 60 * 1000;

/** Older than a year is no arrival: a finger slipped, or the matter is for an archive. */
const mostDays = 366;

type Problems = Readonly<Record<string, string | null>>;

/** What is wrong with what only an officer says: who came for whom, by which paper, and when. */
export function entryProblems(ctx: Context, input: EntryInput): Problems {
  const { receivedAt } = input;
  if (isForOfficers(input) && !holds(ctx.actor, 'submission.enter')) return { channel: 'officers-only' };
  return {
    receivedAt: receivedAt === undefined ? null : arrivalProblem(receivedAt, ctx.now),
    enteredLate: lateProblem(input, ctx.now),
    ...contactProblems(input),
    ...proxyProblems(input),
    others: othersProblem(input),
    ...letterProblems(input, ctx.now),
  };
}

/** Entering for somebody else (171, counter, letter), with the true time of arrival, is for officers. */
function isForOfficers(input: EntryInput): boolean {
  const { channel, receivedAt, urgent, enteredLate, letter, proxy, others, contact } = input;
  const forOthers = channel !== undefined && channel !== 'web' && channel !== 'api';
  const onPaper = contact?.reach === 'letter' || contact?.reach === 'receipt';
  const more = [receivedAt, urgent, enteredLate, letter, proxy, others];
  return forOthers || onPaper || more.some((given) => given !== undefined);
}

function arrivalProblem(typed: string, now: string): string | null {
  const at = Date.parse(typed);
  if (Number.isNaN(at) || !isOnCalendar(typed)) return 'not-a-time';
  if (at > Date.parse(now)) return 'in-the-future';
  return at < Date.parse(now) - mostDays * day ? 'too-long-ago' : null;
}

/** `Date.parse` takes 30 February for 2 March; a letter does not arrive on a day that never was. */
function isOnCalendar(typed: string): boolean {
  const date = /^\d{4}-\d\d-\d\d/.exec(typed)?.[0];
  return date === undefined || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) === date;
}

function lateProblem({ receivedAt, enteredLate }: EntryInput, now: string): string | null {
  if (
    receivedAt === undefined ||
    arrivalProblem(receivedAt, now) !== null ||
    !cameLongAgo(receivedAt, Date.parse(now))
  )
    return null;
  return isEmpty(enteredLate) ? 'required-when-late' : null;
}

/** Whoever is answered by letter is so under an address; whoever is spoken for, or comes with others, has a name. */
function contactProblems({ contact, proxy, others = [] }: EntryInput): Problems {
  const unnamed = isEmpty(contact?.name) || contact?.reach === 'none';
  const spokenFor = proxy !== undefined || others.length > 0;
  return {
    address: contact?.reach === 'letter' && isEmpty(contact.address) ? 'required-for-reach' : null,
    name: spokenFor && unnamed ? 'required-beside-others' : null,
  };
}

function proxyProblems({ proxy }: EntryInput): Problems {
  if (proxy === undefined) return {};
  return {
    proxyName: isEmpty(proxy.name) ? 'required' : null,
    proxyRelation: isEmpty(proxy.relation) ? 'required' : null,
    proxyPhone: isEmpty(proxy.phone) || isPhone(proxy.phone ?? '') ? null : 'not-a-phone',
  };
}

function othersProblem({ others = [] }: EntryInput): string | null {
  if (others.some(({ name }) => isEmpty(name))) return 'name-missing';
  if (others.some(({ phone }) => !isEmpty(phone) && !isPhone(phone ?? ''))) return 'not-a-phone';
  return others.some(({ nik }) => !isEmpty(nik) && numberProblem(nik) !== null)
    ? 'not-a-national-number'
    : null;
}

function letterProblems({ letter, channel }: EntryInput, now: string): Problems {
  if (letter === undefined) return {};
  const { date } = letter;
  const whole = date === undefined || /^\d{4}-\d\d-\d\d$/.test(date);
  return {
    letter: channel === 'letter' ? null : 'only-by-letter',
    letterDate: date === undefined ? null : whole ? dateProblem(date, now) : 'not-a-date',
  };
}

function isEmpty(typed: string | undefined): boolean {
  return (typed ?? '').trim() === '';
}
