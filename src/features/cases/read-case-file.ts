import { can } from '../../domain/access/can.ts';
import { reachOf } from '../../domain/cases/act.ts';
import { restrictionRefusal } from '../../domain/cases/data-rights.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { readFileOf } from '../attachments/index.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { decisionContext } from './act-on-case.ts';
import { findCase, listEvents } from './store.ts';

export interface CaseFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/**
 * One file of a case. A sealed one (family card) opens only for somebody who has revealed the identity
 * with a purpose, while that reveal lasts; the reporter sees that it was done.
 */
export async function readCaseFile(
  ctx: Context,
  caseId: string,
  fileId: string,
): Promise<Result<CaseFile, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const state = await findCase(ctx.tx, caseId);
  if (state === undefined) return err(refusal('not-found'));
  const reach = reachOf(state);
  const reads = can(actor, 'case.read', reach);
  if (!reads && !can(actor, 'assignment.work', reach)) return err(refusal('not-found'));
  const read = await readFileOf(ctx, caseId, fileId);
  if (read === undefined) return err(refusal('not-found'));
  if (read.file.sealed) {
    const restricted = restrictionRefusal(state, decisionContext(ctx, state));
    if (restricted !== null) return err(restricted);
    const events = await listEvents(ctx.tx, caseId);
    const open = events.some(
      (event) =>
        event.type === 'IdentityRevealed' &&
        event.actor.kind === 'person' &&
        event.actor.id === actor.id &&
        event.data.until > ctx.now,
    );
    if (!open) return err(refusal('not-authorized'));
  }
  const { institution } = state;
  const details = { sealed: read.file.sealed };
  await record(ctx, { kind: 'file.read', institution, caseId, subject: `file:${fileId}`, details });
  return ok({ name: read.file.name, mediaType: read.file.mediaType, content: read.content });
}
