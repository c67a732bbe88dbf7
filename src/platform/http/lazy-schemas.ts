import ajvCompiler from '@fastify/ajv-compiler';
import serializerCompiler from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';

type Controller = NonNullable<FastifyServerOptions['schemaController']>;

/**
 * Fastify's own compilers of JSON schemas, called when a schema is first needed instead of for every route at
 * the start: a server has two hundred routes and answers its first request with one. What is compiled is kept;
 * a schema that cannot be compiled throws at that route's first request, which the tests of all doors make.
 */
export function lazySchemas(): Controller {
  return { compilersFactory: { buildValidator: lazyValidators(), buildSerializer: lazySerializers() } };
}

function lazyValidators() {
  const build = ajvCompiler();
  return (...options: Parameters<typeof build>): ReturnType<typeof build> => {
    let compiler: ReturnType<typeof build> | undefined;
    return (...route) => {
      let compiled: ReturnType<ReturnType<typeof build>> | undefined;
      const validate = (data: unknown) => {
        compiler ??= build(...options);
        compiled ??= compiler(...route);
        const valid = compiled(data);
        // Fastify reads what is wrong from the function that it called.
        Object.assign(validate, { errors: compiled.errors });
        return valid;
      };
      return validate as ReturnType<ReturnType<typeof build>>;
    };
  };
}

function lazySerializers() {
  const build = serializerCompiler();
  return (...options: Parameters<typeof build>): ReturnType<typeof build> => {
    let compiler: ReturnType<typeof build> | undefined;
    return (route) => {
      let compiled: ReturnType<ReturnType<typeof build>> | undefined;
      return (data) => {
        compiler ??= build(...options);
        compiled ??= compiler(route);
        return compiled(data);
      };
    };
  };
}
