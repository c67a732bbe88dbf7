import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { FindingView, ProcedureDocument } from '../../src/features/procedures/contract.ts';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { codeOf } from '../support/office-door.ts';
import { decree, keeperAtWork, withRow } from '../support/office-procedures.ts';
import { instant } from '../support/office-time.ts';

const id = 'kemensos/pengelolaan-sp4n-lapor';
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const ministry = await openWorkplace(house, 'kemensos');
const campus = await openWorkplace(house, 'politeknik');
const hire = async (name: string, role = 'procedure-manager') =>
  keeperAtWork(await ministry.employ({ name, role }));
const [sari, budi, cici] = [await hire('Sari'), await hire('Budi'), await hire('Cici')];
const verifier = await hire('Vera', 'verifier');
const outsider = keeperAtWork(await campus.employ({ name: 'Togar', role: 'procedure-manager' }));

const fromFirst = {
  procedureId: id,
  reason: 'Waktu verifikasi dicantumkan',
  basedOn: { procedureId: id, version: 1 },
};
const shorter = (document: ProcedureDocument) =>
  withRow(document, '3', { limit: { amount: 3, unit: 'workingDay' } });

test('a draft begins as the released version, without the decree that signed it', async () => {
  const draft = await sari.starts(fromFirst);
  const { rows } = await house.database.pool.query('select count(*)::int as n from procedure_versions');
  assert.equal(rows[0]?.n, 0);
  assert.equal(draft.document.steps.length, 15);
  assert.deepEqual(draft.document.decree, { number: null, date: null, signatory: null });
  assert.equal(draft.revision, 1);
  assert.equal(draft.latestVersion, 1);
  assert.deepEqual(
    draft.authors.map(({ name, changes }) => [name, changes]),
    [['Sari', 1]],
  );
  assert.ok(draft.findings.length > 0 && draft.findings.every(({ severity }) => severity !== 'error'));
  assert.ok((await sari.compares(draft.id)).same);
});

test('drafts are there for who keeps the procedures of their institution, and for nobody else', async () => {
  const draft = await sari.starts(fromFirst);
  assert.ok((await budi.lists()).items.some((item) => item.id === draft.id));
  assert.equal((await outsider.lists()).items.length, 0);
  assert.equal(codeOf(await verifier.officer.ask({ path: '/procedures/drafts' })), 'not-authorized');
  assert.equal(codeOf(await verifier.triesStarting(fromFirst)), 'not-authorized');
  assert.equal(codeOf(await outsider.triesStarting(fromFirst)), 'not-authorized');
  for (const [stranger, refused] of [
    [verifier, 'not-authorized'],
    [outsider, 'not-found'],
  ] as const) {
    const ask = stranger.officer.ask;
    assert.equal(codeOf(await ask({ path: `/procedures/drafts/${draft.id}` })), refused);
    assert.equal(codeOf(await ask({ path: `/procedures/drafts/${draft.id}.yaml` })), refused);
    assert.equal(codeOf(await ask({ path: `/procedures/drafts/${draft.id}/comparison` })), refused);
    const saved = await stranger.triesSaving(draft.id, { revision: 1, document: shorter(draft.document) });
    assert.equal(codeOf(saved), refused);
    assert.equal(codeOf(await stranger.triesDiscarding(draft.id, 1)), refused);
    const released = await stranger.triesReleasing(draft.id, { ...decree, revision: 1, supersedes: 1 });
    assert.equal(codeOf(released), refused);
  }
  const visitor = await house.app.inject({ url: `/api/v1/procedures/drafts/${draft.id}` });
  assert.equal(visitor.statusCode, 401);
});

test('what is wrong can be saved, is named by place, and cannot be released', async () => {
  const draft = await sari.starts(fromFirst);
  const broken = await sari.changes(draft.id, (document) =>
    withRow(document, '3', { activity: '', exits: { ya: '99', tidak: '3a' }, limit: { amount: 3 } }),
  );
  const errors = broken.findings.filter(({ severity }) => severity === 'error');
  const where = (code: string) => errors.find((one) => one.code === code)?.path.join('.');
  assert.equal(where('unknown-step'), 'steps.2.exits.ya');
  assert.equal(where('limit-without-unit'), 'steps.2.limit');
  assert.ok(
    errors.some(({ path }) => path.join('.') === 'steps.2.activity'),
    'an empty activity',
  );
  assert.ok(errors.every(({ text, remedy }) => text !== '' && remedy !== ''));
  assert.deepEqual((await budi.draft(draft.id)).release, { possible: false, hindrance: 'errors' });
  const refused = await budi.triesReleasing(draft.id, {
    ...decree,
    revision: broken.revision,
    supersedes: 1,
  });
  assert.equal(refused.status, 422);
  assert.equal(codeOf(refused), 'draft-has-errors');
  const { findings } = refused.body as unknown as { findings: FindingView[] };
  assert.equal(findings.length, errors.length);
  assert.equal((await sari.draft(draft.id)).state, 'open');
});

test('of two who write at once the second is refused, keeps the text, and gets what changed', async () => {
  const draft = await sari.starts(fromFirst);
  const saved = await sari.triesSaving(draft.id, { revision: 1, document: shorter(draft.document) });
  assert.equal(saved.status, 200);
  const mine = withRow(draft.document, '5', { activity: 'Menerima atau mengembalikan.' });
  const second = await budi.triesSaving(draft.id, { revision: 1, document: mine });
  assert.equal(second.status, 409);
  assert.equal(codeOf(second), 'draft-changed');
  const { current, differences } = second.body as unknown as {
    current: { revision: number; updatedBy: { name: string }; document: ProcedureDocument };
    differences: { steps: { changed: { id: string }[] } };
  };
  assert.equal(current.revision, 2);
  assert.equal(current.updatedBy.name, 'Sari');
  assert.deepEqual(
    differences.steps.changed.map((row) => row.id),
    ['3', '5'],
  );
  assert.deepEqual(
    (await sari.draft(draft.id)).authors.map(({ name }) => name),
    ['Sari'],
    'who was refused wrote nothing',
  );
  house.clock.set(instant('2026-11-24 08:20'));
  const again = await budi.triesSaving(draft.id, { revision: 2, document: shorter(mine) });
  assert.equal(again.body.revision, 3);
  assert.deepEqual(
    again.body.authors.map(({ name, changes }) => [name, changes]),
    [
      ['Sari', 2],
      ['Budi', 1],
    ],
  );
});

