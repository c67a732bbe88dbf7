import { type Finding, type FindingCode, lintCodes } from '../../domain/procedures/lint/finding.ts';
import { procedureProblemCodes } from '../../domain/procedures/problem.ts';
import { limitUnits, stepActs, stepStatuses } from '../../domain/procedures/procedure.ts';
import { type ScenarioProblemCode, scenarioProblemCodes } from '../../domain/procedures/scenario.ts';
import { type Locale, translate } from '../../platform/i18n/index.ts';
import type { FindingView } from './contract.ts';
import { type YamlFaultCode, yamlFaultCodes } from './yaml-words.ts';

const shapeCodes = [
  'not-yaml',
  'duplicate-key',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'wrong-value',
  'empty-text',
  'wrong-registry-state',
  'unknown-successor',
  'duplicate-rule',
] as const;
const folderCodes = [
  'folder-missing',
  'bad-folder-name',
  'unexpected-file',
  'no-version',
  'version-gap',
  'source-missing',
  'scenarios-missing',
] as const;

/** Everything that may be said of a procedure, of the text it stands in, and of the folder that holds it. */
export type TextCode =
  | FindingCode
  | ScenarioProblemCode
  | YamlFaultCode
  | (typeof shapeCodes)[number]
  | (typeof folderCodes)[number];

export const textCodes: readonly TextCode[] = [
  ...procedureProblemCodes,
  ...lintCodes,
  ...scenarioProblemCodes,
  ...yamlFaultCodes,
  ...shapeCodes,
  ...folderCodes,
];

/** A finding as people read it: what it is, and what to do about it, in their language. */
export function presentFinding(found: Finding, locale: Locale): FindingView {
  const { code, severity, step, path } = found;
  return { code, severity, step, path: [...path], ...findingText(found, locale) };
}

/** The two sentences for a code: what is so, and the remedy. */
export function findingText(
  { code, params, step = null }: Spoken,
  locale: Locale,
): { readonly text: string; readonly remedy: string } {
  const words = {
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(value, locale)])),
    ...closedLists,
    step: step ?? params.step ?? '',
    expected: expectedWord(params.expected ?? '', locale),
    quote: params.expected === 'string' && (params.text ?? '') !== '' ? 'yes' : 'no',
  };
  return {
    text: translate(locale, `lint.${code}.text`, words),
    remedy: translate(locale, `lint.${code}.remedy`, words),
  };
}

interface Spoken {
  readonly code: TextCode;
  readonly params: Readonly<Record<string, string>>;
  readonly step?: string | null;
}

const closedLists = {
  units: limitUnits.join(', '),
  acts: stepActs.join(', '),
  statuses: stepStatuses.join(', '),
};

/** `5 workingDay + 1 minute` in words; anything else stays as it is. */
function inWords(value: string, locale: Locale): string {
  const parts = value.split(' + ').map((part) => /^(\d+(?:\.\d+)?) (\w+)$/.exec(part));
  const isLimit = parts.every((part) => limitUnits.some((unit) => unit === part?.[2]));
  if (!isLimit) return value;
  return parts
    .map((part) => translate(locale, `limit.${part?.[2] ?? ''}`, { amount: Number(part?.[1]) }))
    .join(' + ');
}

const types = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

/** What a key takes: a kind of value by its name in words; of other things (rows, times), the thing itself. */
function expectedWord(expected: string, locale: Locale): string {
  return types.includes(expected) ? translate(locale, `lint.type.${expected}`) : expected;
}
