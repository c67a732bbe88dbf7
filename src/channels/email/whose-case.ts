import { formatTrackingCode, readTrackingCode } from '../../domain/privacy/tracking-code.ts';
import type { Context } from '../../features/context/index.ts';
import { findCaseOfLetters, ownIds, readSignedAddress } from '../../features/letters/index.ts';
import { openReporter } from '../../features/reporters/index.ts';
import { findByAccess } from '../../features/submissions/index.ts';
import type { Mail } from './read-mail.ts';

/** The case that a mail belongs to, and by what. */
export interface Belongs {
  readonly caseId: string;
  readonly code: string;
  /** Its sender may also read: they know the code, or write from the reporter's address in the thread. */
  readonly mayRead: boolean;
}

/** A mail may name several; more than these are not looked up. */
const mostCodes = 3;

/**
 * By the address that we gave to be answered to, by a tracking code in what was written, or as an answer to a mail of
 * ours from the address that it went to. The sender's address alone opens nothing: it can be forged. `addressed` where
 * it was meant for a case that is not there any more.
 */
export async function whoseCase(
  ctx: Context,
  mail: Mail,
  publicUrl: string,
): Promise<Belongs | 'addressed' | null> {
  const byCode = await findCode(ctx, `${mail.subject}\n${mail.words}`);
  const signed = readSignedAddress(ctx.office, 'reply', mail.recipients);
  const named = signed ?? (await findCaseOfLetters(ctx, ownIds(mail.thread, publicUrl)));
  if (named === null) return byCode;
  // Of two cases that a mail names, the one whose thread it stands in, unless that is not there.
  const reporter = await openReporter(ctx, named);
  const isReporter = reporter?.email?.toLowerCase() === mail.from;
  if (reporter !== undefined && (signed !== null || isReporter)) {
    const code = formatTrackingCode(reporter.trackingCode);
    return { caseId: named, code, mayRead: isReporter || byCode?.caseId === named };
  }
  return byCode ?? (signed === null ? null : 'addressed');
}

async function findCode(ctx: Context, text: string): Promise<Belongs | null> {
  const written = text.match(/(?<![0-9A-Z])[0-9A-Z]{4}(?:[-–][0-9A-Z]{4}){2}(?![0-9A-Z])/gi) ?? [];
  const codes = new Set(written.flatMap((one) => readTrackingCode(one) ?? []));
  for (const code of [...codes].slice(0, mostCodes)) {
    const found = await findByAccess(ctx, code);
    if (found !== undefined) return { caseId: found.id, code: formatTrackingCode(code), mayRead: true };
  }
  return null;
}
