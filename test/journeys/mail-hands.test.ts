import assert from 'node:assert/strict';
import type { Static } from 'typebox';
import { noteDelivery } from '../../src/features/messages/index.ts';
import type { IncomingList, OpenedMessage } from '../../src/features/traffic/contract.ts';
import { createWork } from '../../src/main/worker.ts';
import { partsOf } from '../support/house.ts';
import { type Got, letterWriter } from '../support/letter-writer.ts';
import { countCases, mailbox, mailTests, matterOf, openMailWorld, somebody } from '../support/mail-world.ts';

/** What is not a citizen's letter, and what our own mails are like. */
const mailTest = mailTests(await openMailWorld());

mailTest('what machines write opens nothing and is never answered', async (there) => {
  const { house, post } = there;
  const ibu = somebody(there);
  const [cases, sent] = [await countCases(house), post.received.length];
  const written = { subject: 'Terima kasih', text: 'Saya sedang cuti.' };
  for (const headers of [
    ['Auto-Submitted: auto-replied'],
    ['Precedence: auto_reply'],
    ['X-Autoreply: yes'],
    ['Return-Path: <>'],
    ['List-Id: <warga.contoh.test>'],
    [`Delivered-To: ${mailbox}`, `Delivered-To: ${mailbox}`],
    [`X-Tuntas-Loop: ${mailbox}`],
  ])
    await ibu.writes({ ...written, headers });
  await ibu.writes({ ...written, subject: 'Balasan otomatis: Laporan Anda tercatat' });
  await letterWriter(there, mailbox).writes(written);
  assert.equal(await countCases(house), cases);
  assert.equal(post.received.length, sent);
  const { rows } = await house.database.pool.query<{ taken_as: string; n: number }>(
    `select taken_as, count(*)::int as n from messages
      where taken_as in ('automatic', 'list', 'loop') group by 1 order by 1`,
  );
  assert.deepEqual(rows, [
    { taken_as: 'automatic', n: 5 },
    { taken_as: 'list', n: 1 },
    { taken_as: 'loop', n: 3 },
  ]);
});

mailTest('a notice that comes back stands as failed; one that is late does not', async (there) => {
  const { house, office, imap } = there;
  const ibu = somebody(there);
  const matter = await matterOf(
    house,
    await ibu.writes({ subject: 'Sembako', text: 'Sembako tidak datang.' }),
  );
  await office.verifier.asks(matter, 'Di desa mana?');
  await house.runJobs();
  const notice = (await ibu.got()).at(-1) as Got;
  const status = async () =>
    (
      await house.database.pool.query<{ status: string }>(
        `select status from notifications where case_id = $1 and template = 'question' and channel = 'email'`,
        [matter.id],
      )
    ).rows[0]?.status;
  const report = (action: string, to: string, returned: string) => `Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.contoh.go.id>
To: <${to}>
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

I'm sorry to have to inform you.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.contoh.go.id

Final-Recipient: rfc822; ${ibu.address}
Action: ${action}
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

${returned}
--b--
`;
  const bounces = async (mail: string) => {
    await imap.deliver(mail);
    await imap.isTaken();
    await house.runJobs();
  };
  assert.equal(await status(), 'sent');
  await bounces(report('delayed', notice.envelopeFrom, ''));
  assert.equal(await status(), 'sent');
  await bounces(report('failed', mailbox, `Message-ID: ${notice.id}`));
  assert.equal(await status(), 'failed');
  await office.verifier.does(matter, 'message', { text: 'Masih kami tunggu.', substantive: false });
  await house.runJobs();
  const second = (await ibu.got()).at(-1) as Got;
  await bounces(report('failed', second.envelopeFrom, ''));
  const { rows } = await house.database.pool.query<{ status: string }>(
    `select status from notifications where id = $1`,
    [second.id?.slice(1, 37)],
  );
  assert.equal(rows[0]?.status, 'failed', 'by the address that it comes back to');
});

