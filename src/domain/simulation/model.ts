import { findStep, nextOf } from '../procedures/next-steps.ts';
import type { Procedure, Step } from '../procedures/procedure.ts';
import type { Scenario } from './scenario.ts';
import type { ServiceTime } from './service-time.ts';

/** A row of the procedure with every name looked up, so that a run compares numbers only. */
export interface StepModel {
  readonly index: number;
  readonly step: Step;
  /** Places in `stations`; -1: nobody's queue (the reporter, what the system does at once). */
  readonly actors: readonly number[];
  readonly standIns: readonly number[] | null;
  readonly delegates: readonly number[];
  readonly service: ServiceTime;
  /** Steps that follow; -1: the procedure ends. */
  readonly ya: number;
  readonly tidak: number;
  readonly yes: number;
  readonly taken: number;
  readonly returnsTo: number;
  readonly returned: number;
  readonly returnsAtMost: number;
  readonly parallel: number;
}

export interface Model {
  readonly procedure: Procedure;
  readonly steps: readonly StepModel[];
  /** Ids of the actors that have a queue, in the order of the form. */
  readonly stations: readonly string[];
}

/** How often a case may be sent back from a step where the form sets no bound. */
export const defaultReturnsAtMost = 3;

const noWork: ServiceTime = { shape: 'fixed', mean: 0 };

/** A procedure that was validated, bound to a scenario that names each of its steps. */
export function buildModel(procedure: Procedure, scenario: Scenario): Model {
  const stations = workingActors(procedure);
  const place = new Map(procedure.steps.map(({ id }, index) => [id, index]));
  const placeOf = (id: string | null | undefined) => (id == null ? -1 : (place.get(id) ?? -1));
  const stationOf = (id: string) => stations.indexOf(id);
  const steps = procedure.steps.map((step, index): StepModel => {
    const atOnce = happensAtOnce(step);
    return {
      index,
      step,
      actors: atOnce ? [-1] : step.actors.map(stationOf),
      standIns: step.standIns?.map(stationOf) ?? null,
      delegates: (step.delegates ?? []).map(stationOf),
      service: scenario.service.get(step.id) ?? noWork,
      ya: placeOf(nextOf(step, 'ya')),
      tidak: placeOf(nextOf(step, 'tidak')),
      yes: scenario.yes.get(step.id) ?? 1,
      taken: step.optional === true ? (scenario.taken.get(step.id) ?? 0) : 1,
      returnsTo: placeOf(step.returnsTo),
      returned: scenario.returned.get(step.id) ?? 0,
      returnsAtMost: step.returnsAtMost ?? defaultReturnsAtMost,
      parallel: scenario.parallel.get(step.id) ?? 1,
    };
  });
  return { procedure, steps, stations };
}

/** As when a case opens: what the reporter brings is recorded without anybody's turn. */
export function happensAtOnce(step: Step): boolean {
  return step.act === 'submit' || step.act === 'record';
}

/** Actors that have work of their own in some row; the reporter and what happens at once have no queue. */
export function workingActors(procedure: Procedure): readonly string[] {
  const working = new Set(
    procedure.steps
      .filter((step) => !happensAtOnce(step))
      .flatMap((step) => [...step.actors, ...(step.standIns ?? []), ...(step.delegates ?? [])]),
  );
  return procedure.actors.filter((actor) => working.has(actor.id) && !isReporter(actor)).map(({ id }) => id);
}

/** Whether only reporters do this row: the office waits, and nobody's queue grows. */
export function isReporterStep(procedure: Procedure, step: Step): boolean {
  return step.actors.every((id) => {
    const actor = procedure.actors.find((one) => one.id === id);
    return actor === undefined || isReporter(actor);
  });
}

function isReporter(actor: { readonly roles: readonly string[] }): boolean {
  return actor.roles.length > 0 && actor.roles.every((role) => role === 'reporter');
}

/** Whether Tidak at this row leads to an earlier one. */
export function refusalGoesBack(procedure: Procedure, step: Step): boolean {
  const target = step.exits === undefined ? undefined : findStep(procedure, step.exits.tidak);
  return target !== undefined && procedure.steps.indexOf(target) <= procedure.steps.indexOf(step);
}

/** Whether the row can send a case back by another way than its Tidak. */
export function returnsApart(step: Step): boolean {
  return step.returnsTo !== undefined && step.exits?.tidak !== step.returnsTo;
}
