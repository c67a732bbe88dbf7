import type { FastifyReply } from 'fastify';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import { writeBpmn } from '../bpmn/index.ts';
import { writeProcedureYaml } from './procedure-text.ts';

/** As a file to keep: `<institution>-<name>-<suffix>.yaml`. */
export function sendYaml(reply: FastifyReply, procedure: ProcedureDraft, suffix: string): FastifyReply {
  const yaml = { extension: 'yaml', type: 'application/yaml', content: writeProcedureYaml(procedure) };
  return sendFile(reply, procedure, suffix, yaml);
}

/** As a file for any modeller: `<institution>-<name>-<suffix>.bpmn`. */
export async function sendBpmn(
  reply: FastifyReply,
  procedure: ProcedureDraft,
  suffix: string,
): Promise<FastifyReply> {
  const bpmn = { extension: 'bpmn', type: 'application/xml', content: await writeBpmn(procedure) };
  return sendFile(reply, procedure, suffix, bpmn);
}

/** Never shown in our own origin: what stands in it was written by people. */
function sendFile(
  reply: FastifyReply,
  { id }: ProcedureDraft,
  suffix: string,
  file: { readonly extension: string; readonly type: string; readonly content: string },
): FastifyReply {
  const name = `${id.replaceAll('/', '-')}-${suffix}.${file.extension}`;
  return reply
    .header('content-type', `${file.type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .send(file.content);
}
