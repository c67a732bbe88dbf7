import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { matterOf } from '../support/office-citizen.ts';
import { codeOf, knock } from '../support/office-door.ts';

/** Who may knock, how often the same letter counts, and two people at the same moment. */
const house = await testHouse();
const office = await openWorkplace(house, 'kemensos');
const verifier = await office.employ({ name: 'Vera', role: 'verifier' });
const second = await office.employ({ name: 'Bagus', role: 'verifier' });
const later = (minutes: number) =>
  house.clock.set(new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString());

test('Without the token of the session nothing is changed, whatever the cookie says', async () => {
  const matter = await office.citizen().files('Bantuan berhenti.');
  const { cookie, csrf } = await verifier.signIn();
  const note = (headers: Record<string, string>) =>
    knock(house, { path: `/cases/${matter.id}/note`, body: { text: 'x' }, headers });
  for (const headers of [
    { cookie },
    { cookie, 'x-csrf-token': '' },
    { cookie, 'x-csrf-token': `${csrf}x` },
    { cookie, 'x-csrf-token': (await second.signIn()).csrf },
  ])
    assert.deepEqual(codeOf(await note(headers)), 'not-authorized');
  assert.equal(codeOf(await note({})), 'not-signed-in');
  assert.equal(codeOf(await note({ cookie: 'tuntas_session=nonsense' })), 'not-authorized');
  assert.equal(
    (await verifier.sees(matter)).timeline.some((entry) => entry.type === 'NoteWritten'),
    false,
  );
  assert.equal((await note({ cookie, 'x-csrf-token': csrf })).status, 200);
});

test('A session ends after an hour of nobody asking, and after twelve hours of asking all the time', async () => {
  const { cookie, csrf } = await verifier.signIn();
  const headers = { cookie, 'x-csrf-token': csrf };
  const alive = async () => (await knock(house, { path: '/cases', headers })).status === 200;
  later(59);
  assert.equal(await alive(), true);
  later(61);
  assert.equal(await alive(), false);

  const fresh = await second.signIn();
  const busy = { cookie: fresh.cookie, 'x-csrf-token': fresh.csrf };
  let hours = 0;
  for (; hours < 14; hours += 0.75) {
    later(45);
    if ((await knock(house, { path: '/cases', headers: busy })).status !== 200) break;
  }
  assert.ok(hours >= 11 && hours <= 12, `ended after ${hours} hours`);
});

test('The same key with the same content is one submission with one receipt', async () => {
  const citizen = office.citizen();
  const headers = { 'idempotency-key': 'formulir-0001' };
  const input = { text: 'NIK saya 9900112233445566 tidak terdaftar.', secrecy: 'L0' } as const;
  const first = await citizen.sends(input, headers);
  const again = await citizen.sends(input, headers);
  assert.deepEqual([first.status, again.status], [201, 201]);
  assert.deepEqual(again.body, first.body);
  const other = await citizen.sends({ ...input, text: 'Lain.' }, headers);
  assert.deepEqual([other.status, codeOf(other)], [409, 'already-decided']);
});

test('The same key ten times at once is one submission, and all ten get its receipt', async () => {
  const citizen = office.citizen();
  const headers = { 'idempotency-key': 'formulir-serentak' };
  const count = async () =>
    Number((await house.database.pool.query('select count(*) as n from cases')).rows[0]?.n);
  const before = await count();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => citizen.sends({ text: 'Tombol ditekan sepuluh kali.' }, headers)),
  );
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([201]));
  assert.equal(new Set(answers.map((answer) => answer.body.trackingCode)).size, 1);
  assert.equal((await count()) - before, 1);
});

test('The same key at once with other content: one is taken, the other is told', async () => {
  const citizen = office.citizen();
  const headers = { 'idempotency-key': 'formulir-berbeda' };
  const answers = await Promise.all(
    ['Isi pertama.', 'Isi kedua.'].map((text) => citizen.sends({ text }, headers)),
  );
  assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [201, 409]);
});

test('A key that is too short or too long is refused', async () => {
  for (const key of ['pendek', 'x'.repeat(201)]) {
    const answer = await office.citizen().sends({ text: 'x' }, { 'idempotency-key': key });
    assert.equal(answer.status, 422);
  }
});

test('Two verifiers at once: one wins, the other is told, nothing is half done', async () => {
  const matter = await office.citizen().files('Bantuan berhenti.');
  const body = {
    kind: 'complaint',
    oversight: false,
    urgent: false,
    title: 'x',
    categoryId: null,
    areaCode: null,
    note: '',
  } as const;
  await Promise.all([verifier.signIn(), second.signIn()]);
  const answers = await Promise.all([
    verifier.tries(matter, 'verification', body),
    second.tries(matter, 'verification', body),
  ]);
  assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [200, 409]);
  assert.deepEqual(answers.map(codeOf).toSorted(), ['not-this-step', null]);
  const { timeline } = await verifier.sees(matter);
  assert.equal(timeline.filter((entry) => entry.type === 'Verified').length, 1);
});

test('Whoever looked at an older version is told that the case has moved on', async () => {
  const matter = await office.citizen().files('Bantuan berhenti.');
  const { version } = await verifier.sees(matter);
  const mine = { 'if-match': `"${version}"` };
  await Promise.all([verifier.signIn(), second.signIn()]);
  const answers = await Promise.all([
    verifier.tries(matter, 'note', { text: 'satu' }, mine),
    second.tries(matter, 'note', { text: 'dua' }, mine),
  ]);
  assert.deepEqual(answers.map(codeOf).toSorted(), ['changed-meanwhile', null]);
  assert.equal(codeOf(await verifier.tries(matter, 'note', { text: 'x' }, mine)), 'changed-meanwhile');
  const weak = { 'if-match': `W/"${(await verifier.sees(matter)).version}"` };
  assert.equal((await verifier.tries(matter, 'note', { text: 'tiga' }, weak)).status, 200);
});

test('The same act twice at once by the reporter is done once', async () => {
  const citizen = office.citizen();
  const matter = await citizen.files('Bantuan berhenti.');
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => citizen.tries(matter, 'withdrawal', { reason: 'Sudah.' })),
  );
  assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [200, 409, 409, 409]);
});

test('Two cases merged into each other at the same moment do not end in a circle', async () => {
  for (let round = 0; round < 1; round += 1) {
    const one = await office.citizen().files('Bantuan desa berhenti.');
    const two = await office.citizen().files('Bantuan satu desa berhenti.');
    await Promise.all([verifier.signIn(), second.signIn()]);
    const answers = await Promise.all([
      verifier.tries(one, 'merger', { intoNumber: two.number }),
      second.tries(two, 'merger', { intoNumber: one.number }),
    ]);
    assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [200, 422], `round ${round}`);
  }
});

test('A case that was sent is found by its number and by its words, whatever their order', async () => {
  const done = await office.citizen().sends({ text: 'Kartu keluarga harapan tertelan mesin di Galesong.' });
  const { number } = await matterOf(house, done.body);
  for (const q of [number, 'tertelan galesong', 'GALESONG', '"tertelan mesin"'])
    assert.ok((await verifier.workList(`q=${encodeURIComponent(q)}`)).includes(number), `found by ${q}`);
  for (const q of ['tidakada', '-galesong kartu', `${number}9`])
    assert.equal(
      (await verifier.workList(`q=${encodeURIComponent(q)}`)).includes(number),
      false,
      `not found by ${q}`,
    );
});
