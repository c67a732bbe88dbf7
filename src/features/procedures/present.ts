import { mainPath, printedNumberCount } from '../../domain/procedures/next-steps.ts';
import { type Limit, limitUnits, type Procedure, type Step } from '../../domain/procedures/procedure.ts';
import type { PrintedTime, ProcedureListItem, ProcedureRow, ProcedureView } from './contract.ts';

/** A procedure for the public page and the API: texts as printed, actors by their titles. */
export function presentProcedure(procedure: Procedure): ProcedureView {
  const path = mainPath(procedure);
  return {
    id: procedure.id,
    version: procedure.version,
    institution: procedure.institution,
    title: procedure.title,
    decree: { ...procedure.decree },
    purpose: procedure.purpose ?? null,
    scope: procedure.scope ?? null,
    indicator: procedure.indicator ?? null,
    definitions: [...(procedure.definitions ?? [])],
    legalBasis: [...procedure.legalBasis],
    channels: [...procedure.channels],
    equipment: [...(procedure.equipment ?? [])],
    records: [...(procedure.records ?? [])],
    related: [...(procedure.related ?? [])],
    products: [...(procedure.products ?? [])],
    watchers: [...(procedure.watchers ?? [])],
    fee: procedure.fee,
    requirements: procedure.requirements.map(({ id, title, note }) => ({ id, title, note: note ?? null })),
    actors: procedure.actors.map(({ id, title, note }) => ({ id, title, note: note ?? null })),
    stepCount: printedNumberCount(procedure),
    rows: procedure.steps.map((step) => presentRow(procedure, step, path.includes(step))),
    time: printedTime(procedure, path),
    notes: [...procedure.notes],
  };
}

export function presentListItem(procedure: Procedure): ProcedureListItem {
  const { id, version, institution, title } = procedure;
  return { id, version, institution, title, stepCount: printedNumberCount(procedure) };
}

function presentRow(procedure: Procedure, step: Step, onMainPath: boolean): ProcedureRow {
  const titles = (ids: readonly string[] = []) =>
    ids.map((id) => procedure.actors.find((actor) => actor.id === id)?.title ?? id);
  return {
    no: step.id,
    activity: step.activity,
    actors: titles(step.actors),
    act: step.act,
    status: step.status,
    requires: [...step.requires],
    limit: step.limit,
    output: [...step.output],
    question: step.question ?? null,
    exits: step.exits === undefined ? null : { ...step.exits },
    next: step.next ?? null,
    isEnd: step.exits === undefined && (step.next ?? null) === null,
    isOptional: step.optional === true,
    onMainPath,
    returnsTo: step.returnsTo ?? null,
    returnsAtMost: step.returnsAtMost ?? null,
    standIns: titles(step.standIns),
    copies: titles(step.copies),
    delegates: titles(step.delegates),
    notifies: titles(step.notifies),
    writesBackTo: [...(step.writesBackTo ?? [])],
    note: step.note ?? null,
  };
}

/** PermenPANRB 35/2012 tables end with the total of the critical path; it is never rounded into one unit. */
function printedTime(procedure: Procedure, path: readonly Step[]): PrintedTime {
  const limits = path.flatMap(({ limit }) => limit ?? []);
  const sum = limitUnits
    .map((unit) => ({ unit, amount: total(limits.filter((limit) => limit.unit === unit)) }))
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => limitUnits.indexOf(b.unit) - limitUnits.indexOf(a.unit));
  const overall = procedure.overallLimit;
  return {
    sum,
    rowsWithTime: limits.length,
    rowsWithoutTime: path.length - limits.length,
    overall,
    comparison: comparisonOf(sum, overall),
  };
}

function total(limits: readonly Limit[]): number {
  return limits.reduce((sum, { amount }) => sum + amount, 0);
}

function comparisonOf(sum: readonly Limit[], overall: Limit | null): PrintedTime['comparison'] {
  const [only, ...rest] = sum;
  if (only === undefined || overall === null || rest.length > 0 || only.unit !== overall.unit) {
    return 'not-comparable';
  }
  if (only.amount === overall.amount) return 'equal';
  return only.amount < overall.amount ? 'within' : 'exceeds';
}
