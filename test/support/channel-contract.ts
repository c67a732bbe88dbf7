import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestHouse } from './house.ts';
import type { Matter } from './office-citizen.ts';

/** How a channel of messages is used from outside, for the contract that every one of them keeps. */
export interface ChannelWay {
  readonly id: string;
  /** Why it cannot be tried here; false where it can. */
  readonly skip: string | false;
  /** Another address of somebody there, each time. */
  person(): string;
  /** Somebody writes; whether it was acknowledged. */
  says(from: string, text: string): Promise<'kept' | 'refused'>;
  /** The other side hands over again what it says was not acknowledged. */
  saysAgain(from: string, text: string): Promise<void>;
  /** What somebody got, in its order. */
  got(from: string): Promise<readonly string[]>;
}

interface Asking {
  asks(matter: Matter, text: string): Promise<unknown>;
  sees(
    matter: Matter,
  ): Promise<{ readonly channel: string; readonly text: string; readonly timeline: unknown }>;
}

/** What every channel of messages owes whoever writes by it: in, once, for good, and an answer. */
export function channelContract(
  way: ChannelWay,
  { house, verifier }: { readonly house: TestHouse; readonly verifier: Asking },
): void {
  const { pool } = house.database;
  const contract = (name: string, run: () => Promise<void>) =>
    test(`${way.id}: ${name}`, { skip: way.skip }, run);

  async function writes(from: string, text: string): Promise<string> {
    await house.runJobs();
    assert.equal(await way.says(from, text), 'kept');
    await house.runJobs();
    return (await way.got(from)).at(-1) ?? '';
  }

  const count = async (what: string) =>
    (await pool.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n ?? 0;

  contract('who writes has a report, a code, and the answer there', async () => {
    const from = way.person();
    const receipt = await writes(from, 'Kartu bantuan saya tertelan mesin.');
    const matter = await matterOf(receipt);
    const seen = await verifier.sees(matter);
    assert.deepEqual([seen.channel, seen.text], [way.id, 'Kartu bantuan saya tertelan mesin.']);
    await verifier.asks(matter, 'Di desa mana?');
    await house.runJobs();
    assert.match((await way.got(from)).at(-1) ?? '', /Di desa mana\?/);
    await writes(from, `LENGKAP ${matter.code} Desa Galesong`);
    assert.match(JSON.stringify((await verifier.sees(matter)).timeline), /Desa Galesong/);
  });

  contract('the same words twice are one report', async () => {
    const from = way.person();
    const [first, again] = [await writes(from, 'Raskin berjamur.'), await writes(from, 'Raskin berjamur.')];
    assert.equal((await matterOf(first)).code, (await matterOf(again)).code);
  });

  contract('what could not be kept is not acknowledged, and comes again', async () => {
    const from = way.person();
    const before = await count('cases');
    await pool.query('alter table messages rename to messages_away');
    try {
      assert.equal(await way.says(from, 'Jembatan kami putus.'), 'refused');
    } finally {
      await pool.query('alter table messages_away rename to messages');
    }
    await way.saysAgain(from, 'Jembatan kami putus.');
    await house.runJobs();
    assert.equal(await count('cases'), before + 1);
    assert.equal((await way.got(from)).length, 1);
  });

  contract('a code that opens nothing is told, and opens nothing', async () => {
    const before = await count('cases');
    assert.match(
      await writes(way.person(), 'STATUS 7KQM-4XRT-9DWP'),
      /tidak kami temukan|tidak menunjuk laporan/,
    );
    assert.equal(await count('cases'), before);
  });

  contract('who writes too much is set aside and no more answered; nothing is thrown away', async () => {
    const from = way.person();
    await writes(from, 'BANTUAN');
    // As if it had been written all the hour long.
    await pool.query(
      `insert into messages (id, channel, account, sender, received_at, state, taken_as, content, updated_at)
       select gen_random_uuid(), channel, account, sender, received_at, state, taken_as, content, updated_at
         from messages, generate_series(1, 59) where seq = (select max(seq) from messages)`,
    );
    const before = (await way.got(from)).length;
    await writes(from, 'Satu lagi.');
    assert.equal((await way.got(from)).length, before);
    assert.equal(await count(`messages where taken_as = 'too-many' and channel = '${way.id}'`), 1);
  });

  async function matterOf(receipt: string): Promise<Matter> {
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(receipt)?.[0] ?? '';
    const number = /nomor (\d{4}-\d+)/.exec(receipt)?.[1] ?? '';
    const { rows } = await pool.query<{ id: string }>('select id from cases where number = $1', [number]);
    return { id: rows[0]?.id ?? '', number, code } as Matter;
  }
}
