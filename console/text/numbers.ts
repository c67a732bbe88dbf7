import type { Language } from './dates.ts';

const tags: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** "412 KB", "1,4 MB": decimal units, as files are sold and counted. */
export function byteSize(bytes: number, language: Language): string {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  const inKilo = bytes < 999_500;
  const value = bytes / (inKilo ? 1000 : 1_000_000);
  const format = new Intl.NumberFormat(tags[language], { maximumFractionDigits: inKilo ? 0 : 1 });
  return `${format.format(value)}\u00a0${inKilo ? 'KB' : 'MB'}`;
}

/** "2.307"; in English "2,307". */
export function wholeNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(tags[language], { maximumFractionDigits: 0 }).format(value);
}

/** One decimal: "4,3". */
export function oneDecimal(value: number, language: Language): string {
  return new Intl.NumberFormat(tags[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  );
}
