import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { shippedRoles } from '../../scripts/write-rights.ts';
import { openLog } from '../../src/platform/log/log.ts';
import type { Mail } from '../../src/platform/mail/mailer.ts';
import { everyReading } from '../support/every-way.ts';
import { testHouse } from '../support/house.ts';
import type { Officer } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { codeOf, knock } from '../support/office-door.ts';
import { handled } from '../support/office-officer.ts';
import { instant } from '../support/office-time.ts';

// A reporter with unmistakable details goes through the whole SOP; nothing that leaves the house tells one of them to
// anybody, but where the identity is opened.

const contact = {
  name: 'Zulkarnaen Penanda',
  phone: '0812-9988-7766',
  email: 'penanda.z@contoh-penanda.id',
  address: 'Gang Penanda Nomor 77',
  nik: '3273 0199 0101 0017',
  familyCardNumber: '3273019902020028',
};
const story = `Saya ${contact.name}, NIK ${contact.nik}, KK ${contact.familyCardNumber}, tinggal di ${contact.address}.
Telepon +6281299887766, surel ${contact.email}. Bantuan PKH berhenti.`;
const markers = [/zulkarnaen|penanda/i, /81299887766/, /3273019901010017/, /3273019902020028/] as const;

/** What of the reporter stands in a text, however its numbers are grouped. */
function told(text: string): string | null {
  const joined = text.replaceAll(/(?<=\d)[ .-](?=\d)/g, '');
  return markers.flatMap((one) => [one.exec(text)?.[0], one.exec(joined)?.[0]]).find((one) => one) ?? null;
}

const mails: Mail[] = [];
const lines: string[] = [];
const payloads: string[] = [];
const house = await testHouse({
  now: instant('2026-11-24 08:15'),
  mailer: { send: async (mail) => void mails.push(mail), close: () => {} },
  log: openLog('trace', { write: (line) => void lines.push(line) }),
});
const office = await ministry(house);
const citizen = office.citizen();
const image = Buffer.from('%PDF-1.4\nKARTU KELUARGA Penanda\ntrailer<<>>\n%%EOF\n');

/** Looks at what is queued before it is done. */
async function work(): Promise<void> {
  const { rows } = await sql<{ payload: string }>`
    select payload::text from graphile_worker._private_jobs`.execute(house.database.kysely);
  payloads.push(...rows.map(({ payload }) => payload));
  await house.runJobs();
}

const form = await knock<{ id: string }>(house, {
  method: 'POST',
  path: '/uploads',
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  payload: `--b\r\ncontent-disposition: form-data; name="file"; filename="KTP Zulkarnaen_Penanda 3273019901010017.txt"\r\n\r\nbukti\r\n--b--\r\n`,
});
const matter = await citizen.files(story, {
  contact,
  title: `Laporan ${contact.name}`,
  place: contact.address,
  institutionName: `Kantor dekat ${contact.address}`,
  attachments: [form.body.id],
});
await work();
assert.equal(
  (await citizen.brings(matter, { name: 'kk Penanda.pdf', content: image }, 'family-card')).status,
  200,
);
await citizen.brings(matter, { name: `${contact.name}.txt`, content: Buffer.from('lagi') });
const unit = office.unit(ministryUnits.directorate);
await office.verifier.asks(matter, 'Berapa NIK Anda?');
await work();
await citizen.completes(matter, `NIK saya ${contact.nik}, telepon ${contact.phone}.`);
await office.verifier.verifies(matter, { title: 'Bantuan berhenti' });
await office.verifier.sendsTo(matter, unit, [office.unit(ministryUnits.jakarta)]);
await work();
await office.liaison.accepts(matter);
await citizen.writes(matter, `Ini ${contact.name} lagi: KK ${contact.familyCardNumber}.`);
const task = await office.officer.assigns(matter, {
  person: office.fieldWorker,
  task: 'Kunjungi pelapor.',
  limit: { amount: 2, unit: 'workingDay' },
});
await work();
await office.fieldWorker.reports(matter, task, handled);
await work();
const everybody: Officer[] = [];
for (const { id: role } of shippedRoles())
  everybody.push(await office.employ({ name: `Orang ${role}`, role }));

test('Before it is opened no answer of the API tells any role who reported, nor does a search find it', async () => {
  const ids: Readonly<Record<string, string>> = { '/cases': matter.id, '/institutions': 'kemensos' };
  const seen = await office.verifier.sees(matter);
  const attachmentId = seen.attachments.find((file) => file.name.startsWith('KTP'))?.id ?? '';
  const samples: Readonly<Record<string, string>> = {
    attachmentId,
    code: '7KQM4XRT9DWP',
    institution: 'kemensos',
    name: 'pengelolaan-sp4n-lapor',
    procedure: 'kemensos/pengelolaan-sp4n-lapor',
    version: '1',
    year: '2026',
    step: '3',
  };
  const ways = await everyReading(
    house,
    (path, name) => samples[name] ?? (name === 'id' ? ids[`/${path.split('/')[1]}`] : undefined),
  );
  const searches = ['Zulkarnaen', 'Penanda', '3273019901010017', '081299887766', contact.email].map((q) => ({
    path: `/cases?q=${encodeURIComponent(q)}`,
  }));
  let answered = 0;
  for (const person of [...everybody, office.fieldWorker, office.officer, office.jakarta]) {
    for (const way of [...ways, ...searches, { path: '/cases?queue=mine' }]) {
      const answer = await person.ask<{ items?: unknown[] }>(way);
      if (answer.status === 200) answered += 1;
      assert.equal(told(answer.text), null, `${person.role}, ${way.path}`);
      assert.equal(told(JSON.stringify(answer.headers)), null, `${person.role}, ${way.path}`);
      if (way.path.startsWith('/cases?q=') && answer.status === 200)
        assert.deepEqual(answer.body.items, [], `${person.role} finds nobody by ${way.path}`);
    }
  }
  assert.ok(answered > 400, `${answered} answers were read`);
  assert.match(seen.text, /NIK •{12}0017/, 'the office reads dots');
  assert.equal((await citizen.looks(matter)).text, story, 'the reporter reads what was written');
});

