import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RedactionView } from '../../src/features/cases/contract.ts';
import type { PublicationList, PublicationView } from '../../src/features/publications/contract.ts';
import type { SubmissionInput } from '../../src/features/submissions/contract.ts';
import { testHouse } from '../support/house.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, polytechnic } from '../support/office-casts.ts';
import { codeOf, knock } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** From a settled case to a public text and down again; who may, who may not, and what nobody ever reads. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const guard = await office.employ({ name: 'Dewi', role: 'privacy-officer' });
const { verifier, secondVerifier, officer } = office;

const contact = { name: 'Sri Wahyuni', email: 'sri.wahyuni@warga.test' };
const text = 'Kata Pak Slamet Riyadi beras bulan Agustus belum dikirim ke Dusun Mekar Jaya.';
const answer = 'Ibu Sri Wahyuni, beras 10 kg sudah dikirim ke rumah Ibu.';

const settled = (citizen = office.citizen(), more: Partial<SubmissionInput> = {}) =>
  path.settled(citizen, { text, secrecy: 'L0', contact, ...more }, { answer });

async function redactionOf(who: Officer, matter: Matter): Promise<RedactionView> {
  const found = await who.ask<RedactionView>({ path: `/cases/${matter.id}/redaction` });
  assert.equal(found.status, 200, found.text);
  return found.body;
}

async function prepares(who: Officer, matter: Matter): Promise<number> {
  const { parts } = await redactionOf(who, matter);
  await who.does(matter, 'redaction', { parts: parts.map(({ part, masks }) => ({ part, masks })) });
  return (await redactionOf(who, matter)).saved?.number ?? 0;
}

async function published(citizen = office.citizen()): Promise<{ matter: Matter; id: string }> {
  const matter = await settled(citizen);
  const redaction = await prepares(verifier, matter);
  await secondVerifier.does(matter, 'publication', { redaction });
  const id = (await verifier.sees(matter)).publication?.id ?? '';
  return { matter, id };
}

const one = (id: string) => knock<PublicationView>(house, { path: `/publications/${id}` });
const list = (query = '') => knock<PublicationList>(house, { path: `/publications${query}` });

test('One prepares, another passes; everybody reads the masked text and nothing else of the case', async () => {
  const citizen = office.citizen();
  const { matter, id } = await published(citizen);
  const read = await one(id);
  assert.equal(read.status, 200);
  assert.equal(read.body.text, 'Kata Pak [nama] beras bulan Agustus belum dikirim ke [alamat].');
  assert.equal(read.body.answer, 'Ibu [nama], beras 10 kg sudah dikirim ke rumah Ibu.');
  assert.deepEqual(
    [read.body.receivedMonth, read.body.publishedOn, read.body.days, read.body.closure],
    ['2026-11', '2026-11-24', 0, 'confirmed'],
  );
  const pages = [
    read,
    await list('?q=beras'),
    await knock(house, { path: `/terbuka/${id}` }),
    await knock(house, { path: '/terbuka?q=beras' }),
  ];
  const secret = [
    matter.number,
    matter.code,
    matter.id,
    'Wahyuni',
    'warga.test',
    'Slamet',
    'Mekar',
    ...[verifier, secondVerifier, officer].map(({ name }) => name),
    '08:15',
  ];
  for (const page of pages) {
    assert.equal(page.status, 200);
    assert.match(page.text, /beras/);
    for (const word of secret) assert.ok(!page.text.includes(word), `${word} is on a public page`);
  }
  assert.deepEqual((await list('?q=Wahyuni')).body.items, [], 'what is masked is not found');
  assert.deepEqual((await list('?institution=politeknik')).body.items, []);
  // The case keeps the words as they were, and its reporter reads both.
  assert.equal((await verifier.sees(matter)).text, text);
  const tracked = await citizen.looks(matter);
  assert.equal(tracked.publication?.text, read.body.text);
  assert.equal(tracked.text, text);
});

test('What is public is asked for anew each time, with a tag that tells whether it changed', async () => {
  const { id } = await published();
  const first = await knock(house, { path: `/terbuka/${id}` });
  assert.equal(first.headers['cache-control'], 'public, no-cache');
  assert.match(String(first.headers['x-robots-tag']), /noindex/);
  const tag = String(first.headers.etag);
  const again = await knock(house, { path: `/terbuka/${id}`, headers: { 'if-none-match': tag } });
  assert.equal(again.status, 304);
});

