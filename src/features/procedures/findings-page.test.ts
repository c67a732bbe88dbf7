import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCalendar, loadRules } from '../clocks/index.ts';
import { checkProcedures, loadRegistry, presentProblem } from './index.ts';

/** docs/procedure-findings.md says of each procedure that ships exactly what the linter says. */
const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/procedure-findings.md'), 'utf8');

function problemsOf(id: string) {
  const [calendar, rules] = [loadCalendar(join(root, 'calendars')), loadRules(join(root, 'rules'))];
  const registry = loadRegistry(join(root, 'rules/registry.yaml'));
  assert.ok(calendar.ok && rules.ok && registry.ok);
  const known = { rules: rules.value.clocks, registry: registry.value };
  return checkProcedures(join(root, 'procedures'), calendar.value, known, id).problems;
}

/** The rows of the table below the link to this procedure: line and column, source, finding, what is so, remedy. */
function rowsOf(id: string): readonly (readonly string[])[] {
  const [, section = ''] = page.split(`(../procedures/${id}/v1.yaml)`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/^\| (\d+:\d+) \| (.*) \|$/gm)].map(([, place = '', rest = '']) => [
    place,
    ...rest.split(' | '),
  ]);
}

for (const id of ['kemensos/pengelolaan-sp4n-lapor', 'politeknik/pengaduan-online', 'nasional/sp4n']) {
  test(`the page lists every finding of ${id}, with its line and remedy`, () => {
    const due = problemsOf(id).map((problem) => {
      const { text, remedy } = presentProblem(problem, 'en');
      const gravity = problem.severity === 'warning' ? '' : ` (${problem.severity})`;
      return [`${problem.line}:${problem.column}`, `\`${problem.code}\`${gravity}`, text, remedy];
    });
    assert.deepEqual(
      rowsOf(id).map(([place, _source, ...said]) => [place, ...said]),
      due,
    );
  });

  test(`what the page quotes of the source of ${id} stands in that line`, () => {
    const lines = readFileSync(join(root, 'procedures', id, 'source.txt'), 'utf8').split('\n');
    for (const [, source = ''] of rowsOf(id)) {
      if (source === 'nowhere') continue;
      const [, line, words = ''] = /^(\d+) “(.+)”$/.exec(source) ?? [];
      assert.ok(words !== '' && lines[Number(line) - 1]?.includes(words), source);
    }
  });
}

/** Each disagreement of the two source documents with law, practice and themselves, as it was surveyed. */
const surveyed = {
  'kemensos/pengelolaan-sp4n-lapor': [
    ['asks for a copy of the family card', 'identity-document-asked'],
    ['3 days in all, where verification alone has 3', 'promise-within-verification'],
    ['and no step has its own', 'promise-not-divided'],
    ['not ours, or archived, called finished', 'refusal-called-finished'],
    ['a normative answer', 'answer-called-normative'],
    ['the unit examines what it handles', 'handler-reviews'],
    ['and declares it finished', 'examiner-finishes'],
    ['a rating of the happy end alone', 'rating-only-happy-end'],
    ['information objections by UU 25/2009', 'objection-without-law'],
    ['an empty decree', 'decree-missing'],
    ['a copy to the UPT', 'copy-of-person'],
    ['no reopening', 'no-road-reopening'],
    ['no escalation', 'no-road-escalation'],
    ['no audit', 'no-audit-trail'],
    ['no statistics', 'no-statistics'],
  ],
  'politeknik/pengaduan-online': [
    ['cites 24/2014 and 3/2015', 'rule-replaced'],
    ['identity by membership', 'identity-recorded'],
    ['no anonymity', 'no-road-anonymous'],
    ['no whistle-blowing', 'no-road-sealed'],
    ['no rejection', 'no-road-not-ours'],
    ['no duplicates', 'no-road-duplicate'],
    ['nothing for the incomplete', 'no-road-incomplete'],
    ['no decision', 'no-decision'],
    ['ADMIN UM', 'actor-name-undeclared'],
    ['SP4AN', 'abbreviation-misspelt'],
    ['an attachment of another SOP', 'attachment-of-other-procedure'],
    ['no requirements', 'column-requirements-empty'],
    ['no outputs', 'column-output-empty'],
    ['times printed N/A', 'time-printed-na'],
    ['1 minute in the text', 'time-in-text'],
    ['days that are not defined', 'day-not-defined'],
    ['no reopening', 'no-road-reopening'],
    ['no escalation', 'no-road-escalation'],
    ['no audit', 'no-audit-trail'],
    ['no statistics', 'no-statistics'],
  ],
} as const;

for (const [id, defects] of Object.entries(surveyed)) {
  const problems = problemsOf(id);
  for (const [defect, code] of defects) {
    test(`${id}: ${defect} is a warning with a remedy`, () => {
      const found = problems.filter((problem) => problem.code === code);
      assert.ok(found.length > 0);
      for (const problem of found) {
        assert.equal(problem.severity, 'warning');
        assert.ok(presentProblem(problem, 'id').remedy.length > 20);
      }
    });
  }
  test(`${id} is not refused`, () => {
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
  });
}

test('the national reference is almost clean: nobody has signed it, and one total would not fit all classes', () => {
  assert.deepEqual(
    problemsOf('nasional/sp4n').map(({ code, severity }) => `${code} ${severity}`),
    [
      'decree-missing warning',
      'decree-missing warning',
      'decree-missing warning',
      'promise-missing note',
      'column-time-empty note',
    ],
  );
});
