import { Agent, request } from 'node:http';

/** What came back: the status and the parsed body. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: NodeJS.Dict<string | string[]>;
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request after another over one kept connection, as one person's browser would. */
export interface Client {
  /** Rejects where the connection breaks or nothing comes for 20 s; any status is an answer. */
  ask(ask: Ask): Promise<Answer>;
  close(): void;
}

export function openClient(url: string): Client {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    ask: ({ method, path, body, headers }) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const sent = request({
          agent,
          signal: AbortSignal.timeout(20_000),
          hostname,
          port,
          method,
          path,
          headers: {
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
            'x-forwarded-for': someAddress(),
            ...headers,
          },
        });
        sent.on('error', reject).on('response', (response) => {
          let received = '';
          response.setEncoding('utf8').on('data', (more: string) => {
            received += more;
          });
          response.on('error', reject).on('end', () => {
            if (!response.complete) return reject(new Error('the answer broke off'));
            resolve({ status: response.statusCode ?? 0, body: parsed(received), headers: response.headers });
          });
        });
        sent.end(text);
      }),
    close: () => agent.destroy(),
  };
}

/** Asks and gives the body; any status but 2xx is an error with what the server said. */
export async function ask<T>(client: Client, asked: Ask): Promise<T> {
  const answer = await client.ask(asked);
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(
      `${asked.method} ${asked.path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`,
    );
  }
  return answer.body as T;
}

let addresses = 0;

/** Another private address each time: many reporters, none of them over the rate limit. */
export function someAddress(): string {
  addresses = (addresses + 1) % 16_000_000;
  return `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
