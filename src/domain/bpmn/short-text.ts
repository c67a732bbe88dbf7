import { measureText, wrapText } from '../flowchart/wrap-text.ts';

/** Modellers set names in Arial, which is narrower than the face that we measure with. */
const tasks = { size: 12, weight: 'regular' } as const;
const labels = { size: 11, weight: 'regular' } as const;
const leading = 1.25;

export interface ShortText {
  readonly text: string;
  /** In px. */
  readonly height: number;
  readonly width: number;
}

export function taskText(text: string, width: number, lines: number): ShortText {
  return shortText(text, width, lines, tasks);
}

export function labelText(text: string, width: number, lines = 6): ShortText {
  return shortText(text, width, lines, labels);
}

/** As many lines as may be, and an ellipsis where words were left out. */
function shortText(text: string, width: number, most: number, type: typeof tasks | typeof labels): ShortText {
  const all = wrapText(text, width, type);
  const kept = all.slice(0, most);
  const last = kept.at(-1) ?? '';
  const lines = all.length > most ? [...kept.slice(0, -1), `${withoutLastWord(last)}…`] : kept;
  return {
    text: all.length > most ? lines.join(' ') : text.trim(),
    height: Math.ceil(lines.length * type.size * leading),
    width: Math.max(0, ...lines.map((line) => measureText(line, type))),
  };
}

function withoutLastWord(line: string): string {
  const end = line.lastIndexOf(' ');
  return (end > 0 ? line.slice(0, end) : line.slice(0, -1)).replace(/[\s,;:.(]+$/u, '');
}