mailTest('our mails say what they are, load nothing, and stop at one click', async (there) => {
  const { house, office } = there;
  const ibu = somebody(there);
  const receipt = (await ibu.writes({ subject: 'Lampu', text: 'Lampu jalan mati.' })) as Got;
  assert.match(receipt.raw, /^Auto-Submitted: auto-replied/m);
  const matter = await matterOf(house, receipt);
  await office.verifier.asks(matter, 'Di jalan apa?');
  await house.runJobs();
  const notice = (await ibu.got()).at(-1) as Got;
  assert.match(notice.raw, /^Auto-Submitted: auto-generated/m);
  assert.match(notice.raw, /^Content-Type: multipart\/alternative/m);
  assert.doesNotMatch(notice.raw, /<(?:img|script|link|style|iframe)\b/i);
  assert.match(notice.raw, /^Reply-To: lapor\+r[a-z2-7]{42}@contoh\.go\.id/m);
  assert.equal(
    notice.thread.some((id) => receipt.thread.includes(id)),
    true,
    'one thread',
  );
  const [, path = ''] =
    /^List-Unsubscribe: <http:\/\/localhost:8080(\/surel\/berhenti\/[a-z2-7]+)>/m.exec(notice.raw) ?? [];
  const { app } = house;
  assert.match((await app.inject(path)).body, /Berhenti mengirim/);
  const press = (payload: string, url = path) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  assert.equal((await press('', `${path.slice(0, -1)}${path.endsWith('a') ? 'b' : 'a'}`)).statusCode, 404);
  assert.equal((await press('List-Unsubscribe=One-Click')).statusCode, 200);
  const { length } = await ibu.got();
  await office.verifier.does(matter, 'message', { text: 'Masih kami tunggu.', substantive: false });
  await house.runJobs();
  assert.equal((await ibu.got()).length, length, 'no news');
  assert.match(
    (await ibu.answers(notice, 'Jalan Kenari.'))?.subject ?? '',
    /sudah kami terima/,
    'yet an answer',
  );
  await press('do=again');
  await office.verifier.does(matter, 'message', { text: 'Terima kasih.', substantive: false });
  await house.runJobs();
  assert.match((await ibu.got()).at(-1)?.words ?? '', /^Terima kasih\./);
});

mailTest(
  'whom the mail server vouches for is told to the officer, and only by its own word',
  async (there) => {
    const { house, office } = there;
    const check = async (header: string) => {
      const receipt = await somebody(there).writes({
        subject: 'Air',
        text: `Air tidak mengalir. ${header}`,
        headers: [header],
      });
      return (await office.verifier.sees(await matterOf(house, receipt))).senderCheck;
    };
    assert.equal(
      await check('Authentication-Results: mx.contoh.go.id; dmarc=pass header.from=rumah.contoh.test'),
      'proven',
    );
    assert.equal(await check('Authentication-Results: mx.contoh.go.id; dmarc=fail'), 'contradicted');
    assert.equal(await check('Authentication-Results: mx.penipu.test; dmarc=pass'), null);
  },
);

mailTest('a mail that only a key opens is set aside, and its writer is told', async (there) => {
  const { house } = there;
  const before = await countCases(house);
  const told = await somebody(there).writes({
    subject: '...',
    text: '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----',
  });
  assert.match(told?.subject ?? '', /terkunci/);
  assert.equal(await countCases(house), before);
});

mailTest(
  'what was set aside is read on the desk, and taken in as a report whatever it looks like',
  async (there) => {
    const { house, office } = there;
    const writer = somebody(there);
    const receipt = await writer.writes({
      subject: 'Sumur warga',
      text: 'Sumur di RT 3 kering sejak Juli.',
      headers: ['List-Id: <warga.rumah.contoh.test>'],
    });
    assert.equal(receipt, undefined, 'a list is not answered');
    const { items } = (await office.verifier.ask<Static<typeof IncomingList>>({ path: '/traffic/in' })).body;
    // Another one came by a list in the same moment.
    const lists = items.filter(({ takenAs }) => takenAs === 'list');
    const opened = await Promise.all(
      lists.map(({ id }) => office.verifier.ask<OpenedMessage>({ path: `/traffic/in/${id}` })),
    );
    const place = opened.findIndex(
      ({ body }) => body.text === 'Sumur warga\n\nSumur di RT 3 kering sejak Juli.',
    );
    const line = lists[place];
    assert.ok(line);
    assert.doesNotMatch(opened[place]?.body.sender ?? '', /pelapor/);

    const before = await countCases(house);
    const path = `/traffic/in/${line.id}/reading`;
    assert.equal((await office.verifier.ask({ method: 'POST', path, body: { as: 'report' } })).status, 200);
    await house.runJobs();
    assert.equal(await countCases(house), before + 1);
    const matter = await matterOf(house, (await writer.got()).at(-1));
    assert.equal((await office.verifier.sees(matter)).text, 'Sumur di RT 3 kering sejak Juli.');
  },
);