test('many at once: each revision is saved once', async () => {
  const draft = await sari.starts(fromFirst);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      (n % 2 === 0 ? sari : budi).triesSaving(draft.id, {
        revision: 1,
        document: { ...draft.document, title: `Judul ${n}` },
      }),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, ...Array(7).fill(409)]);
  assert.equal((await sari.draft(draft.id)).revision, 2);
});

test('saving what is there already makes nobody an author', async () => {
  const draft = await sari.starts(fromFirst);
  const same = await budi.triesSaving(draft.id, { revision: 1, document: draft.document });
  assert.equal(same.status, 200);
  assert.equal(same.body.revision, 1);
  assert.deepEqual(
    same.body.authors.map(({ name }) => name),
    ['Sari'],
  );
  assert.deepEqual(same.body.release, { possible: true, hindrance: null });
});

test('nobody releases what they wrote on, whoever wrote last', async () => {
  const draft = await sari.starts(fromFirst);
  const changed = await budi.changes(draft.id, shorter);
  for (const author of [sari, budi]) {
    assert.equal((await author.draft(draft.id)).release.hindrance, 'own-work');
    const own = await author.triesReleasing(draft.id, {
      ...decree,
      revision: changed.revision,
      supersedes: 1,
    });
    assert.equal(codeOf(own), 'own-draft');
  }
  assert.equal((await cici.draft(draft.id)).release.possible, true);
});

test('without the whole decree nothing is released; each missing part is named', async () => {
  const draft = await sari.starts(fromFirst);
  const whole = { ...decree, revision: 1, supersedes: 1 };
  for (const [field, value] of [
    ['number', ' '],
    ['signatory', ' '],
    ['legalBasis', [' ']],
    ['date', '2026-02-30'],
    ['date', '2026-11-25'],
  ] as const) {
    const refused = await budi.triesReleasing(draft.id, { ...whole, [field]: value });
    assert.equal(refused.status, 422, refused.text);
    assert.deepEqual(Object.keys((refused.body as unknown as { fields: object }).fields), [field]);
  }
  for (const missing of Object.keys(whole)) {
    const body = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== missing));
    assert.equal((await budi.triesReleasing(draft.id, body)).status, 422, missing);
  }
  const { rows } = await house.database.pool.query('select 1 from procedure_versions');
  assert.equal(rows.length, 0);
});

test('a discarded draft is closed for good, and still says who ended it and when', async () => {
  const draft = await sari.starts(fromFirst);
  await sari.changes(draft.id, shorter);
  assert.equal(codeOf(await budi.triesDiscarding(draft.id, 1)), 'draft-changed');
  const gone = await budi.triesDiscarding(draft.id, 2);
  assert.equal(gone.status, 200);
  assert.equal(gone.body.state, 'discarded');
  assert.equal(gone.body.endedBy?.name, 'Budi');
  assert.equal(gone.body.endedAt, house.clock.now());
  assert.equal(
    (await sari.lists()).items.some((item) => item.id === draft.id),
    false,
  );
  assert.ok((await sari.lists('?state=discarded')).items.some((item) => item.id === draft.id));
  for (const late of [
    await sari.triesSaving(draft.id, { revision: 2, document: draft.document }),
    await cici.triesReleasing(draft.id, { ...decree, revision: 2, supersedes: 1 }),
    await sari.triesDiscarding(draft.id, 2),
  ]) {
    assert.equal(codeOf(late), 'draft-over', late.text);
  }
});

test('the list turns its pages without losing or repeating a draft', async () => {
  for (let n = 0; n < 5; n += 1) {
    await sari.starts({ procedureId: 'kemensos/banyak', reason: `Rancangan ${n}` });
  }
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await budi.lists(`?procedure=kemensos/banyak&limit=2${cursor}`);
    seen.push(...page.items.map((item) => item.id));
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  assert.equal(seen.length, 5);
  assert.equal(new Set(seen).size, 5);
});

test('forgotten drafts do not pile up without end', async () => {
  const body = { procedureId: 'kemensos/terlalu-banyak', reason: 'Lagi' };
  for (let n = 0; n < 20; n += 1) await sari.starts(body);
  assert.equal(codeOf(await sari.triesStarting(body)), 'too-many-drafts');
});

test('a long refusal arrives whole also where the answer is compressed on its way', async () => {
  const draft = await sari.starts(fromFirst);
  await sari.changes(draft.id, shorter);
  const { cookie, csrf } = await budi.officer.signIn();
  const refused = await house.app.inject({
    method: 'PUT',
    url: `/api/v1/procedures/drafts/${draft.id}`,
    headers: { cookie, 'x-csrf-token': csrf, 'accept-encoding': 'gzip' },
    payload: { revision: 1, document: draft.document },
  });
  assert.equal(refused.statusCode, 409);
  assert.equal(refused.headers['content-encoding'], 'gzip');
  const { code, current } = JSON.parse(gunzipSync(refused.rawPayload).toString());
  assert.equal(code, 'draft-changed');
  assert.equal(current.revision, 2);
});
