import { type Static, Type } from 'typebox';
import { ok } from '../../domain/shared/result.ts';
import { localeOf } from '../../platform/http/locale-of.ts';
import type { Host, Reading } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { complianceCsv } from './compliance-csv.ts';
import {
  CasesOfFigure,
  Compliance,
  ComplianceCasesQuery,
  ComplianceQuery,
  RunsQuery,
  StepCasesQuery,
} from './contract.ts';
import { getCompliance } from './get-compliance.ts';
import { listComplianceCases, listRuns, listStepCases } from './list-cases-of-figure.ts';

const StepParams = Type.Object({ step: Type.String({ maxLength: 40 }) });

/** `/statistics/compliance`: how far an SOP was kept, as JSON or CSV, and the cases behind each figure. */
export function complianceRoutes({ app, read }: Host): void {
  app.get<{ Querystring: ComplianceQuery }>(
    '/statistics/compliance',
    {
      schema: {
        tags: ['statistics'],
        summary: 'How far an SOP was kept, step by step',
        querystring: ComplianceQuery,
        response: { 200: Compliance },
      },
    },
    (request, reply) => read(request, reply, (ctx) => getCompliance(ctx, request.query)),
  );

  app.get<{ Querystring: ComplianceQuery }>(
    '/statistics/compliance.csv',
    {
      schema: {
        tags: ['statistics'],
        summary: 'The same as CSV, one figure a line with its meaning',
        querystring: ComplianceQuery,
        response: { 200: { content: { 'text/csv': { schema: Type.String() } } } },
      },
    },
    async (request, reply) => {
      const csv = await read(request, reply, async (ctx) => {
        const found = await getCompliance(ctx, request.query);
        if (!found.ok) return found;
        await recordExport(ctx, request.query);
        return ok(complianceCsv(found.value, localeOf(request)));
      });
      if (csv === undefined) return undefined;
      const name = `${request.query.procedure.replaceAll(/[^a-z0-9-]+/g, '-')}.csv`;
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .send(csv);
    },
  );

  app.get<{ Querystring: ComplianceCasesQuery }>(
    '/statistics/compliance/cases',
    {
      schema: {
        tags: ['statistics'],
        summary: 'The cases behind a figure of the whole SOP',
        querystring: ComplianceCasesQuery,
        response: { 200: CasesOfFigure },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listComplianceCases(ctx, request.query)),
  );

  app.get<{ Querystring: RunsQuery }>(
    '/statistics/compliance/runs',
    {
      schema: {
        tags: ['statistics'],
        summary: 'The runs behind a figure of an actor or a unit',
        querystring: RunsQuery,
        response: { 200: CasesOfFigure },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listRuns(ctx, request.query)),
  );

  app.get<{ Params: Static<typeof StepParams>; Querystring: StepCasesQuery }>(
    '/statistics/compliance/steps/:step/cases',
    {
      schema: {
        tags: ['statistics'],
        summary: 'The runs behind a figure of one step',
        params: StepParams,
        querystring: StepCasesQuery,
        response: { 200: CasesOfFigure },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listStepCases(ctx, request.params.step, request.query)),
  );
}

async function recordExport(ctx: Reading, { procedure, from, to }: ComplianceQuery): Promise<void> {
  const institution = ctx.actor.kind === 'person' ? { ofPerson: ctx.actor.id } : null;
  const subject = `procedure:${procedure}`;
  await record(ctx, { kind: 'figures.exported', institution, subject, details: { from, to } });
}
