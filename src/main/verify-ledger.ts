import { readFile } from 'node:fs/promises';
import {
  type LedgerVerified,
  listAnchors,
  type SignedAnchor,
  sayFault,
  verifyLedger,
} from '../features/ledger/index.ts';
import { fingerprint } from '../platform/crypto/signing.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { House } from './serve.ts';

type Parts = Pick<House, 'database' | 'office' | 'clock'>;
type Say = (line: string) => void;

/** What is handed to somebody outside: all that is needed to hold us to what the ledger said. */
interface HandedOut {
  readonly publicKey: string;
  readonly anchors: readonly SignedAnchor[];
}

/**
 * `tuntas verify-ledger [--against file]`: recomputes the whole ledger as it stands at one moment and says, chain by
 * chain, whether it is what was written; true where it is. The file holds anchors that somebody outside has kept.
 */
export async function verifyOnTerminal(
  house: Parts,
  against: string | undefined,
  say: Say,
): Promise<boolean> {
  const { publicKey } = house.office.keys.signer;
  const handed = against === undefined ? null : await readHandedOut(against);
  if (handed !== null && handed.publicKey !== publicKey) {
    say(`The file was signed with another key: ${fingerprint(handed.publicKey)}.`);
    say(`The key of this installation is: ${fingerprint(publicKey)}.`);
    return false;
  }
  const started = performance.now();
  const found = await inTransaction(
    house.database.kysely,
    (tx) => verifyLedger(tx, { publicKey, now: house.clock(), handedOut: handed?.anchors ?? [] }),
    { isolation: 'repeatable read' },
  );
  for (const line of linesOf(found)) say(line);
  if (handed !== null) say(`Compared with ${handed.anchors.length} anchors that were handed out.`);
  say(`Key: ${fingerprint(publicKey)}. ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return isWhole(found);
}

/** `tuntas export-anchors`: the daily anchors and the public key, as JSON for somebody outside. */
export async function exportAnchors(house: Parts): Promise<string> {
  const handedOut: HandedOut = {
    publicKey: house.office.keys.signer.publicKey,
    anchors: await listAnchors(house.database.kysely),
  };
  return JSON.stringify(handedOut, null, 2);
}

function isWhole({ chains, beside }: LedgerVerified): boolean {
  return beside.length === 0 && chains.every(({ faults }) => faults.length === 0);
}

function linesOf(found: LedgerVerified): readonly string[] {
  const chains = found.chains.flatMap(({ chain, entries, anchors, faults }) => [
    `${chain}: ${entries} entries, ${anchors} anchors, ${faults.length === 0 ? 'whole' : 'NOT whole'}`,
    ...faults.map((fault) => `  ${sayFault(fault)}`),
  ]);
  return [
    ...chains,
    ...found.beside.map(sayFault),
    `${found.waiting} of the last hour are not in the chain yet; nothing protects them until they are.`,
    isWhole(found)
      ? 'The ledger is whole.'
      : 'The ledger is NOT what was written; the first line above that says so names the place.',
  ];
}

async function readHandedOut(path: string): Promise<HandedOut> {
  return JSON.parse(await readFile(path, 'utf8')) as HandedOut;
}
