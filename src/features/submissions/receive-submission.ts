import { openCase } from '../../domain/cases/opening.ts';
import type { SecrecyLevel } from '../../domain/cases/words.ts';
import { localDate } from '../../domain/clocks/calendar.ts';
import { privacySignals, secrecyFor } from '../../domain/privacy/signals.ts';
import { formatTrackingCode, trackingCodeFrom } from '../../domain/privacy/tracking-code.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import { randomBytes, uuidv7 } from '../../platform/crypto/random.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import { areWaiting, claimUploads } from '../attachments/index.ts';
import { decisionContext, jobsAfter, newCaseWrites, nextCaseNumber } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { type Reach, sealReporter } from '../reporters/index.ts';
import { type SubmissionDone, type SubmissionInput, textLimit } from './contract.ts';
import { findPlace } from './place.ts';
import { presentReceipt } from './present-receipt.ts';
import type { ReceiveOptions } from './receive-options.ts';
import { findReceipt } from './repeat.ts';
import { requestHash, submissionWrite } from './store.ts';
import { fieldRefusal, validateSubmission } from './validate.ts';

/**
 * Takes a submission in, verbatim, and opens its case: the one door for every channel. Answers only
 * with what is in the transaction; the caller acknowledges after the commit.
 * Refusals: `invalid-input` with the fields at fault, `already-decided` where a key comes back with
 * other content.
 */
export async function receiveSubmission(
  ctx: Context,
  input: SubmissionInput,
  options: ReceiveOptions,
): Promise<Result<SubmissionDone, Refusal>> {
  const hash = requestHash(ctx, input);
  const text = storable(input.text);
  const { secrecy, raisedBecause } = secrecyOf(input.secrecy ?? 'L2', text);
  if (options.idempotencyKey !== undefined) {
    const repeated = await findReceipt(ctx, options.idempotencyKey, hash, raisedBecause);
    if (repeated !== undefined) return repeated;
  }
  const problems = validateSubmission(ctx, input);
  const place = await findPlace(ctx, input, problems);
  const files = input.attachments ?? [];
  if (files.length > 0 && !(await areWaiting(ctx, files))) problems.attachments = 'gone';
  const refused = fieldRefusal(problems);
  if (refused !== null) return err(refused);
  if (place === undefined) return err(refusal('not-found'));

  const id = uuidv7(Date.parse(ctx.now));
  const trackingCode = trackingCodeFrom(randomBytes(64));
  const receivedAt = input.receivedAt === undefined ? ctx.now : new Date(input.receivedAt).toISOString();
  const contact = contactOf(input);
  const { institution } = place;
  const procedure = ctx.office.procedures.latest(institution.procedureId);
  const number = await nextCaseNumber(ctx.tx, localDate(ctx.now, institution.zone));
  const draft = openCase(decisionContext(ctx, { procedure }), {
    id,
    number,
    institution: institution.id,
    zone: institution.zone,
    ...(place.officeArea === null ? {} : { officeArea: place.officeArea }),
    channel: options.channel,
    receivedAt,
    anonymous: contact.reach === 'none' && contact.name === null,
    kind: input.kind ?? 'complaint',
    title: titleOf(input.title, text),
    categoryId: place.categoryId,
    areaCode: place.areaCode,
    secrecy,
  });
  await writeTogether(ctx.tx, [
    ...newCaseWrites(ctx.tx, {
      state: draft.state,
      events: draft.events,
      procedure,
      trackingHash: ctx.office.keys.hash('tracking', trackingCode),
      words: text,
      now: ctx.now,
    }),
    submissionWrite(ctx, { id, input, text, receivedAt, options, hash }),
    ...sealReporter(ctx, id, { ...contact, trackingCode }),
    ...jobWrites(jobsAfter(draft.state, draft.events)),
  ]);
  if (files.length > 0) await claimUploads(ctx, id, files);
  return ok({
    trackingCode: formatTrackingCode(trackingCode),
    receipt: presentReceipt(ctx, draft.state, {
      institution,
      by: place.frontUnit ?? institution.name,
      raisedBecause,
    }),
  });
}

/** What was chosen, or more private where the words ask for it, and why. */
function secrecyOf(chosen: SecrecyLevel, text: string) {
  // A text that will be refused for its length is not searched.
  const signals = text.length > textLimit ? [] : privacySignals(text);
  const secrecy = secrecyFor(chosen, signals);
  return { secrecy, raisedBecause: secrecy === chosen ? [] : signals };
}

interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly reach: Reach;
}

function contactOf(input: SubmissionInput): Contact {
  const given = (value: string | undefined): string | null => {
    const trimmed = storable(value ?? '').trim();
    return trimmed === '' ? null : trimmed;
  };
  const { contact } = input;
  // "Without a name": nothing is kept, whatever else was typed.
  if (contact === undefined || contact.reach === 'none') {
    return { name: null, phone: null, email: null, reach: 'none' };
  }
  const [name, phone, email] = [given(contact.name), given(contact.phone), given(contact.email)];
  const guessed = email !== null ? 'email' : phone !== null ? 'sms' : 'none';
  return { name, phone, email, reach: contact.reach ?? guessed };
}

/** The first words stand for a title that nobody gave; the verifier may give a better one. */
function titleOf(given: string | undefined, text: string): string {
  const title = storable(given ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (title !== '') return title;
  const words = text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= 80 ? words : `${words.slice(0, 80).replace(/\s\S*$/, '')}…`;
}
