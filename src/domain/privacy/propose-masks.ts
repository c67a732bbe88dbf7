import { joinMasks, type Mask, type MaskReason } from './redaction.ts';
import { type Own, ownSpans, wordsPattern } from './sealed-words.ts';
import { honorificPattern, officePattern, type PrivacySignal, signalSpans, spansOf } from './signals.ts';

/** Who is known to be of the case: whoever brought it, and the names of others. */
export interface Known {
  readonly own: readonly Own[];
  readonly names: readonly string[];
}

/**
 * What a person should look at before a text becomes public: numbers, ways to reach somebody, addresses, and names, by
 * the words before them or because the case knows them. Only proposed: it finds less than a reader does.
 */
export function proposeMasks(text: string, { own, names }: Known): readonly Mask[] {
  const found: readonly (readonly [MaskReason, readonly RegExp[]])[] = [
    ['address', [street, neighbourhood]],
    ['name', names.flatMap(patternsOfName)],
  ];
  return joinMasks(text, [
    ...bySignal.flatMap(([signal, reason]) => signalSpans(text, signal).map((span) => ({ ...span, reason }))),
    ...found.flatMap(([reason, patterns]) =>
      patterns.flatMap((pattern) => spansOf(text, pattern).map((span) => ({ ...span, reason }))),
    ),
    ...namesAfterTitles(text),
    // Last, so that a telephone number that is also the reporter's is called a number.
    ...ownSpans(text, ...own).map((span) => ({ ...span, reason: 'name' as const })),
  ]);
}

/** For texts that are read together: a name found in one place is masked in all, and by each of its words. */
export function proposeTogether(texts: readonly string[], known: Known): readonly (readonly Mask[])[] {
  const found = texts.flatMap((text) =>
    proposeMasks(text, known).flatMap(({ from, to, reason }) =>
      reason === 'name' ? [text.slice(from, to)] : [],
    ),
  );
  const names = [...new Set([...known.names, ...found])];
  return texts.map((text) => proposeMasks(text, { ...known, names }));
}

const bySignal: readonly (readonly [PrivacySignal, MaskReason])[] = [
  ['national-id', 'number'],
  ['bank-account', 'number'],
  ['phone', 'number'],
  ['email', 'contact'],
];

const word = "\\p{Lu}[\\p{L}'’]{1,30}";
const name = `(${word}(?: ${word}){0,2})`;
const kin =
  '[Aa]nak|[Ss]uami|[Ii]stri|[Ii]bu|[Aa]yah|[Bb]apak|[Aa]dik|[Kk]akak|[Nn]enek|[Kk]akek|[Tt]etangga|[Kk]eponakan';

/** The name is the last thing that each of them takes. An office alone ("Pak Lurah") is no name. */
const titles: readonly RegExp[] = [
  `(?:${honorificPattern})\\.? (?:(?:${officePattern}) )?(?!(?:${officePattern})(?!\\p{L}))${name}`,
  `(?:${kin}) (?:saya|kami|beliau),? ${name}`,
  `(?:bernama|atas nama|[Nn]ama saya|a\\.n\\.|an\\.) ${name}`,
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}])${source}`, 'gu'));

function namesAfterTitles(text: string): readonly Mask[] {
  return titles.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, 1: named = '', index }) => {
      const to = index + found.length;
      return { from: to - named.length, to, reason: 'name' as const };
    }),
  );
}

const part = '[\\p{Lu}\\p{N}](?:[\\p{L}\\p{N}.’/-]{0,30}[\\p{L}\\p{N}])?';
const street = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[Jj]l|[Jj]ln|[Jj]alan|[Gg]ang|[Gg]g|[Dd]usun|[Pp]erumahan|[Kk]ompleks?)\\.? ${part}(?: [Nn]o\\.? ?\\d{1,5}| ${part}){0,5}`,
  'gu',
);
const neighbourhood =
  /(?<![\p{L}\p{N}])(?:RT\.? ?\d{1,3}(?:[ /,]{1,3}RW\.? ?\d{1,3}|\/\d{1,3})?|RW\.? ?\d{1,3})(?!\d)/gu;

/** All of a name, and each longer word of it where it is written with a capital: people are named by half their name. */
function patternsOfName(known: string): readonly RegExp[] {
  const single = known
    .split(/[\s,]+/)
    .filter((one) => /^\p{Lu}[\p{L}'’]{3,30}$/u.test(one))
    .flatMap((one) => wordsPattern(one, 4) ?? [])
    .map((pattern) => new RegExp(pattern.source, 'gu'));
  return [...[wordsPattern(known, 3)].flatMap((pattern) => pattern ?? []), ...single];
}
