/**
 * Text as it can be stored: PostgreSQL keeps no NUL and no half of a surrogate pair. Each becomes U+FFFD, the
 * sign for "there was something"; everything else stays as it was written.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

/** The same for everything in what a request brought: texts, in lists and objects too, names included. */
export function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableValue);
  if (value === null || typeof value !== 'object' || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [storable(name), storableValue(inner)]),
  );
}

/** An object without a class of its own; a stream or a buffer is left alone. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
