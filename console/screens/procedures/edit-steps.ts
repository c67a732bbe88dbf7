import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';

export type StepDocument = ProcedureDocument['steps'][number];

/** What a removal has done to the other rows, by their number. */
export interface Removal {
  readonly document: ProcedureDocument;
  /** Rows that led to the removed one and now lead to where it led. */
  readonly ledOn: readonly string[];
  /** Rows that still name it: a decision's exits cannot guess where to. */
  readonly leftOver: readonly string[];
}

/**
 * A new row under the one at `after` (-1: at the top). It is put into the way: the row above leads to it and it leads
 * to where that one led; after a decision nothing is led anew, for nobody knows which exit is meant.
 */
export function addStep(document: ProcedureDocument, after: number): ProcedureDocument {
  const { steps } = document;
  const above = steps[after];
  const id = freeNumber(steps, after);
  const isPlain = above !== undefined && above.exits === undefined;
  const added: StepDocument = {
    id,
    activity: '',
    actors: [],
    act: steps.length === 0 ? 'submit' : '',
    status: above?.status ?? 'received',
    requires: [],
    limit: null,
    output: [],
    next: isPlain ? (above.next ?? null) : (steps[after + 1]?.id ?? null),
  };
  const led = isPlain ? steps.with(after, { ...above, next: id }) : steps;
  return { ...document, steps: led.toSpliced(after + 1, 0, added) };
}

/** The form numbers what stands between two rows by a letter: 3, 3a, 3b, 4. */
function freeNumber(steps: readonly StepDocument[], after: number): string {
  const taken = new Set(steps.map(({ id }) => id));
  const numbers = steps.map(({ id }) => Number(/^\d+/.exec(id)?.[0] ?? 0));
  const next = String(Math.max(0, ...numbers) + 1);
  const base = /^\d+/.exec(steps[after]?.id ?? '')?.[0];
  if (base === undefined || after === steps.length - 1) return next;
  const lettered = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${base}${letter}`);
  return lettered.find((id) => !taken.has(id)) ?? next;
}

/** Rows that led to the removed one are led on where it is plain to where. */
export function removeStep(document: ProcedureDocument, place: number): Removal {
  const gone = document.steps[place];
  const rest = document.steps.toSpliced(place, 1);
  // Another row of the same number takes what named it.
  if (gone === undefined || rest.some(({ id }) => id === gone.id)) {
    return { document: { ...document, steps: rest }, ledOn: [], leftOver: [] };
  }
  const ledOn: string[] = [];
  const leftOver: string[] = [];
  const steps = rest.map((step) => {
    if (!leadsTo(step, gone.id)) return step;
    const led = leadOn(step, gone);
    (leadsTo(led, gone.id) ? leftOver : ledOn).push(step.id);
    return led;
  });
  return { document: { ...document, steps }, ledOn, leftOver };
}

function leadsTo({ next, exits, returnsTo }: StepDocument, id: string): boolean {
  return [next, exits?.ya, exits?.tidak, returnsTo].includes(id);
}

function leadOn(step: StepDocument, { id, next, exits }: StepDocument): StepDocument {
  const led = step.returnsTo === id ? withoutReturn(step) : step;
  if (exits !== undefined || next === undefined || next === id) return led;
  if (led.next === id) return { ...led, next };
  return led.exits === undefined || next === null ? led : { ...led, exits: renamed(led.exits, id, next) };
}

function withoutReturn({ returnsTo: _, returnsAtMost: __, ...step }: StepDocument): StepDocument {
  return step;
}

/** One up (-1) or down (1); the way of the case stays as it is, for it goes by numbers. */
export function moveStep(document: ProcedureDocument, place: number, by: -1 | 1): ProcedureDocument {
  const step = document.steps[place];
  const to = place + by;
  if (step === undefined || to < 0 || to >= document.steps.length) return document;
  return { ...document, steps: document.steps.toSpliced(place, 1).toSpliced(to, 0, step) };
}

/** Another number for a row; whatever led to it follows, unless two rows have that number. */
export function renumberStep(document: ProcedureDocument, place: number, id: string): ProcedureDocument {
  const before = document.steps[place]?.id;
  const isAlone = document.steps.filter((step) => step.id === before).length === 1;
  const steps = document.steps.map((step, at) => {
    const followed = isAlone && before !== undefined ? follow(step, before, id) : step;
    return at === place ? { ...followed, id } : followed;
  });
  return { ...document, steps };
}

function follow(step: StepDocument, from: string, to: string): StepDocument {
  return {
    ...step,
    ...(step.next === from ? { next: to } : {}),
    ...(step.exits === undefined ? {} : { exits: renamed(step.exits, from, to) }),
    ...(step.returnsTo === from ? { returnsTo: to } : {}),
  };
}

function renamed(exits: NonNullable<StepDocument['exits']>, from: string, to: string) {
  return Object.fromEntries(
    Object.entries(exits).map(([answer, target]) => [answer, target === from ? to : target]),
  );
}
