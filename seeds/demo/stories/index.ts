import type { Book } from '../telling.ts';
import { answersAtTheDesk } from './answers-at-the-desk.ts';
import { atTheDoor } from './at-the-door.ts';
import { cannotBeMet } from './cannot-be-met.ts';
import { equipment } from './equipment.ts';
import { onCampus } from './on-campus.ts';
import { oneFlood } from './one-flood.ts';
import { returnedTwice } from './returned-twice.ts';
import { shavedAid } from './shaved-aid.ts';
import { swallowedCard } from './swallowed-card.ts';
import { chainedBrother, childOnTheMarket, oldManAlone } from './urgent.ts';

/** Every story of the demo world. The order does not matter: scenes are played by their moments. */
export const stories: readonly ((book: Book) => void)[] = [
  swallowedCard,
  returnedTwice,
  shavedAid,
  cannotBeMet,
  oldManAlone,
  childOnTheMarket,
  chainedBrother,
  oneFlood,
  atTheDoor,
  equipment,
  answersAtTheDesk,
  onCampus,
];
