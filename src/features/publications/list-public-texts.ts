import type { Reading } from '../context/index.ts';
import type { PublicationView } from './contract.ts';
import { presentPublication, published } from './read-publications.ts';

/** A public text with the zone of its institution, for whoever has to write a moment. */
export interface PublicText extends PublicationView {
  readonly zone: string;
}

/** Which ones: by their ids, or of one institution by the months in which they arrived (`YYYY-MM-DD`, both included). */
export type WhichTexts =
  | { readonly ids: readonly string[] }
  | {
      readonly institution: string;
      readonly from: string;
      readonly to: string;
      /** The category's name in Indonesian. */
      readonly category?: string;
      readonly limit: number;
      readonly offset: number;
    };

/** Public texts in full, the newest first. One statement, and no table of cases in it. */
export async function listPublicTexts(ctx: Reading, which: WhichTexts): Promise<readonly PublicText[]> {
  const texts = published(ctx.tx)
    .select(['publications.text', 'publications.answer', 'institutions.zone'])
    .orderBy('publications.published_on', 'desc')
    .orderBy('publications.id', 'desc');
  const chosen =
    'ids' in which
      ? texts.where('publications.id', 'in', which.ids)
      : texts
          .where('publications.institution_id', '=', which.institution)
          .where('publications.received_month', '>=', which.from)
          .where('publications.received_month', '<=', which.to)
          .$if(which.category !== undefined, (found) =>
            found.where(({ eb, ref }) =>
              eb(ref('publications.category', '->>').key('id'), '=', which.category ?? ''),
            ),
          )
          .limit(which.limit)
          .offset(which.offset);
  return (await chosen.execute()).map(({ text, answer, zone, ...row }) => ({
    ...presentPublication(ctx, row),
    text,
    answer,
    zone,
  }));
}
