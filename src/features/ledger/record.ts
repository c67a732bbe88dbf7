import { sql } from 'kysely';
import { type EntryKind, installationChain } from '../../domain/ledger/entry.ts';
import type { Reading } from '../context/index.ts';

/** What is to be remembered of an act that is no event of a case. */
export interface NewEntry {
  readonly kind: EntryKind;
  /** Whose chain: an institution's id, or that of the person's institution; null: the installation's. */
  readonly institution: string | { readonly ofPerson: string } | null;
  /** Whom or what it was done to, as `person:<id>`, `unit:<id>`, `procedure:<id>@<version>`. */
  readonly subject?: string;
  readonly caseId?: string;
  /** Ids and words of closed lists. Nothing that a person typed: what stands in the chain is never taken out. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Where nobody is signed in yet: `person:<id>`, `nobody`. */
  readonly actor?: string;
}

/**
 * Writes the entry with the act, in its transaction: it is there if the act is. Of a query, in none: then before the
 * answer is sent. Waits for nobody; `chainCommitted` puts it into its chain.
 */
export async function record(ctx: Pick<Reading, 'tx' | 'now' | 'actor'>, entry: NewEntry): Promise<void> {
  const { kind, institution, subject = null, caseId = null, details, actor } = entry;
  await ctx.tx
    .insertInto('ledger.inbox')
    .values({
      chain:
        institution !== null && typeof institution === 'object'
          ? sql<string>`coalesce((select p.institution_id from people p where p.id = ${institution.ofPerson}), ${installationChain})`
          : (institution ?? installationChain),
      kind,
      at: ctx.now,
      actor: actor ?? actorWord(ctx.actor),
      subject,
      case_id: caseId,
      details: details === undefined ? null : JSON.stringify(details),
    })
    .execute();
}

/** Tells the chain that a case has new events; the job that follows every act calls it. Said twice, it does no harm. */
export async function announceFacts(ctx: Pick<Reading, 'tx'>, caseId: string): Promise<void> {
  await ctx.tx.insertInto('ledger.announced').values({ case_id: caseId }).execute();
}

function actorWord(actor: Reading['actor']): string {
  return actor.kind === 'person' ? `person:${actor.id}` : actor.kind;
}
