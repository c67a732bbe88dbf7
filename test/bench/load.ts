import autocannon from 'autocannon';
import { type Client, openClient } from './client.ts';

/** What one load showed: how many were answered, in how long, and each answer's time. */
export interface Sample {
  readonly seconds: number;
  /** Milliseconds per answer, unsorted. */
  readonly times: readonly number[];
  /** The longest answer in bytes, headers included. */
  readonly bytes: number;
  /** Processor time of the server process meanwhile, in ms; null where the system does not tell. */
  readonly processor?: number | null;
}

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Sends what `next` gives, over `connections` at once, for `duration` seconds. Anything but a 2xx answer ends the
 * measurement: a refusal is quick and would flatter the figure.
 */
export async function sendLoad(
  url: string,
  connections: number,
  duration: number,
  next: () => Request,
): Promise<Sample> {
  const times: number[] = [];
  const first = next();
  let bytes = 0;
  let seconds = 0;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options: autocannon.Options = {
      url,
      connections,
      // Ended below; this is the bound should that fail.
      duration: Math.ceil(duration) + 5,
      timeout: 20,
      requests: [{ ...first, setupRequest: (request) => ({ ...request, ...next() }) }],
    };
    const started = performance.now();
    const load = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    load.on('response', (_client, _status, resBytes, responseTime) => {
      times.push(responseTime);
      bytes = Math.max(bytes, resBytes);
      seconds = (performance.now() - started) / 1000;
    });
    setTimeout(() => load.stop(), duration * 1000);
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) {
    throw new Error(
      `${first.method} ${first.path}: ${result.non2xx} refused, ${result.errors} broken off, ${result.timeouts} timed out, of ${times.length}`,
    );
  }
  return { seconds, times, bytes };
}

/** The same for work of several requests: each connection does `work` again and again, one after another. */
export async function repeatWork(
  url: string,
  connections: number,
  duration: number,
  work: (client: Client) => Promise<unknown>,
): Promise<Sample> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + duration * 1000;
  let ended = started;
  const run = async (): Promise<void> => {
    const client = openClient(url);
    try {
      while (performance.now() < until) {
        const began = performance.now();
        await work(client);
        ended = performance.now();
        times.push(ended - began);
      }
    } finally {
      client.close();
    }
  };
  await Promise.all(Array.from({ length: connections }, run));
  return { seconds: (ended - started) / 1000, times, bytes: 0 };
}

/** Several samples of the same load as one. */
export function joined(samples: readonly Sample[]): Sample {
  return {
    seconds: samples.reduce((sum, { seconds }) => sum + seconds, 0),
    times: samples.flatMap(({ times }) => times),
    bytes: Math.max(...samples.map(({ bytes }) => bytes)),
    processor: samples.reduce<number | null>(
      (sum, { processor = null }) => (sum === null || processor === null ? null : sum + processor),
      0,
    ),
  };
}

export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Processor time of the server process per answer, in ms, the database not counted. */
  readonly processor: number | null;
}

export function figuresOf({ seconds, times, processor = null }: Sample): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    processor: processor === null ? null : processor / times.length,
  };
}
