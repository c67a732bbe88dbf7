import type { Book } from '../telling.ts';
import { cannotBeMet } from './cannot-be-met.ts';
import { returnedTwice } from './returned-twice.ts';
import { shavedAid } from './shaved-aid.ts';
import { swallowedCard } from './swallowed-card.ts';

/** Every story of the demo world. The order does not matter: scenes are played by their moments. */
export const stories: readonly ((book: Book) => void)[] = [
  swallowedCard,
  returnedTwice,
  shavedAid,
  cannotBeMet,
];
