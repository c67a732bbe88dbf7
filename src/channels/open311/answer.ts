import type { FastifyReply } from 'fastify';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { type Problem, problemOf } from '../../platform/http/problem.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import { type Content, writeXml } from './xml.ts';

export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

/** One answer, whatever its format: the root of the XML and what lies in it. */
export interface Answer {
  readonly root: string;
  readonly content: Content;
}

/** What is wrong, as the standard says it: a code, which is that of the HTTP answer where it is the first, and words. */
export interface Fault {
  readonly code: number;
  readonly description: string;
}

export function sendAnswer(reply: FastifyReply, format: Format, { root, content }: Answer): FastifyReply {
  return reply
    .header('content-type', `${format === 'xml' ? 'text/xml' : 'application/json'}; charset=utf-8`)
    .send(format === 'xml' ? writeXml(root, content) : JSON.stringify(content));
}

/** Every fault at once, so that a program can say all of them to its user. */
export function sendFaults(reply: FastifyReply, format: Format, faults: readonly Fault[]): FastifyReply {
  const content = faults.map(({ code, description }) => ({ code, description }));
  return sendAnswer(reply.code(faults[0]?.code ?? 400), format, { root: 'errors', content });
}

/** A refusal of ours, a fault for each field; the fields by the names that the standard gives them. */
export function faultsOf(refused: Refusal, t: Translate): readonly Fault[] {
  const fields = Object.entries(refused.fields ?? {});
  if (fields.length > 0)
    return fields.map(([field, code]) => ({
      code: code === 'unknown' ? 404 : 400,
      description: `${fieldNames[field] ?? field}: ${t(`problem.field.${code}`)}`,
    }));
  return [faultOf(problemOf(refused, t, ''))];
}

export function faultOf({ status, title, detail }: Problem): Fault {
  return { code: plainStatus[status] ?? status, description: `${title}. ${detail}`.replace('?.', '?') };
}

/** The standard knows no finer ones: a general fault of the request. */
const plainStatus: Readonly<Record<number, number>> = { 409: 400, 410: 404, 415: 400, 422: 400, 423: 403 };

const fieldNames: Readonly<Record<string, string>> = {
  text: 'description',
  category: 'service_code',
  areaCode: 'address_id',
  institution: 'jurisdiction_id',
  occurredOn: 'attribute[occurred_on]',
  kind: 'attribute[kind]',
  secrecy: 'attribute[secrecy]',
  name: 'first_name',
};
