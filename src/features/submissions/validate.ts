import { holds } from '../../domain/access/can.ts';
import { emailFault } from '../../domain/shared/email.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import type { Context } from '../context/index.ts';
import { type SubmissionInput, textLimit } from './contract.ts';

/** Fields at fault, each with the code of what is wrong; texts are in `locales/`. */
export type FieldProblems = Record<string, string>;

/**
 * What can be said without looking anything up. Everything wrong is named at once, so that the citizen
 * mends it in one go.
 */
export function validateSubmission(ctx: Context, input: SubmissionInput): FieldProblems {
  const text = visible(input.text) === '' ? 'required' : input.text.length > textLimit ? 'too-long' : null;
  const found: Readonly<Record<string, string | null>> = {
    text,
    occurredOn: input.occurredOn === undefined ? null : dateProblem(input.occurredOn, ctx.now),
    email: emailProblem(input.contact),
    phone: phoneProblem(input.contact),
    nik: numberProblem(input.contact?.nik),
    familyCardNumber: numberProblem(input.contact?.familyCardNumber),
    channel: channelProblem(ctx, input),
    receivedAt: input.receivedAt === undefined ? null : arrivalProblem(input.receivedAt, ctx.now),
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, code]) => (code === null ? [] : [[field, code] as const])),
  );
}

/** What is wrong with a corrected contact; a part that is left empty is taken out. */
export function validateContact(contact: { readonly phone: string; readonly email: string }): FieldProblems {
  const given = {
    ...(contact.phone === '' ? {} : { phone: contact.phone }),
    ...(contact.email === '' ? {} : { email: contact.email }),
  };
  const found = { email: emailProblem(given), phone: phoneProblem(given) };
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, code]) => (code === null ? [] : [[field, code] as const])),
  );
}

type ContactInput = SubmissionInput['contact'];

function emailProblem(contact: ContactInput): string | null {
  if (contact?.email === undefined) return contact?.reach === 'email' ? 'required-for-reach' : null;
  return emailFault(contact.email);
}

function phoneProblem(contact: ContactInput): string | null {
  const needed = contact?.reach === 'sms' || contact?.reach === 'whatsapp';
  if (contact?.phone === undefined) return needed ? 'required-for-reach' : null;
  return isPhone(contact.phone) ? null : 'not-a-phone';
}

/** NIK and KK have sixteen digits, however they were grouped. */
function numberProblem(typed: string | undefined): string | null {
  return typed === undefined || /^\s*\d(?:[ .-]?\d){15}\s*$/.test(typed) ? null : 'not-a-national-number';
}

/** Entering for somebody else (171, counter, letter), with the true time of arrival, is for officers. */
function channelProblem(ctx: Context, input: SubmissionInput): string | null {
  const forOthers = input.channel !== undefined && input.channel !== 'web' && input.channel !== 'api';
  if (!forOthers && input.receivedAt === undefined) return null;
  return holds(ctx.actor, 'submission.enter') ? null : 'officers-only';
}

function arrivalProblem(typed: string, now: string): string | null {
  const at = Date.parse(typed);
  if (Number.isNaN(at) || !isOnCalendar(typed)) return 'not-a-time';
  if (at > Date.parse(now)) return 'in-the-future';
  return at < Date.parse(now) - 366 * 24 * 60 * 60 * 1000 ? 'too-long-ago' : null;
}

export function fieldRefusal(problems: FieldProblems): Refusal | null {
  return Object.keys(problems).length === 0 ? null : { code: 'invalid-input', fields: problems };
}

/** What a person would see of it: without control, zero-width and other invisible characters. */
export function visible(text: string): string {
  return text.replace(/[\p{C}\p{Z}\u115F\u1160\u3164\uFFA0]/gu, '').trim();
}

/** `Date.parse` takes 30 February for 2 March; a letter does not arrive on a day that never was. */
function isOnCalendar(typed: string): boolean {
  const date = /^\d{4}-\d\d-\d\d/.exec(typed)?.[0];
  return date === undefined || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) === date;
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
