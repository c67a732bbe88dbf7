import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { StepDocument } from './edit-steps.ts';

export type ActorDocument = ProcedureDocument['actors'][number];

/** The lists of a row that name actors. */
export const actorLists = ['actors', 'standIns', 'copies', 'delegates', 'notifies'] as const;
export type ActorList = (typeof actorLists)[number];

export function addActor(document: ProcedureDocument): ProcedureDocument {
  return {
    ...document,
    actors: [...document.actors, { id: freeId('pelaksana', document.actors), title: '', roles: [] }],
  };
}

/** `name-1`, `name-2` …: the first that no entry of the list has. */
export function freeId(name: string, taken: readonly { readonly id: string }[]): string {
  for (let number = 1; ; number += 1) {
    const id = `${name}-${number}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

/** The numbers of the rows that name an actor, in the order of the form. */
export function rowsOf(document: ProcedureDocument, actor: string): readonly string[] {
  return document.steps
    .filter((step) => actorLists.some((list) => step[list]?.includes(actor)))
    .map(({ id }) => id);
}

/** Without the actor, in the list and in every row; of two with one code, the rows keep the other. */
export function removeActor(document: ProcedureDocument, place: number): ProcedureDocument {
  const gone = document.actors[place]?.id;
  const actors = document.actors.toSpliced(place, 1);
  if (gone === undefined || actors.some(({ id }) => id === gone)) return { ...document, actors };
  return { ...document, actors, steps: document.steps.map((step) => withoutActor(step, gone)) };
}

function withoutActor(step: StepDocument, gone: string): StepDocument {
  return actorLists.reduce(
    (before, list) =>
      before[list]?.includes(gone) === true
        ? withActors(
            before,
            list,
            before[list].filter((id) => id !== gone),
          )
        : before,
    step,
  );
}

/** A row with other actors in one of its lists; a list that may be left out and is empty, is left out. */
export function withActors(step: StepDocument, list: ActorList, ids: readonly string[]): StepDocument {
  if (list === 'actors' || ids.length > 0) return { ...step, [list]: [...ids] };
  const { [list]: _, ...rest } = step;
  return rest as StepDocument;
}

export function moveActor(document: ProcedureDocument, place: number, by: -1 | 1): ProcedureDocument {
  const actor = document.actors[place];
  const to = place + by;
  if (actor === undefined || to < 0 || to >= document.actors.length) return document;
  return { ...document, actors: document.actors.toSpliced(place, 1).toSpliced(to, 0, actor) };
}
