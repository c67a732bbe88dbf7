import { type Kysely, sql } from 'kysely';
import { can } from '../../domain/access/can.ts';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseCommands } from '../../domain/cases/commands.ts';
import { wordPairs } from '../../domain/privacy/names-in-text.ts';
import { type Known, proposeTogether } from '../../domain/privacy/propose-masks.ts';
import { joinMasks, type Mask, type PublicPart, publicText } from '../../domain/privacy/redaction.ts';
import { nobody, ownSpans } from '../../domain/privacy/sealed-words.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Reading } from '../context/index.ts';
import { everybodyIn, type Identity, openReporter } from '../reporters/index.ts';
import type { ActInput, RedactionView } from './contract.ts';
import { findCase } from './store.ts';

/** A text of the case as the office reads it, of which a public one can be made. */
export interface Original {
  readonly part: PublicPart;
  readonly words: string;
}

/**
 * What is prepared for everybody to read: the texts with the masks that were saved, or else with those proposed. The
 * reporter's own words are compared on the server; who reads this learns of a mask, not of a name.
 * Refusals: `not-found` for whoever may not prepare a public text of this case.
 */
export async function getRedaction(ctx: Reading, caseId: string): Promise<Result<RedactionView, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const state = await findCase(ctx.tx, caseId);
  if (state === undefined || !can(ctx.actor, 'case.publish', reachOf(state)))
    return err(refusal('not-found'));
  const originals = await originalsOf(ctx.tx, state);
  const saved = state.redaction ?? null;
  const parts = originals.map(({ part, words }) => ({
    part,
    words,
    kept: saved?.parts.find((one) => one.part === part && one.digest === sha256(words))?.masks,
  }));
  const isComplete = parts.every(({ kept }) => kept !== undefined);
  const texts = originals.map(({ words }) => words);
  const proposed = isComplete ? [] : proposeTogether(texts, await whoIsKnown(ctx, state, texts));
  return ok({
    version: state.version,
    saved: saved && { number: saved.number, by: saved.by, at: saved.at, returned: saved.returned },
    parts: parts.map(({ part, words, kept }, index) => ({
      part,
      words,
      masks: (kept ?? proposed[index] ?? []).map((mask) => ({ ...mask })),
      changed: saved !== null && kept === undefined,
    })),
  });
}

/** The title, the reporter's words and the answer that was given, as they are now. */
export async function originalsOf(tx: Kysely<Schema>, state: CaseState): Promise<readonly Original[]> {
  const row = await tx
    .selectFrom('submissions')
    .select('text')
    .where('id', '=', state.id)
    .executeTakeFirstOrThrow();
  const { answer } = state;
  return [
    { part: 'title', words: state.title },
    { part: 'text', words: row.text },
    ...(answer?.releasedAt == null ? [] : [{ part: 'answer' as const, words: answer.text }]),
  ];
}

/** The masks of an officer over the texts as they are. A part that the case does not have is refused. */
export async function redactionOf(
  ctx: Reading,
  state: CaseState,
  parts: ActInput<'redaction'>['parts'],
): Promise<Result<CaseCommands['redaction'], Refusal>> {
  const originals = await originalsOf(ctx.tx, state);
  const known = new Set(originals.map(({ part }) => part));
  const named = new Set(parts.map(({ part }) => part));
  if (named.size < parts.length || parts.some(({ part }) => !known.has(part)))
    return err({ code: 'invalid-input', fields: { parts: 'unknown' } });
  return ok({
    parts: originals.map(({ part, words }) => {
      const masks: readonly Mask[] = parts.find((one) => one.part === part)?.masks ?? [];
      return { part, digest: sha256(words), masks: joinMasks(words, masks), length: words.length };
    }),
  });
}

/** The public texts of what was saved. */
export function publicTexts(
  { redaction }: Pick<CaseState, 'redaction'>,
  originals: readonly Original[],
): Partial<Record<PublicPart, string>> {
  return Object.fromEntries(
    originals.map(({ part, words }) => [
      part,
      publicText(words, redaction?.parts.find((one) => one.part === part)?.masks ?? []),
    ]),
  );
}

/** Whether something that lies sealed, or the dots over it, can be read in a text. */
export function tellsReporter(text: string, identity: Identity | undefined): boolean {
  if (identity === undefined) return ownSpans(text).length > 0;
  const digits = text.replace(/\D/g, '');
  const { nik, familyCardNumber, others, earlier } = identity;
  const numbers = [nik, familyCardNumber, ...others.map((one) => one.nik)].flatMap((number) => number ?? []);
  const before = earlier.map(({ name, phone, email }) => ({ ...nobody, name, phone, email }));
  return (
    ownSpans(text, ...everybodyIn(identity), ...before).length > 0 ||
    numbers.some((number) => number !== '' && digits.includes(number))
  );
}

/** Names that the case itself holds, and those of colleagues that stand in the words. */
async function whoIsKnown(ctx: Reading, state: CaseState, texts: readonly string[]): Promise<Known> {
  const text = texts.join('\n');
  const staff = await ctx.tx
    .selectFrom('people')
    .select('name')
    .where('institution_id', '=', state.institution)
    .where('active', '=', true)
    .where(sql<boolean>`start_of_name(name) = any (${[...wordPairs(text)]}::text[])`)
    .execute();
  const reporter = await openReporter(ctx, state.id);
  return {
    own: reporter === undefined ? [] : everybodyIn(reporter),
    names: [...new Set([...namesIn(state), ...staff.map(({ name }) => name)])],
  };
}

/** Whom the case is about, and who worked on it; the longest first, since a mask swallows what lies in it. */
function namesIn({ conflicts = [], answer, report, assignments }: CaseState): readonly string[] {
  return [
    ...conflicts.flatMap(({ person }) => person?.name ?? []),
    ...(answer === null ? [] : [answer.author.name]),
    ...(report?.versions.map(({ author }) => author.name) ?? []),
    ...assignments.flatMap(({ person }) => person?.name ?? []),
  ];
}