test('Who may not: the preparer, a lower right, another institution, whom the case is about, nobody at all', async () => {
  const matter = await settled();
  const redaction = await prepares(verifier, matter);
  assert.equal(await verifier.isRefused(matter, 'publication', { redaction }), 'same-person');
  assert.equal(await verifier.isRefused(matter, 'redaction-return', { reason: 'x' }), 'same-person');
  assert.equal(await officer.isRefused(matter, 'publication', { redaction }), 'not-authorized');
  assert.equal(await officer.isRefused(matter, 'redaction', { parts: [] }), 'not-authorized');
  assert.equal(await campus.admin.isRefused(matter, 'publication', { redaction }), 'not-found');
  for (const who of [officer, campus.admin])
    assert.ok((await who.ask({ path: `/cases/${matter.id}/redaction` })).status >= 403, who.name);
  assert.equal(codeOf(await knock(house, { path: `/cases/${matter.id}/redaction` })), 'not-signed-in');
  await verifier.does(matter, 'conflict', { personId: secondVerifier.id, unitId: null, reason: 'Disebut.' });
  assert.equal(await secondVerifier.isRefused(matter, 'publication', { redaction }), 'not-found');
  assert.ok((await secondVerifier.ask({ path: `/cases/${matter.id}/redaction` })).status === 404);
});

test('Masks are their author’s until they are sent back', async () => {
  const matter = await settled();
  await prepares(verifier, matter);
  assert.equal(await secondVerifier.isRefused(matter, 'redaction', { parts: [] }), 'not-the-author');
  await verifier.does(matter, 'redaction', { parts: [] });
  assert.ok(
    (await redactionOf(verifier, matter)).parts.every(({ masks }) => masks.length === 0),
    'undone',
  );
  await secondVerifier.does(matter, 'redaction-return', { reason: 'Nama masih tampak.' });
  await secondVerifier.does(matter, 'redaction', { parts: [] });
});

test('What still tells who reported is not passed, whatever was undone', async () => {
  const matter = await settled();
  await verifier.does(matter, 'redaction', { parts: [] });
  const redaction = (await redactionOf(verifier, matter)).saved?.number ?? 0;
  assert.equal(await secondVerifier.isRefused(matter, 'publication', { redaction }), 'tells-the-reporter');
  assert.equal((await verifier.sees(matter)).publication, null);
});

test('Passed is what was read: not a later redaction, not another text, not a mask out of the text', async () => {
  const matter = await settled();
  const read = await prepares(verifier, matter);
  await prepares(verifier, matter);
  assert.equal(
    await secondVerifier.isRefused(matter, 'publication', { redaction: read }),
    'changed-meanwhile',
  );
  const stale = await secondVerifier.tries(matter, 'publication', { redaction: read }, { 'if-match': '"1"' });
  assert.equal(codeOf(stale), 'changed-meanwhile');
  const now = (await redactionOf(verifier, matter)).saved?.number ?? 0;
  await house.database.pool.query('update submissions set text = text || $2 where id = $1', [
    matter.id,
    ' Alamat: Jl. Baru 5.',
  ]);
  assert.equal(await secondVerifier.isRefused(matter, 'publication', { redaction: now }), 'text-changed');
  assert.ok((await redactionOf(verifier, matter)).parts.some(({ changed }) => changed));
  for (const mask of [
    { from: 0, to: 5_000, reason: 'name' },
    { from: 9, to: 9, reason: 'name' },
  ] as const) {
    const body = { parts: [{ part: 'text' as const, masks: [mask] }] };
    assert.equal(await verifier.isRefused(matter, 'redaction', body), 'invalid-input');
  }
  const twice = [
    { part: 'title' as const, masks: [] },
    { part: 'title' as const, masks: [] },
  ];
  assert.equal(await verifier.isRefused(matter, 'redaction', { parts: twice }), 'invalid-input');
});

test('Only cases that ended and that their reporter opened to all; L1 hides the name alone', async () => {
  const body = { parts: [] };
  const confidential = await settled(office.citizen(), { secrecy: 'L2' });
  assert.equal(await verifier.isRefused(confidential, 'redaction', body), 'not-for-publication');
  const open = await path.answered(office.citizen());
  assert.ok((await verifier.isRefused(open, 'redaction', body)) !== 'redaction was done');
  const anonymous = await settled(office.citizen(), { secrecy: 'L1' });
  await prepares(verifier, anonymous);
  const citizen = office.citizen();
  const withdrawn = await citizen.files(text, { secrecy: 'L0', contact });
  await citizen.withdraws(withdrawn, 'Tidak jadi.');
  assert.equal(await verifier.isRefused(withdrawn, 'redaction', body), 'not-this-status');
  const sealed = await office.citizen().files(text, { secrecy: 'L0' });
  await verifier.seals(sealed, 'Menyebut pejabat.');
  assert.equal(await verifier.isRefused(sealed, 'redaction', body), 'not-found');
});

