import { IntlMessageFormat } from 'intl-messageformat';

/** The parser's node kinds by number (intl-messageformat does not export their names). */
const LITERAL = 0;
const SELECT = 5;
const POUND = 7;
const TAG = 8;

interface Part {
  readonly type: number;
  readonly value: string;
  readonly options?: Record<string, { readonly value: readonly Part[] }>;
  readonly children?: readonly Part[];
}

/**
 * What a message takes, in one comparable line: arguments, the choices of a select, tags. A plural is an
 * argument like another, since Indonesian has none. Undefined when the message does not parse.
 */
export function slotsOf(message: string, language: string): string | undefined {
  try {
    const parts = new IntlMessageFormat(message, language).getAst() as readonly Part[];
    return [...new Set(parts.flatMap(slotsIn))].toSorted().join(', ');
  } catch {
    return undefined;
  }
}

function slotsIn(part: Part): string[] {
  if (part.type === LITERAL || part.type === POUND) return [];
  const inner = [
    ...Object.values(part.options ?? {}).flatMap(({ value }) => value),
    ...(part.children ?? []),
  ];
  return [nameOf(part), ...inner.flatMap(slotsIn)];
}

function nameOf({ type, value, options }: Part): string {
  if (type === SELECT)
    return `${value} of ${Object.keys(options ?? {})
      .toSorted()
      .join('|')}`;
  return type === TAG ? `${value} (tag)` : value;
}
