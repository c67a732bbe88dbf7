import { after } from 'node:test';
import { type TestHouse, testHouse } from '../support/house.ts';

export interface OpenHouse extends TestHouse {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
}

/** The whole application with its areas, listening on loopback, with a clock that stands. */
export async function openHouse(now = '2026-11-17T02:12:00.000Z'): Promise<OpenHouse> {
  const house = await testHouse({ now, areas: true });
  const origin = await house.app.listen({ port: 0, host: '127.0.0.1' });
  after(() => house.app.server.closeAllConnections());
  return { ...house, origin };
}
