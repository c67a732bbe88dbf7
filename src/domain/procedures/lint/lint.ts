import type { ClockRule } from '../../clocks/rules.ts';
import type { ProcedureDraft } from '../draft.ts';
import type { RuleRegistry } from '../registry.ts';
import { validateProcedure } from '../validate.ts';
import { columnFindings } from './columns.ts';
import { dutyFindings } from './duties.ts';
import type { Finding } from './finding.ts';
import { headFindings } from './head.ts';
import { passagesOf } from './passages.ts';
import { promiseFindings } from './promises.ts';
import { roadFindings } from './roads.ts';
import { sizeFindings } from './size.ts';
import { wordFindings } from './words.ts';

/** What a procedure is held against besides itself; what is left out is not compared. */
export interface LintAgainst {
  /** The legal limits (`rules/legal-clocks.yaml`). */
  readonly rules?: readonly ClockRule[];
  /** The rules that procedures cite (`rules/registry.yaml`). */
  readonly registry?: RuleRegistry;
  /** Roles of this installation, `reporter` and `system` among them. */
  readonly roles?: readonly string[];
}

/**
 * Everything a procedure manager should know about a draft, while typing or before signing: what cannot run
 * (`error`), what breaks a rule or leaves people without a way (`warning`), what is worth a look (`note`).
 * Pure, never throws whatever was written, and refuses nothing by itself. First what keeps it from running,
 * then head, words, mutu baku, promises, duties and roads.
 */
export function lintProcedure(draft: ProcedureDraft, against: LintAgainst = {}): readonly Finding[] {
  const { rules = [], registry, roles } = against;
  const known = roles === undefined ? {} : { roles };
  const sizes = sizeFindings(draft);
  const problems = validateProcedure(draft, known);
  // Of a form that nobody can read, only that is worth saying.
  if (draft.steps.length === 0 || sizes.some(({ code }) => code === 'too-many-steps')) {
    return [...sizes, ...problems];
  }
  const passages = passagesOf(draft);
  return [
    ...sizes,
    ...problems,
    ...headFindings(draft, passages, registry),
    ...wordFindings(draft, passages, registry),
    ...columnFindings(draft),
    ...promiseFindings(draft, rules),
    ...dutyFindings(draft),
    ...roadFindings(draft, passages),
  ];
}
