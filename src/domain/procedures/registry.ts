/** The rules that procedures cite, from `rules/registry.yaml`: what is in force, and what took whose place. */
export interface RuleRegistry {
  readonly rules: readonly RegisteredRule[];
  /** Abbreviations that need no explanation in a procedure of this field. */
  readonly abbreviations: readonly string[];
}

export const ruleStates = ['in-force', 'replaced', 'expired'] as const;
/** `expired`: the period it was made for is over and nothing took its place yet. */
export type RuleState = (typeof ruleStates)[number];

export interface RegisteredRule {
  /** How people speak of it: `UU 25/2009`. */
  readonly id: string;
  readonly title: string;
  /** How texts cite it: a name and `number/year`; "Nomor", "No." and "Tahun" are read over. */
  readonly citedAs: readonly string[];
  readonly state: RuleState;
  /** The id of its successor; null unless replaced. */
  readonly replacedBy: string | null;
  /** What it governs, in the sense of this linter: `information-objection`. */
  readonly governs: readonly string[];
  /** Where its state was read. */
  readonly source: string;
  /** Whether somebody compared the state with the gazette. */
  readonly verified: boolean;
}

/** The registered rules that a text cites, in the order of the registry. */
export function rulesCitedIn(text: string, registry: RuleRegistry): readonly RegisteredRule[] {
  const plain = ` ${normalized(text)} `;
  return registry.rules.filter(({ citedAs }) =>
    citedAs.some((name) => plain.includes(` ${normalized(name)} `)),
  );
}

/** `Undang-undang No. 25 Tahun 2009,` and `Undang-Undang 25/2009` are the same words. */
function normalized(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(nomor|no)\b\.?/g, ' ')
    .replace(/(\d+)\s+tahun\s+(\d{4})/g, '$1/$2')
    .replace(/[^a-z0-9/]+/g, ' ')
    .trim();
}
