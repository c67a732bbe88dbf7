import type { FastifyRequest } from 'fastify';

export interface SentFile {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * The one file that a request brings as `multipart/form-data`; empty where it brings none. Throws with
 * `statusCode` 413 for a file that is too large, else 400 or 406 for what is no form.
 */
export async function readSentFile(request: FastifyRequest): Promise<SentFile> {
  try {
    const sent = await request.file();
    return { name: sent?.filename ?? '', content: (await sent?.toBuffer()) ?? Buffer.alloc(0) };
  } catch (error) {
    // The parser's own errors carry their status; a form without a boundary or an end carries none.
    if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
    throw Object.assign(new Error('the form could not be read', { cause: error }), { statusCode: 400 });
  }
}
