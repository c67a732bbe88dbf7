import { systemActor } from '../../src/domain/access/actor.ts';
import { measureLeftOut } from '../../src/features/compliance/index.ts';
import type { Context } from '../../src/features/context/index.ts';
import { relaxSecondFactors } from '../../src/features/people/index.ts';
import type { House } from '../../src/main/serve.ts';
import { hashPassword } from '../../src/platform/crypto/password.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { demoPassword, presentAccounts, presentCodes, presentSealedCodes } from './accounts.ts';
import { hireEverybody } from './cast.ts';
import { draftNextVersion } from './draft-of-an-sop.ts';
import { printOneLetter } from './letters.ts';
import { emailOf, people } from './people.ts';
import { play } from './play.ts';
import { tellOfSealedDoor } from './sealed-door.ts';
import type { Scene } from './stage.ts';
import { tellStories } from './stories/index.ts';
import { pauseOneWebhook } from './webhook.ts';

/**
 * Fills the house with a told world: people of every role in two institutions, a few in a third, and ten weeks of
 * their cases, in every status, up to `house.clock()`, with the next version of an SOP waiting for its second reader.
 * Everything happens through the same commands as in earnest, each act at its own moment of the past, and all of it in
 * one transaction: the world is there whole or not at all.
 * A second call finds it and only says again who can sign in. Throws where a command refuses.
 */
export async function buildDemoWorld(
  house: Pick<House, 'database' | 'office' | 'clock'>,
  say: (line: string) => void,
): Promise<void> {
  const password = demoPassword(house.office.keys);
  // Whoever looks around signs in with the printed password alone, and may try a second factor.
  await inTransaction(house.database.kysely, relaxSecondFactors);
  if (await isBuilt(house)) {
    say('The demo world is there already; nothing was added.');
  } else {
    const now = house.clock();
    const scenes = tellStories(now, house.office.calendar);
    const plots = new Set(scenes.map((scene) => scene.plot));
    say(`Building the demo world: ${people.length} people, ${plots.size} cases, some ten seconds …`);
    const started = Date.now();
    const hash = await hashPassword(password);
    const sealedCodes = await inTransaction(house.database.kysely, async (tx) => {
      const { office } = house;
      const ctx: Context = { tx, actor: systemActor, now, requestId: 'demo', locale: 'id', office };
      const cast = await hireEverybody({ ...ctx, now: firstMoment(scenes, now) }, hash);
      await play(ctx, cast, scenes);
      await draftNextVersion(ctx, cast);
      await printOneLetter(ctx, cast);
      await pauseOneWebhook(ctx, cast);
      while ((await measureLeftOut(ctx)) > 0);
      return tellOfSealedDoor(ctx, cast);
    });
    say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
    for (const line of presentCodes(plots)) say(line);
    for (const line of presentSealedCodes(sealedCodes)) say(line);
  }
  for (const line of presentAccounts(password)) say(line);
}

/** People were there before the first case. */
function firstMoment(scenes: readonly Scene[], now: string): string {
  return [now, ...scenes.map(({ at }) => at)].toSorted()[0] ?? now;
}

/** One known address is the mark; the transaction that adds it adds everything. */
async function isBuilt(house: Pick<House, 'database'>): Promise<boolean> {
  const [known] = people;
  if (known === undefined) return true;
  const found = await house.database.kysely
    .selectFrom('people')
    .select('id')
    .where('email', '=', emailOf(known))
    .executeTakeFirst();
  return found !== undefined;
}
