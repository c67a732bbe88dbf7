import type { Actor } from '../../domain/access/actor.ts';
import { holds } from '../../domain/access/can.ts';
import { capacityFor } from '../../domain/access/deputy.ts';
import { cameLongAgo } from '../../domain/cases/arrival.ts';
import { keepOut } from '../../domain/cases/conflicts.ts';
import { openCase } from '../../domain/cases/opening.ts';
import type { SecrecyLevel } from '../../domain/cases/words.ts';
import { localDate } from '../../domain/clocks/calendar.ts';
import { maskOwn } from '../../domain/privacy/sealed-words.ts';
import { type PrivacySignal, privacySignals, secrecyFor } from '../../domain/privacy/signals.ts';
import { formatTrackingCode, trackingCodeFrom } from '../../domain/privacy/tracking-code.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import { randomBytes, uuidv7 } from '../../platform/crypto/random.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import { claimUploads, listWaiting, type NamedFile } from '../attachments/index.ts';
import { decisionContext, jobsAfter, newCaseWrites, nextCaseNumber } from '../cases/index.ts';
import { keepInAccount } from '../citizen-accounts/index.ts';
import type { Context } from '../context/index.ts';
import { everybodyIn, sealReporter } from '../reporters/index.ts';
import { contactOf, saysNothing } from './contact.ts';
import { type SubmissionDone, textLimit } from './contract.ts';
import type { EntryInput } from './contract-entry.ts';
import { ownWords } from './own-words.ts';
import { findPlace, type Place } from './place.ts';
import { presentReceipt } from './present-receipt.ts';
import type { ReceiveOptions } from './receive-options.ts';
import { findReceipt } from './repeat.ts';
import { hashRequest, submissionWrite } from './store.ts';
import { fieldRefusal, validateSubmission } from './validate.ts';

/**
 * Takes a submission in and opens its case: the one door for every channel. The words are kept verbatim; where they
 * tell who reports (NIK, KK, the reporter's own contact), the originals lie sealed and the office reads dots. Answers only
 * with what is in the transaction; the caller acknowledges after the commit.
 * Refusals: `invalid-input` with the fields at fault, `already-decided` where a key comes back with
 * other content.
 */
export async function receiveSubmission(
  ctx: Context,
  input: EntryInput,
  options: ReceiveOptions,
): Promise<Result<SubmissionDone, Refusal>> {
  const repeated = await findReceipt(ctx, input, options);
  if (repeated !== undefined) return repeated;
  const weighed = await weigh(ctx, input);
  if (!weighed.ok) return weighed;
  const { place, files, secrecy, signals } = weighed.value;
  const raisedBecause = secrecy === (input.secrecy ?? 'L2') ? [] : signals;
  if (options.asksBeforeRaising === true && raisedBecause.length > 0)
    return err(wouldRaise(secrecy, signals));

  const id = uuidv7(Date.parse(ctx.now));
  const trackingCode = trackingCodeFrom(randomBytes(64));
  const receivedAt = arrivalOf(ctx, input, options);
  const contact = contactOf(input);
  const own = everybodyIn(contact);
  const { written, ...words } = ownWords(input, own);
  const { institution } = place;
  const procedure = ctx.office.procedures.latest(institution.procedureId);
  const number = await nextCaseNumber(ctx.tx, localDate(ctx.now, institution.zone));
  const draft = openCase(decisionContext({ ...ctx, actor: enteredAs(ctx) }, { procedure }), {
    id,
    number,
    institution: institution.id,
    zone: institution.zone,
    ...(place.officeArea === null ? {} : { officeArea: place.officeArea }),
    channel: options.channel,
    receivedAt,
    anonymous: saysNothing(contact),
    kind: input.kind ?? 'complaint',
    title: words.title,
    ...(written.length === 0 ? {} : { hidesWords: true }),
    categoryId: place.categoryId,
    areaCode: place.areaCode,
    secrecy,
    ...(input.urgent === true ? { urgent: true } : {}),
    ...enteredLate(ctx, input),
    ...(signals.length === 0 ? {} : { signals }),
  });
  keepOut(
    draft,
    place.named.map((person) => ({ id: uuidv7(Date.parse(ctx.now)), person })),
  );
  await writeTogether(ctx.tx, [
    ...newCaseWrites(ctx.tx, {
      state: draft.state,
      events: draft.events,
      procedure,
      trackingHash: ctx.office.keys.hash('tracking', trackingCode),
      words: words.text,
      now: ctx.now,
    }),
    submissionWrite(ctx, { id, input, words, receivedAt, options }),
    ...sealReporter(ctx, id, {
      ...contact,
      trackingCode,
      written,
      requestHash: hashRequest(ctx, input, options),
    }),
    ...(options.account === undefined ? [] : [keepInAccount(ctx, options.account, id)]),
    ...jobWrites(jobsAfter(draft.state, draft.events)),
  ]);
  const named = files.map((file) => ({ ...file, name: maskOwn(file.name, ...own) }));
  await claimUploads(ctx, id, named);
  return ok({
    trackingCode: formatTrackingCode(trackingCode),
    receipt: presentReceipt(ctx, draft.state, {
      institution,
      by: place.frontUnit ?? institution.name,
      raisedBecause,
    }),
  });
}

/** The reason is asked for, and kept, only where it came days ago. */
function enteredLate({ now }: Context, { receivedAt, enteredLate: reason }: EntryInput) {
  return receivedAt !== undefined && cameLongAgo(receivedAt, Date.parse(now)) && reason !== undefined
    ? { enteredLate: storable(reason).trim() }
    : {};
}

/** Never later than now: another house's clock may be fast. */
function arrivalOf({ now }: Context, { receivedAt }: EntryInput, { arrivedAt }: ReceiveOptions): string {
  const told = receivedAt ?? arrivedAt;
  const at = told === undefined ? now : new Date(told).toISOString();
  return at < now ? at : now;
}

/** Who enters for somebody else as a deputy does so for whom they stand in. */
function enteredAs({ actor }: Context): Actor {
  if (actor.kind !== 'person') return actor;
  return capacityFor(actor, (capacity) => holds(capacity, 'submission.enter')) ?? actor;
}

interface Weighed {
  readonly place: Place;
  readonly files: readonly NamedFile[];
  readonly secrecy: SecrecyLevel;
  readonly signals: readonly PrivacySignal[];
}

/** Whether it can be taken in, where it goes, and how closed the words ask it to be. */
async function weigh(ctx: Context, input: EntryInput): Promise<Result<Weighed, Refusal>> {
  const problems = validateSubmission(ctx, input);
  // A text that will be refused for its length is not searched.
  const searched = input.text.length > textLimit ? '' : storable(input.text);
  const place = await findPlace(ctx, input, problems);
  const files = await listWaiting(ctx, input.attachments ?? []);
  if (files === undefined) problems.attachments = 'gone';
  const refused = fieldRefusal(problems);
  if (refused !== null) return err(refused);
  if (place === undefined || files === undefined) return err(refusal('not-found'));
  const signals = privacySignals(searched, place.named.length > 0);
  return ok({ place, files, signals, secrecy: secrecyFor(input.secrecy ?? 'L2', signals) });
}

/** Not a fault: the citizen sees why before anything is sent, and sends it closed, or changes the words. */
function wouldRaise(secrecy: SecrecyLevel, because: readonly PrivacySignal[]): Refusal {
  return { code: 'invalid-input', fields: { secrecy: 'raised' }, more: { secrecy, because } };
}
