import { type Static, Type } from 'typebox';
import { type RegisteredRule, type RuleRegistry, ruleStates } from '../../domain/procedures/registry.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { LoadProblem } from './load-problem.ts';
import { placed, readYamlFile, type YamlFile } from './yaml-file.ts';

const strict = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1 });

const RegistryShape = Type.Object(
  {
    rules: Type.Array(
      Type.Object(
        {
          id: Text,
          title: Text,
          citedAs: Type.Array(Text, { minItems: 1 }),
          state: Text,
          replacedBy: Type.Optional(Text),
          governs: Type.Optional(Type.Array(Text)),
          source: Text,
          verified: Type.Boolean(),
        },
        strict,
      ),
    ),
    abbreviations: Type.Array(Text),
  },
  strict,
);
type RegistryFile = YamlFile<Static<typeof RegistryShape>>;

/** The rules that procedures cite (`rules/registry.yaml`), or everything that is wrong with the file. */
export function loadRegistry(file: string): Result<RuleRegistry, readonly LoadProblem[]> {
  const { yaml, problems } = readYamlFile(file, RegistryShape);
  if (yaml === null) return err(problems);
  const wrong = yaml.value.rules.flatMap((_, index) => ruleProblems(yaml, index));
  if (wrong.length > 0) return err(wrong);
  const rules = yaml.value.rules.map(
    ({ state: word, replacedBy = null, governs = [], ...rule }): RegisteredRule => {
      const state = ruleStates.find((known) => known === word) ?? 'in-force';
      return { ...rule, state, replacedBy, governs };
    },
  );
  return ok({ rules, abbreviations: yaml.value.abbreviations });
}

function ruleProblems(yaml: RegistryFile, index: number): readonly LoadProblem[] {
  const { rules } = yaml.value;
  const rule = rules[index];
  if (rule === undefined) return [];
  const { id, state, replacedBy } = rule;
  const wrong = (code: LoadProblem['code'], key: string, params: LoadProblem['params']) =>
    placed(yaml, { code, severity: 'error', step: null, path: ['rules', index, key], params });
  const isKnown = ruleStates.some((known) => known === state);
  const isWhole = (state === 'replaced') === (replacedBy !== undefined);
  return [
    ...(isKnown && isWhole ? [] : [wrong('wrong-registry-state', 'state', { state })]),
    ...(replacedBy === undefined || rules.some((other) => other.id === replacedBy)
      ? []
      : [wrong('unknown-successor', 'replacedBy', { by: replacedBy })]),
    ...(rules.findIndex((other) => other.id === id) < index ? [wrong('duplicate-rule', 'id', { id })] : []),
  ];
}
