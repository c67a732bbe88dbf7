import pg from 'pg';

const { builtins } = pg.types;

/**
 * How column values reach the code, for one pool (the driver's global table stays as it is, since other
 * libraries count on `Date`): `timestamptz` as ISO 8601 in UTC with milliseconds ("2026-11-24T03:20:00.000Z";
 * finer digits are cut), `date` as "2026-11-24", `timestamp` as the server writes it, `bigint` as a number.
 * A bigint beyond 2^53 - 1 throws: rounding it silently would be a lie. Arrays of these alike.
 */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ??
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** PostgreSQL's text form of a timestamptz, in any zone, as ISO 8601 in UTC. */
export function isoInstant(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d)(:\d\d)?$/.exec(text);
  if (parts === null) throw new RangeError(`not an instant between the years 1 and 9999: ${text}`);
  const [, day, time, fraction = '', hours, minutes = ':00'] = parts;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  if (hours === '+00' && minutes === ':00') return `${day}T${time}.${milliseconds}Z`;
  return new Date(`${day}T${time}.${milliseconds}${hours}${minutes}`).toISOString();
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint outside the safe range: ${text}`);
  return value;
}

function asWritten(text: string): string {
  return text;
}

function arrayOf<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  const split = pg.types.getTypeParser(textArray as number) as (text: string) => (string | null)[];
  return (text) => split(text).map((item) => (item === null ? null : parse(item)));
}

// Array types have no names in the driver (pg_type.dat).
const textArray = 1009;

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, isoInstant],
  [builtins.DATE, asWritten],
  [builtins.TIMESTAMP, asWritten],
  [builtins.INT8, safeInteger],
  [1185, arrayOf(isoInstant)],
  [1182, arrayOf(asWritten)],
  [1115, arrayOf(asWritten)],
  [1016, arrayOf(safeInteger)],
]);
