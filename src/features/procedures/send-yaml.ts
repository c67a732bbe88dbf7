import type { FastifyReply } from 'fastify';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import { writeProcedureYaml } from './procedure-text.ts';

/** As a file to keep: `<institution>-<name>-<suffix>.yaml`. Never shown in our own origin. */
export function sendYaml(reply: FastifyReply, procedure: ProcedureDraft, suffix: string): FastifyReply {
  const name = `${procedure.id.replaceAll('/', '-')}-${suffix}.yaml`;
  return reply
    .header('content-type', 'application/yaml; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .send(writeProcedureYaml(procedure));
}
