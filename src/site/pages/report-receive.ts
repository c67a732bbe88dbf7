import { randomUUID } from 'node:crypto';
import type { PrivacySignal } from '../../domain/privacy/signals.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import { findArea, listAreas, searchAreas } from '../../features/areas/index.ts';
import {
  type Attachment,
  dropDraftFile,
  keepFile,
  listDraftFiles,
  moveDraftFiles,
} from '../../features/attachments/index.ts';
import { getOwnAccount } from '../../features/citizen-accounts/index.ts';
import type { Context } from '../../features/context/index.ts';
import type { AreaView } from '../../features/organizations/contract.ts';
import type { SubmissionDone } from '../../features/submissions/contract.ts';
import { receiveSubmission, validateSubmission } from '../../features/submissions/index.ts';
import type { SentPart } from './report-read.ts';
import { type FormProblems, submissionFrom } from './report-submission.ts';
import { isToBeKept, isUuid, type ReportValues, wayOf } from './report-values.ts';

/** A file that was not kept, and why. */
export interface FileProblem {
  readonly name: string;
  readonly field: 'attachments' | 'kk';
  readonly reason: string;
}

/** What the form shows of places. */
export interface AreaState {
  readonly chosen: AreaView | null;
  /** Null while nothing was looked for. */
  readonly found: readonly AreaView[] | null;
  /** What lies in the chosen one, or the provinces; empty below a village. */
  readonly inside: readonly AreaView[];
}

export type Refused = Pick<Refusal, 'details'> & { readonly code: Refusal['code'] | 'unavailable' };

export interface FormState {
  readonly files: readonly Attachment[];
  readonly area: AreaState;
  readonly problems: FormProblems;
  readonly fileProblems: readonly FileProblem[];
  /** What concerns the form as a whole; `unavailable` where the database is away. */
  readonly refused: Refused | null;
  /** What was chosen is more open than the words allow; nothing was sent yet. */
  readonly raised: Raised | null;
  /** Somebody is signed in to an account. */
  readonly signedIn: boolean;
}

export interface Raised {
  readonly secrecy: ReportValues['secrecy'];
  readonly because: readonly PrivacySignal[];
}

export type Outcome =
  | { readonly sent: SubmissionDone }
  | { readonly sent: null; readonly values: ReportValues; readonly state: FormState };

/**
 * One press of a button of the form: keeps what arrived, then sends, searches, removes or only shows again.
 * Always ok: a form that is refused comes back whole, and the files kept so far stay kept.
 */
export async function pressButton(
  ctx: Context,
  typed: ReportValues,
  button: string,
  sent: readonly SentPart[],
): Promise<Result<Outcome, Refusal>> {
  const fileProblems = await keepSent(ctx, typed.key, sent);
  const dropped = /^drop:(.+)$/.exec(button)?.[1];
  if (dropped !== undefined && isUuid(dropped)) await dropDraftFile(ctx, typed.key, dropped);

  const pressed = button === 'enter' ? enterMeans(typed) : button;
  let [problems, refused, raised]: [FormProblems, Refusal | null, Raised | null] = [{}, null, null];
  if (pressed === 'send' && fileProblems.length > 0) {
    // Nothing is sent without the file, but everything else that is wrong is said now.
    const { input, problems: ownProblems } = submissionFrom(typed, []);
    problems = { ...validateSubmission(ctx, input), ...ownProblems };
  } else if (pressed === 'send') {
    const tried = await send(ctx, typed);
    if (tried.sent !== null) return ok({ sent: tried.sent });
    ({ problems, refused, raised = null } = tried);
  }
  const key = refused?.code === 'already-decided' ? await newForm(ctx, typed.key) : typed.key;
  const values = {
    ...placed(typed, pressed),
    ...(pressed === 'contact' ? await ownContact(ctx) : {}),
    key,
    ...(raised === null ? {} : { secrecy: raised.secrecy }),
  };
  const area = await areaState(ctx, values, pressed === 'area');
  return ok({
    sent: null,
    values: {
      ...values,
      // A place that does not exist is not carried along.
      areaCode: area.chosen?.code ?? '',
      areaAsked: values.area,
    },
    state: {
      files: await listDraftFiles(ctx, values.key),
      area,
      problems,
      fileProblems,
      refused,
      raised,
      signedIn: ctx.account !== undefined,
    },
  });
}

