import type { ParseArgsConfig } from 'node:util';
import type { Procedure } from '../domain/procedures/procedure.ts';
import { err, ok, type Result } from '../domain/shared/result.ts';
import { workingActors } from '../domain/simulation/model.ts';
import type { ScenarioInput } from '../domain/simulation/scenario.ts';
import { periodInstants } from '../features/simulation/index.ts';
import type { Translate } from '../platform/i18n/index.ts';

export const simulateOptions = {
  version: { type: 'string' },
  file: { type: 'string' },
  scenario: { type: 'string' },
  load: { type: 'string' },
  staff: { type: 'string' },
  arrivals: { type: 'string' },
  days: { type: 'string' },
  seed: { type: 'string' },
  past: { type: 'string' },
  replay: { type: 'string' },
  lang: { type: 'string', default: 'id' },
  json: { type: 'boolean', default: false },
} satisfies NonNullable<ParseArgsConfig['options']>;

export type SimulateValues = Readonly<Record<string, unknown>>;

/** What was typed does not mean anything; a sentence that names the option. */
export type Misread = string;

type Read<T> = Result<T | undefined, Misread>;

/** The scenario of a file, with what the options say of it instead. */
export function scenarioOf(
  values: SimulateValues,
  fromFile: ScenarioInput,
  procedure: Procedure,
  t: Translate,
): Result<ScenarioInput, Misread> {
  const loads = readLoads(values.load, t);
  if (!loads.ok) return loads;
  const staff = readStaff(values.staff, procedure, t);
  if (!staff.ok) return staff;
  const arrivals = readArrivals(values.arrivals, t);
  if (!arrivals.ok) return arrivals;
  const days = readWhole('days', values.days, { least: 1, most: 250 }, t);
  if (!days.ok) return days;
  const seed = readWhole('seed', values.seed, { least: 0, most: Number.MAX_SAFE_INTEGER }, t);
  if (!seed.ok) return seed;
  // A replay says what was asked; the rest is simulated where it is asked for, too.
  const onlyReplay = values.replay !== undefined && values.load === undefined && fromFile.loads === undefined;
  return ok({
    ...fromFile,
    ...(onlyReplay ? { loads: [] } : {}),
    ...(loads.value === undefined ? {} : { loads: loads.value }),
    ...(staff.value === undefined ? {} : { staff: { ...fromFile.staff, ...staff.value } }),
    ...(arrivals.value === undefined ? {} : { arrivals: arrivals.value }),
    ...(days.value === undefined ? {} : { days: days.value }),
    ...(seed.value === undefined ? {} : { seed: seed.value }),
  });
}

/** `2026-10-01..2026-11-01`, as the midnights of the zone. */
export function readPeriod(
  name: 'past' | 'replay',
  value: unknown,
  zone: string,
  t: Translate,
): Read<{ readonly from: string; readonly to: string }> {
  if (value === undefined) return ok(undefined);
  const [from = '', to = '', ...more] = String(value).split('..');
  const instants = more.length === 0 ? periodInstants({ from, to }, zone) : null;
  return instants === null ? misread(name, t('simulation.refused.period'), t) : ok(instants);
}

export function misread(option: string, reason: string, t: Translate): Result<never, Misread> {
  return err(t('simulation.refused.option', { option: `--${option}`, reason }));
}

function readLoads(value: unknown, t: Translate): Read<readonly number[]> {
  if (value === undefined) return ok(undefined);
  const loads = String(value).split(',').map(positive);
  const fits = loads.length <= 6 && loads.every((load) => load !== null && load <= 100);
  return fits ? ok(loads.flatMap((load) => load ?? [])) : misread('load', t('simulation.refused.list'), t);
}

function readStaff(value: unknown, procedure: Procedure, t: Translate): Read<Record<string, number>> {
  if (value === undefined) return ok(undefined);
  const actors = workingActors(procedure);
  const staff: Record<string, number> = {};
  for (const part of String(value).split(',')) {
    const [actor = '', count = '', ...more] = part.split('=');
    const people = /^[1-9]\d{0,3}$/.test(count) ? Number(count) : null;
    if (people === null || more.length > 0 || !actors.includes(actor.trim())) {
      // Two choices in a row would be taken for a word of the text's own.
      return misread('staff', t('simulation.refused.staff', { actors: actors.join(', ') }), t);
    }
    staff[actor.trim()] = people;
  }
  return ok(staff);
}

function readArrivals(value: unknown, t: Translate): Read<NonNullable<ScenarioInput['arrivals']>> {
  if (value === undefined) return ok(undefined);
  const [, count = '', unit] = /^([\d.]+)\/(day|hour|hari|jam)$/.exec(String(value)) ?? [];
  const amount = positive(count);
  if (amount === null || amount > 100_000) return misread('arrivals', t('simulation.refused.arrivals'), t);
  return ok(unit === 'day' || unit === 'hari' ? { perDay: amount } : { perHour: amount });
}

function readWhole(
  name: 'days' | 'seed',
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
  t: Translate,
): Read<number> {
  if (value === undefined) return ok(undefined);
  const amount = /^\d{1,16}$/.test(String(value)) ? Number(value) : Number.NaN;
  return amount >= least && amount <= most
    ? ok(amount)
    : misread(name, t('simulation.refused.number', { what: `${least}–${most}` }), t);
}

function positive(text: string): number | null {
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : 0;
  return value > 0 ? value : null;
}
