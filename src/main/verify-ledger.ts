import { readFile } from 'node:fs/promises';
import {
  type ChainVerified,
  type LedgerVerified,
  listAnchors,
  type SignedAnchor,
  sayFault,
  verifyLedger,
} from '../features/ledger/index.ts';
import {
  listSealedAnchors,
  type SealedVerified,
  verifySealedLedger,
} from '../features/sealed-cases/index.ts';
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

interface Asked {
  /** A file of anchors that somebody outside has kept. */
  readonly against?: string | undefined;
  /** Whether to say how much stands in the chains of the sealed door. */
  readonly sealed?: boolean;
}

/**
 * `tuntas verify-ledger [--against file] [--sealed]`: recomputes the whole ledger as it stands at one moment and says,
 * chain by chain, whether it is what was written; true where it is. Of the sealed door it says the same words whatever
 * lies there, unless something is wrong or `--sealed` asks.
 */
export async function verifyOnTerminal(
  house: Parts,
  { against, sealed: inFull = false }: Asked,
  say: Say,
): Promise<boolean> {
  const { keys } = house.office;
  const { publicKey } = keys.signer;
  const handed = against === undefined ? null : await readHandedOut(against);
  if (handed !== null && handed.publicKey !== publicKey) {
    say(`The file was signed with another key: ${fingerprint(handed.publicKey)}.`);
    say(`The key of this installation is: ${fingerprint(publicKey)}.`);
    return false;
  }
  const started = performance.now();
  const anchors = handed?.anchors ?? [];
  const isSealed = ({ chain }: SignedAnchor) => chain.startsWith('sealed:');
  const { found, underSeal } = await inTransaction(
    house.database.kysely,
    async (tx) => {
      const handedOut = anchors.filter((anchor) => !isSealed(anchor));
      return {
        found: await verifyLedger(tx, { publicKey, now: house.clock(), handedOut }),
        underSeal: await verifySealedLedger(tx, keys, anchors.filter(isSealed)),
      };
    },
    { isolation: 'repeatable read' },
  );
  const whole = isWhole(found) && (underSeal === null || isWhole(underSeal));
  for (const line of [...linesOf(found), ...sealedLines(underSeal, inFull)]) say(line);
  say(
    whole
      ? 'The ledger is whole.'
      : 'The ledger is NOT what was written; the first line above that says so names the place.',
  );
  if (handed !== null) say(`Compared with ${handed.anchors.length} anchors that were handed out.`);
  say(`Key: ${fingerprint(publicKey)}. ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return whole;
}

/**
 * `tuntas export-anchors [--sealed]`: the daily anchors and the public key, as JSON for somebody outside; those of the
 * sealed door for whoever may know of it.
 */
export async function exportAnchors(house: Parts, sealed = false): Promise<string> {
  const { keys } = house.office;
  const { kysely } = house.database;
  const handedOut: HandedOut = {
    publicKey: keys.signer.publicKey,
    anchors: await (sealed ? listSealedAnchors(kysely, keys) : listAnchors(kysely)),
  };
  return JSON.stringify(handedOut, null, 2);
}

function isWhole({ chains, beside }: Pick<LedgerVerified, 'chains' | 'beside'>): boolean {
  return beside.length === 0 && chains.every(({ faults }) => faults.length === 0);
}

function linesOf(found: LedgerVerified): readonly string[] {
  return [
    ...found.chains.flatMap(chainLines),
    ...found.beside.map(sayFault),
    `${found.waiting} of the last hour are not in the chain yet; nothing protects them until they are.`,
  ];
}

function sealedLines(found: SealedVerified | null, inFull: boolean): readonly string[] {
  if (found === null) return ['Sealed door: not looked at; this account of the database may not.'];
  const faults = [...found.chains.flatMap((chain) => chain.faults), ...found.beside];
  const waiting = `${found.waiting} cases wait for their chain to begin, this evening at the latest.`;
  return [
    `Sealed door: ${faults.length === 0 ? 'whole' : 'NOT whole'}`,
    ...(inFull ? [...found.chains.map(chainLine), waiting] : []),
    ...faults.map((fault) => `  ${sayFault(fault)}`),
  ];
}

function chainLines(verified: ChainVerified): readonly string[] {
  return [chainLine(verified), ...verified.faults.map((fault) => `  ${sayFault(fault)}`)];
}

function chainLine({ chain, entries, anchors, faults }: ChainVerified): string {
  return `${chain}: ${entries} entries, ${anchors} anchors, ${faults.length === 0 ? 'whole' : 'NOT whole'}`;
}

async function readHandedOut(path: string): Promise<HandedOut> {
  return JSON.parse(await readFile(path, 'utf8')) as HandedOut;
}
