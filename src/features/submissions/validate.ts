import { emailFault } from '../../domain/shared/email.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import type { Context } from '../context/index.ts';
import { type SubmissionInput, textLimit } from './contract.ts';
import type { EntryInput } from './contract-entry.ts';
import { dateProblem } from './date-problem.ts';
import { entryProblems } from './entry-problems.ts';
import { isPhone, numberProblem } from './number-problem.ts';

/** Fields at fault, each with the code of what is wrong; texts are in `locales/`. */
export type FieldProblems = Record<string, string>;

/**
 * What can be said without looking anything up. Everything wrong is named at once, so that the citizen
 * mends it in one go.
 */
export function validateSubmission(ctx: Context, input: EntryInput): FieldProblems {
  const text = visible(input.text) === '' ? 'required' : input.text.length > textLimit ? 'too-long' : null;
  const found: Readonly<Record<string, string | null>> = {
    text,
    occurredOn: input.occurredOn === undefined ? null : dateProblem(input.occurredOn, ctx.now),
    email: emailProblem(input.contact),
    phone: phoneProblem(input.contact),
    nik: numberProblem(input.contact?.nik),
    familyCardNumber: numberProblem(input.contact?.familyCardNumber),
    ...entryProblems(ctx, input),
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

export function fieldRefusal(problems: FieldProblems): Refusal | null {
  return Object.keys(problems).length === 0 ? null : { code: 'invalid-input', fields: problems };
}

/** What a person would see of it: without control, zero-width and other invisible characters. */
export function visible(text: string): string {
  return text.replace(/[\p{C}\p{Z}\u115F\u1160\u3164\uFFA0]/gu, '').trim();
}
