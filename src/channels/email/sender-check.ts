import type { Headers } from './rough-mail.ts';

/** What our own mail server found out about who sent a mail. */
export type SenderCheck =
  /** The domain in From vouches for it. */
  | 'proven'
  /** It was looked at, and nobody vouches. */
  | 'unproven'
  /** The domain in From says that it does not send from there. */
  | 'contradicted';

/**
 * Reads what the mail server named `authserv` wrote (RFC 8601); anybody can write such a header, so only its topmost one
 * counts. DMARC decides where there is a result; else DKIM or SPF of the very domain in From. Null where nothing was
 * looked at.
 */
export function checkSender(headers: Headers, from: string, authserv: string | null): SenderCheck | null {
  if (authserv === null) return null;
  const ours = (headers.get('authentication-results') ?? []).find((value) => serverOf(value) === authserv);
  if (ours === undefined) return null;
  const results = ours
    .replaceAll(/\([^()]*\)/g, ' ')
    .toLowerCase()
    .split(';')
    .slice(1);
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const dmarc = results.find((one) => /^\s*dmarc\s*=/.test(one));
  if (dmarc !== undefined) {
    if (/=\s*pass\b/.test(dmarc)) return 'proven';
    if (/=\s*fail\b/.test(dmarc)) return 'contradicted';
  }
  return results.some((one) => vouches(one, domain)) ? 'proven' : 'unproven';
}

function serverOf(value: string): string {
  return (/^\s*([^\s;]+)/.exec(value)?.[1] ?? '').toLowerCase();
}

function vouches(result: string, domain: string): boolean {
  const [, signed = ''] = /^\s*dkim\s*=\s*pass\b.*?header\.d\s*=\s*"?([^\s;"]+)/.exec(result) ?? [];
  const [, sent = ''] = /^\s*spf\s*=\s*pass\b.*?smtp\.mailfrom\s*=\s*"?([^\s;"]+)/.exec(result) ?? [];
  return [signed, sent.slice(sent.lastIndexOf('@') + 1)].includes(domain);
}
