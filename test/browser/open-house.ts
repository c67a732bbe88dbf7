import { join } from 'node:path';
import { after } from 'node:test';
import { importAreas } from '../../src/features/areas/index.ts';
import { root } from '../../src/main/root.ts';
import { silentLog } from '../support/database.ts';
import { type TestHouse, testHouse } from '../support/house.ts';

export interface OpenHouse extends TestHouse {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
}

/** The whole application with its areas, listening on loopback, with a clock that stands. */
export async function openHouse(now = '2026-11-17T02:12:00.000Z'): Promise<OpenHouse> {
  const house = await testHouse({ now });
  await importAreas(house.database.pool, join(root, 'seeds/reference/areas.csv.gz'), silentLog);
  const origin = await house.app.listen({ port: 0, host: '127.0.0.1' });
  after(() => house.app.server.closeAllConnections());
  return { ...house, origin };
}
