import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Schema } from '../../platform/db/schema.ts';
import type { AreaView } from '../organizations/index.ts';
import { type AreaQuestion, questionOf } from './words.ts';

type Tx = Kysely<Schema>;
type Level = Schema['areas']['level'];

export interface AreaSearchOptions {
  readonly level?: Level | undefined;
  readonly limit: number;
}

/**
 * The areas a person may mean: each word typed begins a word of the area or of what it lies in, in any
 * order, and at least one of them belongs to the area's own name. Exact names first (the widest area first,
 * so that Kota Bandung is not hidden behind the villages of that name), then villages before districts.
 * Where nothing fits, what is written nearly so. At most three statements, all by the trigram index.
 */
export async function searchAreas(
  tx: Tx,
  typed: string,
  options: AreaSearchOptions,
): Promise<readonly AreaView[]> {
  const question = questionOf(typed);
  if (question.phrase.length < 2) return [];
  const hits = await byWords(tx, question, options);
  return hits.length > 0 || question.phrase.length < 4 ? hits : bySimilarity(tx, question, options);
}

/** What lies directly in `parent`; the provinces for null. By name. */
export async function listAreas(tx: Tx, parent: string | null): Promise<readonly AreaView[]> {
  return tx
    .selectFrom('areas')
    .select(columns)
    .where('parent_code', parent === null ? 'is' : '=', parent)
    .orderBy('name')
    .execute();
}

export async function findArea(tx: Tx, code: string): Promise<AreaView | undefined> {
  return tx.selectFrom('areas').select(columns).where('code', '=', code).executeTakeFirst();
}

const columns = ['code', 'name', 'level', 'full_name as fullName'] as const;

// `search` is ' own name | the rest': see `import-areas.ts`.
const ownName = sql`split_part(search, '|', 1)`;
const width = sql<number>`array_position(array['province', 'regency', 'district', 'village'], level)`;

function byWords(tx: Tx, question: AreaQuestion, { level, limit }: AreaSearchOptions) {
  const patterns = question.words.map((word) => `% ${word}%`);
  const startsWith = (phrase: string) => sql<SqlBool>`search like ${` ${phrase}%`}`;
  const isExact = sql<SqlBool>`(${startsWith(`${question.phrase} |`)} or ${startsWith(`${question.bareName} |`)})`;
  const closeness = sql<number>`case when ${isExact} or level = 'province' then 0 when ${startsWith(question.phrase)} then 1
    when ${ownName} like all (${patterns}::text[]) then 2 else 3 end`;
  return tx
    .selectFrom('areas')
    .select(columns)
    .where((eb) => eb.and(patterns.map((pattern) => eb('search', 'like', pattern))))
    .where(sql<SqlBool>`(level = 'province' or ${ownName} like any (${patterns}::text[]))`)
    .$if(level !== undefined, (query) => query.where('level', '=', level as Level))
    .orderBy(closeness)
    .orderBy(sql`case when ${isExact} then ${width} else -${width} end`)
    .orderBy('full_name')
    .limit(limit)
    .execute();
}

/** `%>` is word similarity: the best matching stretch of `search` is compared, not its whole length. */
async function bySimilarity(tx: Tx, { phrase }: AreaQuestion, { level, limit }: AreaSearchOptions) {
  // Two letters changed about in a word of ten still leave half of its trigrams. Until the transaction ends.
  await sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`.execute(tx);
  return tx
    .selectFrom('areas')
    .select(columns)
    .where(sql<SqlBool>`search %> ${phrase}`)
    .$if(level !== undefined, (query) => query.where('level', '=', level as Level))
    .orderBy(sql`word_similarity(${phrase}, search)`, 'desc')
    .orderBy(sql`similarity(${phrase}, ${ownName})`, 'desc')
    .orderBy('full_name')
    .limit(limit)
    .execute();
}
