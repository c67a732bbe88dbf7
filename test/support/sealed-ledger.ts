import assert from 'node:assert/strict';
import type { TestHouse } from './house.ts';
import { ministry } from './office-casts.ts';
import { classification } from './office-officer.ts';
import { instant } from './office-time.ts';
import { insiderAtHome, inspectorAtWork } from './sealed-door.ts';

export const sealedChain = 'sealed:kemensos';

/**
 * Three days at the sealed door of the ministry, the first two signed in their evening: a report with a file, a question
 * and its answer, an act, somebody barred by hand, and the readings of an officer.
 */
export async function workUnderSeal(house: TestHouse) {
  const office = await ministry(house);
  const hire = async (name: string, role: string) =>
    inspectorAtWork(await office.employ({ name, role, unit: null }));
  const verifier = await hire('Wira Kusuma', 'wbs-verifier');
  const researcher = await hire('Teguh Laksana', 'wbs-researcher');
  const insider = insiderAtHome(house, '203.0.113.77');
  const note = { field: 'files', name: 'nota.txt', content: Buffer.from('Nota bernomor ganda.') };
  const code = await insider.reports('kemensos', 'Beras bantuan dijual lewat toko kerabat.', [note]);
  const id = (await verifier.list())[0]?.id ?? '';
  await verifier.does(id, 'question', { text: 'Toko yang mana?' });
  await insider.says(code, 'lengkapi', 'Toko di depan gudang.');
  await runJob(house, 'anchor-ledger');
  house.clock.set(instant('2026-11-24 09:00'));
  await verifier.does(id, 'verification', { ...classification, title: 'Beras dijual', note: '' });
  const ofThem = { personId: researcher.officer.id, unitId: null, reason: 'Iparnya.' };
  await verifier.does(id, 'conflict', ofThem);
  const seen = await verifier.sees(id);
  const file = `/sealed-cases/${id}/attachments/${seen.attachments[0]?.id}`;
  assert.equal((await verifier.officer.ask({ path: file })).status, 200);
  await runJob(house, 'anchor-ledger');
  house.clock.set(instant('2026-11-25 09:00'));
  await verifier.does(id, 'note', { text: 'Diteruskan besok.' });
  return { office, verifier, researcher, insider, code, id };
}

export async function runJob(house: TestHouse, name: string): Promise<void> {
  await house.database.pool.query('select graphile_worker.add_job($1)', [name]);
  await house.runJobs();
}

export interface SealedEntryRow {
  readonly seq: number;
  readonly kind: string;
  readonly case_id: string | null;
  readonly fact_seq: number | null;
  readonly content: Buffer | null;
}

/** The chain as it lies there. */
export async function entriesUnderSeal({ database }: TestHouse): Promise<readonly SealedEntryRow[]> {
  const query = 'select * from sealed.entries where chain = $1 order by seq';
  return (await database.pool.query<SealedEntryRow>(query, [sealedChain])).rows;
}

/** What the entries that stand for no event say, opened by the key of the chain. */
export async function readingsUnderSeal(house: TestHouse) {
  const { rows } = await house.database.pool.query<{ id: string; wrapped: Buffer }>(
    'select c.id, k.wrapped from sealed.chains c join vault.keys k on k.subject = c.id where c.chain = $1',
    [sealedChain],
  );
  const { id = '', wrapped = Buffer.alloc(0) } = rows[0] ?? {};
  const seal = house.office.keys.openSeal(wrapped, id);
  return (await entriesUnderSeal(house))
    .flatMap(({ content }) => content ?? [])
    .map((content) => JSON.parse(seal.open(content, 'entry').toString()) as Reading);
}

interface Reading {
  readonly kind: string;
  readonly actor: string;
  readonly at: string;
  readonly cases: readonly string[];
  readonly subject?: string;
}
