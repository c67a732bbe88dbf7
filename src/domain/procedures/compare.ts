import type { ProcedureDraft, StepDraft } from './draft.ts';
import type { ProcedureActor, ProcedureRequirement } from './procedure.ts';

/**
 * What is different between two versions of a procedure, row by row. Rows, actors and requirements are the same
 * where their id is; so a row that was renumbered counts as one removed and one added.
 */
export interface ProcedureComparison {
  /** Fields of the head: title, decree, legal basis, promise for the whole and so on. */
  readonly head: readonly FieldChange[];
  readonly requirements: ListComparison<ProcedureRequirement>;
  readonly actors: ListComparison<ProcedureActor>;
  readonly steps: ListComparison<StepDraft>;
}

/** A field that is not there (which differs from null) has no `before`, or no `after`. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Places count from 0; `at` of what was removed is its place before, of what was added its place after. */
export interface ListComparison<T> {
  readonly added: readonly (Entry & { readonly at: number; readonly item: T })[];
  readonly removed: readonly (Entry & { readonly at: number; readonly item: T })[];
  readonly changed: readonly (Entry & { readonly changes: readonly FieldChange[] })[];
  /** The fewest that had to be moved for the order to come out. */
  readonly moved: readonly (Entry & { readonly from: number; readonly to: number })[];
}

/** Which entry of the list: its id and, where a draft has an id twice, the how manieth of them (from 1). */
export interface Entry {
  readonly id: string;
  readonly occurrence: number;
}

/** The same whenever it is asked, in the order of the form. Id and version are names, not content. */
export function compareProcedures(before: ProcedureDraft, after: ProcedureDraft): ProcedureComparison {
  return {
    head: fieldChanges(headOf(before), headOf(after)),
    requirements: compareLists(before.requirements, after.requirements),
    actors: compareLists(before.actors, after.actors),
    steps: compareLists(before.steps, after.steps),
  };
}

export function isSame({ head, ...lists }: ProcedureComparison): boolean {
  return (
    head.length === 0 &&
    Object.values(lists).every((list: ListComparison<unknown>) =>
      [list.added, list.removed, list.changed, list.moved].every((part) => part.length === 0),
    )
  );
}

/** `before` with the differences: applying what `compareProcedures(a, b)` gave to `a` gives `b`. */
export function applyComparison(before: ProcedureDraft, comparison: ProcedureComparison): ProcedureDraft {
  const head = withChanges(headOf(before), comparison.head);
  const { 'decree.number': number, 'decree.date': date, 'decree.signatory': signatory, ...others } = head;
  return {
    ...others,
    id: before.id,
    version: before.version,
    decree: { number, date, signatory },
    requirements: applyList(before.requirements, comparison.requirements),
    actors: applyList(before.actors, comparison.actors),
    steps: applyList(before.steps, comparison.steps),
  } as ProcedureDraft;
}

type Fields = { readonly [field: string]: unknown };

function headOf(procedure: ProcedureDraft): Fields {
  const { id: _, version: __, requirements, actors, steps, decree, ...head } = procedure;
  return {
    ...head,
    'decree.number': decree.number,
    'decree.date': decree.date,
    'decree.signatory': decree.signatory,
  };
}

function fieldsOf(value: object): Fields {
  return Object.fromEntries(Object.entries(value));
}

function fieldChanges(before: Fields, after: Fields): readonly FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => {
    const [had, has] = [before[field], after[field]];
    if (isEqual(had, has)) return [];
    return [
      {
        field,
        ...(had === undefined ? {} : { before: had }),
        ...(has === undefined ? {} : { after: has }),
      },
    ];
  });
}

function withChanges(before: Fields, changes: readonly FieldChange[]): Fields {
  const after: Record<string, unknown> = { ...before };
  for (const change of changes) {
    if ('after' in change) after[change.field] = change.after;
    else delete after[change.field];
  }
  return after;
}

type Identified = Pick<ProcedureActor, 'id'>;

