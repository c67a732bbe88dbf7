/**
 * How long the ledger takes: a million entries (or as many as the first word says) are written as acts write them,
 * put into their chain, signed and verified, on a private PostgreSQL that is thrown away. Prints what each took.
 *
 *   node --import tsx test/bench/verify-ledger.ts [entries]
 */
import { rm } from 'node:fs/promises';
import type { Context } from '../../src/features/context/index.ts';
import { anchorChains, chainCommitted, verifyLedger } from '../../src/features/ledger/index.ts';
import { openHouse } from '../../src/main/serve.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Ten entries a case: nine events and the submission. Their texts are as long as real ones. */
const perCase = 10;

async function main(entries: number): Promise<void> {
  const folder = await temporaryFolder('tuntas-bench-ledger-');
  const config = readConfig({
    DATA_DIR: folder,
    SECRET_KEY: 'for a measurement, of more than 32 characters',
  });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const house = await openHouse(config.value, openLog('silent'));
  const { database, office, clock } = house;
  const parts = (tx: Context['tx']) => ({ tx, office, now: clock() });
  try {
    await timed('written', async () => {
      for (const statement of writing) await database.pool.query(statement, [Math.ceil(entries / perCase)]);
      return entries;
    });
    await timed('chained', async () => {
      let count = 0;
      for (;;) {
        const more = await inTransaction(database.kysely, (tx) => chainCommitted(parts(tx)));
        if (more === 0) return count;
        count += more * perCase;
      }
    });
    await timed('signed', async () => {
      await inTransaction(database.kysely, (tx) => anchorChains(parts(tx)));
      return entries;
    });
    await database.pool.query('analyze');
    await timed('verified', async () => {
      const { publicKey } = office.keys.signer;
      const found = await inTransaction(
        database.kysely,
        (tx) => verifyLedger(tx, { publicKey, now: clock() }),
        { isolation: 'repeatable read' },
      );
      const faults = [...found.chains.flatMap((chain) => chain.faults), ...found.beside];
      if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
      return found.chains.reduce((sum, chain) => sum + chain.entries, 0);
    });
  } finally {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(what: string, work: () => Promise<number>): Promise<void> {
  const started = performance.now();
  const before = process.cpuUsage();
  const count = await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${what.padEnd(10)} ${count} entries in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second; ` +
      `${((user + system) / 1e6).toFixed(1)} s of this process's own`,
  );
}

const caseOf = `('30000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
const writing = [
  `insert into cases (id, number, institution_id, procedure_id, procedure_version, channel, received_at, kind, title,
     secrecy, anonymous, status, queue, tracking_hash, state, version, words, updated_at)
   select ${caseOf}, 'B-' || n, 'kemensos', 'kemensos/pengelolaan-sp4n-lapor', 1, 'web', now(), 'complaint',
     'Bantuan belum diterima', 'L2', false, 'closed', 'none', decode(md5(n::text), 'hex'), '{}', ${perCase - 1}, '', now()
     from generate_series(1, $1::int) as n`,
  `insert into submissions (id, case_id, channel, received_at, entered_at, text)
   select ${caseOf}, ${caseOf}, 'web', now(), now(), repeat('Bantuan ibu saya berhenti sejak Agustus. ', 8)
     from generate_series(1, $1::int) as n`,
  `insert into case_events (case_id, seq, type, at, actor, data)
   select ${caseOf}, e, 'MessageToReporter', now(),
     '{"kind": "person", "id": "30000000-0000-7000-8000-000000000001", "name": "Ujang", "unit": null}',
     jsonb_build_object('substantive', true, 'text', repeat('Berkas Anda sedang diperiksa. ', 6) || n)
     from generate_series(1, $1::int) as n, generate_series(1, ${perCase - 1}) as e`,
  `insert into ledger.announced select ${caseOf} from generate_series(1, $1::int) as n`,
];

await main(Number(process.argv[2] ?? 1_000_000));
