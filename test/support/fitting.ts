/** The little of JSON Schema that our contracts use. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
}

const formats: Readonly<Record<string, string>> = {
  uuid: '01890000-0000-7000-8000-000000000000',
  date: '2026-11-24',
  'date-time': '2026-11-24T01:00:00.000Z',
  email: 'seseorang@contoh.id',
};

/** The least value that fits a schema, so that a request is refused for its sender and not for its form. */
export function fitting(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const [first] = shape.anyOf ?? [];
  if (first !== undefined) return fitting(first);
  if (shape.allOf !== undefined) return Object.assign({}, ...shape.allOf.map(fitting));
  const type = shape.properties !== undefined ? 'object' : [shape.type].flat()[0];
  return (fittingOf[type ?? ''] ?? fittingText)(shape);
}

const fittingOf: Readonly<Record<string, (shape: Shape) => unknown>> = {
  object: ({ required = [], properties = {} }) =>
    Object.fromEntries(required.map((name) => [name, fitting(properties[name] ?? {})])),
  array: ({ minItems = 0, items = {} }) => Array.from({ length: minItems }, () => fitting(items)),
  integer: ({ minimum = 0 }) => minimum,
  number: ({ minimum = 0 }) => minimum,
  boolean: () => false,
  null: () => null,
};

function fittingText({ format = '', pattern, minLength = 1 }: Shape): string {
  if (pattern === undefined) return formats[format] ?? 'x'.repeat(minLength);
  const found = words.find((word) => new RegExp(pattern).test(word));
  if (found === undefined) throw new Error(`no word at hand fits ${pattern}`);
  return found;
}

/** What our patterns ask for: ids, numbers, days, files in base64. */
const words = [
  'uji',
  '12',
  '2026',
  '2026-11-24',
  '08:00',
  'kemensos/pengelolaan-sp4n-lapor',
  '123456',
  'UJI',
];
