import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holderAtHome, houseWithMail } from '../support/account-holder.ts';
import { testHouse } from '../support/house.ts';
import { instant } from '../support/office-time.ts';

// Who gets into an account, and who does not.

const { house, post } = await houseWithMail(instant('2026-11-24 08:15'));
let holders = 0;
const holder = () => {
  holders += 1;
  return holderAtHome(house, post, `Warga.${holders}@Contoh-Akun.id`);
};
const minutes = (count: number) =>
  house.clock.set(new Date(Date.parse(house.clock.now()) + count * 60_000).toISOString());

test('Where no mail goes out no account is offered, and the page says that the code is enough', async (t) => {
  const silent = await testHouse({}, t);
  const page = await silent.app.inject('/akun');
  assert.match(page.body, /Di sini tidak ada akun/);
  assert.doesNotMatch(page.body, /name="address"/);
  const tried = await silent.app.inject({
    method: 'POST',
    url: '/akun/masuk',
    payload: { address: 'a@contoh.id' },
  });
  assert.equal(tried.headers.location, '/akun');
  const { rows } = await silent.database.pool.query('select from citizen_codes');
  assert.equal(rows.length, 0);
});

test('An address that is known and one that is not get the same answer and the same work', async () => {
  const known = holder();
  await known.signsIn();
  const ask = async (email: string) => {
    const one = holderAtHome(house, post, email);
    const before = post.letters.length;
    const answer = await one.sends('/akun/masuk', { address: email });
    await house.runJobs();
    const letter = post.letters.at(-1);
    return {
      ...answer,
      letters: post.letters.length - before,
      words: letter?.text.replace(/\d{4} \d{4}/, '#'),
      cookies: [...one.jar.keys()],
    };
  };
  const [before, after] = [await ask(known.email), await ask('belum.pernah@contoh-akun.id')];
  assert.deepEqual(before, after);
  const codes = await house.database.pool.query('select from citizen_accounts');
  const asked = await house.database.pool.query('select from citizen_codes');
  assert.equal(codes.rows.length < asked.rows.length + codes.rows.length, true);
});

test('A code: wrong five times, too late, twice, or in another browser, and it opens nothing', async () => {
  const one = holder();
  await one.sends('/akun/masuk', { address: one.email });
  const code = await one.codeInMail();
  const wrong = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const stranger = holder();
  await stranger.sends('/akun/masuk', { address: stranger.email });
  assert.equal((await stranger.sends('/akun/kode', { code })).status, 422, 'in another browser');
  for (const _ of [1, 2, 3, 4]) {
    const tried = await one.sends('/akun/kode', { code: wrong });
    assert.match(tried.html, /Kode ini tidak cocok/);
  }
  assert.match((await one.sends('/akun/kode', { code: wrong })).html, /tidak berlaku lagi/);
  assert.match(
    (await one.sends('/akun/kode', { code })).html,
    /tidak berlaku lagi/,
    'right, after five wrong',
  );

  await one.sends('/akun/masuk', { address: one.email });
  const late = await one.codeInMail();
  minutes(11);
  assert.match((await one.sends('/akun/kode', { code: late })).html, /tidak berlaku lagi/, 'too late');

  await one.sends('/akun/masuk', { address: one.email });
  const good = await one.codeInMail();
  const kept = one.jar.get('tuntas_account_code') ?? '';
  assert.equal((await one.sends('/akun/kode', { code: good.replace(' ', '') })).leadsTo, '/akun/perkara');
  one.jar.set('tuntas_account_code', kept);
  assert.match((await one.sends('/akun/kode', { code: good })).html, /tidak berlaku lagi/, 'twice');
});

test('One address gets five codes an hour, whoever asks; what is no address is told so and kept', async () => {
  const one = holder();
  const typed = await one.sends('/akun/masuk', { address: 'bukan surel' });
  assert.equal(typed.status, 422);
  assert.match(typed.html, /value="bukan surel"/);
  for (const _ of [1, 2, 3, 4, 5])
    assert.equal((await holder().sends('/akun/masuk', { address: one.email })).leadsTo, '/akun/kode');
  const sixth = await holder().sends('/akun/masuk', { address: one.email.toUpperCase() });
  assert.equal(sixth.status, 429);
  assert.match(sixth.html, new RegExp(one.email.toUpperCase()));
});

test('One place that asks for many addresses has to work for more', async () => {
  const machine = holder();
  for (let count = 0; count < 30; count += 1)
    await machine.sends('/akun/masuk', { address: `mesin.${count}@contoh-akun.id` });
  const more = await machine.sends('/akun/masuk', { address: 'mesin.31@contoh-akun.id' });
  assert.equal(more.status, 429);
  assert.match(more.html, /data-challenge=/);
});
