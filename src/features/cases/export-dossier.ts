import { can } from '../../domain/access/can.ts';
import { capacityFor, saidFor } from '../../domain/access/deputy.ts';
import { reachOf } from '../../domain/cases/act.ts';
import { type Dossier, type DossierPurpose, dossierText } from '../../domain/ledger/dossier.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { type Context, staleProof } from '../context/index.ts';
import { proveCase, record } from '../ledger/index.ts';
import type { SignedDossier } from './contract.ts';
import { isInReach } from './in-reach.ts';
import { findCase } from './store.ts';

/**
 * The case with its part of the ledger, signed, for somebody outside. Everything that happened and was said is in it;
 * not who the reporter is, and of files only their hashes. The ledger remembers who took it and why. Refuses
 * `not-signed-in`, `not-found`, `not-authorized`, `step-up-needed`.
 */
export async function exportDossier(
  ctx: Context,
  caseId: string,
  purpose: DossierPurpose,
): Promise<Result<SignedDossier, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const state = await findCase(ctx.tx, caseId);
  if (state === undefined || !isInReach(actor, state)) return err(refusal('not-found'));
  const takes = capacityFor(actor, (capacity) => can(capacity, 'case.export', reachOf(state)));
  if (takes === null) return err(refusal('not-authorized'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const { number, institution } = state;
  const { signer } = ctx.office.keys;
  const dossier: Dossier = {
    format: 'tuntas-dossier-1',
    case: { id: caseId, number, institution },
    purpose,
    exportedAt: ctx.now,
    exportedBy: `person:${actor.id}`,
    publicKey: signer.publicKey,
    ...(await proveCase(ctx, caseId)),
    files: await listFiles(ctx, caseId),
  };
  const signature = signer.sign(dossierText(dossier, sha256)).toString('hex');
  await record(ctx, {
    kind: 'dossier.exported',
    institution,
    caseId,
    details: { purpose, ...saidFor(takes) },
  });
  return ok({ dossier, signature });
}

async function listFiles({ tx }: Context, caseId: string): Promise<Dossier['files']> {
  const rows = await tx
    .selectFrom('attachments')
    .select(['id', 'purpose', 'media_type', 'bytes', 'sha256', 'added_at'])
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(({ media_type: mediaType, sha256: hash, added_at: addedAt, ...file }) => ({
    ...file,
    mediaType,
    sha256: hash.toString('hex'),
    addedAt,
  }));
}
