import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holderAtHome, houseWithMail } from '../support/account-holder.ts';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';

// What an account opens, and everybody to whom it must not.

const { house, post } = await houseWithMail(instant('2026-11-24 08:15'));
const office = await ministry(house);
const citizen = office.citizen();
let holders = 0;
const holder = () => {
  holders += 1;
  return holderAtHome(house, post, `Warga.${holders}@Contoh-Akun.id`);
};
const minutes = (count: number) =>
  house.clock.set(new Date(Date.parse(house.clock.now()) + count * 60_000).toISOString());

/** Somebody signed in, with one report of their own in the account. */
async function withReport() {
  const one = holder();
  await one.signsIn();
  const matter = await citizen.files('Bantuan pangan bulan ini belum sampai di kampung kami.');
  assert.equal(
    (await one.sends(`/lacak/${matter.code}/simpan`)).leadsTo,
    `/lacak/${matter.code}?catatan=kept`,
  );
  return { one, matter, url: `/lacak/${matter.id}` };
}

test('A kept report opens without its code, and every act of its reporter works as by the code', async () => {
  const { one, matter, url } = await withReport();
  assert.deepEqual(await one.ownReports(), [url]);
  const page = await one.opens(url);
  assert.equal(page.status, 200);
  assert.ok(page.html.includes(matter.number));
  assert.equal(page.html.includes(matter.code), false, 'a session does not give the code away');
  await office.verifier.asks(matter, 'Di kampung mana?');
  assert.equal((await one.sends(`${url}/jawaban`, { text: 'Kampung Melati.' })).status, 303);
  assert.equal((await one.sends(`${url}/pesan`, { text: 'Terima kasih.' })).status, 303);
  const view = await citizen.looks(matter);
  assert.deepEqual(
    view.timeline.filter(({ actor }) => actor.kind === 'reporter').map(({ data }) => data.text ?? null),
    [null, 'Kampung Melati.', 'Terima kasih.'],
  );
  const data = await one.opens(`${url}/data.json`);
  assert.equal(JSON.parse(data.html).account.address, one.email.toLowerCase());
  assert.equal((await one.opens(`${url}/bagan.svg`)).status, 200);
  const byCode = await house.app.inject(`/lacak/${matter.code}/data.json`);
  assert.equal(byCode.json().account, null, 'whoever has the code does not learn of accounts');
});

