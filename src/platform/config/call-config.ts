import type { ConfigProblem } from './config-problem.ts';

/** `CALL_SECRETS`: for each institution with a telephone system `institution:secret`, parted by blanks. */
export function readCallSecrets(given: string | null): {
  readonly secrets: ReadonlyMap<string, string>;
  readonly problems: readonly ConfigProblem[];
} {
  const parts = (given ?? '').split(/\s+/).filter((one) => one !== '');
  const read = parts.map((one) => /^([a-z0-9-]{1,40}):(.{32,})$/.exec(one));
  // The part holds a secret: the sentence says which it is by its place.
  const faulty = read.flatMap((one, index) => (one === null ? [index + 1] : []));
  const secrets = new Map(
    read.flatMap((one) => (one === null ? [] : [[one[1] ?? '', one[2] ?? ''] as const])),
  );
  const problem =
    faulty.length > 0
      ? `part ${faulty[0]} is not like institution:secret, with a secret of at least 32 characters.`
      : 'names an institution twice; give each one secret.';
  return faulty.length > 0 || secrets.size < parts.length
    ? { secrets: new Map(), problems: [{ variable: 'CALL_SECRETS', problem }] }
    : { secrets, problems: [] };
}
