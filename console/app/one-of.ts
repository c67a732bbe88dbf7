/** From an address: the value under its name where it is one of the known words, else nothing. */
export function oneOf<K extends string, T extends string>(
  name: K,
  value: unknown,
  all: readonly T[],
): { [P in K]?: T } {
  const found = all.find((candidate) => candidate === value);
  return found === undefined ? {} : ({ [name]: found } as { [P in K]: T });
}
