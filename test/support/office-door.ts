import assert from 'node:assert/strict';
import type { InjectOptions } from 'fastify';
import type { TestHouse } from './house.ts';

/** What came back over HTTP; `body` is what the caller expects it to be, or a problem. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  readonly raw: Buffer;
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, or a whole path where it begins with another slash word. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the request comes from; rate limits count by it. */
  readonly address?: string;
  /** Sent as it is, with the content type of `headers`. */
  readonly payload?: string | Buffer;
}

const sitePaths = /^\/(?:api|lacak|lapor|terbuka|healthz|readyz)\b/;

/** One request. Nothing that anybody sends may make the server fail: every answer is below 500. */
export async function knock<T>(house: TestHouse, question: Question): Promise<Answer<T>> {
  const { method = question.body === undefined && question.payload === undefined ? 'GET' : 'POST' } =
    question;
  const url = sitePaths.test(question.path) ? question.path : `/api/v1${question.path}`;
  const options: InjectOptions = {
    method,
    url,
    headers: { ...question.headers },
    remoteAddress: question.address ?? nextAddress(),
  };
  if (question.payload !== undefined) options.payload = question.payload;
  else if (question.body !== undefined) options.payload = question.body as object;
  const response = await house.app.inject(options);
  assert.ok(
    response.statusCode < 500,
    `${method} ${url} failed: ${response.statusCode} ${response.body.slice(0, 400)}`,
  );
  const json = /json/.test(String(response.headers['content-type']));
  const answer = {
    status: response.statusCode,
    body: (json ? response.json() : {}) as T,
    text: response.body,
    headers: response.headers,
    cookies: response.cookies,
    raw: response.rawPayload,
  };
  if (answer.status >= 400 && url.startsWith('/api/')) checkProblem(answer, `${method} ${url}`);
  return answer;
}

/** Every refusal is a problem with a stable code, words for a person, and nothing of the machine. */
function checkProblem(answer: Answer<unknown>, asked: string): void {
  const { body, headers, status } = answer as Answer<Partial<Problem>>;
  assert.match(String(headers['content-type']), /^application\/problem\+json/, asked);
  assert.match(body.code ?? '', /^[a-z]+(?:-[a-z]+)*$/, asked);
  assert.equal(body.status, status, asked);
  assert.ok((body.title ?? '') !== '' && (body.detail ?? '') !== '', `${asked}: words for a person`);
  assert.doesNotMatch(
    answer.text,
    /\bproblem\.[a-z-]+\.(?:title|detail)|select |insert |\bat .+\.ts:/,
    asked,
  );
}

export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** The code of a refusal; a yes has none. */
export function codeOf(answer: Answer<unknown>): string | null {
  return answer.status < 400 ? null : (answer.body as Problem).code;
}

/** The fields at fault, by name. */
export function faultsOf(answer: Answer<unknown>): readonly string[] {
  return Object.keys((answer.body as Problem).fields ?? {}).toSorted();
}

let addresses = 0;

/** A telephone or computer of its own for whoever asks. */
export function nextAddress(): string {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

/** One file as a browser sends it. */
export function asForm(file: { readonly name: string; readonly content: Buffer }): {
  readonly headers: Record<string, string>;
  readonly payload: Buffer;
} {
  const boundary = '----tuntas-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