interface Placed<T> extends Entry {
  readonly key: string;
  readonly at: number;
  readonly item: T;
}

function compareLists<T extends Identified>(before: readonly T[], after: readonly T[]): ListComparison<T> {
  const [had, has] = [placesOf(before), placesOf(after)];
  const [hadByKey, hasByKey] = [byKey(had), byKey(has)];
  const kept = has.flatMap((now) => {
    const then = hadByKey.get(now.key);
    return then === undefined ? [] : [{ then, now }];
  });
  const staying = longestRising(kept.map(({ then }) => then.at));
  return {
    added: has.filter(({ key }) => !hadByKey.has(key)).map(shown),
    removed: had.filter(({ key }) => !hasByKey.has(key)).map(shown),
    changed: kept.flatMap(({ then, now }) => {
      const changes = fieldChanges(fieldsOf(then.item), fieldsOf(now.item));
      return changes.length === 0 ? [] : [{ id: now.id, occurrence: now.occurrence, changes }];
    }),
    moved: kept
      .filter((_, index) => !staying.has(index))
      .map(({ then, now }) => ({ id: now.id, occurrence: now.occurrence, from: then.at, to: now.at })),
  };
}

function applyList<T extends Identified>(before: readonly T[], comparison: ListComparison<T>): readonly T[] {
  const { added, removed, changed, moved } = comparison;
  const had = placesOf(before);
  const changesOf = new Map(changed.map((one) => [keyOf(one), one.changes]));
  const isLifted = new Set([...removed, ...moved].map(keyOf));
  const changedItem = ({ key, item }: Placed<T>) =>
    withChanges(fieldsOf(item), changesOf.get(key) ?? []) as unknown as T;
  const result = had.filter(({ key }) => !isLifted.has(key)).map(changedItem);
  const lifted = byKey(had);
  const put = [
    ...added.map(({ at, item }) => ({ at, item })),
    ...moved.flatMap((one) => {
      const then = lifted.get(keyOf(one));
      return then === undefined ? [] : [{ at: one.to, item: changedItem(then) }];
    }),
  ];
  for (const { at, item } of put.toSorted((a, b) => a.at - b.at)) result.splice(at, 0, item);
  return result;
}

function placesOf<T extends Identified>(list: readonly T[]): readonly Placed<T>[] {
  const counts = new Map<string, number>();
  return list.map((item, at) => {
    const occurrence = (counts.get(item.id) ?? 0) + 1;
    counts.set(item.id, occurrence);
    const entry = { id: item.id, occurrence };
    return { ...entry, key: keyOf(entry), at, item };
  });
}

function keyOf({ id, occurrence }: Entry): string {
  return `${occurrence} ${id}`;
}

function byKey<T>(placed: readonly Placed<T>[]): ReadonlyMap<string, Placed<T>> {
  return new Map(placed.map((one) => [one.key, one]));
}

function shown<T>({ id, occurrence, at, item }: Placed<T>): Entry & { at: number; item: T } {
  return { id, occurrence, at, item };
}

/** The indexes of a longest rising run among different numbers: what stays in place while the others are moved. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  // For each entry the best run that ends there; lists have at most a few hundred entries.
  const best: { readonly length: number; readonly previous: number | null }[] = [];
  numbers.forEach((number, index) => {
    let found: { length: number; previous: number | null } = { length: 1, previous: null };
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1;
      if ((numbers[earlier] ?? 0) < number && length > found.length) found = { length, previous: earlier };
    }
    best.push(found);
  });
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const run = new Set<number>();
  let at: number | null = best.findIndex(({ length }) => length === longest);
  while (at !== null && at >= 0) {
    run.add(at);
    at = best[at]?.previous ?? null;
  }
  return run;
}

/** Equal as JSON, whatever the order of the keys. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isEqual(item, other[index]))
    );
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return fieldChanges(fieldsOf(one), fieldsOf(other)).length === 0;
}
