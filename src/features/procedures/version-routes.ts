import { type Static, Type } from 'typebox';
import { refusal } from '../../domain/shared/refusal.ts';
import { err, ok } from '../../domain/shared/result.ts';
import type { Host } from '../context/index.ts';
import { ComparisonView, VersionDrawing, VersionListItem, VersionView } from './contract.ts';
import { sendBpmn, sendYaml } from './send-file.ts';
import { compareVersions, drawVersion, getVersion, listVersions } from './versions.ts';

const Slug = Type.String({ pattern: '^[a-z0-9-]{1,80}$' });
const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const Params = Type.Object({ institution: Slug, name: Slug });
const VersionParams = Type.Object({ ...Params.properties, version: Version });
const Between = Type.Object({ from: Version, to: Version });
type OfProcedure = { Params: Static<typeof Params> };
type OfVersion = { Params: Static<typeof VersionParams> };
const tags = ['procedures'];
const files = [
  ['yaml', 'YAML', sendYaml],
  ['bpmn', 'BPMN 2.0', sendBpmn],
] as const;

/** Every version of a procedure, as public as the procedure; who wrote and released it only for who keeps it. */
export function versionRoutes({ app, read }: Host): void {
  app.get<OfProcedure>(
    '/procedures/:institution/:name/versions',
    {
      schema: {
        tags,
        summary: 'Every version, newest first',
        params: Params,
        response: { 200: Type.Array(VersionListItem) },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listVersions(ctx, idOf(request.params))),
  );

  app.get<OfVersion>(
    '/procedures/:institution/:name/versions/:version',
    { schema: { tags, summary: 'One version', params: VersionParams, response: { 200: VersionView } } },
    (request, reply) =>
      read(request, reply, (ctx) => getVersion(ctx, idOf(request.params), request.params.version)),
  );

  app.get<OfVersion>(
    '/procedures/:institution/:name/versions/:version/drawing',
    {
      schema: {
        tags,
        summary: 'One version as the official form draws it',
        params: VersionParams,
        response: { 200: VersionDrawing },
      },
    },
    (request, reply) =>
      read(request, reply, async (ctx) => drawVersion(ctx, idOf(request.params), request.params.version)),
  );

  for (const [extension, what, send] of files) {
    app.get<OfVersion>(
      `/procedures/:institution/:name/versions/:version.${extension}`,
      { schema: { tags, summary: `One version as a ${what} file`, params: VersionParams } },
      async (request, reply) => {
        const { version } = request.params;
        const procedure = await read(request, reply, async ({ office }) => {
          const found = office.procedures.find(idOf(request.params), version);
          return found === undefined ? err(refusal('not-found')) : ok(found);
        });
        return procedure === undefined ? undefined : send(reply, procedure, `v${version}`);
      },
    );
  }

  app.get<OfProcedure & { Querystring: Static<typeof Between> }>(
    '/procedures/:institution/:name/comparison',
    {
      schema: {
        tags,
        summary: 'What one version changed against another',
        params: Params,
        querystring: Between,
        response: { 200: ComparisonView },
      },
    },
    (request, reply) =>
      read(request, reply, async (ctx) => compareVersions(ctx, idOf(request.params), request.query)),
  );
}

function idOf({ institution, name }: Static<typeof Params>): string {
  return `${institution}/${name}`;
}