test('Nor does any mail to the office, any job, any line of the log, any page or figure', async () => {
  const toOffice = mails.filter(({ to }) => to !== contact.email);
  assert.ok(toOffice.length > 0 && mails.length > toOffice.length, 'both were written to');
  for (const mail of toOffice) assert.equal(told(JSON.stringify(mail)), null, mail.subject);
  for (const { subject, text } of mails) assert.equal(told(`${subject} ${text}`), null, subject);
  assert.ok(payloads.length > 5 && lines.length > 100, `${payloads.length} jobs, ${lines.length} lines`);
  for (const payload of payloads) assert.equal(told(payload), null, payload);
  for (const line of lines) assert.equal(told(line), null, line);
  for (const path of ['/', '/statistik', '/instansi/kemensos', '/metrics']) {
    const page = await house.app.inject({ url: path, remoteAddress: '127.0.0.1' });
    assert.equal(told(page.body), null, path);
  }
});

test('Nor does any row of any table, whoever steals the database without its keys', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    house.database.kysely,
  );
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(
      house.database.kysely,
    );
    for (const { row } of rows) {
      assert.equal(told(row), null, name);
      // Bytes are printed in hexadecimal.
      assert.equal(row.includes(Buffer.from('Penanda').toString('hex')), false, name);
    }
  }
});

test('Opening it tells everything once, for a quarter of an hour, into no cache', async () => {
  const before = await knock(house, { path: `/tracking/${matter.code}` });
  assert.match(String(before.headers['cache-control']), /no-store/);
  const card = (await office.officer.sees(matter)).attachments.find((file) => file.sealed);
  const path = `/cases/${matter.id}/attachments/${card?.id}`;
  assert.equal(codeOf(await office.officer.ask({ path })), 'not-authorized', 'sealed before');

  const opened = await office.officer.tries(matter, 'reveal', { purpose: 'answer', reason: 'Menelepon.' });
  assert.equal(opened.status, 200, opened.text);
  assert.match(String(opened.headers['cache-control']), /no-store/);
  const { until, written = [], ...identity } = opened.body.identity ?? assert.fail('nothing was opened');
  assert.deepEqual(identity, { ...contact, nik: '3273019901010017' });
  assert.ok(
    written.includes(story) && written.some((words) => words.startsWith('NIK saya')),
    'and the words',
  );
  assert.equal(Date.parse(until) - Date.parse(house.clock.now()), 15 * 60_000);
  assert.equal(
    told((await office.officer.ask({ path: `/cases/${matter.id}` })).text),
    null,
    'the page stays masked',
  );
  const file = await office.officer.ask({ path });
  assert.deepEqual(file.raw, image);
  assert.match(String(file.headers['cache-control']), /no-store/);
  assert.equal(codeOf(await office.liaison.ask({ path })), 'not-authorized', 'for whoever opened it alone');
  assert.equal((await citizen.looks(matter)).reveals.length, 1, 'the reporter sees that it was done');

  house.clock.set(until);
  assert.equal(codeOf(await office.officer.ask({ path })), 'not-authorized', 'closed again');
  await office.officer.isRefused(matter, 'reveal', { purpose: 'answer', reason: ' ' });
  assert.equal(
    codeOf(await office.officer.ask({ path })),
    'not-authorized',
    'a purpose without a reason opens nothing',
  );
  for (const line of lines) assert.equal(told(line), null, line);
});

test('What a reporter without a name wrote about others opens in the same way', async () => {
  const hidden = await citizen.files('NIK tetangga 3273019901010017, tidak terdaftar.');
  assert.equal((await office.verifier.sees(hidden)).text, 'NIK tetangga ••••••••••••0017, tidak terdaftar.');
  const { identity } = await office.verifier.reveals(hidden, 'Mencocokkan data.');
  assert.deepEqual(identity?.written?.[0], 'NIK tetangga 3273019901010017, tidak terdaftar.');
  const plain = await citizen.files('Lampu jalan mati.');
  assert.equal(
    await office.verifier.isRefused(plain, 'reveal', { purpose: 'answer', reason: 'x' }),
    'not-found',
  );
  await citizen.writes(plain, 'NIK pemilik 3273 0199 0101 0017.');
  assert.deepEqual((await office.verifier.reveals(plain, 'Cek.')).identity?.written, [
    'NIK pemilik 3273 0199 0101 0017.',
  ]);
});

test('A sealed case (L4) does not tell its reporter’s page who opened what; every other does', async () => {
  const sealed = await citizen.files('Pejabat meminta uang.', { contact });
  await office.verifier.reveals(sealed, 'Menelepon.');
  assert.equal((await citizen.looks(sealed)).reveals.length, 1);
  await office.verifier.seals(sealed, 'Dugaan korupsi.');
  await office.inspector.reveals(sealed, 'Pemeriksaan.');
  const view = await citizen.looks(sealed);
  assert.deepEqual(view.reveals, []);
  assert.doesNotMatch(JSON.stringify(view), /Pemeriksaan|IdentityRevealed/);
  assert.equal(
    (await office.inspector.sees(sealed)).timeline.filter((one) => one.type === 'IdentityRevealed').length,
    2,
  );
});
