import type { Calendar } from '../../../src/domain/clocks/calendar.ts';
import { momentsBefore } from '../moments.ts';
import type { Scene } from '../stage.ts';
import type { Book } from '../telling.ts';
import { afterTheQuake, olderDisasters } from './after-the-quake.ts';
import { answersAtTheDesk } from './answers-at-the-desk.ts';
import { askedAndSuggested } from './asked-and-suggested.ts';
import { atTheDeskOfVerifiers } from './at-the-desk-of-verifiers.ts';
import { atTheDoor } from './at-the-door.ts';
import { campusBefore } from './campus-before.ts';
import { campusToday } from './campus-today.ts';
import { cannotBeMet } from './cannot-be-met.ts';
import { cardAndBank } from './card-and-bank.ts';
import { children } from './children.ts';
import { elderly } from './elderly.ts';
import { equipment } from './equipment.ts';
import { familyHopeDone, familyHopeOpen } from './family-hope.ts';
import { inTheCity } from './in-the-city.ts';
import { onCampus } from './on-campus.ts';
import { oneFlood } from './one-flood.ts';
import { referredAndArchived } from './referred-and-archived.ts';
import { registry } from './registry.ts';
import { returnedTwice } from './returned-twice.ts';
import { shavedAid } from './shaved-aid.ts';
import { sinceYesterday } from './since-yesterday.ts';
import { stapleFood } from './staple-food.ts';
import { swallowedCard } from './swallowed-card.ts';
import { toldByMessage } from './told-by-message.ts';
import { toldByPhone } from './told-by-phone.ts';
import { underOversight } from './under-oversight.ts';
import { chainedBrother, childOnTheMarket, oldManAlone } from './urgent.ts';
import { whoMayKnow } from './who-may-know.ts';

/** Tells the whole world up to `now` (ISO 8601 UTC), scene by scene; nothing is played yet. */
export function tellStories(now: string, calendar: Calendar): readonly Scene[] {
  const book = { moments: momentsBefore(now, calendar), scenes: [] };
  for (const story of stories) story(book);
  return book.scenes;
}

/** The order does not matter: scenes are played by their moments. */
const stories: readonly ((book: Book) => void)[] = [
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
  sinceYesterday,
  toldByPhone,
  toldByMessage,
  atTheDeskOfVerifiers,
  referredAndArchived,
  askedAndSuggested,
  familyHopeOpen,
  familyHopeDone,
  stapleFood,
  registry,
  cardAndBank,
  children,
  elderly,
  afterTheQuake,
  olderDisasters,
  underOversight,
  campusToday,
  campusBefore,
  inTheCity,
  whoMayKnow,
];
