import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Schema } from '../../platform/db/schema.ts';
import type { AreaView } from '../organizations/index.ts';
import { questionOf } from './words.ts';

/** More than village, district, regency, province and a country nobody writes. */
const partsLooked = 5;
const postalCode = /\b\d{5}\b/g;
/** Areas of one name within the same places; more are not told apart in any case. */
const mostAlike = 20;

/**
 * The area that an address ends in: "Jl. Melati 3, Galesong Baru, Kecamatan Galesong, Takalar" lies in the village of
 * that name. A part must be a whole name and lie in everything that follows it; alone at the end it must be a regency or a
 * province. Of areas one within the other the widest is taken, and where two could be meant, none. One statement.
 */
export async function findAreaInAddress(tx: Kysely<Schema>, address: string): Promise<AreaView | undefined> {
  const parts = address
    .replaceAll(postalCode, '')
    .split(',')
    .map(questionOf)
    .filter(({ bareName }) => bareName.length > 1)
    .slice(-partsLooked);
  if (parts.length === 0) return undefined;
  const fits = parts.map((part, place) => {
    const around = [part, ...parts.slice(place + 1)].flatMap(({ words }) => words);
    return sql<SqlBool>`(search like ${` ${part.bareName} |%`} and search like all (${around.map((word) => `% ${word}%`)}::text[]))`;
  });
  const rows = await tx
    .selectFrom('areas')
    .select(['code', 'name', 'level', 'full_name as fullName', firstOf(fits).as('place')])
    .where((eb) => eb.or(fits))
    .orderBy('place')
    .orderBy(sql`length(code)`)
    .limit(mostAlike)
    .execute();
  const [widest, ...others] = rows.filter(({ place }) => place === rows[0]?.place);
  if (widest === undefined || !others.every(({ code }) => code.startsWith(`${widest.code}.`)))
    return undefined;
  const { place, ...area } = widest;
  if (place === parts.length - 1 && area.level !== 'regency' && area.level !== 'province') return undefined;
  return area;
}

/** Which of the conditions holds first, from 0. */
function firstOf(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<number> {
  const cases = conditions.map((holds, place) => sql`when ${holds} then ${sql.lit(place)}`);
  return sql<number>`case ${sql.join(cases, sql` `)} end`;
}
