import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { Context, Host } from '../context/index.ts';
import { LetterList, LettersQuery } from './contract.ts';
import { listLetters } from './list-letters.ts';
import { type Paper, paintPaper } from './paint-paper.ts';
import { printLetter } from './print-letter.ts';
import { receiptPaper } from './receipt-paper.ts';

const CodeParams = Type.Object({ code: Type.String({ maxLength: 64 }) });
const LetterParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** What goes out on paper: the receipt, and answers by letter. */
export function papersRoutes(host: Host, { publicUrl }: { readonly publicUrl: string }): void {
  const { app, read } = host;

  app.get<{ Params: Static<typeof CodeParams> }>(
    '/tracking/:code/receipt.pdf',
    {
      config: { limited: 'track' },
      schema: { tags: ['tracking'], summary: 'The receipt, to be printed', params: CodeParams },
    },
    (request, reply) =>
      sendPaper(host, request, reply, 'tanda-terima', (ctx) =>
        receiptPaper(ctx, request.params.code, publicUrl),
      ),
  );

  app.get<{ Querystring: LettersQuery }>(
    '/letters',
    {
      schema: {
        tags: ['letters'],
        summary: 'Letters to reporters that wait to be printed, or were',
        querystring: LettersQuery,
        response: { 200: LetterList },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listLetters(ctx, request.query)),
  );

  app.post<{ Params: Static<typeof LetterParams> }>(
    '/letters/:id/printing',
    {
      schema: {
        tags: ['letters'],
        summary: 'The letter as PDF with name and address; notes that it was printed',
        params: LetterParams,
      },
    },
    (request, reply) =>
      sendPaper(host, request, reply, 'surat', (ctx) => printLetter(ctx, request.params.id, publicUrl)),
  );
}

/** Painted after the commit: nothing waits in the database for a PDF. */
async function sendPaper(
  { handle }: Host,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  work: (ctx: Context) => Promise<Result<Paper, Refusal>>,
): Promise<unknown> {
  let paper: Paper | undefined;
  const answer = await handle(request, reply, async (ctx) => {
    const made = await work(ctx);
    if (made.ok) paper = made.value;
    return made.ok ? ok(null) : made;
  });
  if (paper === undefined) return answer;
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('x-content-type-options', 'nosniff')
    .send(await paintPaper(paper));
}
