import { readFile } from 'node:fs/promises';
import { ImapFlow, type SearchObject } from 'imapflow';
import { type MailboxPace, ordinaryPace, pauseAfter } from './mailbox-pace.ts';

export interface MailboxSettings {
  /** What the mailbox is called here: in the log, and as the account of its messages. */
  readonly name: string;
  /** The address that people write to. */
  readonly address: string;
  readonly host: string;
  readonly port: number;
  /** `starttls` begins in the open and goes on only where the server encrypts. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly user: string;
  readonly password: string;
  /** A file with an access token (OAuth 2) in place of the password, read anew for every session. */
  readonly tokenFile: string | null;
  /** Where mail is put once it is ours. */
  readonly folder: string;
  /** Mail that came before this day (`YYYY-MM-DD`) is left alone. */
  readonly since: string | null;
  /** The institution whose mailbox it is; null: whichever takes in what names none. */
  readonly institution: string | null;
  /** What the mail server calls itself where it writes down whether a sender was checked (RFC 8601). */
  readonly authserv: string | null;
}

export interface TakenMail {
  readonly raw: Buffer;
  /** When the mail server got it, ISO 8601 UTC; null where it does not say. */
  readonly arrivedAt: string | null;
}

export interface MailboxParts {
  /** Keeps a mail for good; it is put away when this resolves, and handed over again when it rejects. */
  keep(mail: TakenMail): Promise<void>;
  readonly log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
    error(fields: object, text: string): void;
  };
}

/** `refused`: the server is there and does not let us in. */
export type MailboxState = 'up' | 'down' | 'refused';

export interface Mailbox {
  readonly name: string;
  state(): MailboxState;
  stop(): Promise<void>;
}

/** Of a larger mail so much is taken; its words come first in it. */
const mostBytes = 50_000_000;

/**
 * Watches the inbox (IMAP IDLE) and keeps watching until it is stopped: every mail is handed over, and moved to the folder
 * only when it is kept. A session that is lost, silent or refused is begun anew, ever less often; mail waits at the
 * server meanwhile. What could not be moved is known by UIDVALIDITY and UID and is not read again.
 */
export function openMailbox(
  settings: MailboxSettings,
  parts: MailboxParts,
  pace: MailboxPace = ordinaryPace,
): Mailbox {
  const { name, folder } = settings;
  const { log } = parts;
  const kept = new Set<string>();
  let state: MailboxState = 'down';
  let client: ImapFlow | null = null;
  let failures = 0;
  let wake: () => void = () => {};
  const stopping = new AbortController();
  const { signal } = stopping;

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      try {
        await session();
      } catch (error) {
        tell(error as Error & { authenticationFailed?: boolean });
      }
      client?.close();
      if (signal.aborted) break;
      const pause = pauseAfter(pace, state, failures);
      failures += 1;
      await rest(pause);
    }
    state = 'down';
  }

  function tell(error: Error & { authenticationFailed?: boolean; code?: string }): void {
    const was = state;
    state = error.authenticationFailed === true ? 'refused' : 'down';
    const words =
      state === 'refused'
        ? 'the mail server refuses the password or token of MAIL_IN; mail waits there until it is mended'
        : 'the session with a mail server was lost';
    // The server's own words can quote an address.
    const fields = { mailbox: name, reason: error.code ?? error.name, failures };
    if (state === 'refused') log.error(fields, words);
    else if (was !== 'down' || failures % 10 === 0) log.warn(fields, words);
  }

  async function session(): Promise<void> {
    const fresh = await connect();
    client = fresh;
    let isOver = false;
    let hasNews = false;
    fresh.on('error', () => {});
    fresh.on('close', () => {
      isOver = true;
      wake();
    });
    fresh.on('exists', () => {
      hasNews = true;
      wake();
    });
    await within(fresh, fresh.connect());
    await within(fresh, fresh.mailboxOpen('INBOX'));
    await within(fresh, fresh.mailboxCreate(folder));
    [state, failures] = ['up', 0];
    log.info({ mailbox: name }, 'a mailbox is being read');
    while (!signal.aborted && !isOver) {
      hasNews = false;
      await takeAll(fresh);
      if (hasNews || isOver) continue;
      fresh.idle().catch(() => {});
      await rest(pace.lookAgainMs);
    }
    if (!signal.aborted) throw Object.assign(new Error('closed'), { code: 'closed' });
  }

  async function connect(): Promise<ImapFlow> {
    const { host, port, tls, user, password, tokenFile } = settings;
    const token = tokenFile === null ? null : (await readFile(tokenFile, 'utf8')).trim();
    return new ImapFlow({
      host,
      port,
      secure: tls === 'implicit',
      ...(tls === 'implicit' ? {} : { doSTARTTLS: tls === 'starttls' }),
      auth: token === null ? { user, pass: password } : { user, accessToken: token },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: pace.patienceMs,
      greetingTimeout: pace.patienceMs,
    });
  }

  async function takeAll(current: ImapFlow): Promise<void> {
    const found = await within(current, current.search(wanted(settings), { uid: true }));
    const validity = current.mailbox === false ? '' : String(current.mailbox.uidValidity);
    for (const uid of found === false ? [] : found) {
      if (signal.aborted) return;
      const place = `${validity}:${uid}`;
      if (kept.has(place) || (await take(current, uid))) await putAway(current, uid, place);
    }
  }

  async function putAway(current: ImapFlow, uid: number, place: string): Promise<void> {
    kept.add(place);
    const moved = await within(current, current.messageMove([uid], folder, { uid: true }));
    if (moved !== false) kept.delete(place);
    else log.warn({ mailbox: name }, 'a mail that is kept could not be put away');
  }

  /** False where the server does not give it, or has it no more. */
  async function take(current: ImapFlow, uid: number): Promise<boolean> {
    const asked = { internalDate: true, source: { maxLength: mostBytes } };
    const fetched = current.fetchOne(String(uid), asked, { uid: true });
    const mail = await within(current, fetched).catch((error: Error) => {
      if (!current.usable) throw error;
      log.warn({ mailbox: name }, 'a mail cannot be had from its server; those behind it are read');
      return false as const;
    });
    if (mail === false || mail.source === undefined) return false;
    const arrived = mail.internalDate === undefined ? Number.NaN : new Date(mail.internalDate).getTime();
    await parts.keep({
      raw: mail.source,
      arrivedAt: Number.isNaN(arrived) ? null : new Date(arrived).toISOString(),
    });
    return true;
  }

  /** A server that says nothing holds nothing up: the session ends, and is begun anew. */
  async function within<T>(current: ImapFlow, answer: Promise<T>): Promise<T> {
    let late: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      late = setTimeout(() => {
        reject(Object.assign(new Error('silent'), { code: 'silent' }));
        current.close();
      }, pace.patienceMs);
    });
    try {
      return await Promise.race([answer, silence]);
    } finally {
      clearTimeout(late);
      answer.catch(() => {});
    }
  }

  /** Until there is news, the time is over, or it is all over. */
  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => wake(), ms);
      wake = () => {
        clearTimeout(timer);
        wake = () => {};
        resolve();
      };
      if (signal.aborted) wake();
    });
  }

  const watching = watch();
  return {
    name,
    state: () => state,
    async stop() {
      stopping.abort();
      wake();
      const late = setTimeout(() => client?.close(), 2_000);
      if (state === 'up') await client?.logout().catch(() => {});
      else client?.close();
      await watching;
      clearTimeout(late);
    },
  };
}

function wanted({ since }: MailboxSettings): SearchObject {
  return { deleted: false, ...(since === null ? {} : { since: new Date(`${since}T00:00:00Z`) }) };
}
