import { emailFault } from '../../domain/shared/email.ts';
import type { MailboxSettings } from '../mail/mailbox.ts';
import type { ConfigProblem, Given } from './config-problem.ts';

const example = 'imaps://user:password@imap.example.go.id/lapor?address=lapor@example.go.id';

/**
 * `MAIL_IN`: one address for each mailbox, parted by blanks: `imaps://user:password@host:993/name?address=lapor@…`, and
 * where need be `&authserv=…&institution=…&folder=…&since=YYYY-MM-DD&token-file=…`; `imap://` begins in the open and asks
 * for TLS, except with a server on this machine.
 */
export function readMailboxes(given: Given): {
  readonly mailboxes: readonly MailboxSettings[];
  readonly problems: readonly ConfigProblem[];
} {
  const all = (given('MAIL_IN') ?? '').split(/\s+/).filter((one) => one !== '');
  const read = all.map(readMailbox);
  // The address holds a password: the sentence says which it is by its place.
  const problems = read.flatMap((one, index) =>
    typeof one === 'string' ? [{ variable: 'MAIL_IN', problem: `address ${index + 1} ${one}` }] : [],
  );
  const mailboxes = read.filter((one) => typeof one !== 'string');
  if (new Set(mailboxes.map(({ name }) => name)).size < mailboxes.length)
    problems.push({
      variable: 'MAIL_IN',
      problem: 'names two mailboxes alike; give each a name of its own after the port.',
    });
  if (mailboxes.length > 0 && given('SMTP_URL') === null)
    problems.push({
      variable: 'MAIL_IN',
      problem: 'needs SMTP_URL beside it: whoever writes a mail is answered by mail.',
    });
  return { mailboxes: problems.length > 0 ? [] : mailboxes, problems };
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The settings, or what is wrong with them. */
function readMailbox(written: string): MailboxSettings | string {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url === null || !['imap:', 'imaps:'].includes(url.protocol)) return `is not like ${example}.`;
  const fault = faultOf(url);
  if (fault !== null) return fault;
  const { hostname: host, username, password, pathname, searchParams: more, protocol } = url;
  const isImplicit = protocol === 'imaps:';
  const inTheOpen = loopback.includes(host) ? 'none' : 'starttls';
  return {
    name: pathname.slice(1),
    address: (more.get('address') ?? '').toLowerCase(),
    host: host.replaceAll(/^\[|\]$/g, ''),
    port: Number(url.port || (isImplicit ? 993 : 143)),
    tls: isImplicit ? 'implicit' : inTheOpen,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    tokenFile: more.get('token-file'),
    folder: more.get('folder') ?? 'Tuntas',
    since: more.get('since'),
    institution: more.get('institution'),
    authserv: more.get('authserv')?.toLowerCase() ?? null,
  };
}

function faultOf({ username, password, pathname, searchParams: more }: URL): string | null {
  const address = more.get('address') ?? '';
  if (!/^\/[a-z0-9-]{1,30}$/.test(pathname)) return `needs a name after the port, as in ${example}.`;
  if (emailFault(address) !== null || address.includes('+'))
    return 'needs address=, the e-mail address that people write to.';
  if (username === '' || (password === '') === (more.get('token-file') === null))
    return 'needs a user and either a password or token-file=.';
  if (!/^(?:\d{4}-\d\d-\d\d)?$/.test(more.get('since') ?? ''))
    return 'has a since= that is no day; write YYYY-MM-DD.';
  return null;
}
