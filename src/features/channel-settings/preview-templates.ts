import type { Static } from 'typebox';
import { can } from '../../domain/access/can.ts';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { hiddenCode, hideCodes } from '../../domain/privacy/hide-codes.ts';
import { maskOwn, nobody } from '../../domain/privacy/sealed-words.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { notificationText, type Params, type TextWay, wordsIn } from '../notifications/index.ts';
import type { TemplatePreviews, TemplatesQuery } from './contract.ts';
import { samples } from './samples.ts';

/** A channel as far as a preview needs it: how it writes. */
export type Writing = Pick<TextWay, 'id' | 'writeNotice'>;

/**
 * Every notice to a reporter as a channel would send it in a language, with the words of a case where it has such an
 * event. The tracking code and the numbers of persons are dots; a case is found by whoever may read it. Refusals:
 * `not-found` for a case out of reach, or a channel that there is not.
 */
export async function previewTemplates(
  ctx: Reading,
  { channel, language, case: number }: TemplatesQuery,
  writings: readonly Writing[],
): Promise<Result<Static<typeof TemplatePreviews>, Refusal>> {
  const way = writings.find(({ id }) => id === channel);
  if (way === undefined && channel !== 'email') return err(refusal('not-found'));
  const real = number === undefined ? new Map<string, Params>() : await noticesOf(ctx, number);
  if (real === null) return err(refusal('not-found'));
  return ok(
    Object.entries(samples).map(([template, made]) => {
      const params = { ...made, ...real.get(template), number: number ?? '2611-00001', link: hiddenCode };
      const { subject, text } = notificationText(language, template, params);
      const words = wordsIn(params);
      const sent = way?.writeNotice({ template, subject, words, code: hiddenCode }, language) ?? text;
      return {
        template,
        subject: asShown(subject),
        text: asShown(sent),
        isReal: real.has(template),
      };
    }),
  );
}

function asShown(words: string): string {
  return hideCodes(maskOwn(words.trim(), nobody));
}

/** What was told to the reporter of a case, by template; null where the reader may not know of it. */
async function noticesOf(ctx: Reading, number: string): Promise<ReadonlyMap<string, Params> | null> {
  const cases = await ctx.tx
    .selectFrom('cases')
    .select(['id', 'state'])
    .where('number', '=', number)
    .execute();
  const found = cases.find(({ state }) => can(ctx.actor, 'case.read', reachOf(state as CaseState)));
  if (found === undefined) return null;
  const rows = await ctx.tx
    .selectFrom('notifications')
    .select(['template', 'params'])
    .where('case_id', '=', found.id)
    .where('recipient_kind', '=', 'reporter')
    .orderBy('created_at')
    .limit(500)
    .execute();
  return new Map(rows.map(({ template, params }) => [template, params]));
}