test('Nobody else opens it: another account, nobody signed in, the staff, the API, a guess', async () => {
  const { one, matter, url } = await withReport();
  const other = (await withReport()).one;
  for (const path of [url, `${url}/data`, `${url}/data.json`])
    assert.deepEqual(
      [(await other.opens(path)).leadsTo, (await holder().opens(path)).leadsTo],
      ['/akun', '/akun'],
    );
  const words = await other.sends(`${url}/pesan`, { text: 'Bukan punya saya.' });
  assert.equal(words.status, 401);
  assert.match(words.html, /Bukan punya saya\./, 'what was written is not lost');
  assert.equal((await other.opens(`/lacak/${crypto.randomUUID()}`)).leadsTo, '/akun');
  assert.equal((await other.sends(`${url}/simpan`)).leadsTo, `/lacak/${matter.id}`);
  assert.equal((await other.ownReports()).includes(url), false, 'the id alone claims nothing');

  const cookie = [...one.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const api = await house.app.inject({ url: `/api/v1/tracking/${matter.id}`, headers: { cookie } });
  assert.equal(api.statusCode, 404, 'the API knows no account');
  assert.equal((await house.app.inject({ url: '/api/v1/cases', headers: { cookie } })).statusCode, 401);
  const asStaff = { cookie: `tuntas_session=${one.jar.get('tuntas_account')}` };
  assert.equal((await house.app.inject({ url: '/api/v1/cases', headers: asStaff })).statusCode, 401);
  const staff = await office.verifier.signIn();
  const token = /tuntas_session=([^;]+)/.exec(staff.cookie)?.[1] ?? '';
  const asCitizen = { cookie: `tuntas_account=${token}` };
  assert.match((await house.app.inject({ url: '/akun', headers: asCitizen })).body, /name="address"/);
});

test('Released, deleted, signed out, revoked, idle: the account opens nothing, the code still does', async () => {
  const stillByCode = async (code: string) =>
    assert.equal((await house.app.inject(`/lacak/${code}`)).statusCode, 200);

  const released = await withReport();
  assert.equal((await released.one.sends(`${released.url}/lepas`)).leadsTo, '/akun/perkara?catatan=released');
  assert.equal((await released.one.opens(released.url)).leadsTo, '/akun');
  assert.deepEqual(await released.one.ownReports(), []);
  await stillByCode(released.matter.code);

  const gone = await withReport();
  const cookies = new Map(gone.one.jar);
  assert.match((await gone.one.sends('/akun/hapus')).html, /sudah dihapus/);
  for (const [name, value] of cookies) gone.one.jar.set(name, value);
  assert.equal((await gone.one.opens(gone.url)).leadsTo, '/akun');
  await stillByCode(gone.matter.code);
  gone.one.jar.clear();
  await gone.one.signsIn();
  assert.deepEqual(await gone.one.ownReports(), [], 'the same address is a new account');

  const out = await withReport();
  const kept = out.one.jar.get('tuntas_account') ?? '';
  await out.one.sends('/akun/keluar');
  out.one.jar.set('tuntas_account', kept);
  assert.equal((await out.one.opens(out.url)).leadsTo, '/akun');

  const first = await withReport();
  const second = holderAtHome(house, post, first.one.email);
  await second.signsIn();
  const id = /name="id" value="([^"]+)"/.exec((await second.opens('/akun')).html)?.[1] ?? '';
  assert.equal((await first.one.opens(first.url)).status, 200);
  const stranger = (await withReport()).one;
  await stranger.sends('/akun/sesi', { id });
  assert.equal((await first.one.opens(first.url)).status, 200, 'nobody ends the session of another');
  await second.sends('/akun/sesi', { id });
  assert.equal((await first.one.opens(first.url)).leadsTo, '/akun', 'revoked');
  assert.equal((await second.opens(first.url)).status, 200);
  minutes(24 * 60 + 1);
  assert.equal((await second.opens(first.url)).leadsTo, '/akun', 'idle for a day');
});

test('A report may be kept in several accounts, twice is once, and none learns of the other', async () => {
  const { one, matter, url } = await withReport();
  const other = holder();
  await other.signsIn();
  await other.sends(`/lacak/${matter.code}/simpan`);
  await other.sends(`/lacak/${matter.code}/simpan`);
  assert.deepEqual(await other.ownReports(), [url]);
  await other.sends(`${url}/lepas`);
  assert.equal((await one.opens(url)).status, 200);
});

test('A sealed report is kept in no account: not claimed, and taken out when it is sealed', async () => {
  const { one, matter, url } = await withReport();
  await office.verifier.seals(matter, 'Menyebut pejabat.');
  assert.equal((await one.opens(url)).leadsTo, '/akun', 'from the same moment');
  assert.deepEqual(await one.ownReports(), []);
  await one.sends(`/lacak/${matter.code}/simpan`);
  await house.runJobs();
  const { rows } = await house.database.pool.query('select from citizen_cases where case_id = $1', [
    matter.id,
  ]);
  assert.equal(rows.length, 0);
  const door = await house.app.inject({
    url: '/wbs',
    headers: { cookie: [...one.jar].map((pair) => pair.join('=')).join('; ') },
  });
  assert.equal(door.headers['set-cookie'], undefined);
  assert.equal(door.body.includes('/akun'), false);
});

