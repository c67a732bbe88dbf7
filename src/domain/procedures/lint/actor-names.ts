import type { ProcedureDraft } from '../draft.ts';
import { distance } from './distance.ts';
import { type Finding, finding } from './finding.ts';
import type { Passage } from './passages.ts';

/**
 * Names in the text that sound like an actor of this procedure and are none: "ADMIN UM" where the table
 * has "Admin PNL". A name is told by its first word; each is given once, where it stands first.
 */
export function actorNameFindings(draft: ProcedureDraft, passages: readonly Passage[]): readonly Finding[] {
  const names = namesOf(draft);
  const heads = [...new Set(names.map(headOf))];
  if (heads.length === 0) return [];
  const mention = new RegExp(`(?<![\\p{L}\\d])(?:${heads.map(escaped).join('|')}) [\\p{L}\\d-]+`, 'giu');
  const seen = new Set<string>();
  return spoken(passages).flatMap(({ text, path, step }) =>
    [...text.matchAll(mention)].flatMap(({ 0: name, index }) => {
      if (!isName(name) || isDeclared(text.slice(index), names) || seen.has(name.toLowerCase())) return [];
      seen.add(name.toLowerCase());
      const params = { name, declared: likest(name, names) };
      return [
        finding('actor-name-undeclared', 'warning', step === undefined ? { path } : { path, step }, params),
      ];
    }),
  );
}

/** `Admin PNL/Pejabat Narahubung` are two names; a single word is too common to tell anything. */
function namesOf({ actors }: ProcedureDraft): readonly string[] {
  return actors
    .flatMap(({ title }) => title.split(/\/|,|\bdan\b|\(|\)/))
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => name.includes(' '));
}

/** The table and what is said about it; laws, channels and definitions speak of others. */
function spoken(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(({ path }) => ['steps', 'actors', 'notes'].includes(String(path[0])));
}

/** Both words begin with a capital: "Admin UM", not "admin yang" and not "Unit dapat". */
function isName(mention: string): boolean {
  return mention.split(' ').every((word) => /^[\p{Lu}\d]/u.test(word));
}

function isDeclared(text: string, names: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return names.some(
    (name) => lower.startsWith(name.toLowerCase()) && !/[\p{L}\d]/u.test(lower.charAt(name.length)),
  );
}

function likest(mention: string, names: readonly string[]): string {
  const kin = names.filter((name) => headOf(name) === headOf(mention));
  return kin.toSorted((a, b) => distance(a, mention) - distance(b, mention))[0] ?? 'none';
}

function headOf(name: string): string {
  return name.split(' ')[0]?.toLowerCase() ?? '';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
