import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Dossier, ProvedEntry } from '../../src/domain/ledger/dossier.ts';
import { listAnchors } from '../../src/features/ledger/index.ts';
import { root } from '../../src/main/root.ts';
import { testHouse } from '../support/house.ts';
import { allEntries, anchorAll, chainAll } from '../support/ledger.ts';
import { ministry } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';

/** A case taken away with its proof, and what somebody outside makes of it with one small script. */
type File = { dossier: Dossier; signature: string };

const house = await testHouse({ now: '2026-11-24T01:15:00.000Z' });
const office = await ministry(house);
const folder = await mkdtemp(join(tmpdir(), 'tuntas-dossier-'));
after(() => rm(folder, { recursive: true, force: true }));

let written = 0;

/** What the script says, and whether it was content. */
async function checked(
  file: unknown,
  ...args: string[]
): Promise<{ readonly fits: boolean; readonly said: string }> {
  written += 1;
  const path = join(folder, `${written}.json`);
  await writeFile(path, JSON.stringify(file, null, 1));
  const script = join(root, 'scripts/verify-dossier.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [script, path, ...args], (error, stdout, stderr) =>
      resolve({ fits: error === null, said: stdout + stderr }),
    );
  });
}

const contact = { name: 'Sri Rahayu', phone: '0812-7777-3131', email: 'sri@warga.test' };
const body = { purpose: 'court' };

test('A dossier fits as it was given, and nothing that is changed, left out or put in fits any more', async () => {
  const matter = await office.citizen().files('Bantuan PKH ibu saya berhenti sejak Agustus.', { contact });
  await ministryPaths(office).sent(office.citizen());
  await chainAll(house);
  await office.until('2026-11-24 23:50');
  await chainAll(house);
  assert.equal(await anchorAll(house), 2);
  await office.until('2026-11-25 09:00');
  await office.verifier.does(matter, 'note', { text: 'Sudah dihubungi.' });
  const path = `/cases/${matter.id}/dossier`;
  const answer = await office.inspector.ask<File>({ path, body });
  assert.equal(answer.status, 200, answer.text);
  assert.doesNotMatch(answer.text, /Sri Rahayu|0812-7777|warga\.test/);
  assert.doesNotMatch(answer.text, new RegExp(matter.code.replaceAll('-', '.?')));

  const given = JSON.parse(answer.text) as File;
  const { facts } = given.dossier;
  assert.equal(facts[0]?.factSeq, 0);
  assert.ok(facts[0]?.fact?.data.includes('Bantuan PKH ibu saya'));
  assert.ok(
    facts.some(({ anchor }) => anchor === '2026-11-24') && facts.some(({ anchor }) => anchor === null),
  );
  const kept = join(folder, 'anchors.json');
  const { publicKey } = house.office.keys.signer;
  const anchors = await listAnchors(house.database.kysely);
  await writeFile(kept, JSON.stringify({ publicKey, anchors }));
  const plain = await checked(given, '--list');
  assert.ok(plain.fits, plain.said);
  assert.match(plain.said, /NoteWritten/);
  const whole = await checked(given, '--anchors', kept);
  assert.ok(whole.fits, whole.said);

  // Signed anew by somebody who forges: what the signature would say is not what the chain says.
  const last = facts.length - 1;
  const alterations: Readonly<Record<string, (d: Dossier) => unknown>> = {
    text: (d) =>
      replaceFact(d, 0, (entry) => ({
        ...entry,
        fact: entry.fact && { ...entry.fact, data: `${entry.fact.data} ` },
      })),
    at: (d) =>
      replaceFact(d, 2, (entry) => ({
        ...entry,
        fact: entry.fact && { ...entry.fact, at: '2026-11-23T00:00:00.000000Z' },
      })),
    salt: (d) => replaceFact(d, last, (entry) => ({ ...entry, salt: '00'.repeat(16) })),
    'left out': (d) => ({ ...d, facts: d.facts.filter((_, index) => index !== 3) }),
    'the end left out': (d) => ({ ...d, facts: d.facts.slice(0, -1) }),
    'another case': (d) => ({ ...d, case: { ...d.case, id: '30000000-0000-7000-8000-000000000009' } }),
    number: (d) => ({ ...d, case: { ...d.case, number: '2611-99999' } }),
    anchor: (d) => ({ ...d, anchors: d.anchors.map((one) => ({ ...one, root: one.hash })) }),
    'no anchors': (d) => ({ ...d, anchors: [] }),
    key: (d) => ({ ...d, publicKey: 'ab'.repeat(32) }),
  };
  const outcomes = await Promise.all(
    Object.entries(alterations).map(async ([name, alter]) => {
      const { fits, said } = await checked({ ...given, dossier: alter(given.dossier) });
      return { name, fits, named: /WRONG: (event|the anchor|the dossier)/.test(said) };
    }),
  );
  assert.deepEqual(
    outcomes.filter(({ fits, named, name }) => fits || (!named && name !== 'key')),
    [],
  );
  const moved = { publicKey, anchors: anchors.map((one) => ({ ...one, hash: '11'.repeat(32) })) };
  await writeFile(kept, JSON.stringify(moved));
  assert.equal(
    (await checked(given, '--anchors', kept)).fits,
    false,
    'an anchor that was kept says otherwise',
  );
});

