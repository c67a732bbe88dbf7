import { type Static, type TSchema, Type } from 'typebox';

/** A closed list of words, with the words as its type; in OpenAPI a string with `enum`. */
export function words<const T extends readonly string[]>(values: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
}

export function nullable<T extends TSchema>(schema: T) {
  // Null first: tried as a string it would be turned into an empty one, which is something else.
  return Type.Unsafe<Static<T> | null>({ anyOf: [{ type: 'null' }, schema] });
}
