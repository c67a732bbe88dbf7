import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { type ArchiveReason, archiveReasons } from '../../domain/cases/words.ts';
import {
  type ClockRule,
  clockOwners,
  clockStarts,
  pauseReasons,
  requiredRules,
} from '../../domain/clocks/rules.ts';
import { limitUnits } from '../../domain/procedures/procedure.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import {
  type ArchiveReasonEntry,
  ArchiveReasonsFileShape,
  type ClockRuleEntry,
  ClockRulesFileShape,
} from './file-shape.ts';
import { type LoadProblem, loadProblem } from './load-problem.ts';
import { readYaml, type SourcePath, type YamlSource } from './yaml-source.ts';

/** One reason of the closed list, as officers choose it and reporters read it. */
export interface ArchiveReasonText {
  readonly id: ArchiveReason;
  readonly name: { readonly id: string; readonly en: string };
  /** Where the reporter can go with the matter instead; null where there is no such place. */
  readonly whereToGo: { readonly id: string; readonly en: string } | null;
}

export interface RuleTables {
  readonly clocks: readonly ClockRule[];
  /** In the order of the file, which is the order in which officers see them. */
  readonly archiveReasons: readonly ArchiveReasonText[];
}

/** The rule tables of a folder, or every problem found, by file and line. */
export function loadRules(dir: string): Result<RuleTables, readonly LoadProblem[]> {
  if (!existsSync(dir)) return err([loadProblem('folder-missing', { file: dir }, { name: dir })]);
  const clocks = readTable(dir, 'legal-clocks.yaml', ClockRulesFileShape, checkClockRules);
  const reasons = readTable(dir, 'archive-reasons.yaml', ArchiveReasonsFileShape, checkArchiveReasons);
  const problems = [...clocks.problems, ...reasons.problems];
  if (problems.length > 0) return err(problems);
  return ok({ clocks: clocks.rows, archiveReasons: reasons.rows });
}

interface Table<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly LoadProblem[];
}

function readTable<S extends TSchema, Row>(
  dir: string,
  name: string,
  schema: S,
  check: (source: YamlSource<Static<S>>) => Table<Row>,
): Table<Row> {
  const file = join(dir, name);
  if (!existsSync(file))
    return { rows: [], problems: [loadProblem('file-missing', { file: dir }, { name })] };
  const { source, problems } = readYaml(file, schema);
  return source === null ? { rows: [], problems } : check(source);
}

function checkClockRules(source: YamlSource<{ rules: ClockRuleEntry[] }>): Table<ClockRule> {
  const { rules } = source.value;
  const checked = rules.map((entry, index) => checkClockRule(source, entry, ['rules', index]));
  const missing = requiredRules
    .filter((id) => !rules.some((rule) => rule.id === id))
    .map((id) => source.problem('missing-rule', ['rules'], { id }));
  return {
    rows: checked.flatMap(({ rows }) => rows),
    problems: [...checked.flatMap((one) => one.problems), ...duplicates(source, rules, 'rules'), ...missing],
  };
}

function checkClockRule(
  source: YamlSource<unknown>,
  entry: ClockRuleEntry,
  path: SourcePath,
): Table<ClockRule> {
  const { amount } = entry.limit;
  const unit = limitUnits.find((known) => known === entry.limit.unit);
  const startsAt = clockStarts.find((known) => known === entry.startsAt);
  const owner = clockOwners.find((known) => known === entry.owner);
  const pausesWhile = pauseReasons.filter((known) => entry.pausesWhile.includes(known));
  const at = (...keys: SourcePath): SourcePath => [...path, ...keys];
  const strange = entry.pausesWhile.filter((reason) => !pauseReasons.some((known) => known === reason));
  const problems: LoadProblem[] = [
    ...(entry.limit.unit === undefined ? [source.problem('limit-without-unit', at('limit'))] : []),
    ...(entry.limit.unit !== undefined && unit === undefined
      ? [source.problem('unknown-unit', at('limit', 'unit'), { unit: entry.limit.unit })]
      : []),
    ...(Number.isInteger(amount) && amount > 0
      ? []
      : [source.problem('limit-not-positive', at('limit', 'amount'), { amount: String(amount) })]),
    ...(startsAt === undefined
      ? [source.problem('unknown-start', at('startsAt'), { start: entry.startsAt })]
      : []),
    ...(owner === undefined ? [source.problem('unknown-owner', at('owner'), { owner: entry.owner })] : []),
    ...strange.map((reason) => source.problem('unknown-pause-reason', at('pausesWhile'), { reason })),
  ];
  if (unit === undefined || startsAt === undefined || owner === undefined) return { rows: [], problems };
  const { id, name, source: citation, verified } = entry;
  const rule = {
    id,
    name,
    limit: { amount, unit },
    startsAt,
    owner,
    pausesWhile,
    source: citation,
    verified,
  };
  return { rows: [rule], problems };
}

function checkArchiveReasons(
  source: YamlSource<{ reasons: ArchiveReasonEntry[] }>,
): Table<ArchiveReasonText> {
  const { reasons } = source.value;
  const rows = reasons.flatMap(({ id: word, name, whereToGo = null }) => {
    const id = archiveReasons.find((known) => known === word);
    return id === undefined ? [] : [{ id, name, whereToGo }];
  });
  const unknown = reasons.flatMap(({ id }, index) =>
    archiveReasons.some((known) => known === id)
      ? []
      : [source.problem('unknown-reason', ['reasons', index, 'id'], { id })],
  );
  const missing = archiveReasons
    .filter((id) => !rows.some((row) => row.id === id))
    .map((id) => source.problem('missing-reason', ['reasons'], { id }));
  const silent = reasons.flatMap(({ id, whereToGo }, index) =>
    id === 'court-or-crime' && whereToGo === undefined
      ? [source.problem('nowhere-to-go', ['reasons', index], { id })]
      : [],
  );
  return { rows, problems: [...unknown, ...duplicates(source, reasons, 'reasons'), ...missing, ...silent] };
}

function duplicates(
  source: YamlSource<unknown>,
  rows: readonly { readonly id: string }[],
  key: string,
): readonly LoadProblem[] {
  return rows.flatMap(({ id }, index) =>
    rows.findIndex((row) => row.id === id) < index
      ? [source.problem('duplicate-id', [key, index, 'id'], { id })]
      : [],
  );
}
