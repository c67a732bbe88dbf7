import { randomUUID } from 'node:crypto';
import type { CaseState } from '../../domain/cases/case.ts';
import { localDate } from '../../domain/clocks/calendar.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Context } from '../context/index.ts';
import { openReporter } from '../reporters/index.ts';
import { type Acted, actOnCase } from './act-on-case.ts';
import type { ActInput } from './contract.ts';
import { originalsOf, publicTexts, tellsReporter } from './redaction.ts';

/**
 * Makes the redaction that was read public: its text goes into the table of what everybody may read, under an address
 * that leads to no case. Refusals: `same-person`, `changed-meanwhile` where another redaction was saved since,
 * `text-changed` where the words under the masks are others now, `tells-the-reporter`, `not-for-publication`.
 */
export async function publishCase(
  ctx: Context,
  caseId: string,
  { redaction }: ActInput<'publication'>,
  expectedVersion?: number,
): Promise<Result<Acted, Refusal>> {
  const id = randomUUID();
  let texts: ReturnType<typeof publicTexts> = {};
  const acted = await actOnCase(
    ctx,
    caseId,
    'publication',
    async (state) => {
      const originals = await originalsOf(ctx.tx, state);
      texts = publicTexts(state, originals);
      const identity = state.anonymous ? undefined : await openReporter(ctx, caseId);
      return ok({
        id,
        redaction,
        digests: originals.map(({ words }) => sha256(words)),
        tellsReporter: Object.values(texts).some((text) => tellsReporter(text, identity)),
      });
    },
    expectedVersion,
  );
  if (acted.ok) await writePublication(ctx, id, acted.value.state, texts);
  return acted;
}

async function writePublication(
  { tx, now }: Context,
  id: string,
  state: CaseState,
  { title = '', text = '', answer }: ReturnType<typeof publicTexts>,
): Promise<void> {
  const { institution, zone, categoryId, areaCode } = state;
  const month = `${localDate(state.receivedAt, zone).slice(0, 7)}-01`;
  await tx
    .insertInto('publications')
    .values((eb) => ({
      id,
      institution_id: institution,
      kind: state.kind,
      category: eb.selectFrom('categories').select('name').where('id', '=', categoryId).$castTo<string>(),
      area: eb.selectFrom('areas').select('full_name').where('code', '=', regencyOf(areaCode)),
      received_month: month,
      days: daysTaken(state),
      closure_kind: state.closure?.kind ?? '',
      rating: state.rating?.score ?? null,
      title,
      text,
      answer: answer ?? null,
      published_on: localDate(now, zone),
    }))
    .execute();
}

/** `73.05` of `73.05.02.2001`; a province stays one. */
function regencyOf(code: string | null): string | null {
  return code === null ? null : code.split('.').slice(0, 2).join('.');
}

/** Days of the calendar from the arrival to the answer; null where none was given. */
function daysTaken({ receivedAt, answer, zone }: CaseState): number | null {
  if (answer?.releasedAt == null) return null;
  const [from, to] = [localDate(receivedAt, zone), localDate(answer.releasedAt, zone)];
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
