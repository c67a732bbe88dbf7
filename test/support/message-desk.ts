import assert from 'node:assert/strict';
import type { Static } from 'typebox';
import type {
  IncomingLine,
  IncomingList,
  OutgoingLine,
  OutgoingList,
} from '../../src/features/traffic/contract.ts';
import { testHouse } from './house.ts';
import type { Officer } from './office.ts';
import { ministry, polytechnic } from './office-casts.ts';
import { instant } from './office-time.ts';
import { openSmsOperator } from './sms-operator.ts';

/** A house with one line to an operator, two institutions, and somebody who looks after deliveries. */
export async function messageDesk() {
  const operator = await openSmsOperator('telkomsel');
  const house = await testHouse({
    now: instant('2026-11-24 08:15'),
    env: { SMS_LINES: operator.address, DEFAULT_INSTITUTION: 'kemensos' },
  });
  await operator.whenBound();
  const office = await ministry(house);
  const elsewhere = await polytechnic(house);
  const admin = await office.employ({ name: 'Adi', role: 'system-administrator' });
  let numbers = 0;

  /** Nothing comes in the same moment as what came before it. */
  async function comes(from: string, text: string): Promise<void> {
    house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString());
    await operator.says(from, text);
    await house.runJobs();
  }

  async function incoming(who: Officer, query = ''): Promise<readonly IncomingLine[]> {
    return (await who.ask<Static<typeof IncomingList>>({ path: `/traffic/in${query}` })).body.items;
  }

  async function outgoing(who: Officer, query = ''): Promise<readonly OutgoingLine[]> {
    return (await who.ask<Static<typeof OutgoingList>>({ path: `/traffic/out${query}` })).body.items;
  }

  return {
    operator,
    house,
    office,
    elsewhere,
    admin,
    comes,
    incoming,
    outgoing,
    newNumber(): string {
      numbers += 1;
      return `62813000${String(numbers).padStart(5, '0')}`;
    },
    act: (who: Officer, path: string, body?: object) =>
      who.ask({ method: 'POST', path: `/traffic/${path}`, ...(body === undefined ? {} : { body }) }),
    async firstSetAside(from: string, text: string): Promise<IncomingLine> {
      await comes(from, text);
      const [first] = await incoming(office.verifier);
      assert.ok(first);
      return first;
    },
    /** The entries of the ledger about something, in their order. */
    async entries(subject: string): Promise<readonly string[]> {
      const { rows } = await house.database.pool.query<{ kind: string; actor: string }>(
        `select kind, actor from ledger.inbox where subject = $1 order by id`,
        [subject],
      );
      return rows.map(({ kind, actor }) => `${kind} ${actor}`);
    },
  };
}