test('Filed while signed in: kept unless without a name or not wanted', async () => {
  const one = holder();
  await one.signsIn();
  const count = async () => (await one.ownReports()).length;
  await one.files('Jalan desa rusak sejak awal musim hujan.', { via: 'none' });
  assert.equal(await count(), 0, 'without a name');
  await one.files('Jalan desa rusak lagi di dua tempat.', { via: 'email', email: one.email });
  assert.equal(await count(), 1);
  await one.files('Jalan kabupaten ikut rusak di tikungan.', { via: 'email', email: one.email, keep: 'no' });
  assert.equal(await count(), 1);
  await one.files('Jembatan bambu sudah lapuk.', { via: 'none', keep: 'yes' });
  assert.equal(await count(), 2);
  const filled = await one.sends('/lapor/isian', { text: 'Lampu jalan padam.', do: 'contact' });
  assert.match(filled.html, new RegExp(`value="${one.email.toLowerCase()}"`));
});

test('Pages of a list, newest first', async () => {
  const one = holder();
  await one.signsIn();
  const ids: string[] = [];
  for (let count = 0; count < 21; count += 1) {
    minutes(1);
    const matter = await citizen.files(`Laporan yang ke-${count + 1} dari warga yang rajin menulis.`);
    await one.sends(`/lacak/${matter.code}/simpan`);
    ids.unshift(`/lacak/${matter.id}`);
  }
  const first = await one.opens('/akun/perkara');
  assert.deepEqual(await one.ownReports(), ids.slice(0, 20));
  const next = /href="(\/akun\/perkara\?sesudah=[^"]+)"/.exec(first.html)?.[1] ?? '';
  const last = await one.opens(next);
  assert.ok(last.html.includes(ids[20] ?? '-') && !last.html.includes(ids[19] ?? '-'));
  assert.equal((await one.opens('/akun/perkara?sesudah=%27')).status, 200);
});

test('A page of another site signs nobody in or out', async () => {
  const { one, url } = await withReport();
  const cookie = [...one.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const path of ['/akun/keluar', '/akun/hapus', `${url}/lepas`, `${url}/pencabutan`, '/akun/masuk']) {
    const tried = await house.app.inject({
      method: 'POST',
      url: path,
      headers: {
        cookie,
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'sure=ya',
    });
    assert.equal(tried.statusCode, 403, path);
  }
  assert.equal((await one.opens(url)).status, 200);
});

test('The database holds no address and no code; the ledger says that somebody signed in, not who', async () => {
  const { one } = await withReport();
  await one.sends('/akun/masuk', { address: one.email });
  const code = (await one.codeInMail()).replace(' ', '');
  const { rows: tables } = await house.database.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const { rows } = await house.database.pool.query<{ all: string | null }>(
      `select string_agg(t::text, ' ') as all from ${name} t`,
    );
    for (const secret of [one.email.toLowerCase(), code])
      for (const form of [secret, Buffer.from(secret).toString('hex')])
        assert.equal(rows[0]?.all?.toLowerCase().includes(form) ?? false, false, `${name}: ${form}`);
  }
  const { rows: kinds } = await house.database.pool.query<{ kind: string }>(
    `select distinct kind from (select kind from ledger.inbox union all select kind from ledger.entries) e where kind like 'account.%'`,
  );
  assert.ok(kinds.some(({ kind }) => kind === 'account.signed-in'));
});

test('Codes and sessions that are over are swept; an account that nobody opens for two years is destroyed', async () => {
  const { one, matter } = await withReport();
  await one.sends('/akun/masuk', { address: one.email });
  minutes(60 * 24 * 731);
  const fresh = holder();
  await fresh.signsIn();
  await house.runJobs();
  const { sweepAccounts } = await import('../../src/features/citizen-accounts/index.ts');
  await house.database.kysely.transaction().execute((tx) =>
    sweepAccounts({
      tx,
      actor: { kind: 'system' },
      now: house.clock.now(),
      requestId: 'test',
      locale: 'id',
      office: house.office,
    }),
  );
  const left = async (table: string) =>
    Number((await house.database.pool.query(`select count(*) from ${table}`)).rows[0]?.count);
  assert.deepEqual(
    [
      await left('citizen_accounts'),
      await left('citizen_sessions'),
      await left('citizen_codes'),
      await left('vault.account_addresses'),
      await left('citizen_cases'),
    ],
    [1, 1, 0, 1, 0],
  );
  assert.equal((await house.app.inject(`/lacak/${matter.code}`)).statusCode, 200);
});