mailTest(
  'a notice that came back goes once more after an hour, and is not taken for lost before',
  async (there) => {
    const { house } = there;
    const ibu = somebody(there);
    const matter = await matterOf(
      house,
      await ibu.writes({ subject: 'Air', text: 'Air keruh sejak Senin.' }),
    );
    await there.office.verifier.asks(matter, 'Di RT berapa?');
    await house.runJobs();
    const { rows } = await house.database.pool.query<{ id: string }>(
      "select id from notifications where case_id = $1 and channel = 'email' and template = 'question'",
      [matter.id],
    );
    const id = rows[0]?.id ?? '';
    const stateOf = async () => {
      const found = await house.database.pool.query<{ status: string }>(
        'select status from notifications where id = $1',
        [id],
      );
      return found.rows[0]?.status;
    };
    const work = createWork(partsOf(house), house.database);
    await work((ctx) => noteDelivery(ctx, 'email', 'smtp', [{ id, state: 'failed' }]));
    assert.equal(await stateOf(), 'failed');
    const before = (await ibu.got()).length;
    house.clock.set(new Date(Date.parse(house.clock.now()) + 61 * 60_000).toISOString());
    await house.runJobs();
    assert.equal((await ibu.got()).length, before + 1);
    assert.equal(await stateOf(), 'sent', 'what was told of the first time says nothing of the second');
  },
);

mailTest('a server that is started anew is read on; what came meanwhile is not lost', async (there) => {
  const { house, imap } = there;
  const ibu = somebody(there);
  imap.cut();
  const receipt = await ibu.writes({ subject: 'Banjir', text: 'Banjir sampai ke dapur.' });
  assert.match(receipt?.subject ?? '', /tercatat/);
  assert.equal(house.mailboxStates().get('lapor'), 'up');
});

mailTest('a machine that nobody knows for one is not answered for ever', async (there) => {
  const { house } = there;
  const robot = somebody(there);
  const receipt = (await robot.writes({
    subject: 'Halo',
    text: 'Terima kasih, pesan Anda kami terima.',
  })) as Got;
  let answers = 0;
  for (let times = 0; times < 6; times += 1)
    if ((await robot.answers(receipt, `Terima kasih, pesan ke-${times} kami terima.`)) !== undefined)
      answers += 1;
  assert.equal(answers, 3);
  const before = await countCases(house);
  assert.equal(await robot.writes({ to: receipt.envelopeFrom, text: 'Saya sedang pergi.' }), undefined);
  assert.equal(await countCases(house), before, 'to where mails come back to, only machines write');
});

mailTest(
  'what was signed below lies with the identity, for whoever has it opened, and goes with it',
  async (there) => {
    const { house, office } = there;
    const text = 'Selokan mampet.\n\n-- \nSuryani Halimah\nJl. Kenari 5';
    const receipt = await somebody(there).writes({ subject: 'Selokan', text });
    const matter = await matterOf(house, receipt);
    assert.doesNotMatch(JSON.stringify(await office.verifier.sees(matter)), /Halimah|Kenari/);
    const { identity } = await office.verifier.reveals(matter, 'Menanyakan alamat selokan.');
    assert.match(JSON.stringify(identity?.written), /Suryani Halimah\\nJl\. Kenari 5/);
    const rows = async () =>
      (
        await house.database.pool.query<{ id: string }>(
          'select id from messages where case_id = $1 and has_raw',
          [matter.id],
        )
      ).rows;
    const [message] = await rows();
    assert.ok(await house.office.files.get(message?.id ?? ''));
    await office.employ({ name: 'Wira', role: 'wbs-verifier' });
    await office.verifier.seals(matter, 'Menyebut pejabat.');
    await house.runJobs();
    assert.deepEqual(await rows(), []);
    await assert.rejects(house.office.files.get(message?.id ?? ''), 'the mail itself, too');
  },
);

mailTest('nothing that anybody wrote lies readable in the database', async ({ house }) => {
  const { rows } = await house.database.pool.query<{ all: string }>(
    `select (select string_agg(m::text, ' ') from messages m)
         || (select string_agg(n::text, ' ') from notifications n)
         || (select string_agg(c::text, ' ') from cases c) || (select string_agg(e::text, ' ') from case_events e)
         || (select string_agg(s::text, ' ') from submissions s)
         || (select string_agg(a::text, ' ') from attachments a) as all`,
  );
  assert.doesNotMatch(rows[0]?.all ?? '', /rumah\.contoh|ibu pelapor|halimah|kenari 5/i);
});
