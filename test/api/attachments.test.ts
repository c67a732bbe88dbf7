import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { attachmentLimits } from '../../src/features/attachments/index.ts';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { asForm, codeOf, knock } from '../support/office-door.ts';

/** Files: what they are counts, not what they are called. */
const house = await testHouse();
const office = await openWorkplace(house, 'kemensos');
const verifier = await office.employ({ name: 'Vera', role: 'verifier' });
const stranger = await office.employ({
  name: 'Oki',
  role: 'unit-officer',
  unit: 'Direktorat Jaminan Sosial',
});
const citizen = office.citizen();

const picture = (format: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 32, height: 16, channels: 3, background: '#c33' } })
    .toFormat(format)
    .toBuffer();
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

async function storedFile(matterId: string, name: string): Promise<Buffer> {
  const page = await verifier.sees({ id: matterId });
  const file = page.attachments.find((one) => one.name === name);
  const read = await verifier.ask({ path: `/cases/${matterId}/attachments/${file?.id}` });
  assert.equal(read.status, 200);
  assert.match(String(read.headers['content-disposition']), /^attachment;/);
  assert.equal(read.headers['x-content-type-options'], 'nosniff');
  return read.raw;
}

test('A photo loses the place where it was taken and every other tag, and stands upright', async () => {
  const tagged = await sharp(await picture('jpeg'))
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Telepon', Artist: 'Sri Rahayu' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '5/1 8/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '119/1 25/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
  const before = await sharp(tagged).metadata();
  assert.ok(before.exif?.includes('Sri Rahayu'), 'the photo is tagged to begin with');
  assert.deepEqual([before.orientation, before.width], [6, 32]);
  const matter = await citizen.files('Lihat foto.');
  assert.equal((await citizen.brings(matter, { name: 'rumah.jpg', content: tagged })).status, 200);
  const kept = await storedFile(matter.id, 'rumah.jpg');
  const after = await sharp(kept).metadata();
  assert.deepEqual([after.exif, after.orientation ?? 1, after.width, after.height], [undefined, 1, 16, 32]);
  assert.equal(kept.includes('Sri Rahayu') || kept.includes('GPS'), false);
});

const taken: readonly (readonly [string, () => Promise<Buffer>, string])[] = [
  ['a PNG', () => picture('png'), 'image/png'],
  ['a WebP', () => picture('webp'), 'image/webp'],
  ['a PDF', async () => pdf, 'application/pdf'],
  ['a drawing behind a comment', async () => Buffer.from('<!-- x --><svg onload="alert(1)"/>'), 'text/plain'],
  ['plain text', async () => Buffer.from('Kronologi: 3 Agustus …\n'), 'text/plain'],
];
for (const [name, content, mediaType] of taken) {
  test(`${name} is taken for what it is, whatever it is called`, async () => {
    const matter = await citizen.files('Lihat berkas.');
    const answer = await citizen.brings(matter, { name: 'berkas.exe', content: await content() });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.body.attachments[0]?.mediaType, mediaType);
    assert.doesNotMatch(answer.body.attachments[0]?.name ?? '', /\.exe$/);
  });
}

const refused: readonly (readonly [string, Buffer])[] = [
  ['nothing at all', Buffer.alloc(0)],
  ['a program that calls itself a photo', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1')],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['an archive', Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1')],
  ['random bytes', Buffer.from([0, 1, 2, 3, 250, 251, 252])],
  ['half a photo', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex')],
];
for (const [name, content] of refused) {
  test(`${name} is refused, and the case stays as it was`, async () => {
    const matter = await citizen.files('Lihat berkas.');
    const answer = await citizen.brings(matter, { name: 'foto.jpg', content });
    assert.deepEqual([answer.status, codeOf(answer)], [422, 'attachment-refused'], answer.text);
    assert.deepEqual((await citizen.looks(matter)).attachments, []);
  });
}

test('A file one byte too large is refused with its limit', async () => {
  const matter = await citizen.files('Lihat berkas.');
  const content = Buffer.alloc(attachmentLimits.bytes + 1, 'a');
  const answer = await citizen.brings(matter, { name: 'besar.txt', content });
  assert.deepEqual([answer.status, codeOf(answer)], [413, 'too-large']);
});

