import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Context } from '../context/index.ts';
import { atFault } from '../organizations/index.ts';
import { documentOf, type ProcedureDocument } from './content-hash.ts';
import type { DraftView, NewDraft } from './contract.ts';
import { institutionOf, keeps } from './draft-rights.ts';
import { noteAuthor } from './draft-store.ts';
import { getDraft } from './get-draft.ts';
import { readDocument } from './read-document.ts';

/** Open at once for one procedure; more are forgotten ones. */
const mostOpen = 20;

/**
 * Starts a draft from a released version of any procedure, from a YAML text, or empty, also for a procedure that
 * there is not yet. Refuses `not-signed-in`, `not-authorized` (not an institution whose procedures the actor keeps),
 * `invalid-input` (basedOn `unknown`, yaml `not-understood` beside basedOn), `document-refused` with line and reason,
 * `too-many-drafts`.
 */
export async function startDraft(ctx: Context, input: NewDraft): Promise<Result<DraftView, Refusal>> {
  const { actor, now, tx } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  if (!keeps(actor, institutionOf(input.procedureId))) return err(refusal('not-authorized'));
  const document = await firstDocument(ctx, input);
  if (!document.ok) return document;
  if ((await countOpen(ctx, input.procedureId)) >= mostOpen) {
    return err(refusal('too-many-drafts', { most: mostOpen }));
  }
  const id = uuidv7(Date.parse(now));
  await tx
    .insertInto('procedure_drafts')
    .values({
      id,
      procedure_id: input.procedureId,
      based_on_procedure: input.basedOn?.procedureId ?? null,
      based_on: input.basedOn?.version ?? null,
      reason: input.reason.trim(),
      document: JSON.stringify(document.value),
      created_by: actor.id,
      created_at: now,
      updated_by: actor.id,
      updated_at: now,
    })
    .execute();
  await noteAuthor(tx, id, actor.id, now);
  return getDraft(ctx, id);
}

async function firstDocument(
  ctx: Context,
  { procedureId, basedOn, yaml }: NewDraft,
): Promise<Result<ProcedureDocument, Refusal>> {
  if (yaml !== undefined) {
    return basedOn === undefined ? readDocument(ctx, yaml) : err(atFault({ yaml: 'not-understood' }));
  }
  if (basedOn !== undefined) {
    const found = ctx.office.procedures.find(basedOn.procedureId, basedOn.version);
    if (found === undefined) return err(atFault({ basedOn: 'unknown' }));
    // What an earlier decree signed, this draft is not.
    return ok({ ...documentOf(found), decree: { number: null, date: null, signatory: null } });
  }
  return ok(await emptyDocument(ctx, institutionOf(procedureId)));
}

async function emptyDocument({ tx }: Context, institution: string): Promise<ProcedureDocument> {
  const row = await tx
    .selectFrom('institutions')
    .select('name')
    .where('id', '=', institution)
    .executeTakeFirst();
  return {
    institution: row?.name ?? '',
    title: '',
    decree: { number: null, date: null, signatory: null },
    legalBasis: [],
    channels: [],
    overallLimit: null,
    fee: '',
    requirements: [],
    actors: [],
    steps: [],
    notes: [],
  };
}

async function countOpen({ tx }: Context, procedureId: string): Promise<number> {
  const row = await tx
    .selectFrom('procedure_drafts')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('institution_id', '=', institutionOf(procedureId))
    .where('state', '=', 'open')
    .where('procedure_id', '=', procedureId)
    .executeTakeFirstOrThrow();
  return Number(row.open);
}
