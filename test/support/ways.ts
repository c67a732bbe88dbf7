import assert from 'node:assert/strict';
import { type Door, doorOf, doors } from '../../src/domain/access/doors.ts';
import { fitting, type Shape } from './fitting.ts';
import type { TestHouse } from './house.ts';
import { asForm, knock, type Question } from './office-door.ts';

/** An id that nothing has. */
export const nobody = '01890000-0000-7000-8000-000000000000';
/** Words for what a path or a query names. */
const samples: Readonly<Record<string, string>> = {
  institution: 'kemensos',
  name: 'pengelolaan-sp4n-lapor',
  procedure: 'kemensos/pengelolaan-sp4n-lapor',
  version: '1',
  year: '2026',
  step: '3',
  code: '7KQM4XRT9DWP',
  attachmentId: nobody,
};
/** Where the least that fits would be a long piece of work. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /procedures/simulations': { procedure: { id: 'tidak/ada' } },
};

export interface Way {
  readonly name: string;
  readonly door: Door;
  /** Asks for nothing in particular, so that whoever is let in gets an answer. */
  readonly reaches: boolean;
  /** The least that fits; `given` names what the path or the query asks for (`id`, `code`, `attachmentId`). */
  question(given?: Readonly<Record<string, string>>): Question;
}

/** Read from the API's own description, so that a new way is knocked at from its first day. */
export async function everyWay(house: TestHouse): Promise<readonly Way[]> {
  const { body } = await knock<Description>(house, { path: '/openapi.json' });
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([word, operation]) => {
      const method = word.toUpperCase() as NonNullable<Question['method']>;
      const way = path.replaceAll(/\{(\w+)\}/g, ':$1');
      const door = doorOf(method, way);
      assert.ok(door !== undefined, `${method} ${way}`);
      return {
        name: `${method} ${doors[`${method} ${way}`] === undefined ? actPath(way) : way}`,
        door,
        reaches: method === 'GET' && !path.includes('{'),
        question: (given = {}) => questionOf(method, path, operation, given),
      };
    }),
  );
}

function actPath(way: string): string {
  return way.replace(/\/[a-z-]+$/, '/:act');
}

function questionOf(
  method: NonNullable<Question['method']>,
  path: string,
  operation: Operation,
  given: Readonly<Record<string, string>>,
): Question {
  const parameters = operation.parameters ?? [];
  const sampleOf = (name: string) =>
    given[name] ??
    samples[name] ??
    String(fitting(parameters.find((one) => one.name === name)?.schema ?? {}));
  const query = parameters
    .filter((one) => one.in === 'query' && one.required === true)
    .map(({ name }) => `${name}=${encodeURIComponent(sampleOf(name))}`);
  const id = path.startsWith('/institutions') ? 'kemensos' : (given.id ?? nobody);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'id' ? id : sampleOf(name)));
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  const question = { method, path: query.length === 0 ? filled : `${filled}?${query.join('&')}` };
  if (/attachments$|uploads$|upload$/.test(path) && method === 'POST')
    return { ...question, ...asForm({ name: 'a.txt', content: Buffer.from('a') }) };
  return schema === undefined
    ? question
    : { ...question, body: bodies[`${method} ${path}`] ?? fitting(schema) };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Shape;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Shape }>> };
}