/** The address of the account, where the reporter asks for it. */
async function ownContact(ctx: Context): Promise<Partial<ReportValues>> {
  const own = await getOwnAccount(ctx);
  if (!own.ok || own.value.address === null) return {};
  const { way, address } = own.value;
  return way === 'sms' ? { via: 'sms', phone: address } : { via: 'email', email: address };
}

/** A form that was sent before becomes another; what went with the earlier report stays with it. */
async function newForm(ctx: Context, key: string): Promise<string> {
  const other = randomUUID();
  await moveDraftFiles(ctx, key, other);
  return other;
}

/** The Enter key looks for a place that was typed and not looked for yet, else it sends. */
function enterMeans(typed: ReportValues): string {
  return typed.area.trim() !== '' && typed.area !== typed.areaAsked ? 'area' : 'send';
}

/** The place that is chosen after a press: from the list, or none where another is looked for. */
function placed(typed: ReportValues, pressed: string): ReportValues {
  if (pressed === 'within' && typed.within !== '') return { ...typed, areaCode: typed.within };
  return pressed === 'area' && typed.area !== typed.areaAsked ? { ...typed, areaCode: '' } : typed;
}

type Tried =
  | { readonly sent: SubmissionDone }
  | {
      readonly sent: null;
      readonly problems: FormProblems;
      readonly refused: Refusal | null;
      readonly raised?: Raised;
    };

async function send(ctx: Context, values: ReportValues): Promise<Tried> {
  const files = await filesToSend(ctx, values);
  const { input, problems } = submissionFrom(values, files);
  if (Object.keys(problems).length > 0) {
    return { sent: null, problems: { ...validateSubmission(ctx, input), ...problems }, refused: null };
  }
  const received = await receiveSubmission(ctx, input, {
    channel: 'web',
    idempotencyKey: values.key,
    asksBeforeRaising: true,
    ...(ctx.account !== undefined && isToBeKept(values) ? { account: ctx.account } : {}),
  });
  if (received.ok) return { sent: received.value };
  const { fields, more } = received.error;
  if (fields?.secrecy === 'raised')
    return { sent: null, problems: {}, refused: null, raised: more as unknown as Raised };
  return fields === undefined
    ? { sent: null, problems: {}, refused: received.error }
    : { sent: null, problems: fields, refused: null };
}

/** A family card never goes with a submission without a name, even where the page could not hide its field. */
async function filesToSend(ctx: Context, values: ReportValues): Promise<readonly Attachment[]> {
  const files = await listDraftFiles(ctx, values.key);
  if (wayOf(values) !== 'none') return files;
  const [cards, others] = [
    files.filter((file) => file.purpose === 'family-card'),
    files.filter((file) => file.purpose !== 'family-card'),
  ];
  for (const card of cards) await dropDraftFile(ctx, values.key, card.id);
  return others;
}

async function keepSent(
  ctx: Context,
  draftId: string,
  sent: readonly SentPart[],
): Promise<readonly FileProblem[]> {
  const problems: FileProblem[] = [];
  for (const { field, name, content, refused } of sent) {
    if (field !== 'attachments' && field !== 'kk') continue;
    if (content === null) {
      problems.push({ name, field, reason: refused ?? 'too-large' });
      continue;
    }
    const purpose = field === 'kk' ? 'family-card' : 'evidence';
    const kept = await keepFile(ctx, { name, content }, purpose, { draftId });
    if (!kept.ok) problems.push({ name, field, reason: String(kept.error.details?.reason ?? 'other') });
  }
  return problems;
}

async function areaState(ctx: Context, values: ReportValues, isSearch: boolean): Promise<AreaState> {
  const { tx } = ctx;
  const typed = values.area.slice(0, 120);
  const found = isSearch && typed.trim() !== '' ? await searchAreas(tx, typed, { limit: 8 }) : null;
  // Where only one place fits, it is the one that is meant.
  const code = values.areaCode === '' && found?.length === 1 ? (found[0]?.code ?? '') : values.areaCode;
  const chosen = /^[\d.]{2,13}$/.test(code) ? ((await findArea(tx, code)) ?? null) : null;
  const inside = chosen?.level === 'village' ? [] : await listAreas(tx, chosen?.code ?? null);
  return { chosen, found, inside };
}
