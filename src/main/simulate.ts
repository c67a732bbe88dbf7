import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Calendar } from '../domain/clocks/calendar.ts';
import type { ClockRule } from '../domain/clocks/rules.ts';
import { lintProcedure } from '../domain/procedures/lint/lint.ts';
import type { Procedure } from '../domain/procedures/procedure.ts';
import { err, ok, type Result } from '../domain/shared/result.ts';
import type { ScenarioInput } from '../domain/simulation/scenario.ts';
import { scenarioDefaults } from '../domain/simulation/scenario-defaults.ts';
import { loadCalendar, loadRules } from '../features/clocks/index.ts';
import {
  loadProcedures,
  presentFinding,
  presentProblem,
  readProcedureText,
  readRunnable,
  readYamlText,
} from '../features/procedures/index.ts';
import {
  institutionOf,
  type NotSimulated,
  type PastPeriod,
  readPastCases,
  replayLines,
  runSimulation,
  ScenarioBody,
  type Simulated,
  simulationLimits,
  simulationLines,
} from '../features/simulation/index.ts';
import type { Config } from '../platform/config/config.ts';
import { formatNumber, type Locale, type Translate, translator } from '../platform/i18n/index.ts';
import type { Log } from '../platform/log/log.ts';
import { root } from './root.ts';
import { openHouse } from './serve.ts';
import { misread, readPeriod, type SimulateValues, scenarioOf } from './simulate-options.ts';
import { StartRefused } from './start-refused.ts';

/** What the command line hands over. */
interface Call {
  readonly config: Config;
  readonly log: Log;
  readonly values: SimulateValues;
  readonly positionals: readonly string[];
}

/** Why nothing was simulated, in sentences, and the exit code that says so: 1 refused, 2 not understood. */
interface Stopped {
  readonly code: 1 | 2;
  readonly lines: readonly string[];
}

/** Where procedures, days and cases come from: the files that ship, or the office with what it released. */
interface Source {
  readonly versions: readonly Procedure[];
  readonly known: readonly string[];
  readonly calendar: Calendar;
  readonly rules: readonly ClockRule[];
  readonly now: string;
  readPast(period: { readonly from: string; readonly to: string }): Promise<Result<PastPeriod, Stopped>>;
  close(): Promise<void>;
}

/**
 * `tuntas simulate ID [options]`: a procedure tried out before it is signed. Needs no database but for
 * `--past` and `--replay`. Gives the exit code: 0, 1 where it is refused, 2 where the call was not understood.
 */
export async function simulateOnTerminal(input: Call, say: (line: string) => void): Promise<number> {
  const { values } = input;
  const locale: Locale = values.lang === 'en' ? 'en' : 'id';
  const done = await simulateAsAsked(input, locale);
  if (!done.ok) {
    for (const line of done.error.lines) process.stderr.write(`${line}\n`);
    return done.error.code;
  }
  const { procedure, simulation, replay } = done.value;
  if (values.json === true) {
    say(JSON.stringify({ ...simulation, replay }, null, 2));
    return 0;
  }
  const lines = [
    ...(simulation.loads.length === 0 ? [] : simulationLines(simulation, procedure, locale)),
    ...(replay === null ? [] : ['', ...replayLines(replay, procedure, locale)]),
  ];
  say(lines.join('\n'));
  return 0;
}

async function simulateAsAsked(
  { config, log, values, positionals }: Call,
  locale: Locale,
): Promise<Result<Simulated & { readonly procedure: Procedure }, Stopped>> {
  const t = translator(locale);
  const id = positionals[0] ?? '';
  const misused = misuse(values, t);
  if (misused !== null) return stopped(2, [misused]);
  const fromFile = await readScenario(values.scenario, locale, t);
  if (!fromFile.ok) return fromFile;
  const zone = fromFile.value.zone ?? scenarioDefaults.zone;
  const past = readPeriod('past', values.past, zone, t);
  if (!past.ok) return stopped(2, [past.error]);
  const replay = readPeriod('replay', values.replay, zone, t);
  if (!replay.ok) return stopped(2, [replay.error]);
  const wantsPast = past.value !== undefined || replay.value !== undefined;
  const source = wantsPast ? await openOfficeSource(config, log, id) : openFileSource(id);
  try {
    const procedure = await findProcedure(id, values, source, locale, t);
    if (!procedure.ok) return procedure;
    const scenario = scenarioOf(values, fromFile.value, procedure.value, t);
    if (!scenario.ok) return stopped(2, [scenario.error]);
    const pastCases = await readPastOf(source, past.value);
    if (!pastCases.ok) return pastCases;
    const replayed = await readPastOf(source, replay.value);
    if (!replayed.ok) return replayed;
    const done = runSimulation({
      procedure: procedure.value,
      versions: source.versions,
      input: scenario.value,
      calendar: source.calendar,
      rules: source.rules,
      past: pastCases.value,
      replay: replayed.value,
      now: source.now,
      most: simulationLimits.terminal,
    });
    return done.ok
      ? ok({ ...done.value, procedure: procedure.value })
      : refused(done.error, t, (value) => formatNumber(value, locale));
  } finally {
    await source.close();
  }
}

async function readPastOf(
  source: Source,
  period: Parameters<Source['readPast']>[0] | undefined,
): Promise<Result<PastPeriod | null, Stopped>> {
  return period === undefined ? ok(null) : source.readPast(period);
}

