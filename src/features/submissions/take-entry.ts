import type { Grant } from '../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { hit } from '../../platform/http/rate-limit.ts';
import { type Attachment, type AttachmentPurpose, keepFile, type SentFile } from '../attachments/index.ts';
import { isOwnCall, linkCall } from '../calls/index.ts';
import type { Context } from '../context/index.ts';
import type { SubmissionDone } from './contract.ts';
import type { EntryInput } from './contract-entry.ts';
import { receiveSubmission } from './receive-submission.ts';
import { findByAccess } from './reporter-access.ts';

/** What one person enters in ten minutes at most: a whole queue at a counter, and no machine. */
const most = { count: 120, seconds: 600 };

/**
 * An officer takes in what somebody said at the counter, wrote in a letter or tells on the telephone. It goes by the one
 * door for every submission; here it is only seen that it goes to the officer's own institution. Counted by person, since
 * a whole call centre shares one address. Refusals: `not-authorized`, `too-many-requests`, `invalid-input`.
 */
export async function takeEntry(
  ctx: Context,
  input: EntryInput,
  idempotencyKey?: string,
): Promise<Result<SubmissionDone, Refusal>> {
  const refused = await overLimit(ctx);
  if (refused !== null) return err(refused);
  const institution = institutionFor(ctx, input.institution);
  if (institution === null) return err({ code: 'invalid-input', fields: { institution: 'not-yours' } });
  const { channel = 'counter' } = input;
  if (input.call !== undefined && !(await isOwnCall(ctx, input.call)))
    return err({ code: 'invalid-input', fields: { call: 'unknown' } });
  // The language of the screen is the officer's; the reporter is written to in Indonesian.
  const done = await receiveSubmission(
    { ...ctx, locale: 'id' },
    { ...input, institution, channel },
    { channel, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) },
  );
  if (!done.ok || input.call === undefined) return done;
  const found = await findByAccess(ctx, done.value.trackingCode);
  if (found !== undefined) await linkCall(ctx, input.call, found.id);
  return done;
}

/** A scan or a photograph that waits for its entry. Refusals: `not-authorized`, `attachment-refused`. */
export async function keepEntryFile(
  ctx: Context,
  sent: SentFile,
  purpose: AttachmentPurpose,
): Promise<Result<Attachment, Refusal>> {
  const refused = await overLimit(ctx);
  if (refused !== null) return err(refused);
  const kept = await keepFile(ctx, sent, purpose, { draftId: uuidv7(Date.parse(ctx.now)) });
  return kept.ok ? ok(kept.value.file) : kept;
}

async function overLimit({ tx, actor, now }: Context): Promise<Refusal | null> {
  if (actor.kind !== 'person') return refusal('not-signed-in');
  if (grantsOf(actor.grants).length === 0) return refusal('not-authorized');
  const { allowed, retryAfter } = await hit(tx, `entry:${actor.id}`, most.count, most.seconds, now);
  return allowed ? null : refusal('too-many-requests', { retryAfter });
}

/** The one that was named, where the officer enters for it; else their own. Null: it is not theirs. */
function institutionFor({ actor, office }: Context, named: string | undefined): string | null {
  if (actor.kind !== 'person') return null;
  const theirs = grantsOf(actor.grants).map(({ institution }) => institution);
  if (theirs.includes(null)) return named ?? office.defaultInstitution;
  if (named === undefined) return theirs[0] ?? null;
  return theirs.includes(named) ? named : null;
}

function grantsOf(grants: readonly Grant[]): readonly Grant[] {
  return grants.filter(({ permissions }) => permissions.includes('submission.enter'));
}
