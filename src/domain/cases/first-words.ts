/** The first words stand for a title that nobody gave; whoever checks the case may give a better one. */
export function firstWords(text: string): string {
  const words = text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= 80 ? words : `${words.slice(0, 80).replace(/\s\S*$/, '')}…`;
}
