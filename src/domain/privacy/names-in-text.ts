/**
 * Every two words that stand side by side in a text, in lower case: whose name begins with one of them may be named
 * there. As `start_of_name` in the database has it.
 */
export function wordPairs(text: string): readonly string[] {
  const words = wordsOf(text);
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  return [...new Set(pairs)].filter((pair) => !/\d/.test(pair));
}

/** Whether all words of a name (`words_of_name` in the database) stand in the text, in their order, side by side. */
export function isNameIn(text: string, name: string): boolean {
  return ` ${wordsOf(text).join(' ')} `.includes(` ${name} `);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
