import { readOrder } from '../read-order.ts';

/** What a mail about a case asks for; the case itself is known. */
export type Reply =
  | { readonly asks: 'status' | 'nothing' }
  | { readonly asks: 'reply'; readonly text: string }
  | { readonly asks: 'rating'; readonly score: number; readonly text: string }
  | { readonly asks: 'objection'; readonly text: string };

/**
 * Reads what somebody answered. Orders stand alone in the first line, or have a code with them, since a letter may well
 * begin with one of these words: "Nilai 4 juta itu belum kembali" rates nothing.
 */
export function readReply(words: string): Reply {
  const text = words.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return { asks: 'nothing' };
  const coded = readOrder(text, []);
  if (coded.asks === 'status') return { asks: 'status' };
  if (coded.asks === 'rating') return { asks: 'rating', score: coded.score, text: coded.text };
  if (coded.asks === 'objection' || coded.asks === 'reply' || coded.asks === 'completion')
    return { asks: coded.asks === 'objection' ? 'objection' : 'reply', text: coded.text };
  const [line = '', ...below] = text.split('\n');
  const rest = (first: string) => [first, ...below].join('\n').trim();
  const [, score, why = ''] = /^\W*nilai\W+([1-5])(?:\s*$|\s*[.,;:–-]\s*(.*)$)/i.exec(line) ?? [];
  if (score !== undefined) return { asks: 'rating', score: Number(score), text: rest(why) };
  const [objects, reason = ''] = /^\W*keberatan(?:\s*$|\s*[.,;:–-]\s*(.*)$)/i.exec(line) ?? [];
  if (objects !== undefined && rest(reason) !== '') return { asks: 'objection', text: rest(reason) };
  if (/^\W*status\W*$/i.test(text)) return { asks: 'status' };
  return { asks: 'reply', text };
}
