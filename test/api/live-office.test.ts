import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { systemActor } from '../../src/domain/access/actor.ts';
import type { Procedure } from '../../src/domain/procedures/procedure.ts';
import { changeOffice, type Office } from '../../src/features/context/index.ts';
import { contentHash, documentOf } from '../../src/features/procedures/content-hash.ts';
import { withOffice } from '../../src/main/live-office.ts';
import { StartRefused } from '../../src/main/start-refused.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { officeOf, secondNode, testHouse } from '../support/house.ts';
import { ministry } from '../support/office-casts.ts';
import { citizenAtHome } from '../support/office-citizen.ts';
import { officerAtWork } from '../support/office-officer.ts';
import { statementsOf } from '../support/office-statements.ts';
import { instant } from '../support/office-time.ts';

const id = 'kemensos/pengelolaan-sp4n-lapor';
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const other = await secondNode(house, { after: (fn) => void test.after(fn) });
const office = await ministry(house);
const citizen = office.citizen();

/** What a release does to the tables, without its checks. */
async function release(change: Partial<Procedure>, hash?: string): Promise<number> {
  const latest = house.office.procedures.latest(id);
  const next = { ...latest, ...change, version: latest.version + 1 };
  const document = JSON.stringify(documentOf(next));
  const [author, releaser, draft] = [office.verifier.id, office.head.id, randomUUID()];
  await withOffice(house.office, (current) =>
    inTransaction(house.database.kysely, async (tx) => {
      await tx
        .insertInto('procedure_drafts')
        .values({
          id: draft,
          procedure_id: id,
          based_on_procedure: id,
          based_on: latest.version,
          reason: 'uji',
          document,
          state: 'released',
          released_version: next.version,
          created_by: author,
          created_at: house.clock.now(),
          updated_by: author,
          updated_at: house.clock.now(),
          ended_by: releaser,
          ended_at: house.clock.now(),
        })
        .execute();
      await tx
        .insertInto('procedure_versions')
        .values({
          procedure_id: id,
          version: next.version,
          document,
          content_hash: hash ?? contentHash(documentOf(next)),
          decree_number: '1/UJI/2026',
          decree_date: '2026-11-24',
          signatory: 'Sekretaris Jenderal',
          legal_basis: '[]',
          effective_note: '',
          supersedes: latest.version,
          draft_id: draft,
          drafted_by: [author],
          released_by: releaser,
          released_at: house.clock.now(),
        })
        .execute();
      await changeOffice(contextOf(tx, current));
    }),
  );
  return next.version;
}

function contextOf(tx: Parameters<typeof changeOffice>[0]['tx'], current: Office) {
  return {
    tx,
    office: current,
    actor: systemActor,
    now: house.clock.now(),
    requestId: 'test',
    locale: 'id',
  } as const;
}

async function versionOf(caseId: string): Promise<number> {
  const row = await house.database.kysely
    .selectFrom('cases')
    .select('procedure_version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  return row.procedure_version;
}

test('the node that releases has the version when its command returns; another opens no case with the old one', async () => {
  const before = await citizen.files('Bantuan belum cair sejak Agustus di desa kami.');
  const version = await release({ title: 'Versi baru' });
  assert.equal(house.office.procedures.latest(id).version, version);
  assert.equal(other.office.procedures.latest(id).version, version - 1, 'the other has not looked yet');

  const after = await citizenAtHome(other, 'kemensos').files('Kartu saya tertelan mesin di kantor pos.');
  assert.equal(await versionOf(before.id), version - 1, 'an open case stays where it was');
  assert.equal(await versionOf(after.id), version, 'from the commit on, on every node');
});

test('a node that meets a case of a version it has not read reads it, for the page as for an act', async () => {
  const version = await release({ title: 'Versi sesudahnya' });
  const fresh = await citizen.files('Jembatan menuju desa kami putus dan bantuan tertahan.');
  assert.equal(await versionOf(fresh.id), version);
  const verifier = officerAtWork(other, office.verifier);
  assert.ok(other.office.procedures.find(id, version) === undefined, 'not read yet');
  assert.equal((await verifier.sees(fresh)).number, fresh.number);
  assert.ok(other.office.procedures.find(id, version) !== undefined, 'read on the way');
  await verifier.verifies(fresh);
});

test('a look costs one statement while nothing has changed, and finds what another node released', async () => {
  const idle = await statementsOf(house, () => other.refreshOffice());
  assert.equal(idle.length, 1, idle.map(({ text }) => text).join('\n'));
  const version = await release({ title: 'Versi terakhir' });
  await other.refreshOffice();
  assert.equal(other.office.procedures.latest(id).version, version);
});

test('a request keeps the office that it began with, whatever is released meanwhile', async () => {
  const seen = await withOffice(other.office, async (current) => {
    const first = current.procedures.latest(id);
    await release({ title: 'Dirilis di tengah jalan' });
    await other.refreshOffice();
    return [first, current.procedures.latest(id), other.office.procedures.latest(id)].map((one) => one.title);
  });
  assert.deepEqual(seen, ['Versi terakhir', 'Versi terakhir', 'Dirilis di tengah jalan']);
});

test('a released version cannot be changed, taken away, or replaced by a file or a hand in the database', async (t) => {
  for (const text of [
    `update procedure_versions set signatory = 'Orang lain'`,
    'delete from procedure_versions',
    'truncate procedure_versions',
  ]) {
    await assert.rejects(house.database.pool.query(text), /append-only/);
  }
  const again = await secondNode(house, t);
  assert.equal(again.office.procedures.latest(id).title, 'Dirilis di tengah jalan', 'read at start');

  // The document does not have the hash that was written down when it was released.
  await release({ title: 'Diganti diam-diam' }, '0'.repeat(64));
  await assert.rejects(officeOf(house, house.config), (error) => {
    assert.ok(error instanceof StartRefused);
    assert.match(error.reasons.join('\n'), /tidak sama dengan naskah saat dirilis/);
    return true;
  });
});
