import type { ColumnType, GeneratedAlways } from 'kysely';

/** The schema `ledger`: what waits, the chains, and what is signed of them. */
export interface LedgerTables {
  'ledger.inbox': {
    id: GeneratedAlways<number>;
    chain: string;
    kind: string;
    at: string;
    actor: string;
    subject: string | null;
    case_id: string | null;
    details: ColumnType<unknown, string | null, never>;
  };
  'ledger.announced': { case_id: string };
  'ledger.entries': {
    chain: string;
    seq: number;
    kind: string;
    at: string | null;
    actor: string | null;
    subject: string | null;
    details: unknown;
    case_id: string | null;
    fact_seq: number | null;
    salt: Buffer;
    hash: Buffer;
  };
  'ledger.heads': { chain: string; seq: number; hash: Buffer; at: string; signature: Buffer };
  'ledger.anchors': {
    chain: string;
    date: string;
    at: string;
    seq: number;
    hash: Buffer;
    root: Buffer;
    previous: Buffer;
    signature: Buffer;
  };
}