function replaceFact(d: Dossier, at: number, alter: (entry: ProvedEntry) => ProvedEntry): Dossier {
  return { ...d, facts: d.facts.map((entry, index) => (index === at ? alter(entry) : entry)) };
}

test('Only those who may take a case away do, with a fresh proof; the ledger says who did, and why', async () => {
  const matter = await office.citizen().files('Kartu saya tertelan mesin.', { contact });
  const path = `/cases/${matter.id}/dossier`;
  for (const other of [office.verifier, office.head, office.controlCentre]) {
    const answer = await other.ask({ path, body });
    assert.equal(answer.status, 403, `${other.name}: ${answer.text}`);
  }
  assert.equal(
    (await office.inspector.ask({ path, body: { purpose: 'Sri Rahayu memintanya' } })).status,
    422,
  );
  assert.equal((await office.verifier.sees(matter)).mayExport, false);
  assert.equal((await office.inspector.sees(matter)).mayExport, true);
  const first = await office.inspector.ask<File>({ path, body });
  assert.equal(first.status, 200, first.text);
  await chainAll(house);
  const taken = (await allEntries(house)).findLast(({ kind }) => kind === 'dossier.exported');
  assert.equal(taken?.caseId, matter.id);
  assert.equal(taken?.details, '{"purpose": "court"}');
  const again = await office.inspector.ask<File>({ path, body });
  assert.ok((JSON.parse(again.text) as File).dossier.reads.some(({ kind }) => kind === 'dossier.exported'));
});

test('A case whose words went to the sealed door fits by their digest alone, and no other digest does', async () => {
  await office.employ({ name: 'Wira', role: 'wbs-verifier' });
  const own = { title: 'Lelang', contact };
  const matter = await office.citizen().files('Atasan saya mengatur pemenang.', own);
  await office.verifier.seals(matter, 'Menyebut pejabat.');
  await house.runJobs();
  await chainAll(house);
  const { text } = await office.inspector.ask({ path: `/cases/${matter.id}/dossier`, body });
  assert.ok(!text.includes('mengatur pemenang'));
  const given = JSON.parse(text) as File;
  const { fits, said } = await checked(given);
  assert.ok(fits && said.includes('under seal'), said);
  const reads = given.dossier.reads.map((entry) => ({
    ...entry,
    details: entry.details?.replace(/"was": "\w+"/g, `"was": "${'0'.repeat(64)}"`) ?? null,
  }));
  assert.match(
    (await checked({ ...given, dossier: { ...given.dossier, reads } })).said,
    /event 0 is not what/,
  );
});
