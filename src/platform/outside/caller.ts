import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { isOutside } from './address-class.ts';
import { type AddressFault, hostOf, readTypedAddress } from './typed-address.ts';

/** Why there is no answer. */
export type CallFault =
  | AddressFault
  | 'name-unknown'
  | 'unreachable'
  | 'not-trusted'
  | 'too-slow'
  | 'answer-unreadable';

export interface Answer {
  readonly status: number;
  /** The beginning of what came with it, at most `answerLimit` bytes. */
  readonly text: string;
  /** From the first look at the name to the end of the answer. */
  readonly milliseconds: number;
}

export interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The one way to an address that somebody typed. */
export interface Caller {
  /** What can be said of an address before it is called. */
  read(typed: string): Result<URL, AddressFault>;
  /**
   * Sends a letter and gives the answer, whatever its status; redirects are answers like others and are not followed.
   * The address is read anew: what was let in once is not let in for ever.
   */
  post(typed: string, letter: Letter): Promise<Result<Answer, CallFault>>;
}

export interface CallerSettings {
  /** Origins that may be called although they are inside or without TLS. */
  readonly inner: readonly string[];
  /** Every address that a name stands for; throws where there is none. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  /** For the whole call, in milliseconds. */
  readonly timeLimit?: number;
}

/** How much of an answer is read, in bytes. */
const answerLimit = 64 * 1024;

/** Agents of our own: they keep no connection, and know no proxy of the environment. */
const agents = { http: new http.Agent(), https: new https.Agent({ maxCachedSessions: 0 }) };

export function openCaller({ inner, resolve = resolveName, timeLimit = 10_000 }: CallerSettings): Caller {
  async function findAddresses(url: URL): Promise<Result<readonly string[], CallFault>> {
    const host = hostOf(url);
    if (isIP(host) !== 0) return ok([host]);
    const found = await resolve(host).catch(() => []);
    if (found.length === 0) return err('name-unknown');
    // One inner address among many is enough: the name is not what it says.
    return inner.includes(url.origin) || found.every(isOutside) ? ok(found) : err('inner-address');
  }

  return {
    read: (typed) => readTypedAddress(typed, inner),
    async post(typed, letter) {
      const read = readTypedAddress(typed, inner);
      if (!read.ok) return read;
      const begun = performance.now();
      const deadline = AbortSignal.timeout(timeLimit);
      const found = await Promise.race([findAddresses(read.value), passed(deadline)]);
      if (!found.ok) return found;
      const answered = await send(read.value, found.value, letter, deadline);
      if (!answered.ok) return answered;
      return ok({ ...answered.value, milliseconds: Math.round(performance.now() - begun) });
    },
  };
}

async function resolveName(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

function passed(deadline: AbortSignal): Promise<Result<never, 'too-slow'>> {
  return new Promise((done) => {
    deadline.addEventListener('abort', () => done(err('too-slow')), { once: true });
  });
}

/** Connects to one of these addresses and to no other, whatever the name stands for by now. */
function send(
  url: URL,
  addresses: readonly string[],
  { headers, body }: Letter,
  deadline: AbortSignal,
): Promise<Result<Omit<Answer, 'milliseconds'>, CallFault>> {
  const isPlain = url.protocol === 'http:';
  return new Promise((done) => {
    const request = (isPlain ? http : https).request(url, {
      method: 'POST',
      agent: isPlain ? agents.http : agents.https,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: only(addresses),
      // Whatever the environment says.
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    });
    let answered: (() => Omit<Answer, 'milliseconds'>) | null = null;
    const end = (fault: CallFault) => {
      // Once the status is there, it counts, however the rest ends.
      done(answered === null ? err(fault) : ok(answered()));
      request.destroy();
    };
    deadline.addEventListener('abort', () => end('too-slow'), { once: true });
    request.on('error', (error) => end(faultOf(error)));
    request.on('close', () => end('unreachable'));
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      answered = () => ({
        status: response.statusCode ?? 0,
        text: Buffer.concat(parts).subarray(0, answerLimit).toString('utf8'),
      });
      response.on('data', (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length >= answerLimit) end('answer-unreadable');
      });
      response.on('error', () => end('answer-unreadable'));
      response.on('close', () => end('answer-unreadable'));
    });
    request.end(body);
  });
}

function only(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  const [{ address, family } = { address: '', family: 0 }] = known;
  return (_name, options, found) => {
    if (options.all === true) found(null, known);
    else found(null, address, family);
  };
}

function faultOf(error: Error): CallFault {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('HPE_')) return 'answer-unreadable';
  return /CERT|SSL|TLS|EPROTO|SIGNATURE/.test(code) ? 'not-trusted' : 'unreachable';
}