test('Twenty files to a case, not twenty-one', async () => {
  const matter = await citizen.files('Lihat berkas.');
  for (let sent = 1; sent <= attachmentLimits.perCase; sent += 1)
    assert.equal((await citizen.brings(matter, textFile(sent))).status, 200);
  assert.equal(
    (await citizen.brings(matter, textFile(7))).status,
    200,
    'one that is there already is no other',
  );
  const answer = await citizen.brings(matter, textFile(attachmentLimits.perCase + 1));
  assert.deepEqual([answer.status, codeOf(answer)], [422, 'attachment-refused']);
});

const text = Buffer.from('Catatan.');

function textFile(number: number): { name: string; content: Buffer } {
  return { name: `${number}.txt`, content: Buffer.from(`Catatan ke-${number}.`) };
}

const names: readonly (readonly [string, string])[] = [
  ['../../../etc/passwd', 'passwd.pdf'],
  ['C:\\\\Windows\\\\system32\\\\bukti.pdf', 'bukti.pdf'],
  ['\u202efdp.exe', 'fdp.pdf'],
  ['...', 'berkas.pdf'],
  ['.htaccess', 'berkas.pdf'],
  ['<img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1).pdf'],
  ['a'.repeat(300), `${'a'.repeat(80)}.pdf`],
  ['foto rumah saya.jpg', 'foto rumah saya.pdf'],
];
for (const [sent, kept] of names) {
  test(`A file called ${sent.slice(0, 40)} is kept as ${kept.slice(0, 40)}`, async () => {
    const matter = await citizen.files('Lihat berkas.');
    const answer = await citizen.brings(matter, { name: sent, content: pdf });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.body.attachments[0]?.name, kept);
  });
}

test('Files sent before the form belong to the case that the form becomes, and to no other', async () => {
  const upload = () =>
    knock<{ id: string }>(house, { path: '/uploads', ...asForm({ name: 'bukti.pdf', content: pdf }) });
  const file = await upload();
  assert.equal(file.status, 201);
  const matter = await citizen.files('Lihat bukti.', { attachments: [file.body.id] });
  assert.equal((await citizen.looks(matter)).attachments.length, 1);
  const thief = await citizen.files('Bukti orang lain.', { attachments: [file.body.id] }).catch(() => null);
  assert.equal((await citizen.looks(matter)).attachments.length, 1, 'it stays where it was');
  if (thief !== null) assert.deepEqual((await citizen.looks(thief)).attachments, []);
});

test('Evidence that cannot be found any more is not passed over in silence', async () => {
  const answer = await citizen.sends({
    text: 'Lihat bukti.',
    attachments: ['01890000-0000-7000-8000-000000000000'],
  });
  assert.equal(answer.status, 422, 'the reporter would believe that the evidence has arrived');
});

test('More files than a case may have, or words that are no ids, are refused', async () => {
  const id = '01890000-0000-7000-8000-000000000000';
  for (const attachments of [Array.from({ length: 21 }, () => id), ['bukan-id'], ["' or 1=1"]])
    assert.equal((await citizen.sends({ text: 'x', attachments })).status, 422);
});

test('Something that is no form is refused', async () => {
  for (const headers of [{ 'content-type': 'application/json' }, { 'content-type': 'multipart/form-data' }]) {
    const answer = await knock(house, { path: '/uploads', payload: '{}', headers });
    assert.ok(answer.status >= 400);
  }
});

test('A file that comes later is in the log, reaches those who work on the case, and only once', async () => {
  // A minute later than everything before: notices are listed by time, fifty at once.
  await house.runJobs();
  house.clock.set(new Date(Date.parse(house.clock.now()) + 60_000).toISOString());
  const matter = await citizen.files('Lihat berkas.');
  for (let sent = 0; sent < 2; sent += 1) await citizen.brings(matter, { name: 'surat.txt', content: text });
  const added = (await citizen.looks(matter)).timeline.filter((entry) => entry.type === 'AttachmentAdded');
  assert.deepEqual(
    added.map((entry) => entry.data),
    [{ name: 'surat.txt' }],
  );
  assert.ok((await verifier.wasTold(matter)).includes('reporter-brought'));
});

