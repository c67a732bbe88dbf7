import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Fault } from './answer.ts';
import { given } from './fields.ts';

/** As it was written, WGS 84: "-5.31, 119.42". */
export type Position = string | null;

/** Latitude and longitude, both or neither. Faults: 400. */
export function readPosition(
  values: Readonly<Record<string, string>>,
  t: Translate,
): Result<Position, readonly Fault[]> {
  const [lat, long] = [given(values, 'lat'), given(values, 'long')];
  if (lat === undefined && long === undefined) return ok(null);
  const faults = [...wrong('lat', lat, 90, t), ...wrong('long', long, 180, t)];
  return faults.length > 0 ? err(faults) : ok(`${lat}, ${long}`);
}

function wrong(name: string, typed: string | undefined, most: number, t: Translate): readonly Fault[] {
  const isNumber = typed !== undefined && /^[+-]?\d{1,3}(?:\.\d{1,20})?$/.test(typed);
  if (isNumber && Math.abs(Number(typed)) <= most) return [];
  return [{ code: 400, description: t('open311.fault.position', { name, most }) }];
}

const placeLimit = 200;

/** Where it is, in words, as far as they fit; what does not is `rest` and goes with the text. */
export function placeWords(
  values: Readonly<Record<string, string>>,
  position: Position,
): { readonly place: string | null; readonly rest: readonly string[] } {
  const parts = ['address_string', 'zipcode', 'address_id'].flatMap((name) => given(values, name) ?? []);
  const words = [...parts, ...(position === null ? [] : [`(${position})`])];
  if (words.length === 0) return { place: null, rest: [] };
  const place = words.join(' ');
  return place.length <= placeLimit ? { place, rest: [] } : { place: position, rest: words };
}
