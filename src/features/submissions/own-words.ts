import { firstWords } from '../../domain/cases/first-words.ts';
import { maskOwn, type Own } from '../../domain/privacy/sealed-words.ts';
import { storable } from '../../domain/shared/storable.ts';
import type { Written } from '../reporters/index.ts';
import type { SubmissionInput } from './contract.ts';

/** The reporter's words as the office reads them, and beside them the originals of those in which something is hidden. */
export interface OwnWords {
  readonly text: string;
  readonly title: string;
  readonly place: string | null;
  readonly institutionName: string | null;
  readonly written: readonly Written[];
}

/** Hides national numbers, and what tells who reports, in everything they wrote; the originals are to be sealed. */
export function ownWords(input: SubmissionInput, own: readonly Own[]): OwnWords {
  const written: Written[] = [];
  const hide = (original: string): string => {
    const shown = maskOwn(original, ...own);
    if (shown !== original) written.push({ shown, original });
    return shown;
  };
  const [given, original] = [storable(input.title ?? ''), storable(input.text)];
  const text = hide(original);
  // Cut after hiding: half of a number is no number, and would be left to read.
  const title = titleOf(maskOwn(given, ...own), text);
  const originalTitle = titleOf(given, original);
  if (title !== originalTitle) written.push({ shown: title, original: originalTitle });
  return {
    text,
    title,
    place: input.place === undefined ? null : hide(storable(input.place)),
    institutionName: input.institutionName === undefined ? null : hide(storable(input.institutionName)),
    written,
  };
}

/** The first words stand for a title that nobody gave; the verifier may give a better one. */
function titleOf(given: string, text: string): string {
  const title = given.replace(/\s+/g, ' ').trim();
  return title === '' ? firstWords(text) : title;
}
