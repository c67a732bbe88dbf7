import type { ClockRule } from '../clocks/rules.ts';
import type { ProblemPath } from './problem.ts';
import type { Procedure, Step } from './procedure.ts';

/**
 * Where a procedure as printed and the rules around it do not agree. It runs as printed, with the legal
 * clocks beside it; the disagreement is named, so that whoever keeps the procedure can mend the next version.
 */
export interface Disagreement {
  readonly code: DisagreementCode;
  readonly step: string | null;
  readonly path: ProblemPath;
  readonly params: Readonly<Record<string, string>>;
}

export const disagreementCodes = [
  'decree-missing',
  'rule-replaced',
  'identity-document-asked',
  'objection-without-law',
  'promise-within-verification',
  'no-decision',
  'no-rating',
  'rows-without-time',
  'rows-without-papers',
  'identity-recorded',
  'refusal-called-finished',
  'answer-called-normative',
  'copy-of-person',
  'examiner-finishes',
] as const;
export type DisagreementCode = (typeof disagreementCodes)[number];

/** Guidelines that are cited still and are in force no more, as their successors' preambles say. */
const replacedRules = [
  { cited: /\b24 Tahun 2014\b.*Pengaduan/, rule: 'PermenPANRB 24/2014', by: 'PermenPANRB 62/2018' },
  { cited: /\b3 Tahun 2015\b.*Road Map/i, rule: 'PermenPANRB 3/2015', by: 'PermenPANRB 46/2020' },
] as const;

/** In the order of the file. Without `rules` the limits are not compared. */
export function findDisagreements(
  procedure: Procedure,
  rules: readonly ClockRule[] = [],
): readonly Disagreement[] {
  return [
    ...headProblems(procedure),
    ...promiseProblems(procedure, rules),
    ...tableProblems(procedure),
    ...procedure.steps.flatMap((step, index) => rowProblems(step, index)),
    ...finishProblems(procedure),
  ];
}

function headProblems(procedure: Procedure): readonly Disagreement[] {
  const { decree, legalBasis, requirements, related = [] } = procedure;
  const objects = related.findIndex((text) => /keberatan informasi/i.test(text));
  const covered = legalBasis.some((text) => /\b14 Tahun 2008\b/.test(text));
  return [
    ...(decree.number === null ? [named('decree-missing', ['decree', 'number'])] : []),
    ...legalBasis.flatMap((text, index) =>
      replacedRules
        .filter(({ cited }) => cited.test(text))
        .map(({ rule, by }) => named('rule-replaced', ['legalBasis', index], { rule, by })),
    ),
    ...(objects >= 0 && !covered ? [named('objection-without-law', ['related', objects])] : []),
    ...requirements.flatMap(({ title }, index) =>
      /Kartu Keluarga|\bKK\b|\bKTP\b/.test(title)
        ? [named('identity-document-asked', ['requirements', index], { title })]
        : [],
    ),
  ];
}

/** A promise for the whole that the checking alone may use up. */
function promiseProblems({ overallLimit }: Procedure, rules: readonly ClockRule[]): readonly Disagreement[] {
  const rule = rules.find(({ id }) => id === 'verification');
  if (overallLimit === null || rule === undefined || overallLimit.unit !== rule.limit.unit) return [];
  const params = { overall: String(overallLimit.amount), verification: String(rule.limit.amount) };
  return overallLimit.amount <= rule.limit.amount
    ? [named('promise-within-verification', ['overallLimit'], params)]
    : [];
}

function tableProblems({ steps }: Procedure): readonly Disagreement[] {
  const timeless = steps.filter(({ limit }) => limit === null).length;
  const paperless = steps.filter((step) => step.requires.length === 0 || step.output.length === 0).length;
  const of = String(steps.length);
  const path = ['steps'];
  return [
    ...(steps.some(({ exits }) => exits !== undefined) ? [] : [named('no-decision', path)]),
    ...(steps.some(({ act }) => act === 'rate') ? [] : [named('no-rating', path)]),
    ...(timeless === 0 ? [] : [named('rows-without-time', path, { count: String(timeless), of })]),
    ...(paperless === 0 ? [] : [named('rows-without-papers', path, { count: String(paperless), of })]),
  ];
}

function rowProblems(step: Step, index: number): readonly Disagreement[] {
  const { id, activity, act } = step;
  const at = (field: string) => ['steps', index, field];
  const found: Disagreement[] = [];
  if (/identitas/i.test(activity)) found.push(named('identity-recorded', at('activity'), {}, id));
  if (act === 'refer' && /selesai/i.test(activity)) {
    found.push(named('refusal-called-finished', at('activity'), {}, id));
  }
  if (/normatif/i.test(activity)) found.push(named('answer-called-normative', at('activity'), {}, id));
  if ((step.copies ?? []).length > 0) found.push(named('copy-of-person', at('copies'), {}, id));
  return found;
}

/** Whoever examined the work also declares it done: one party judges itself. */
function finishProblems({ steps }: Procedure): readonly Disagreement[] {
  const examiners = steps.filter(({ act }) => act === 'review').flatMap(({ actors }) => actors);
  return steps.flatMap((step, index) =>
    step.act === 'finish' && step.actors.some((actor) => examiners.includes(actor))
      ? [named('examiner-finishes', ['steps', index, 'actors'], {}, step.id)]
      : [],
  );
}

function named(
  code: DisagreementCode,
  path: ProblemPath,
  params: Disagreement['params'] = {},
  step: string | null = null,
): Disagreement {
  return { code, step, path, params };
}