test('Raised between masking and passing, it does not become public', async () => {
  const citizen = office.citizen();
  const matter = await settled(citizen);
  const redaction = await prepares(verifier, matter);
  await citizen.tries(matter, 'secrecy', { level: 'L2' });
  assert.equal(await secondVerifier.isRefused(matter, 'publication', { redaction }), 'not-for-publication');
});

const endings: Readonly<
  Record<string, (matter: Matter, citizen: ReturnType<typeof office.citizen>) => unknown>
> = {
  'an officer takes it down': (matter) => verifier.does(matter, 'take-down', { reason: 'Alamat tampak.' }),
  'who answers for data takes it down': (matter) => guard.does(matter, 'take-down', { reason: 'Nama.' }),
  'secrecy is raised': (matter) => verifier.does(matter, 'secrecy', { level: 'L2', reason: 'Diancam.' }),
  'the reporter restricts': (matter, citizen) => citizen.asksAboutData(matter, 'restriction', 'Diancam.'),
  'the reporter asks for erasure': (matter, citizen) => citizen.asksAboutData(matter, 'erasure', 'Hapus.'),
  'the case is opened again': (matter, citizen) => citizen.objects(matter, 'Berasnya rusak.'),
  'the reporter objects': (matter, citizen) => citizen.tries(matter, 'publication-objection', { reason: '' }),
};

for (const [what, end] of Object.entries(endings)) {
  test(`${what}: it is gone at once, from every page`, async () => {
    const citizen = office.citizen();
    const { matter, id } = await published(citizen);
    await end(matter, citizen);
    assert.equal((await one(id)).status, 404);
    assert.equal((await knock(house, { path: `/terbuka/${id}` })).status, 404);
    assert.ok(!(await list()).body.items.some((item) => item.id === id));
    assert.equal((await citizen.looks(matter)).publication, null);
    const left = await house.database.pool.query('select from publications where id = $1', [id]);
    assert.equal(left.rowCount, 0);
  });
}

test('Whoever objected is asked no second time; the office hears of it, and the reporter of everything', async () => {
  const citizen = office.citizen();
  const { matter } = await published(citizen);
  await citizen.tries(matter, 'publication-objection', { reason: 'Tetangga mengenali saya.' });
  assert.equal(await verifier.isRefused(matter, 'redaction', { parts: [] }), 'not-for-publication');
  await house.runJobs();
  const { rows } = await house.database.pool.query<{ template: string }>(
    'select distinct template from notifications where case_id = $1',
    [matter.id],
  );
  const templates = rows.map(({ template }) => template);
  for (const template of ['to-publish', 'published', 'publication-objected'])
    assert.ok(templates.includes(template), template);
});

test('When the identity is destroyed the text goes with it, and cannot come back', async () => {
  const { matter, id } = await published();
  await office.until('2027-02-24 09:00');
  const destroyed = await guard.tries(matter, 'identity-destruction', { reason: 'Tujuan selesai.' });
  assert.equal(destroyed.status, 200, destroyed.text);
  assert.equal((await one(id)).status, 404);
  assert.equal(await verifier.isRefused(matter, 'redaction', { parts: [] }), 'identity-destroyed');
});

test('The list is paged without a gap, and a day is the closest moment in it', async () => {
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: { body: PublicationList } = await list(`?limit=1${next === '' ? '' : `&cursor=${next}`}`);
    seen.push(...page.body.items.map(({ id }) => id));
    next = page.body.next;
    if (next !== null)
      assert.match(Buffer.from(next, 'base64url').toString(), /^\d{4}-\d\d-\d\dT00:00:00\.000Z\|/);
  }
  const { rows } = await house.database.pool.query<{ id: string }>('select id from publications');
  assert.deepEqual(seen.toSorted(), rows.map(({ id }) => id).toSorted());
  assert.equal(codeOf(await one('01890000-0000-7000-8000-000000000000')), 'not-found');
  assert.equal((await knock(house, { path: '/terbuka/apa-saja' })).status, 404);
});
