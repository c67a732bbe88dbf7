import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '../../domain/access/actor.ts';
import type { Calendar } from '../../domain/clocks/calendar.ts';
import type { ClockRule } from '../../domain/clocks/rules.ts';
import type { PrivacyRules } from '../../domain/privacy/processing.ts';
import type { ProcedureLibrary } from '../../domain/procedures/library.ts';
import type { RuleRegistry } from '../../domain/procedures/registry.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { FileStore } from '../../platform/storage/files.ts';

export type Locale = 'id' | 'en';

/**
 * What every command and query may use. Procedures and calendar change while the office works, when a version is
 * released or a calendar applied; each request and each job sees one state of them from its first line to its last.
 */
export interface Office {
  /** Counts the releases and applied calendars that procedures and calendar below contain. */
  readonly revision: number;
  readonly procedures: ProcedureLibrary;
  readonly calendar: Calendar;
  readonly rules: readonly ClockRule[];
  /** The rules that procedures cite; the linter needs it. */
  readonly registry: RuleRegistry;
  /** What is done with personal data, and for how long each kind is kept. */
  readonly privacy: PrivacyRules;
  readonly keys: Keys;
  readonly files: FileStore;
  /** Takes in what names no institution; null: the first one set up. */
  readonly defaultInstitution: string | null;
  /** Runs work on the chains of the ledger in a transaction of its own, under the only account that may add to them. */
  inLedger<T>(work: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Called by `changeOffice`: this node reads procedures and calendar anew once the command has committed. */
  noteChange(): void;
}

/**
 * Passed to every query, never ambient. A query asks in one statement, which sees one moment of the database
 * whether or not a transaction is open around it; so a request that only reads opens none.
 */
export interface Reading {
  readonly tx: Kysely<Schema>;
  readonly actor: Actor;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly requestId: string;
  readonly locale: Locale;
  readonly office: Office;
  /**
   * When the person behind the session last proved who they are, ISO 8601 UTC; for `staleProof`. Every request with a
   * session has it. Absent where no session stands behind the act: jobs, seeds, the command line.
   */
  readonly provedAt?: string;
  /**
   * The account of the citizen who asks. Only on the pages that know accounts, and there only for who is signed in: it
   * opens to its holder, as a reporter, the cases that are kept in it, and gives no other right.
   */
  readonly account?: string;
}

/** Passed to every command. All of one `tx` commits together or not at all. */
export interface Context extends Reading {
  readonly tx: Transaction<Schema>;
}
