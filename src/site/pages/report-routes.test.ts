import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type TestHouse, testHouse } from '../../../test/support/house.ts';
import { rateLimits } from '../../platform/http/rate-limit.ts';

const house = await testHouse();
let visitors = 0;

interface Part {
  readonly name: string;
  readonly value?: string;
  readonly file?: { readonly name: string; readonly content: Buffer };
}

/** Each visitor has an address of its own, as far as limits are concerned. */
async function press(parts: readonly Part[], options: { at?: TestHouse; from?: string } = {}) {
  visitors += 1;
  const boundary = `batas-${randomUUID()}`;
  const body = Buffer.concat([
    ...parts.flatMap(({ name, value = '', file }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${
          file === undefined ? '' : `; filename="${file.name}"\r\ncontent-type: application/octet-stream`
        }\r\n\r\n`,
      ),
      file?.content ?? Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return (options.at ?? house).app.inject({
    method: 'POST',
    url: '/lapor/isian',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    remoteAddress: options.from ?? `10.9.${Math.floor(visitors / 250)}.${visitors % 250}`,
    payload: body,
  });
}

const fields = (values: Record<string, string>): Part[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

test('without cookies the receipt comes at once, and it is not kept by anybody', async () => {
  const answer = await press(fields({ text: 'Lampu mati.', do: 'send' }));
  assert.equal(answer.statusCode, 201);
  assert.match(answer.body, /class="code"/);
  assert.equal(answer.headers['cache-control'], 'private, no-store');
});

test('a plain form without files is read as well', async () => {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/lapor/isian',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ text: 'Tanpa berkas.\r\nDua baris.', do: 'send' }).toString(),
  });
  assert.equal(answer.statusCode, 201);
  assert.match(answer.body, /Tanpa berkas\.\nDua baris\./);
});

test('a million characters are refused and handed back, all of them', async () => {
  const text = 'pengaduan '.repeat(100_000);
  const answer = await press(fields({ text, do: 'send' }));
  assert.equal(answer.statusCode, 422);
  assert.ok(answer.body.includes(text));
  assert.match(answer.body, /1\.000\.000 huruf/);
});

for (const [what, text] of [
  ['markup', '<script>alert(1)</script> "><img src=x onerror=alert(1)> </textarea>'],
  ['SQL', "'; drop table cases; --"],
  ['right-to-left and zero-width', 'laporan \u202e terbalik \u200b dan \u2066 sembunyi'],
  ['emoji and other scripts', '👩‍👩‍👧 ꦄꦏ꧀ꦱꦫ अ 字'],
  ['control characters', 'satu\u0007dua\u001btiga'],
] as const) {
  test(`${what} in every field comes back as it was typed, and is never run`, async () => {
    const typed = { text, area: text, institutionName: text, phone: text, name: text, email: text };
    const answer = await press(fields({ ...typed, via: 'sms', institution: 'other', do: 'send' }));
    assert.equal(answer.statusCode, 422);
    assert.doesNotMatch(answer.body, /<script>alert|<img src=x/);
    const escaped = markupOf(text);
    for (const field of ['area', 'institutionName', 'phone', 'name', 'email'])
      assert.ok(
        answer.body.includes(`name="${field}"`) && answer.body.includes(`value="${escaped}"`),
        `${field} is kept`,
      );
    assert.ok(answer.body.includes(`${escaped}</textarea>`), 'the story is kept');
  });
}

test('NUL and half characters in every field leave a sign and break nothing', async () => {
  const odd = 'a\0b';
  const typed = { area: odd, areaCode: odd, institution: odd, institutionName: odd, name: odd, day: odd };
  const answer = await press(fields({ text: odd, ...typed, key: odd, do: odd }));
  assert.equal(answer.statusCode, 200);
  assert.match(answer.body, /a\ufffdb<\/textarea>/);
  assert.equal((await press(fields({ text: odd, do: 'send' }))).statusCode, 201);
});

for (const [what, date, code] of [
  ['tomorrow', { day: '19', month: '11', year: '2026' }, 'belum terjadi'],
  ['before 1945', { year: '1944' }, 'terlalu lama'],
  ['30 February', { day: '30', month: '2', year: '2026' }, 'tidak ada dalam kalender'],
  ['a day without its month', { day: '3', year: '2026' }, 'bulannya'],
  ['a month without its year', { month: '3' }, 'tahunnya'],
  ['words', { day: 'satu', month: '3', year: 'dua ribu' }, 'tidak ada dalam kalender'],
] as const) {
  test(`a date that cannot be: ${what}`, async () => {
    const answer = await press(fields({ text: 'Ada.', ...date, do: 'send' }));
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, new RegExp(code));
  });
}

test('an area, an institution and a category that do not exist', async () => {
  const area = await press(fields({ text: 'Ada.', areaCode: '99.99.99.9999', do: 'send' }));
  assert.equal(area.statusCode, 422);
  assert.match(area.body, /href="#desa"/);
  const body = await press(fields({ text: 'Ada.', institution: 'tidak-ada', do: 'send' }));
  assert.equal(body.statusCode, 422);
  assert.match(body.body, /href="#p5"/);
});

const file = (name: string, content: Buffer, field = 'attachments'): Part => ({
  name: field,
  file: { name, content },
});

test('files: empty, of a wrong kind, too large and too many are named; the good ones stay', async () => {
  const key = randomUUID();
  const start = fields({ key, text: 'Ada bukti.' });
  const answer = await press([
    ...start,
    file('kosong.pdf', Buffer.alloc(0)),
    file('virus.exe', Buffer.from([0x4d, 0x5a, 0x90, 0, 3])),
    file('besar.txt', Buffer.alloc(20_000_001, 'a')),
    file('catatan.txt', Buffer.from('baik')),
    ...fields({ name: 'sesudah berkas', do: 'send' }),
  ]);
  assert.equal(answer.statusCode, 422);
  for (const words of ['kosong.pdf: berkas itu kosong', 'virus.exe: jenis', 'besar.txt: lebih besar'])
    assert.ok(answer.body.includes(words), words);
  assert.match(answer.body, /<b>catatan\.txt<\/b>/);
  assert.match(answer.body, /value="sesudah berkas"/, 'what came after the files is not lost');

  const many = await press([
    ...start,
    ...Array.from({ length: 21 }, (_, index) => file(`b${index}.txt`, Buffer.from(`isi ${index}`))),
  ]);
  assert.match(many.body, /paling banyak 20 berkas/);
});

test('hostile file names become names', async () => {
  const answer = await press([
    ...fields({ text: 'Ada bukti.' }),
    file('../../etc/\u202egnp.<img src=x>.txt', Buffer.from('isi')),
  ]);
  assert.doesNotMatch(answer.body, /\.\.\/|<img src=x|\u202e/);
});

test('without a name no family card is kept, even where the page could not hide its field', async () => {
  const key = randomUUID();
  const answer = await press([
    ...fields({ key, text: 'Tanpa nama.', via: 'none', do: 'send' }),
    file('kk.txt', Buffer.from('kartu keluarga'), 'kk'),
  ]);
  assert.equal(answer.statusCode, 201);
  const left = await house.database.kysely
    .selectFrom('attachments')
    .select('id')
    .where('purpose', '=', 'family-card')
    .execute();
  assert.deepEqual(left, []);
});

test('too often from one address: told when to come back, and nothing typed is lost', async () => {
  const from = '10.8.0.1';
  await house.database.pool.query(
    'insert into rate_counters (key, window_start, count) values ($1, $2, $3)',
    [
      `form:${house.office.keys.hash('rate', from).toString('base64url')}`,
      new Date(Math.floor(Date.parse(house.clock.now()) / 600_000) * 600_000).toISOString(),
      rateLimits.form.count,
    ],
  );
  const answer = await press(fields({ text: 'Masih ada.', do: 'send' }), { from });
  assert.equal(answer.statusCode, 429);
  assert.match(answer.body, /Masih ada\.<\/textarea>/);
  assert.match(answer.body, /Tunggu \d+ detik/);
});

test('the database is away: the form comes back whole and says that nothing was recorded', async (t) => {
  const dark = await testHouse({}, t);
  await dark.app.inject('/lapor');
  await dark.connections.database.close();
  const answer = await press(fields({ text: 'Jangan hilang.', do: 'send' }), { at: dark });
  assert.equal(answer.statusCode, 503);
  assert.match(answer.body, /Jangan hilang\.<\/textarea>/);
  assert.match(answer.body, /Tidak ada yang tercatat/);
  assert.match(answer.body, /Kementerian Sosial/, 'what it offers is remembered');
});

test('a form that breaks off in the middle is no report', async () => {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/lapor/isian',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nbelum sel',
  });
  assert.equal(answer.statusCode, 400);
  assert.match(answer.body, /Periksa isi permintaan/);
});

test('the form with all it loads stays under 40 kB', async () => {
  const page = await house.app.inject({ url: '/lapor', headers: { 'accept-encoding': 'br' } });
  const html = await house.app.inject('/lapor');
  const links = [...html.body.matchAll(/(?:href|src)="(\/aset\/[^"]+)"/g)].map((match) => match[1] ?? '');
  let bytes = page.rawPayload.length;
  for (const url of new Set(links)) {
    const loaded = await house.app.inject({ url, headers: { 'accept-encoding': 'br' } });
    assert.equal(loaded.statusCode, 200, url);
    bytes += loaded.rawPayload.length;
  }
  assert.ok(bytes < 40_000, `${bytes} bytes over the wire, the typeface apart`);
  const typeface = await house.app.inject('/aset/plus-jakarta-sans-latin-wght-normal.woff2');
  assert.ok(
    bytes + typeface.rawPayload.length < 40_000,
    `${bytes + typeface.rawPayload.length} bytes with the typeface`,
  );
});

function markupOf(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}

test('words that ask for more secrecy than was chosen are sent only once their writer has read why', async () => {
  const open = { text: 'Pak Lurah Slamet meminta suap.', secrecy: 'L0', key: randomUUID() };
  const asked = await press(fields({ ...open, do: 'send' }));
  assert.equal(asked.statusCode, 422);
  assert.match(asked.body, /Belum dikirim.*nama seorang pejabat atau petugas, dugaan tindak pidana/s);
  assert.match(asked.body, /value="L2"[^>]*checked|checked[^>]*value="L2"/);
  const sent = await press(fields({ ...open, secrecy: 'L2', do: 'send' }));
  assert.equal(sent.statusCode, 201);
  assert.equal((await press(fields({ text: 'Lampu mati.', secrecy: 'L0', do: 'send' }))).statusCode, 201);
});
