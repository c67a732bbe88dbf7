import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProcedureDocument } from '../../src/features/procedures/contract.ts';
import { secondNode, testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { citizenAtHome } from '../support/office-citizen.ts';
import { codeOf } from '../support/office-door.ts';
import { officerAtWork } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { decree, keeperAtWork, withRow } from '../support/office-procedures.ts';
import { instant } from '../support/office-time.ts';

/** The ministry changes its SOP while it works by it. Begins on Tuesday 24 November 2026, 08.15 WIB. */
const id = 'kemensos/pengelolaan-sp4n-lapor';
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const elsewhere = await secondNode(house, { after: (fn) => void test.after(fn) });
const office = await ministry(house);
const path = ministryPaths(office);
const citizen = office.citizen();
const sari = keeperAtWork(await office.employ({ name: 'Sari', role: 'procedure-manager' }));
const budi = keeperAtWork(await office.employ({ name: 'Budi', role: 'procedure-manager' }));
const superior = await office.employ({
  name: 'Atik',
  role: 'ppid-superior',
  unit: ministryUnits.directorate,
});

/** Row 8b is done by another role, and gets a time. */
function closedBySuperior(document: ProcedureDocument): ProcedureDocument {
  const actors = document.actors.map((actor) =>
    actor.id === 'unit-head' ? { ...actor, title: 'Atasan PPID', roles: ['ppid-superior'] } : actor,
  );
  return withRow({ ...document, actors }, '8b', { limit: { amount: 1, unit: 'workingDay' } });
}

test('A draft was made, compared, released by a second person and used by new cases, while old ones stayed', async () => {
  const old = await path.approved(citizen);

  const draft = await sari.starts({
    procedureId: id,
    reason: 'Penutupan laporan dipindah ke Atasan PPID dan diberi waktu',
    basedOn: { procedureId: id, version: 1 },
  });
  await sari.changes(draft.id, closedBySuperior);
  const { steps, actors, head } = (await budi.compares(draft.id)).differences;
  assert.deepEqual([steps.added, steps.removed, steps.moved, head], [[], [], [], []]);
  assert.deepEqual(
    steps.changed.map((row) => [row.id, row.changes.map(({ field }) => field)]),
    [['8b', ['limit']]],
  );
  assert.deepEqual(actors.changed, [
    {
      id: 'unit-head',
      occurrence: 1,
      changes: [
        {
          field: 'title',
          before: 'Pimpinan Unit/Satuan Kerja Penanggung Jawab',
          after: 'Atasan PPID',
        },
        { field: 'roles', before: ['unit-head'], after: ['ppid-superior'] },
      ],
    },
  ]);

  const own = await sari.triesReleasing(draft.id, { ...decree, revision: 2, supersedes: 1 });
  assert.equal(codeOf(own), 'own-draft');
  house.clock.set(instant('2026-11-24 09:00'));
  const released = await budi.releases(draft.id);
  assert.equal(released.version, 2);
  assert.equal(released.takesNewCases, true);
  assert.equal(released.decree.number, decree.number);
  assert.deepEqual(released.document.legalBasis, decree.legalBasis);
  assert.deepEqual(
    [released.draftedBy.map(({ name }) => name), released.releasedBy?.name, released.releasedAt],
    [['Sari'], 'Budi', instant('2026-11-24 09:00')],
  );

  const fresh = await path.approved(citizen);
  assert.deepEqual(await versionsOf(old, fresh), [1, 2]);
  for (const query of ['queue=closing', 'queue=mine']) {
    const [heads, superiors] = [await office.head.workList(query), await superior.workList(query)];
    assert.deepEqual([heads.includes(old.number), heads.includes(fresh.number)], [true, false], query);
    assert.deepEqual(
      [superiors.includes(old.number), superiors.includes(fresh.number)],
      [false, true],
      query,
    );
  }
  assert.ok((await office.head.mayDo(old)).includes('closure'));
  assert.ok(!(await office.head.mayDo(fresh)).includes('closure'));
  assert.ok((await superior.mayDo(fresh)).includes('closure'));
  assert.deepEqual(await waiting(office.head), 1);
  assert.deepEqual(await waiting(superior), 1);

  await office.head.closesReport(old);
  await superior.closesReport(fresh);
  for (const matter of [old, fresh]) {
    await office.liaison.finishes(matter);
    await citizen.confirms(matter, 5);
    assert.equal((await citizen.stands(matter)).status, 'closed');
  }

  // What everybody may read, without the names of who wrote it.
  const publicly = await house.app.inject({ url: `/api/v1/procedures/${id}/versions` });
  assert.deepEqual(
    publicly
      .json()
      .map((one: { version: number; takesNewCases: boolean }) => [one.version, one.takesNewCases]),
    [
      [2, true],
      [1, false],
    ],
  );
  assert.doesNotMatch(publicly.body, /Sari|Budi/);
  assert.match((await house.app.inject({ url: `/api/v1/procedures/${id}` })).body, /Atasan PPID/);
});

test('From the commit on every server opens cases with the new version, and serves them', async () => {
  const draft = await sari.starts({
    procedureId: id,
    reason: 'Judul dirapikan',
    basedOn: { procedureId: id, version: 2 },
  });
  await sari.changes(draft.id, (document) => ({ ...document, title: 'Pengelolaan Aduan SP4N-LAPOR!' }));
  await budi.releases(draft.id);
  const there = citizenAtHome(elsewhere, 'kemensos');
  const matter = await there.files('Bantuan sembako di RT kami tidak dibagikan sejak Oktober.');
  assert.deepEqual(await versionsOf(matter), [3]);
  const verifier = officerAtWork(elsewhere, office.verifier);
  assert.ok((await verifier.workList('queue=verification')).includes(matter.number));
  await verifier.verifies(matter);
});

test('Two drafts from the same version: the second is compared again before it replaces the first', async () => {
  const from = { procedureId: id, basedOn: { procedureId: id, version: 3 } };
  const first = await sari.starts({ ...from, reason: 'Biaya ditulis lebih jelas' });
  const second = await sari.starts({ ...from, reason: 'Catatan ditambah' });
  await sari.changes(first.id, (document) => ({ ...document, fee: 'Gratis' }));
  await sari.changes(second.id, (document) => ({
    ...document,
    notes: [...document.notes, 'Ditinjau tiap tahun.'],
  }));
  const { revision } = await budi.draft(second.id);
  assert.equal((await budi.releases(first.id)).version, 4);
  const late = await budi.triesReleasing(second.id, { ...decree, revision, supersedes: 3 });
  assert.equal(codeOf(late), 'version-moved');
  const { differences } = await budi.compares(second.id);
  assert.deepEqual(
    differences.head.map(({ field }) => field).toSorted(),
    ['fee', 'notes'],
    'what the first changed would be undone',
  );
  await sari.changes(second.id, (document) => ({ ...document, fee: 'Gratis' }));
  assert.equal((await budi.releases(second.id)).version, 5);
});

test('At the same moment only one of two releases gets the number', async () => {
  const from = { procedureId: id, basedOn: { procedureId: id, version: 5 } };
  const drafts = [
    await sari.starts({ ...from, reason: 'Satu' }),
    await sari.starts({ ...from, reason: 'Dua' }),
  ];
  const answers = await Promise.all(
    drafts.map((draft) => budi.triesReleasing(draft.id, { ...decree, revision: 1, supersedes: 5 })),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409]);
  assert.deepEqual(
    (await sari.versions(id)).map(({ version }) => version),
    [6, 5, 4, 3, 2, 1],
  );
});

