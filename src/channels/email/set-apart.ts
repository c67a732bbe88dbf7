/** A mail's words, empty where there is none of its writer's own, and apart from them what was not written for us now. */
export interface WordsApart {
  readonly words: string;
  /** Quoted text and signature, as they stood; empty where there is none. */
  readonly apart: string;
}

/**
 * Parts what somebody wrote from what their program put under it: quoted mail and signature. What is answered between
 * the lines stays with its question left out; a mail that is forwarded to us is what its sender has to say, and stays
 * whole: only what answers a mail (`isAnswer`) quotes.
 */
export function setApart(text: string, isAnswer: boolean): WordsApart {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const { kept, apart } = isAnswer ? withoutQuotes(lines) : { kept: lines, apart: [] };
  const signature = kept.findIndex((_line, index) => beginsSignature(kept, index));
  const own = signature === -1 ? kept : kept.slice(0, signature);
  const words = tidy(own);
  const under = signature === -1 ? [] : kept.slice(signature);
  return { words: /[\p{L}\p{N}]/u.test(words) ? words : '', apart: tidy([...under, ...apart]) };
}

function withoutQuotes(lines: readonly string[]): { kept: string[]; apart: string[] } {
  const kept: string[] = [];
  const apart: string[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    if (isForwarded(line)) return { kept: [...kept, ...lines.slice(index)], apart };
    const lead = leadOf(lines, index);
    if (lead?.everythingBelow === true) return { kept, apart: [...apart, ...lines.slice(index)] };
    const taken = lead?.lines ?? (isQuoted(line) ? 1 : 0);
    if (taken === 0) kept.push(line);
    apart.push(...lines.slice(index, index + taken));
    index += Math.max(taken, 1);
  }
  return { kept, apart };
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}[>|]/.test(line);
}

/** Written over a mail that is passed on. */
function isForwarded(line: string): boolean {
  return (
    line.length < 200 &&
    /^[\s>]*(?:-{3,}\s*(?:forwarded message|pesan (?:yang )?diteruskan|pesan terusan)\s*-{3,}|begin forwarded message:|mulai meneruskan pesan:)/i.test(
      line,
    )
  );
}

interface Lead {
  /** How many lines it takes. */
  readonly lines: number;
  /** The quoted mail follows without a mark of its own, down to the end. */
  readonly everythingBelow: boolean;
}

const heads = /^\s*\*?(?:from|dari|sent|dikirim|date|tanggal|to|kepada|subject|perihal|cc)\*?\s*:/i;

/** "On … wrote:", "Pada … menulis:", and what Outlook puts over the mail below. */
function leadOf(lines: readonly string[], index: number): Lead | null {
  const line = lines[index] ?? '';
  if (line.length > 500) return null;
  if (/^\s*-{3,}\s*(?:original message|pesan asli)\s*-{3,}/i.test(line))
    return { lines: 1, everythingBelow: true };
  const next = lines.slice(index, index + 5).filter((one) => heads.test(one)).length;
  const isRule = /^\s*_{10,}\s*$/.test(line) && heads.test(lines[index + 1] ?? '');
  if (isRule || (/^\s*\*?(?:from|dari)\*?\s*:/i.test(line) && next >= 3))
    return { lines: 1, everythingBelow: true };
  return attribution(lines, index);
}

/** One sentence, often broken over two or three lines, and a quote right after it. */
function attribution(lines: readonly string[], index: number): Lead | null {
  if (!/^\s*(?:on|pada|le|am|el)\s/i.test(lines[index] ?? '')) return null;
  for (let count = 1; count <= 3; count += 1) {
    const said = lines.slice(index, index + count).join(' ');
    if (said.length > 500) return null;
    if (!/(?:wrote|menulis|a écrit|schrieb|escribió)\s*:\s*$/i.test(said)) continue;
    const after = lines.slice(index + count).find((one) => one.trim() !== '');
    if (after === undefined || isQuoted(after)) return { lines: count, everythingBelow: false };
    return /\d/.test(said) ? { lines: count, everythingBelow: true } : null;
  }
  return null;
}

const closing = /^\s*(?:sent from my |sent from (?:yahoo|outlook|mail)|dikirim dari |get outlook for )/i;

/** "-- " and what telephones add; of the last lines only. */
function beginsSignature(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (/^--\s?$/.test(line)) return lines.length - index <= 25;
  const isMark = /^\s*_{5,}\s*$/.test(line) || (line.length < 100 && closing.test(line));
  return isMark && lines.length - index <= 6;
}

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
