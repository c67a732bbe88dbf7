import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { storable } from '../../domain/shared/storable.ts';
import { attachmentLimits } from '../../features/attachments/index.ts';

/** A file that arrived with the form; without content where it was refused while it arrived. */
export interface SentPart {
  readonly field: string;
  readonly name: string;
  readonly content: Buffer | null;
  readonly refused: 'too-large' | 'too-much-at-once' | null;
}

export interface SentForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly SentPart[];
}

/** Room for a million characters of any script: too long for us, but not too long to be handed back. */
const longestField = 4 * 1024 * 1024;
/** What is held in memory of the files of one request, and what is read at all before we hang up. */
const mostKept = 48 * 1024 * 1024;
const mostRead = 256 * 1024 * 1024;

/**
 * Reads a form in either encoding, the first value of each name. A file that is too large is read to its end
 * and left out, so that the fields after it are not lost. Throws with `statusCode` 400 or 413 for what is no
 * form at all. A proof of work among the fields is the request's.
 */
export async function readForm(request: FastifyRequest): Promise<SentForm> {
  const form = await readParts(request);
  const proof = form.fields.get('work');
  if (proof !== undefined) request.proofOfWork = proof;
  return form;
}

async function readParts(request: FastifyRequest): Promise<SentForm> {
  if (!request.isMultipart()) return { fields: plainFields(request.body), files: [] };
  const fields = new Map<string, string>();
  const files: SentPart[] = [];
  const meter = { kept: 0, read: 0 };
  const options = {
    limits: {
      fieldSize: longestField,
      fields: 200,
      files: 200,
      parts: 400,
      fileSize: attachmentLimits.bytes,
    },
    throwFileSizeLimit: false,
  };
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'file') {
        const file = await readPart(part, meter);
        if (file !== null) files.push(file);
      } else if (!fields.has(part.fieldname)) {
        fields.set(part.fieldname, lines(String(part.value ?? '')));
      }
    }
  } catch (error) {
    // The parser's own errors carry their status; a form that breaks off in the middle carries none.
    if (hasStatus(error)) throw error;
    throw Object.assign(new Error('the form could not be read', { cause: error }), { statusCode: 400 });
  }
  return { fields, files };
}

async function readPart(
  part: MultipartFile,
  meter: { kept: number; read: number },
): Promise<SentPart | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    length += chunk.length;
    meter.read += chunk.length;
    if (meter.read > mostRead) throw Object.assign(new Error('too much in one form'), { statusCode: 413 });
    if (meter.kept + length <= mostKept) chunks.push(chunk);
  }
  const name = part.filename ?? '';
  // A file field that was left empty arrives as a file without a name.
  if (length === 0 && name === '') return null;
  const refused = part.file.truncated
    ? 'too-large'
    : meter.kept + length > mostKept
      ? 'too-much-at-once'
      : null;
  if (refused === null) meter.kept += length;
  return { field: part.fieldname, name, content: refused === null ? Buffer.concat(chunks) : null, refused };
}

function plainFields(body: unknown): ReadonlyMap<string, string> {
  if (body === null || typeof body !== 'object') return new Map();
  return new Map(
    Object.entries(body).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name, lines(first)] as const] : [];
    }),
  );
}

/** HTML forms write every line end as CRLF; that is the envelope, not what was typed. */
function lines(typed: string): string {
  return storable(typed.replaceAll('\r\n', '\n'));
}

function hasStatus(error: unknown): boolean {
  return typeof (error as { statusCode?: unknown } | null)?.statusCode === 'number';
}
