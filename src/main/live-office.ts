import type { Kysely } from 'kysely';
import { ProcedureMissing } from '../domain/procedures/library.ts';
import { type Office, OfficeOutdated } from '../features/context/index.ts';
import type { Schema } from '../platform/db/schema.ts';
import type { Log } from '../platform/log/log.ts';
import { type Repeating, repeat } from './repeat.ts';

/** What releases and applied calendars change. */
export type CurrentOffice = Pick<Office, 'revision' | 'procedures' | 'calendar'>;

/**
 * The office of this process. Read directly, `procedures` and `calendar` are those of the moment; whoever needs them
 * to stay the same over an `await` takes a `snapshot`, as every request and every job does.
 */
export interface LiveOffice extends Office {
  /** `noteChange` is called where the work changes the office itself. */
  snapshot(noteChange?: () => void): Office;
  /** Reads anew where the database knows of more; otherwise one tiny query. */
  refresh(): Promise<void>;
}

export async function openLiveOffice(
  db: Kysely<Schema>,
  readCurrent: () => Promise<CurrentOffice>,
  fixed: Omit<Office, keyof CurrentOffice | 'noteChange'>,
): Promise<LiveOffice> {
  let current = await readCurrent();
  let reading: Promise<void> = Promise.resolve();
  const nothing = (): void => {};

  async function readIfChanged(): Promise<void> {
    if ((await readRevision(db)) !== current.revision) current = await readCurrent();
  }

  return {
    ...fixed,
    get revision() {
      return current.revision;
    },
    get procedures() {
      return current.procedures;
    },
    get calendar() {
      return current.calendar;
    },
    noteChange: nothing,
    snapshot: (noteChange = nothing) => ({ ...fixed, ...current, noteChange }),
    refresh() {
      // One at a time, and always one that begins after it was asked for.
      reading = reading.catch(nothing).then(readIfChanged);
      return reading;
    },
  };
}

export async function readRevision(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('office_revision').select('revision').executeTakeFirstOrThrow();
  return row.revision;
}

/**
 * Runs one request or job with one state of the office. Where it meets something released after that state was read,
 * it is run once more with the office read anew: its transaction has been rolled back, and a query changes nothing.
 * Where it changes the office itself, this node has read the change when it returns.
 */
export async function withOffice<T>(live: LiveOffice, work: (office: Office) => Promise<T>): Promise<T> {
  let isChanged = false;
  const snapshot = () =>
    live.snapshot(() => {
      isChanged = true;
    });
  const office = snapshot();
  try {
    return await work(office);
  } catch (error) {
    if (!(error instanceof OfficeOutdated || error instanceof ProcedureMissing)) throw error;
    await live.refresh();
    if (live.revision === office.revision) throw error;
    return await work(snapshot());
  } finally {
    // What is committed stays committed, also where it cannot be read just now: the next look tries again.
    if (isChanged) await live.refresh().catch(() => {});
  }
}

/** Looks every two seconds whether another node has released or applied something. */
export function watchOffice(live: LiveOffice, log: Log, seconds = 2): Repeating {
  return repeat(seconds, () => live.refresh(), log, 'the office was not read anew');
}
