import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { after } from 'node:test';
import { type TestHouse, testHouse } from '../support/house.ts';

export interface OpenHouse extends TestHouse {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
}

/** The whole application with its areas, listening on loopback, with a clock that stands. */
export async function openHouse(
  now = '2026-11-17T02:12:00.000Z',
  env: Record<string, string> = {},
): Promise<OpenHouse> {
  const house = await testHouse({ now, areas: true, env });
  const origin = await house.app.listen({ port: 0, host: '127.0.0.1' });
  after(() => house.app.server.closeAllConnections());
  return { ...house, origin };
}

/** The same at an address that is known beforehand: `http://localhost:<port>`, which is also its `PUBLIC_URL`. */
export async function openHouseAt(
  port: number,
  now: string,
  env: Record<string, string> = {},
): Promise<OpenHouse> {
  const origin = `http://localhost:${port}`;
  const house = await testHouse({ now, areas: true, env: { PUBLIC_URL: origin, ...env } });
  await house.app.listen({ port, host: 'localhost' });
  after(() => house.app.server.closeAllConnections());
  return { ...house, origin };
}

/** A port that nothing listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
