import type { PersonActor } from '../../domain/access/actor.ts';
import { capacitiesOf, capacityFor, saidFor } from '../../domain/access/deputy.ts';
import { restrictionRefusal } from '../../domain/cases/data-rights.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { readFileOf } from '../attachments/index.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { decisionContext } from './act-on-case.ts';
import { isInReach } from './in-reach.ts';
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
  if (!isInReach(actor, state)) return err(refusal('not-found'));
  let reads = capacityFor(actor, (one) => one.kind === 'person' && isInReach(one, state));
  const read = await readFileOf(ctx, caseId, fileId);
  if (read === undefined) return err(refusal('not-found'));
  if (read.file.sealed) {
    const restricted = restrictionRefusal(state, decisionContext(ctx, state));
    if (restricted !== null) return err(restricted);
    const opened = await findOpened(ctx, caseId, actor);
    if (opened === undefined) return err(refusal('not-authorized'));
    reads = opened;
  }
  const { institution } = state;
  const details = { sealed: read.file.sealed, ...saidFor(reads) };
  await record(ctx, { kind: 'file.read', institution, caseId, subject: `file:${fileId}`, details });
  return ok({ name: read.file.name, mediaType: read.file.mediaType, content: read.content });
}

/**
 * The capacity in which the person has opened the identity, while that lasts; not one of an absence that is over.
 * Undefined where they have it open in none.
 */
async function findOpened(
  ctx: Context,
  caseId: string,
  actor: PersonActor,
): Promise<PersonActor | undefined> {
  const events = await listEvents(ctx.tx, caseId);
  const opening = capacitiesOf(actor).filter(({ onBehalfOf }) =>
    events.some(
      (event) =>
        event.type === 'IdentityRevealed' &&
        event.actor.kind === 'person' &&
        event.actor.id === actor.id &&
        event.actor.onBehalfOf?.id === onBehalfOf?.id &&
        event.data.until > ctx.now,
    ),
  );
  return opening[0];
}
