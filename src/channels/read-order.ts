import { readTrackingCode } from '../domain/privacy/tracking-code.ts';

/** What somebody asks for in words. Whatever is no order is a report: nobody has to know the words. */
export type Request =
  | { readonly asks: 'report'; readonly text: string; readonly institution: string | null }
  | { readonly asks: 'status'; readonly code: string }
  | { readonly asks: 'reply' | 'completion' | 'objection'; readonly code: string; readonly text: string }
  | { readonly asks: 'rating'; readonly code: string; readonly score: number; readonly text: string }
  | { readonly asks: 'stop' | 'help' | 'nothing' }
  /** An order, but without what it needs. */
  | { readonly asks: 'unclear'; readonly order: Order; readonly lacks: 'code' | 'score' | 'text' };

export type Order = 'STATUS' | 'BALAS' | 'LENGKAP' | 'NILAI' | 'KEBERATAN';

/** Also as it is often written; misspellings by one letter are found besides. */
const orders: Readonly<Record<string, Order | 'LAPOR' | 'BERHENTI' | 'BANTUAN'>> = {
  LAPOR: 'LAPOR',
  LAPORAN: 'LAPOR',
  ADUAN: 'LAPOR',
  STATUS: 'STATUS',
  CEK: 'STATUS',
  LACAK: 'STATUS',
  BALAS: 'BALAS',
  LENGKAP: 'LENGKAP',
  LENGKAPI: 'LENGKAP',
  NILAI: 'NILAI',
  KEBERATAN: 'KEBERATAN',
  BERHENTI: 'BERHENTI',
  STOP: 'BERHENTI',
  BANTUAN: 'BANTUAN',
  HELP: 'BANTUAN',
  INFO: 'BANTUAN',
};

/**
 * Reads a message, tolerant of case, blanks, dots and slips of the finger. `institutions` are the ids that may stand in
 * front (`KEMENSOS isi`). A word that begins an ordinary sentence is no order: "Bantuan PKH saya berhenti" reports.
 */
export function readOrder(typed: string, institutions: readonly string[]): Request {
  const text = typed.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return { asks: 'nothing' };
  const [word, rest] = firstWord(text);
  const order = orderOf(word);
  if (order === 'LAPOR') return report(rest === '' ? text : rest, institutions);
  if (order === 'BERHENTI' || order === 'BANTUAN') {
    if (rest !== '') return report(text, institutions);
    return { asks: order === 'BERHENTI' ? 'stop' : 'help' };
  }
  return order === null ? report(text, institutions) : (withCode(order, rest) ?? report(text, institutions));
}

function report(text: string, institutions: readonly string[]): Request {
  const [word, rest] = firstWord(text);
  const institution = institutions.find((id) => id.toUpperCase() === word) ?? null;
  if (institution === null || rest === '') return { asks: 'report', text, institution: null };
  return { asks: 'report', text: rest, institution };
}

/** Null where what follows is no code and does not try to be one: then it is the beginning of a sentence. */
function withCode(order: Order, rest: string): Request | null {
  const [, one, two] =
    /^([0-9a-z]{12}|[0-9a-z]{4}[\s.\-–]+[0-9a-z]{4}[\s.\-–]+[0-9a-z]{4})(?![0-9a-z])[\s.,:;#-]*(.*)$/is.exec(
      rest,
    ) ?? [];
  const code = one === undefined ? null : readTrackingCode(one);
  const text = (two ?? '').trim();
  if (code === null) {
    const tried = /^[0-9a-z.-]*\d[0-9a-z.-]*/i.test(rest) || rest === '';
    return tried ? { asks: 'unclear', order, lacks: 'code' } : null;
  }
  if (order === 'STATUS') return { asks: 'status', code };
  if (order === 'NILAI') return rating(code, text);
  if (text === '') return { asks: 'unclear', order, lacks: 'text' };
  return {
    asks: { BALAS: 'reply', LENGKAP: 'completion', KEBERATAN: 'objection' }[order] as 'reply',
    code,
    text,
  };
}

function rating(code: string, text: string): Request {
  const [, digit, why = ''] = /^([1-5])(?!\d)[\s.,:;-]*(.*)$/s.exec(text) ?? [];
  if (digit === undefined) return { asks: 'unclear', order: 'NILAI', lacks: 'score' };
  return { asks: 'rating', code, score: Number(digit), text: why.trim() };
}

/** The first word in capitals, and what follows it without the marks between. */
function firstWord(text: string): readonly [string, string] {
  const [, word = '', rest = ''] = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)[\s.,:;#=!?-]*(.*)$/su.exec(text) ?? [];
  return [word.toUpperCase(), rest.trim()];
}

function orderOf(word: string): (typeof orders)[string] | null {
  const exact = orders[word];
  if (exact !== undefined) return exact;
  const near = Object.keys(orders).find((known) => known.length >= 5 && isOneSlip(word, known));
  return near === undefined ? null : (orders[near] ?? null);
}

/** One letter too many, too few, or another; or two neighbours in each other's place. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [left, right] = [a.slice(from), b.slice(from)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}