test('A file of the office is in the officers\u2019 log and not in the reporter\u2019s', async () => {
  const matter = await citizen.files('Lihat berkas.');
  const path = `/cases/${matter.id}/attachments`;
  const answer = await verifier.ask({ path, ...asForm({ name: 'nota dalam.txt', content: text }) });
  assert.equal(answer.status, 200, answer.text);
  const inside = (await verifier.sees(matter)).timeline;
  assert.ok(inside.some((entry) => entry.type === 'AttachmentAdded'));
  assert.equal(JSON.stringify(await citizen.looks(matter)).includes('nota dalam'), false);
});

test('A case that is over takes no more files', async () => {
  const matter = await citizen.files('Lihat berkas.');
  await citizen.withdraws(matter, 'Sudah selesai sendiri.');
  const answer = await citizen.brings(matter, { name: 'surat.txt', content: text });
  assert.deepEqual([answer.status, codeOf(answer)], [409, 'not-this-status']);
  assert.deepEqual((await citizen.looks(matter)).attachments, []);
});

test('A file of a case is nobody else\u2019s to read', async () => {
  const matter = await citizen.files('Lihat berkas.');
  const other = await citizen.files('Perkara lain.');
  await citizen.brings(matter, { name: 'bukti.pdf', content: pdf });
  const [file] = (await verifier.sees(matter)).attachments;
  const path = `/cases/${matter.id}/attachments/${file?.id}`;
  assert.equal((await stranger.ask({ path })).status, 404);
  assert.equal((await knock(house, { path })).status, 401);
  assert.equal(
    (await verifier.ask({ path: `/cases/${other.id}/attachments/${file?.id}` })).status,
    404,
    'not through another case either',
  );
});

test('A family card is called so and nothing else, wherever its name could be read', async () => {
  const matter = await citizen.files('Lihat berkas.', { contact: { name: 'Sri', phone: '0812 0000 1111' } });
  const name = 'KK Sri Rahayu 9900112233445566.txt';
  await citizen.brings(matter, { name, content: Buffer.from('Kartu keluarga.') }, 'family-card');
  await verifier.reveals(matter, 'Mencocokkan nama.');
  const page = await verifier.sees(matter);
  const card = page.attachments.find(({ sealed }) => sealed);
  const read = await verifier.ask({ path: `/cases/${matter.id}/attachments/${card?.id}` });
  assert.equal(read.status, 200);
  const said = [page, await citizen.looks(matter), read.headers].map((one) => JSON.stringify(one)).join();
  assert.doesNotMatch(said, /9900112233445566|KK Sri/i);
});

test('A file that is called like a web page, a script or a path is kept as what it is', async () => {
  const matter = await citizen.files('Lihat berkas.');
  for (const name of ['../../konsol/index.html', 'a.svg', 'a.js\0.txt', 'con.txt']) {
    const sent = await citizen.brings(matter, { name, content: Buffer.from(`Isi ${name.length}.`) });
    assert.equal(sent.status, 200, sent.text);
  }
  const page = await verifier.sees(matter);
  for (const { id, name, mediaType } of page.attachments) {
    assert.match(name, /^[^/\\\0]+\.txt$/);
    assert.equal(mediaType, 'text/plain');
    const read = await verifier.ask({ path: `/cases/${matter.id}/attachments/${id}` });
    assert.match(String(read.headers['content-disposition']), /^attachment;/);
    assert.match(String(read.headers['content-security-policy']), /default-src/);
  }
  const upload = {
    path: '/uploads',
    ...asForm({ name: 'x.svg', content: Buffer.from('<svg onload="x()"/>') }),
  };
  assert.equal(codeOf(await knock(house, upload)), 'attachment-refused');
});

test('Guessable upload ids: what one brought before the form is nobody else’s to read or to claim twice', async () => {
  const matter = await citizen.files('Lihat berkas.');
  const sent = await knock<{ id: string }>(house, {
    path: '/uploads',
    ...asForm({ name: 'bukti.txt', content: Buffer.from('Bukti.') }),
  });
  assert.match(sent.body.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  for (const where of [`/uploads/${sent.body.id}`, `/cases/${matter.id}/attachments/${sent.body.id}`])
    assert.equal((await verifier.ask({ path: where })).status, 404, where);
});
