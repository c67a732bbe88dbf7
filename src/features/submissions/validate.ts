import type { Context } from '../context/index.ts';
import { holds } from '../../domain/access/can.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { textLimit, type SubmissionInput } from './contract.ts';

/** Fields at fault, each with the code of what is wrong; texts are in `locales/`. */
export type FieldProblems = Record<string, string>;

/**
 * What can be said without looking anything up. Everything wrong is named at once, so that the citizen
 * mends it in one go.
 */
export function validateSubmission(ctx: Context, input: SubmissionInput): FieldProblems {
  const problems: FieldProblems = {};
  if (visible(input.text) === '') problems.text = 'required';
  else if (input.text.length > textLimit) problems.text = 'too-long';
  if (input.occurredOn !== undefined) {
    const wrong = dateProblem(input.occurredOn, ctx.now);
    if (wrong !== null) problems.occurredOn = wrong;
  }
  const { contact } = input;
  if (contact?.email !== undefined && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/.test(contact.email.trim())) {
    problems.email = 'not-an-email';
  }
  if (contact?.phone !== undefined && !isPhone(contact.phone)) problems.phone = 'not-a-phone';
  if ((contact?.reach === 'sms' || contact?.reach === 'whatsapp') && contact.phone === undefined) {
    problems.phone = 'required-for-reach';
  }
  if (contact?.reach === 'email' && contact.email === undefined) problems.email = 'required-for-reach';
  const forOthers = input.channel !== undefined && input.channel !== 'web' && input.channel !== 'api';
  if ((forOthers || input.receivedAt !== undefined) && !holds(ctx.actor, 'submission.enter')) {
    problems.channel = 'officers-only';
  }
  if (input.receivedAt !== undefined) {
    const at = Date.parse(input.receivedAt);
    if (Number.isNaN(at)) problems.receivedAt = 'not-a-time';
    else if (at > Date.parse(ctx.now)) problems.receivedAt = 'in-the-future';
    else if (at < Date.parse(ctx.now) - 366 * 24 * 60 * 60 * 1000) problems.receivedAt = 'too-long-ago';
  }
  return problems;
}

export function fieldRefusal(problems: FieldProblems): Refusal | null {
  return Object.keys(problems).length === 0 ? null : { code: 'invalid-input', fields: problems };
}

/** What a person would see of it: without control, zero-width and other invisible characters. */
export function visible(text: string): string {
  return text.replace(/[\p{C}\p{Z}\u115F\u1160\u3164\uFFA0]/gu, '').trim();
}

/** PostgreSQL cannot store NUL; everything else is kept as it was written. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

function dateProblem(typed: string, now: string): string | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(typed);
  if (match === null) return 'not-a-date';
  const [, year = '', month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return 'not-a-date';
  if (day !== undefined) {
    const date = new Date(`${typed}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== typed) return 'not-a-date';
  }
  // Somewhere in Indonesia it may already be tomorrow: WIT is nine hours ahead of UTC.
  const today = new Date(Date.parse(now) + 9 * 60 * 60 * 1000).toISOString();
  if (typed > today.slice(0, typed.length)) return 'in-the-future';
  return Number(year) < 1945 ? 'before-1945' : null;
}

function isPhone(typed: string): boolean {
  const digits = typed.replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15 && /^[\d\s+().-]+$/.test(typed.trim());
}
