import { type Locale, type Speaker, speakerOf } from '../../platform/i18n/index.ts';

/** What every part of a page gets: who reads it, and where. */
export interface Reader extends Speaker {
  /** The page's own path, for the language switch. */
  readonly path: string;
}

export function readerOf(locale: Locale, path: string): Reader {
  return { ...speakerOf(locale), path };
}
