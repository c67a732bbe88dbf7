import type { Result } from '../../src/domain/shared/result.ts';
import type { SessionView, SignInStep } from '../../src/features/people/contract.ts';

/** RFC 9457 as the server sends it; `offline` and `unavailable` are ours, when no answer came at all. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  /** Texts in the reader's language; empty for our own codes, which the screen words itself. */
  readonly title: string;
  readonly detail: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What is wrong in a list or a file that was sent, by line from 1; null: the whole of it. */
  readonly faults: readonly { readonly line: number | null; readonly code: string; readonly text: string }[];
  /** The whole answer: a refusal may bring what the sender needs to go on. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** How a query fails; commands get the problem as a value instead. */
class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

interface Options {
  readonly body?: unknown;
  /** The case version the officer looked at; the server refuses when it has moved on. */
  readonly version?: number;
  /** A submission sent again under the same key is the same submission. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** The answer is a file: a `Blob`. */
  readonly file?: boolean;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Whose session this tab works with, and the token that its commands carry. */
let holder = { person: '', csrfToken: '' };
let clockOffset = 0;
let onSignedOut: () => void = () => {};
let proveAgain: () => Promise<boolean> = async () => false;
let asking: Promise<boolean> | null = null;

export function keepSession(session: SessionView): void {
  holder = { person: session.person.id, csrfToken: session.csrfToken };
}

/** Between the two steps of signing in: the token for the second one, whoever worked here before. */
export function keepStep({ csrfToken }: SignInStep): void {
  holder = { ...holder, csrfToken };
}

/**
 * Called where an act asks for a fresh proof of who does it; resolves with whether it was given. The act is then sent
 * again as it was, and its form never knows.
 */
export function whenProofIsAsked(ask: () => Promise<boolean>): void {
  proveAgain = ask;
}

/** Two acts at once ask once: a second window would take the place of the first, whose act then waited for ever. */
function askForProof(): Promise<boolean> {
  asking ??= proveAgain().finally(() => {
    asking = null;
  });
  return asking;
}

/** Called whenever the server says that nobody is signed in any more. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** The server's time, in ms; a deadline must not look kept because this machine's clock is wrong. */
export function serverNow(): number {
  return toServerTime(Date.now());
}

/** What the server's clock showed when this machine's showed `local`, in ms. */
export function toServerTime(local: number): number {
  return local + clockOffset;
}

/** One call of the REST API under `/api/v1`. Never throws for a refusal or a broken connection. */
export async function send<T>(
  method: Method,
  path: string,
  options: Options = {},
): Promise<Result<T, Problem>> {
  const result = await call<T>(method, path, options);
  if (!result.ok && result.error.code === 'step-up-needed') {
    return (await askForProof()) ? call<T>(method, path, options) : result;
  }
  const doubtful = method !== 'GET' && !result.ok && result.error.code === 'not-authorized';
  if (!doubtful || !(await hasNewToken())) return result;
  return call<T>(method, path, options);
}

/**
 * Whoever signed in again in another tab has a new token, which this tab learns here. Somebody else in that
 * tab ends the work of this one: their name must not come under what was written here.
 */
async function hasNewToken(): Promise<boolean> {
  const before = holder;
  const session = await call<SessionView>('GET', '/session', {});
  if (!session.ok || session.value.csrfToken === before.csrfToken) return false;
  if (session.value.person.id !== before.person) {
    onSignedOut();
    return false;
  }
  keepSession(session.value);
  return true;
}

async function call<T>(method: Method, path: string, options: Options): Promise<Result<T, Problem>> {
  const headers = new Headers({
    Accept: 'application/json',
    'Accept-Language': document.documentElement.lang,
  });
  if (method !== 'GET') headers.set('X-CSRF-Token', holder.csrfToken);
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey);
  const form = options.body instanceof FormData;
  if (options.body !== undefined && !form) headers.set('Content-Type', 'application/json');
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(options.body === undefined
        ? {}
        : { body: form ? (options.body as FormData) : JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (cause) {
    if (options.signal?.aborted === true) throw cause;
    return { ok: false, error: own('offline', 0) };
  }
  noteServerTime(response);
  if (response.ok) return { ok: true, value: (await readAnswer(response, options)) as T };
  const problem = await readProblem(response);
  if (problem.code === 'not-signed-in') onSignedOut();
  return { ok: false, error: problem };
}

/** A GET for the query cache, which wants an exception. */
export async function load<T>(path: string, signal?: AbortSignal): Promise<T> {
  const result = await send<T>('GET', path, signal === undefined ? {} : { signal });
  if (!result.ok) throw new ProblemError(result.error);
  return result.value;
}

/** A POST that changes nothing, for the query cache; `signal` stops what the server counts. */
export async function ask<T>(path: string, body: unknown, signal: AbortSignal): Promise<T> {
  const result = await send<T>('POST', path, { body, signal });
  if (!result.ok) throw new ProblemError(result.error);
  return result.value;
}

/** `?a=1&b=2` of what is set; empty values are left out. */
export function queryString(values: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : own('unexpected', 0);
}

async function readAnswer(response: Response, { file = false }: Options): Promise<unknown> {
  if (file) return response.blob();
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function readProblem(response: Response): Promise<Problem> {
  const unknown = own(response.status === 503 ? 'unavailable' : 'unexpected', response.status);
  if (response.headers.get('content-type')?.includes('json') !== true) return unknown;
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return {
    status: response.status,
    code: body.code ?? unknown.code,
    title: body.title ?? '',
    detail: body.detail ?? '',
    fields: body.fields ?? {},
    faults: body.faults ?? [],
    more: { ...body },
  };
}

function own(code: string, status: number): Problem {
  return { status, code, title: '', detail: '', fields: {}, faults: [], more: {} };
}

function noteServerTime(response: Response): void {
  const date = Date.parse(response.headers.get('date') ?? '');
  // The header counts whole seconds and travelled a while; less than a minute is no difference.
  if (!Number.isNaN(date)) clockOffset = Math.abs(date - Date.now()) < 60_000 ? 0 : date - Date.now();
}
