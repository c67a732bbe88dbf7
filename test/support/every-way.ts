import { fitting, type Shape } from './fitting.ts';
import type { TestHouse } from './house.ts';
import { knock, type Question } from './office-door.ts';

/** The ways of the API that only read, with everything that stands in their addresses filled in by `value`. */
export async function everyReading(
  house: TestHouse,
  value: (path: string, parameter: string) => string | undefined,
): Promise<readonly Question[]> {
  const { body } = await knock<Description>(house, { path: '/openapi.json' });
  return Object.entries(body.paths).flatMap(([path, methods]) => {
    const { parameters = [] } = methods.get ?? {};
    if (methods.get === undefined) return [];
    const of = (name: string) =>
      value(path, name) ?? String(fitting(parameters.find((one) => one.name === name)?.schema ?? {}));
    const query = parameters
      .filter((one) => one.in === 'query' && one.required === true)
      .map(({ name }) => `${name}=${encodeURIComponent(of(name))}`);
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => of(name));
    return [{ path: query.length === 0 ? filled : `${filled}?${query.join('&')}` }];
  });
}

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get?: {
          readonly parameters?: readonly {
            readonly name: string;
            readonly in: string;
            readonly required?: boolean;
            readonly schema?: Shape;
          }[];
        };
      }
    >
  >;
}
