import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { verifySealedLedger } from '../../src/features/sealed-cases/index.ts';
import { exportAnchors, verifyOnTerminal } from '../../src/main/verify-ledger.ts';
import { testHouse } from '../support/house.ts';
import { afterTamperingUnderSeal, chainAll, faultsOf, faultsUnderSeal, verified } from '../support/ledger.ts';
import { instant } from '../support/office-time.ts';
import {
  entriesUnderSeal,
  readingsUnderSeal,
  runJob,
  sealedChain,
  workUnderSeal,
} from '../support/sealed-ledger.ts';

/** What happens to a case of the sealed door, and who reads it, stands in a chain of its own that nobody outside sees. */
const house = await testHouse({ now: instant('2026-11-23 09:00') });
const chain = sealedChain;
let quiet: readonly string[];
let work: Awaited<ReturnType<typeof workUnderSeal>>;

before(async () => {
  quiet = await said();
  work = await workUnderSeal(house);
});

/** What `tuntas verify-ledger` says, without how long it took. */
async function said(options: Parameters<typeof verifyOnTerminal>[1] = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  const whole = await verifyOnTerminal(terminal(), options, (line) => void lines.push(line));
  return [...lines.map((line) => line.replace(/ [\d.]+ s\.$/, '')), `ends with ${whole ? 0 : 1}`];
}

function terminal() {
  return { database: house.database, office: house.office, clock: house.clock.now };
}

test('Every event stands in the chain with its act, and every reading by an officer with its answer', async () => {
  const { verifier, id } = work;
  assert.deepEqual(await faultsUnderSeal(house), []);
  const { rows } = await house.database.pool.query('select case_id, seq from sealed.events order by 1, 2');
  const facts = (await entriesUnderSeal(house)).flatMap(({ case_id, fact_seq }) =>
    case_id === null ? [] : [{ case_id, seq: fact_seq }],
  );
  assert.deepEqual(facts, rows);
  const read = await readingsUnderSeal(house);
  assert.deepEqual(
    read.map(({ kind }) => kind),
    ['list.read', 'case.read', 'file.read'],
  );
  const wira = `person:${verifier.officer.id}`;
  assert.ok(read.every(({ actor, cases }) => actor === wira && cases.includes(id)));
  assert.match(read[2]?.subject ?? '', /^file:/);
});

test('Who finds nothing leaves no entry, nor does whoever holds the code', async () => {
  const { office, researcher, insider, code, id } = work;
  const before = (await entriesUnderSeal(house)).length;
  const other = await office.employ({ name: 'Vera Ingin Tahu', role: 'verifier' });
  assert.notEqual((await other.ask({ path: `/sealed-cases/${id}` })).status, 200);
  assert.notEqual((await other.ask({ path: '/sealed-cases' })).status, 200);
  assert.equal((await researcher.officer.ask({ path: `/sealed-cases/${id}` })).status, 404, 'kept out');
  assert.deepEqual(await researcher.list(), []);
  await insider.looks(code);
  await insider.looks('7KQM-4XRT-9DWP');
  assert.equal((await entriesUnderSeal(house)).length, before);
});

test('The terminal says the same before and after somebody came to the sealed door, and counts where it is asked', async () => {
  const ofDoor = (lines: readonly string[]) => lines.filter((line) => /sealed/i.test(line));
  assert.deepEqual(ofDoor(quiet), ['Sealed door: whole']);
  assert.deepEqual(ofDoor(await said()), ofDoor(quiet));
  const full = await said({ sealed: true });
  const count = (await entriesUnderSeal(house)).length;
  assert.ok(full.includes(`${chain}: ${count} entries, 2 anchors, whole`), full.join('\n'));
  assert.ok(full.includes('ends with 0'));
});

test('An account that has nothing under seal is told nothing, whatever lies there', async () => {
  for (const account of [house.connections.database, house.connections.ledger])
    assert.equal(await verifySealedLedger(account.kysely, house.office.keys), null);
  const own = await verifySealedLedger(house.connections.sealed.kysely, house.office.keys);
  assert.deepEqual(own?.chains[0]?.faults, []);
});

test('Anchors of the sealed door go out apart, and tell when somebody took the newest entries away', async () => {
  const ordinary = JSON.parse(await exportAnchors(terminal())) as { anchors: readonly { chain: string }[] };
  assert.ok(ordinary.anchors.every((anchor) => anchor.chain !== chain));
  const kept = join(house.config.dataDir, 'anchors.json');
  const handedOut = await exportAnchors(terminal(), true);
  await writeFile(kept, handedOut);
  const { anchors } = JSON.parse(handedOut);
  assert.equal(anchors.length, 2);
  assert.ok((await said({ against: kept })).includes('ends with 0'));
  const lost = await afterTamperingUnderSeal(
    house,
    (tx) => sql`delete from sealed.anchors where nth = 2`.execute(tx),
    anchors,
  );
  assert.deepEqual(lost, [`handed-anchor-lost ${chain}/${anchors[1].seq}`]);
});

test('Two that act and read at once make one chain', async () => {
  const { insider, verifier, id } = work;
  const others = await Promise.all(
    ['Beras hilang.', 'Nota palsu.'].map((text) => insider.reports('kemensos', text)),
  );
  await Promise.all([
    ...others.map((one) => insider.says(one, 'pesan', 'Masih terjadi.')),
    verifier.list(),
    verifier.sees(id),
    verifier.list(),
  ]);
  assert.deepEqual(await faultsUnderSeal(house), []);
});

test('A missed deadline, dates counted anew and a case from the ordinary door stand in it as well', async () => {
  const { office, insider } = work;
  const matter = await office.citizen().files('Pejabat penilai meminta amplop.');
  await house.runJobs();
  await office.verifier.seals(matter, 'Menyebut pejabat.');
  await house.runJobs();
  assert.deepEqual((await readingsUnderSeal(house)).at(-1)?.kind, 'case.handed-over');
  assert.equal((await readingsUnderSeal(house)).at(-1)?.subject, `case:${matter.id}`);
  await insider.reports('kemensos', 'Tidak ada yang membukanya.');
  const before = (await entriesUnderSeal(house)).length;
  house.clock.set(instant('2027-01-04 09:00'));
  await runJob(house, 'sweep-deadlines');
  assert.ok((await entriesUnderSeal(house)).length > before, 'the breach');
  assert.deepEqual(await faultsUnderSeal(house), []);
  await chainAll(house);
  assert.deepEqual(faultsOf(await verified(house)), [], 'and the history at the ordinary door is whole');
});

test('Cases from before the chain are entered when it begins, at the latest in the evening', async () => {
  for (const table of ['entries', 'anchors'])
    await house.database.pool.query(`alter table sealed.${table} disable trigger user`);
  for (const table of ['entries', 'anchors', 'heads', 'chains'])
    await house.database.pool.query(`delete from sealed.${table}`);
  for (const table of ['entries', 'anchors'])
    await house.database.pool.query(
      `alter table sealed.${table} enable always trigger sealed_${table}_append_only`,
    );
  const found = await verifySealedLedger(house.database.kysely, house.office.keys);
  assert.deepEqual([found?.waiting, found?.beside], [5, []]);
  await runJob(house, 'anchor-ledger');
  const after = await verifySealedLedger(house.database.kysely, house.office.keys);
  assert.deepEqual([after?.waiting, after?.beside, after?.chains[0]?.faults], [0, [], []]);
  const { rows } = await house.database.pool.query('select 1 from sealed.events');
  assert.equal(after?.chains[0]?.entries, rows.length);
});
