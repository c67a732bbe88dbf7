import type { Model, StepModel } from './model.ts';
import type { Random } from './random.ts';
import { drawMinutes } from './service-time.ts';

/** Work on one case by one person; `station` -1 takes its time in nobody's queue. */
export interface Task {
  readonly station: number;
  readonly minutes: number;
}

/** One stay in one row; it is left when the last of its tasks is done. */
export interface Stage {
  readonly step: number;
  readonly tasks: readonly Task[];
}

/** The way of one case through the procedure, drawn when it arrives and so independent of any queue. */
export interface Route {
  readonly stages: readonly Stage[];
  /** It went round for longer than any case is let, and was taken out. */
  readonly isCut: boolean;
}

/** The longest way that is followed: four times the table, at least 60 rows. */
export function longestRoute(steps: number): number {
  return Math.max(60, 4 * steps);
}

/** Draws every choice and every time of one case from its own chance; more staff changes neither. */
export function drawRoute(model: Model, random: Random): Route {
  const stages: Stage[] = [];
  const most = longestRoute(model.steps.length);
  const returns = new Map<number, number>();
  let assigned: readonly number[] = [];
  let passed = 0;
  for (let at = 0; at !== -1; ) {
    const step = model.steps[at];
    if (step === undefined) break;
    passed += 1;
    if (passed > most) return { stages, isCut: true };
    if (isSkipped(step, assigned, random)) {
      at = step.ya;
      continue;
    }
    stages.push({ step: at, tasks: tasksOf(step, assigned, random) });
    assigned = [...assigned, ...drawAssignments(step, random)];
    at = nextStep(step, returns, random);
  }
  return { stages, isCut: false };
}

/** An optional row by its share; a delegation only where one of its actors was assigned. */
function isSkipped(step: StepModel, assigned: readonly number[], random: Random): boolean {
  const skipped = step.step.optional === true && random() >= step.taken;
  const nobody = step.step.act === 'delegate' && !step.actors.some((actor) => assigned.includes(actor));
  return skipped || (nobody && step.step.optional === true);
}

/** Those assigned work side by side; else one of the row's actors, or of its stand-ins. */
function tasksOf(step: StepModel, assigned: readonly number[], random: Random): readonly Task[] {
  const own = assigned.filter((station) => step.actors.includes(station));
  const shared = step.standIns !== null || step.step.act === 'report';
  if (shared && own.length > 0) {
    return own.map((station) => ({ station, minutes: drawMinutes(step.service, random) }));
  }
  const able = step.standIns ?? step.actors;
  const station = able.length === 1 ? able[0] : able[Math.floor(random() * able.length)];
  return [{ station: station ?? -1, minutes: drawMinutes(step.service, random) }];
}

function drawAssignments(step: StepModel, random: Random): readonly number[] {
  const { delegates, parallel } = step;
  if (delegates.length === 0) return [];
  const whole = Math.floor(parallel);
  const count = whole + (random() < parallel - whole ? 1 : 0);
  return Array.from({ length: count }, () => delegates[Math.floor(random() * delegates.length)] ?? -1);
}

function nextStep(step: StepModel, returns: Map<number, number>, random: Random): number {
  const before = returns.get(step.index) ?? 0;
  const mayReturn = step.returnsTo !== -1 && before < step.returnsAtMost;
  if (step.returned > 0 && random() < step.returned && mayReturn) {
    returns.set(step.index, before + 1);
    return step.returnsTo;
  }
  if (step.step.exits === undefined || random() < step.yes) return step.ya;
  if (step.tidak !== step.returnsTo) return step.tidak;
  if (!mayReturn) return step.ya;
  returns.set(step.index, before + 1);
  return step.tidak;
}
