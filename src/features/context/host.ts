import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../domain/shared/refusal.ts';
import type { Result } from '../../domain/shared/result.ts';
import type { Context, Reading } from './context.ts';

/** What a feature's `routes.ts` gets from `main/compose.ts` to hang its routes on. */
export interface Host {
  readonly app: FastifyInstance;
  /**
   * Runs one command in one transaction with the request's actor, and answers with its value,
   * or with problem+json where it was refused. A command decides before it writes, so a refusal leaves
   * nothing behind but what it means to keep (the count of failed sign-ins).
   */
  handle<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (ctx: Context) => Promise<Result<T, Refusal>>,
    status?: number,
  ): Promise<T | undefined>;
  /** The same for a query: no transaction, and no more round trips than it has statements. */
  read<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (ctx: Reading) => Promise<Result<T, Refusal>>,
  ): Promise<T | undefined>;
}
