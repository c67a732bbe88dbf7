import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadCalendar, loadRules } from '../features/clocks/index.ts';
import { readRoleIds } from '../features/people/index.ts';
import {
  checkProcedures,
  type LoadProblem,
  loadRegistry,
  presentProblem,
} from '../features/procedures/index.ts';
import type { Locale } from '../platform/i18n/index.ts';
import { root } from './root.ts';
import { StartRefused } from './start-refused.ts';

/**
 * `tuntas check-procedures [ID] [--lang id|en]`: what the linter finds in every procedure that ships, or in
 * one, by file, line and column, each with its remedy; then whether the scenarios hold. Throws `StartRefused`
 * where the tables it compares with cannot be read, or where no procedure has this id.
 */
export async function sayFindings(
  id: string | undefined,
  locale: Locale,
  say: (line: string) => void,
): Promise<{ readonly passed: boolean }> {
  const dir = join(root, 'procedures');
  if (id !== undefined && (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) || !existsSync(join(dir, id)))) {
    throw new StartRefused([`no procedure ${id} in procedures/`]);
  }
  const { calendar, ...against } = await tables();
  const check = checkProcedures(dir, calendar, against, id);
  const near = check.problems.map((problem) => ({ ...problem, file: relative(root, problem.file) }));
  for (const [folder, problems] of byFolder(near)) {
    say(`${folder}: ${countsOf(problems)}`);
    for (const problem of problems) {
      const { place, gravity, text, remedy } = presentProblem(problem, locale);
      say(`  ${place} ${gravity} [${problem.code}] ${text}`);
      say(`      ${remedy}`);
    }
    say('');
  }
  say(
    `${check.procedures.join(', ')}: ${check.scenarios} scenarios, ${check.passed ? 'all hold' : 'refused'}`,
  );
  return check;
}

async function tables() {
  const calendar = loadCalendar(join(root, 'calendars'));
  const rules = loadRules(join(root, 'rules'));
  const registry = loadRegistry(join(root, 'rules', 'registry.yaml'));
  if (!calendar.ok || !rules.ok || !registry.ok) {
    const dated = [calendar, rules].flatMap((loaded) =>
      loaded.ok ? [] : loaded.error.map(({ file, line, message }) => `${file}:${line} ${message}`),
    );
    throw new StartRefused([...dated, ...(registry.ok ? [] : registry.error.map(({ message }) => message))]);
  }
  const roles = [...(await readRoleIds(join(root, 'seeds/reference/roles.yaml'))), 'reporter', 'system'];
  return { calendar: calendar.value, rules: rules.value.clocks, registry: registry.value, roles };
}

function byFolder(problems: readonly LoadProblem[]): ReadonlyMap<string, readonly LoadProblem[]> {
  const grouped = new Map<string, LoadProblem[]>();
  for (const problem of problems) {
    const folder = problem.file.split('/').slice(0, 3).join('/');
    grouped.set(folder, [...(grouped.get(folder) ?? []), problem]);
  }
  return grouped;
}

function countsOf(problems: readonly LoadProblem[]): string {
  const count = (severity: LoadProblem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  return `${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes`;
}
