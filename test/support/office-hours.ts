import { fileURLToPath } from 'node:url';
import { loadCalendar, loadRules } from '../../src/features/clocks/index.ts';
import { loadProcedures } from '../../src/features/procedures/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The procedures, calendar and rules as they ship; a test that cannot load them has found its fault. */
export function shippedProcedures() {
  return orThrow(loadProcedures(`${root}procedures`));
}

export function shippedCalendar() {
  return orThrow(loadCalendar(`${root}calendars`));
}

export function shippedRules() {
  return orThrow(loadRules(`${root}rules`));
}

function orThrow<T>(
  loaded: { ok: true; value: T } | { ok: false; error: readonly { message: string }[] },
): T {
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.error.map((problem) => problem.message).join('\n'));
}