function misuse(values: SimulateValues, t: Translate): string | null {
  const sentence = (option: string, reason: string): string => {
    const said = misread(option, reason, t);
    return said.ok ? '' : said.error;
  };
  if (values.lang !== 'id' && values.lang !== 'en') return sentence('lang', t('simulation.refused.lang'));
  if (values.version !== undefined && values.file !== undefined) {
    return sentence('file', t('simulation.refused.one-of'));
  }
  if (values.version !== undefined && !/^[1-9]\d{0,5}$/.test(String(values.version))) {
    return sentence('version', t('simulation.refused.number', { what: '1, 2, 3, …' }));
  }
  return null;
}

async function readScenario(
  path: unknown,
  locale: Locale,
  t: Translate,
): Promise<Result<ScenarioInput, Stopped>> {
  if (path === undefined) return ok({});
  const text = await readText('scenario', path, t);
  if (!text.ok) return text;
  const read = readYamlText(text.value, ScenarioBody);
  if (read.ok) return ok(read.value.value);
  return stopped(2, textProblems(String(path), read.error, locale));
}

async function readText(option: string, path: unknown, t: Translate): Promise<Result<string, Stopped>> {
  try {
    return ok(await readFile(String(path), 'utf8'));
  } catch {
    const said = misread(option, t('simulation.refused.file', { file: String(path) }), t);
    return stopped(2, said.ok ? [] : [said.error]);
  }
}

type TextProblems = Extract<ReturnType<typeof readYamlText>, { readonly ok: false }>['error'];

function textProblems(file: string, problems: TextProblems, locale: Locale): readonly string[] {
  return problems.map((problem) => {
    const { place, gravity, text, remedy } = presentProblem(
      { ...problem, file, severity: 'error', step: null },
      locale,
    );
    return `${place} ${gravity}: ${text} ${remedy}`;
  });
}

function openFileSource(id: string): Source {
  const procedures = loadProcedures(join(root, 'procedures'));
  const calendar = loadCalendar(join(root, 'calendars'));
  const rules = loadRules(join(root, 'rules'));
  if (!procedures.ok || !calendar.ok || !rules.ok) {
    const problems = [procedures, calendar, rules].flatMap((loaded) =>
      loaded.ok ? [] : loaded.error.map(({ message }) => message),
    );
    throw new StartRefused(problems);
  }
  return {
    versions: procedures.value.versions(id),
    known: procedures.value.list().map((one) => one.id),
    calendar: calendar.value,
    rules: rules.value.clocks,
    now: '',
    readPast: () => Promise.reject(new Error('files have no past')),
    close: () => Promise.resolve(),
  };
}

async function openOfficeSource(config: Config, log: Log, id: string): Promise<Source> {
  const house = await openHouse(config, log, { borrow: true });
  const { procedures, calendar, rules } = house.office;
  return {
    versions: procedures.versions(id),
    known: procedures.list().map((one) => one.id),
    calendar,
    rules,
    now: house.clock(),
    async readPast(period) {
      const wanted = { procedureId: id, institution: institutionOf(id), ...period };
      const cases = await readPastCases(house.database.kysely, wanted);
      if (cases.ok) return ok({ ...period, cases: cases.value });
      return stopped(1, [cases.error.code]);
    },
    close: () => house.close(),
  };
}

/** A released version, or a draft that could be one: with its errors mended, by line. */
async function findProcedure(
  id: string,
  values: SimulateValues,
  { versions, known }: Source,
  locale: Locale,
  t: Translate,
): Promise<Result<Procedure, Stopped>> {
  if (values.file !== undefined) return readDraft(id, values.file, versions, locale, t);
  const version = values.version === undefined ? versions.at(-1)?.version : Number(values.version);
  const found = versions.find((one) => one.version === version);
  if (found !== undefined) return ok(found);
  const asked = values.version === undefined ? id : `${id} v${String(values.version)}`;
  const message = t('simulation.refused.procedure', { id: asked, known: known.join(', ') });
  return stopped(id === '' ? 2 : 1, [message]);
}

async function readDraft(
  id: string,
  file: unknown,
  versions: readonly Procedure[],
  locale: Locale,
  t: Translate,
): Promise<Result<Procedure, Stopped>> {
  const text = await readText('file', file, t);
  if (!text.ok) return text;
  const named = { id, version: (versions.at(-1)?.version ?? 0) + 1 };
  const read = readProcedureText(text.value, named);
  if (!read.ok) return stopped(1, textProblems(String(file), read.error, locale));
  const { id: _id, version: _version, ...document } = read.value.draft;
  const runnable = readRunnable(document, named);
  if (runnable.ok) return runnable;
  const errors = lintProcedure(read.value.draft)
    .filter(({ severity }) => severity === 'error')
    .map((finding) => {
      const { line, column } = read.value.locate(finding.path);
      const { text: said, remedy } = presentFinding(finding, locale);
      return `${String(file)}:${line}:${column} ${said} ${remedy}`;
    });
  return stopped(1, [t('simulation.refused.draft'), ...errors]);
}

function refused(why: NotSimulated, t: Translate, number: (value: number) => string): Result<never, Stopped> {
  switch (why.code) {
    case 'scenario':
      return stopped(
        2,
        why.problems.map((problem) => t('simulation.refused.name', { ...problem })),
      );
    case 'too-large':
      return stopped(1, [
        t('simulation.refused.too-large', { visits: number(why.visits), most: number(why.most) }),
      ]);
    case 'calendar-gap':
      return stopped(1, [t('simulation.refused.calendar-gap', { year: String(why.year) })]);
  }
}

function stopped(code: Stopped['code'], lines: readonly string[]): Result<never, Stopped> {
  return err({ code, lines });
}
