import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

export interface ReceivedLetter {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody who is called, on loopback. */
export interface Receiver {
  /** `http://127.0.0.1:<port>`, for `INNER_ADDRESSES`. */
  readonly origin: string;
  /** Everything that came, in order. */
  readonly received: ReceivedLetter[];
  /** How it answers from now on; 204 at first. */
  answerBy(answer: (response: ServerResponse) => void): void;
}

export async function openReceiver(): Promise<Receiver> {
  const received: ReceivedLetter[] = [];
  let answer = (response: ServerResponse): void => {
    response.writeHead(204).end();
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
    received.push({ path: request.url ?? '', headers: request.headers, body });
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    answerBy(next) {
      answer = next;
    },
  };
}
