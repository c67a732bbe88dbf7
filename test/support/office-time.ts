import { sql } from 'kysely';
import { formatDate, formatDateTime } from '../../src/platform/i18n/format.ts';
import type { TestHouse } from './house.ts';
import { byTheClock } from './jobs.ts';

const offsets: Readonly<Record<string, string>> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' };

/** `2026-11-24 09:30`, `2026-11-24 16:00:01 WITA` as an instant; WIB where no zone is named. */
export function instant(words: string): string {
  const [date = '', time = '00:00', zone = 'WIB'] = words.split(' ');
  return new Date(`${date}T${time}${offsets[zone] ?? zone}`).toISOString();
}

/**
 * Lets time pass until the moment named. What has to happen on the way (a deadline missed, a silence
 * that is over) happens in its own second, as it would with a worker that never sleeps.
 */
export async function passTime(house: TestHouse, words: string): Promise<void> {
  const target = instant(words);
  await house.runJobs();
  for (;;) {
    const next = await nextJobTime(house);
    if (next === null || next > target) break;
    if (next > house.clock.now()) house.clock.set(next);
    await house.runJobs();
  }
  house.clock.set(target);
  await house.runJobs();
}

async function nextJobTime(house: TestHouse): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select min(j.run_at) as at from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = any (${[...byTheClock]}::text[])`.execute(house.database.kysely);
  return rows[0]?.at ?? null;
}

/** `Kamis, 26 November 2026` in the zone of whoever has to keep it. */
export function day(instantOf: string, zone: string): string {
  return formatDate(instantOf, zone, 'id').replaceAll('\u00a0', ' ');
}

/** `Kamis, 26 November 2026, pukul 16.00 WIB`. */
export function hour(instantOf: string, zone: string): string {
  return formatDateTime(instantOf, zone, 'id').replaceAll('\u00a0', ' ');
}
