import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { mute, unmute } from '../messages/index.ts';
import { openReporter } from '../reporters/index.ts';
import { readToken } from './signed-address.ts';

/** What mails are called among the channels. */
export const mailChannel = 'email';

/**
 * Sends the reporter no more news by mail, or again. `token` is what a mail of ours carried; nobody has to sign in, and
 * nobody is told whose it is. Refusals: `not-found`.
 */
export async function muteByToken(
  ctx: Context,
  token: string,
  wanted: 'mute' | 'unmute',
): Promise<Result<null, Refusal>> {
  const caseId = readToken(ctx.office, 'mute', token);
  return caseId === null ? err(refusal('not-found')) : muteOfCase(ctx, caseId, wanted);
}

/** The same for who wrote to an address that was signed for it. */
export async function muteOfCase(
  ctx: Context,
  caseId: string,
  wanted: 'mute' | 'unmute',
): Promise<Result<null, Refusal>> {
  const email = (await openReporter(ctx, caseId))?.email ?? null;
  if (email === null) return err(refusal('not-found'));
  if (wanted === 'mute') await mute(ctx, mailChannel, email);
  else await unmute(ctx, mailChannel, email);
  return ok(null);
}
