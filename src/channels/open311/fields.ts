import type { FastifyRequest } from 'fastify';

/** What a client sent, in the address and in the form: every value a text, each name once. */
export interface Fields {
  readonly values: Readonly<Record<string, string>>;
  /** `attribute[code]` by its code; several values of one, as `attribute[code][]`, parted by commas. */
  readonly attributes: Readonly<Record<string, string>>;
}

export function readFields({ query, body }: Pick<FastifyRequest, 'query' | 'body'>): Fields {
  const values = new Map<string, string>();
  const attributes = new Map<string, string>();
  for (const [name, sent] of [...entriesOf(query), ...entriesOf(body)]) {
    const code = /^attribute\[([^\]]+)\](?:\[\])?$/.exec(name)?.[1];
    const text = textOf(sent);
    if (text === null) continue;
    if (code === undefined) values.set(name, text);
    else attributes.set(code, text);
  }
  return { values: Object.fromEntries(values), attributes: Object.fromEntries(attributes) };
}

function entriesOf(sent: unknown): readonly (readonly [string, unknown])[] {
  return sent !== null && typeof sent === 'object' ? Object.entries(sent) : [];
}

/** Null where it is no value: an object, nothing. */
function textOf(sent: unknown): string | null {
  if (typeof sent === 'string') return sent;
  if (typeof sent === 'number' || typeof sent === 'boolean') return String(sent);
  if (!Array.isArray(sent)) return null;
  const parts = sent.filter((one): one is string => typeof one === 'string' && one !== '');
  return parts.length === 0 ? null : parts.join(', ');
}

/** A form that left a field empty did not send it. */
export function given(fields: Readonly<Record<string, string>>, name: string): string | undefined {
  const value = fields[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}
