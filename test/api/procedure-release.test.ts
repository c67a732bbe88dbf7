import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeOf, secondNode, testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { codeOf } from '../support/office-door.ts';
import { decree, keeperAtWork } from '../support/office-procedures.ts';
import { instant } from '../support/office-time.ts';

const procedureId = 'kemensos/pengelolaan-sp4n-lapor';
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const ministry = await openWorkplace(house, 'kemensos');
const sari = keeperAtWork(await ministry.employ({ name: 'Sari', role: 'procedure-manager' }));
const budi = keeperAtWork(await ministry.employ({ name: 'Budi', role: 'procedure-manager' }));

const begun = { procedureId, reason: 'Judul baru', basedOn: { procedureId, version: 1 } };

async function standing() {
  const count = async (text: string) => (await house.database.pool.query(text)).rows[0]?.n ?? 0;
  return {
    versions: await count('select count(*)::int as n from procedure_versions'),
    revision: await count('select revision as n from office_revision'),
    released: await count(`select count(*)::int as n from procedure_drafts where state = 'released'`),
  };
}

test('a release that breaks off at its last statement leaves nothing, and can be done again', async () => {
  const draft = await sari.starts(begun);
  await sari.changes(draft.id, (document) => ({ ...document, title: 'Pengelolaan Aduan' }));
  const before = await standing();
  await house.database.pool.query(`
    create function break_off() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
    create trigger power_cut before update on office_revision for each statement execute function break_off()`);
  await assert.rejects(budi.releases(draft.id), /500/);
  await house.database.pool.query('drop trigger power_cut on office_revision');
  assert.deepEqual(await standing(), before);
  assert.equal((await budi.draft(draft.id)).state, 'open');
  const restarted = await officeOf(house, house.config);
  assert.equal(restarted.procedures.latest(procedureId).version, 1);

  const released = await budi.releases(draft.id);
  assert.equal(released.version, 2);
  assert.deepEqual(await standing(), {
    versions: before.versions + 1,
    revision: before.revision + 1,
    released: before.released + 1,
  });
});

test('a refused release raises nothing: other servers need not read anew', async () => {
  const draft = await sari.starts(begun);
  const before = await standing();
  for (const [supersedes, revision] of [
    [1, 1],
    [null, 1],
    [2, 9],
  ] as const) {
    const refused = await budi.triesReleasing(draft.id, { ...decree, revision, supersedes });
    assert.equal(refused.status, 409, refused.text);
  }
  assert.deepEqual(await standing(), before);
});

test('a released draft is over, its version cannot be written to, and its file holds what was signed', async () => {
  const draft = await sari.starts({ ...begun, basedOn: { procedureId, version: 2 } });
  const { version } = await budi.releases(draft.id, { note: ' Berlaku mulai hari ini. ' });
  const late = await sari.triesSaving(draft.id, { revision: 1, document: draft.document });
  assert.equal(codeOf(late), 'draft-over');
  assert.match((late.body as unknown as { detail: string }).detail, new RegExp(`versi ${version}`));

  const path = `/procedures/${procedureId}/versions/${version}`;
  for (const method of ['PUT', 'POST', 'DELETE'] as const) {
    assert.equal((await budi.officer.ask({ method, path, body: draft.document })).status, 404, method);
  }
  const [latest, ...older] = await budi.versions(procedureId);
  assert.equal(latest?.effectiveNote, 'Berlaku mulai hari ini.');
  assert.equal(latest?.supersedes, version - 1);
  assert.deepEqual(
    [latest?.draftedBy.map(({ name }) => name), latest?.releasedBy?.name, latest?.source],
    [['Sari'], 'Budi', 'released'],
  );
  assert.equal(older.at(-1)?.source, 'shipped');
  const file = await budi.officer.ask({ path: `${path}.yaml` });
  assert.match(file.text, new RegExp(decree.number));
  const again = await sari.starts({ procedureId, reason: 'Diimpor', yaml: file.text });
  assert.ok((await sari.compares(again.id, version)).same);
});

test('two versions are compared by anybody; what there is not is not found', async () => {
  const path = `/procedures/${procedureId}/comparison`;
  const answer = await house.app.inject({ url: `/api/v1${path}?from=1&to=2` });
  assert.equal(answer.statusCode, 200);
  const { differences, same } = answer.json();
  assert.equal(same, false);
  assert.ok(differences.head.some((one: { field: string }) => one.field === 'title'));
  for (const missing of [
    `${path}?from=1&to=99`,
    `/procedures/${procedureId}/versions/99`,
    `/procedures/${procedureId}/versions/99.yaml`,
    '/procedures/kemensos/tidak-ada/versions',
  ]) {
    assert.equal((await house.app.inject({ url: `/api/v1${missing}` })).statusCode, 404, missing);
  }
  assert.equal(
    (await house.app.inject({ url: `/api/v1/procedures/${procedureId}/versions/satu` })).statusCode,
    422,
  );
});

test('a server that starts later knows every version', async (t) => {
  const later = await secondNode(house, t);
  assert.deepEqual(
    later.office.procedures.versions(procedureId).map(({ version }) => version),
    [1, 2, 3],
  );
});
