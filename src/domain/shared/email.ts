/** RFC 5321. A longer one is not looked into: the pattern would try every dot of it with every other. */
const longestEmail = 254;

/** What is wrong with an e-mail address as a person typed it (`too-long`, `not-an-email`); null where nothing is. */
export function emailFault(typed: string): 'too-long' | 'not-an-email' | null {
  if (typed.length > longestEmail) return 'too-long';
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/.test(typed.trim()) ? null : 'not-an-email';
}
