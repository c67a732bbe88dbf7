import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import { CaseDrawing } from './contract.ts';
import { drawCase } from './draw-case.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** `/cases/:id/drawing`: the procedure's own drawing with one case in it. */
export function flowchartsRoutes({ app, read }: Host): void {
  app.get<{ Params: Static<typeof Params> }>(
    '/cases/:id/drawing',
    {
      schema: {
        tags: ['cases'],
        summary: 'The flowchart of the procedure with the case in it',
        params: Params,
        response: { 200: CaseDrawing },
      },
    },
    (request, reply) => read(request, reply, (ctx) => drawCase(ctx, request.params.id)),
  );
}
