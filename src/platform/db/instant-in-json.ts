import { type RawBuilder, sql } from 'kysely';

/** A timestamptz inside a JSON value, written as every other instant here: ISO 8601 UTC with milliseconds. */
export function instantInJson(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
