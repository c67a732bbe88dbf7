import { dataRequestKinds } from '../../domain/cases/case.ts';
import { type SecrecyLevel, secrecyLevels } from '../../domain/cases/words.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type ReporterAct, reporterActs } from '../../features/cases/contract.ts';
import type { Context } from '../../features/context/index.ts';
import { contactLimits } from '../../features/submissions/contract.ts';
import { actAsReporter, addReporterFile, correctOwnContact } from '../../features/submissions/index.ts';
import type { SentForm, SentPart } from './report-read.ts';
import type { FormName } from './track-forms.ts';

/** What the page says afterwards that it noted. */
export const notedWords = [
  'completion',
  'message',
  'confirmation',
  'objection',
  'rating',
  'secrecy',
  'lowering-consent',
  'publication-objection',
  'withdrawal',
  'attachments',
  'contact-correction',
  'data-request',
  'restriction-lifting',
  'kept',
  'released',
] as const;
export type Noted = (typeof notedWords)[number];

/** Does what one form of the page asks for; `code` may be typed in any way. */
export async function sendForm(
  ctx: Context,
  code: string,
  form: FormName,
  sent: SentForm,
): Promise<Result<Noted, Refusal>> {
  const field = (name: string): string => sent.fields.get(name) ?? '';
  const act = (noun: ReporterAct, input: Input): Promise<Result<Noted, Refusal>> =>
    actOnce(ctx, code, noun, input, Number(field('seen')) || undefined);
  switch (form) {
    case 'completion':
      return complete(ctx, code, sent, act);
    case 'message':
      return act('message', { text: field('text') });
    case 'verdict':
      return judge(field, act);
    case 'objection':
    case 'withdrawal':
    case 'publication-objection':
      return act(form, { reason: field('reason') });
    case 'rating':
      return rate(field, act);
    case 'secrecy':
      return raise(field('level'), act);
    case 'lowering-consent':
      return answerLowering(field('agrees'), act);
    case 'data-request':
      return request(field, act);
    case 'restriction-lifting':
      return act(form, { reason: '' });
    case 'contact-correction':
      return correct(ctx, code, field);
    case 'attachments':
      return bring(ctx, code, sent.files, 'attachments');
    case 'family-card':
      return bring(ctx, code, sent.files, 'kk');
  }
}

type Input = Readonly<Record<string, string | number | boolean | null>>;
type Act = (noun: ReporterAct, input: Input) => Promise<Result<Noted, Refusal>>;
type Field = (name: string) => string;

/** With no words but a photo, the photo is the answer; its name stands where words would. */
async function complete(
  ctx: Context,
  code: string,
  sent: SentForm,
  act: Act,
): Promise<Result<Noted, Refusal>> {
  const typed = sent.fields.get('text') ?? '';
  const files = sent.files.filter((file) => file.field === 'attachments');
  const text = typed.trim() === '' ? files.map((file) => file.name).join(', ') : typed;
  // The words first, so that no file is kept beside an answer that will be refused.
  const refused = tooLong('completion', { text });
  if (refused !== null) return err(refused);
  const brought = files.length === 0 ? null : await bring(ctx, code, files, 'attachments');
  if (brought?.ok === false) return brought;
  return act('completion', { text });
}

function judge(field: Field, act: Act): Promise<Result<Noted, Refusal>> {
  const verdict = field('verdict');
  if (verdict === 'objection') return act('objection', { reason: field('reason') });
  if (verdict === 'rating') return rate(field, act);
  if (verdict === 'confirmation')
    return act('confirmation', { score: scoreIn(field), comment: field('comment') });
  return refuse({ verdict: 'required' });
}

function rate(field: Field, act: Act): Promise<Result<Noted, Refusal>> {
  const score = scoreIn(field);
  return score === null ? refuse({ score: 'required' }) : act('rating', { score, comment: field('comment') });
}

function raise(typed: string, act: Act): Promise<Result<Noted, Refusal>> {
  const level = secrecyLevels.find((one: SecrecyLevel) => one === typed);
  return level === undefined ? refuse({ level: 'required' }) : act('secrecy', { level });
}

function answerLowering(typed: string, act: Act): Promise<Result<Noted, Refusal>> {
  if (typed !== 'yes' && typed !== 'no') return refuse({ agrees: 'required' });
  return act('lowering-consent', { agrees: typed === 'yes' });
}

function request(field: Field, act: Act): Promise<Result<Noted, Refusal>> {
  const kind = dataRequestKinds.find((one) => one === field('kind'));
  return kind === undefined
    ? refuse({ kind: 'required' })
    : act('data-request', { kind, reason: field('reason') });
}

async function correct(ctx: Context, code: string, field: Field): Promise<Result<Noted, Refusal>> {
  const contact = { name: field('name'), phone: field('phone'), email: field('email') };
  const long = Object.entries(contact).filter(
    ([name, value]) => value.length > contactLimits[name as keyof typeof contactLimits],
  );
  if (long.length > 0) return refuse(Object.fromEntries(long.map(([name]) => [name, 'too-long'])));
  const corrected = await correctOwnContact(ctx, code, contact);
  return corrected.ok ? ok('contact-correction') : corrected;
}

async function actOnce(
  ctx: Context,
  code: string,
  noun: ReporterAct,
  input: Input,
  seen: number | undefined,
): Promise<Result<Noted, Refusal>> {
  const refused = tooLong(noun, input);
  if (refused !== null) return err(refused);
  const acted = await actAsReporter(ctx, code, noun, input, seen);
  return acted.ok ? ok(noun) : acted;
}

/** Keeps every file that can be kept, and names the first that cannot. */
async function bring(
  ctx: Context,
  code: string,
  sent: readonly SentPart[],
  field: 'attachments' | 'kk',
): Promise<Result<Noted, Refusal>> {
  const files = sent.filter((file) => file.field === field);
  if (files.length === 0) return refuse({ [field]: 'required' });
  const purpose = field === 'kk' ? 'family-card' : 'evidence';
  let refused: Refusal | null = null;
  for (const { name, content, refused: reason } of files) {
    const kept =
      content === null
        ? err(refusal('attachment-refused', { reason: reason ?? 'other' }))
        : await addReporterFile(ctx, code, { name, content }, purpose);
    if (kept.ok) continue;
    if (kept.error.code !== 'attachment-refused') return kept;
    refused ??= { ...kept.error, details: { ...kept.error.details, name, field } };
  }
  return refused === null ? ok('attachments') : err(refused);
}

/** The limits are those of the API; its schemas are not asked here, so their lengths are. */
function tooLong(noun: ReporterAct, input: Input): Refusal | null {
  const limits = new Map<string, { readonly maxLength?: number }>(
    Object.entries(reporterActs[noun].properties),
  );
  const fields = Object.entries(input).flatMap(([name, value]) => {
    const most = limits.get(name)?.maxLength ?? Number.POSITIVE_INFINITY;
    return typeof value === 'string' && value.length > most ? [[name, 'too-long'] as const] : [];
  });
  return fields.length === 0 ? null : { code: 'invalid-input', fields: Object.fromEntries(fields) };
}

function scoreIn(field: Field): number | null {
  return /^[1-5]$/.test(field('score')) ? Number(field('score')) : null;
}

async function refuse(fields: Readonly<Record<string, string>>): Promise<Result<never, Refusal>> {
  return err({ code: 'invalid-input', fields });
}