test('A procedure that is new is released, chosen for the institution, and takes its cases', async () => {
  const draft = await sari.starts({
    procedureId: 'kemensos/aduan-ringkas',
    reason: 'Prosedur ringkas menurut pedoman nasional',
    basedOn: { procedureId: id, version: 1 },
  });
  await sari.changes(draft.id, (document) => ({ ...document, title: 'Aduan Ringkas' }));
  assert.equal((await budi.draft(draft.id)).latestVersion, null);
  assert.equal((await budi.compares(draft.id)).before.procedureId, id);

  const institution = (await house.app.inject({ url: '/api/v1/institutions' }))
    .json()
    .find((one: { id: string }) => one.id === 'kemensos');
  const { id: _, ...chosen } = { ...institution, procedureId: 'kemensos/aduan-ringkas' };
  const choose = (node: typeof house) =>
    officerAtWork(node, budi.officer).ask({ method: 'PUT', path: '/institutions/kemensos', body: chosen });
  assert.equal(codeOf(await choose(house)), 'invalid-input', 'not before it is released');
  assert.equal((await budi.releases(draft.id, { supersedes: null })).version, 1);
  assert.equal((await choose(elsewhere)).status, 200);

  const matter = await citizen.files('Bantuan anak saya belum cair, sudah tiga bulan menunggu.');
  const row = await house.database.kysely
    .selectFrom('cases')
    .select(['procedure_id', 'procedure_version'])
    .where('id', '=', matter.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual(row, { procedure_id: 'kemensos/aduan-ringkas', procedure_version: 1 });
});

async function versionsOf(...matters: readonly { readonly id: string }[]): Promise<readonly number[]> {
  const rows = await house.database.kysely
    .selectFrom('cases')
    .select(['id', 'procedure_version'])
    .where(
      'id',
      'in',
      matters.map((matter) => matter.id),
    )
    .execute();
  return matters.map((matter) => rows.find((row) => row.id === matter.id)?.procedure_version ?? 0);
}

async function waiting(officer: typeof superior): Promise<number> {
  const answer = await officer.ask<{ queues: Record<string, { open: number }> }>({ path: '/cases/counts' });
  return answer.body.queues.closing?.open ?? 0;
}
