import type { ProcedureDraft, StepDraft } from '../draft.ts';
import type { RuleRegistry } from '../registry.ts';
import { actorNameFindings } from './actor-names.ts';
import { distance } from './distance.ts';
import { type Finding, finding } from './finding.ts';
import type { Passage } from './passages.ts';

/** Names and abbreviations that nobody declared, and words that promise the wrong thing. */
export function wordFindings(
  draft: ProcedureDraft,
  passages: readonly Passage[],
  registry: RuleRegistry | undefined,
): readonly Finding[] {
  const names = actorNameFindings(draft, passages);
  const named = names.flatMap(({ params }) => (params.name ?? '').split(/\s+/));
  return [
    ...names,
    ...(registry === undefined ? [] : abbreviationFindings(draft, passages, registry, named)),
    ...draft.steps.flatMap(rowFindings),
  ];
}

/** Each once, where it stands first. */
function abbreviationFindings(
  draft: ProcedureDraft,
  passages: readonly Passage[],
  { abbreviations }: RuleRegistry,
  named: readonly string[],
): readonly Finding[] {
  const everything = passages.map(({ text }) => text).join('\n');
  const titles = [draft.institution, draft.title, ...draft.actors.map(({ title }) => title)].join(' ');
  const known = new Set([...abbreviations, ...named, ...(titles.toUpperCase().match(/[\p{L}\d]+/gu) ?? [])]);
  for (const [, explained = ''] of everything.matchAll(/\(([A-Z][A-Za-z0-9]{1,7})\)/g)) known.add(explained);
  const found: Finding[] = [];
  for (const { text, path, step } of passages) {
    for (const abbreviation of abbreviationsIn(text)) {
      if (known.has(abbreviation)) continue;
      known.add(abbreviation);
      const at = step === undefined ? { path } : { path, step };
      const meant = abbreviations.find((word) => isSlipOf(abbreviation, word));
      found.push(
        meant === undefined
          ? finding('abbreviation-unexplained', 'note', at, { abbreviation })
          : finding('abbreviation-misspelt', 'warning', at, { abbreviation, meant }),
      );
    }
  }
  return found;
}

/** Words in capitals with a figure at most; addresses, "N/A" and Roman numbers are none. */
function abbreviationsIn(text: string): readonly string[] {
  const plain = text.replace(/https?:\S+|\S+\.\S+\.\S+|@\w+|\bN\/A\b/gi, ' ');
  const words = plain.match(/(?<![\p{L}\d])[A-Z][A-Z0-9]{1,7}(?![\p{L}\d])/gu) ?? [];
  return words.filter((word) => /[A-Z].*[A-Z]/.test(word) && !/^[IVXLC]+$/.test(word));
}

function isSlipOf(word: string, known: string): boolean {
  return (
    word.length >= 3 &&
    known.length >= 3 &&
    /\d/.test(word) === /\d/.test(known) &&
    distance(word, known) === 1
  );
}

function rowFindings(step: StepDraft, index: number): readonly Finding[] {
  const { id, activity, act, output } = step;
  const at = (field: string) => ({ step: id, path: ['steps', index, field] });
  const found: Finding[] = [];
  if (/keanggotaan|identitas\)|berdasarkan identitas|ID login/i.test(activity)) {
    found.push(finding('identity-recorded', 'warning', at('activity')));
  }
  if (act === 'refer' && /selesai/i.test(activity)) {
    found.push(finding('refusal-called-finished', 'warning', at('activity')));
  }
  if (/normatif/i.test(activity)) found.push(finding('answer-called-normative', 'warning', at('activity')));
  else if (output.some((text) => /normatif/i.test(text))) {
    found.push(finding('answer-called-normative', 'warning', at('output')));
  }
  if ((step.copies ?? []).length > 0) found.push(finding('copy-of-person', 'warning', at('copies')));
  return found;
}
