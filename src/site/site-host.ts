import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Refusal } from '../domain/shared/refusal.ts';
import type { Result } from '../domain/shared/result.ts';
import type { Context, Locale, Office, Reading } from '../features/context/index.ts';

/** What the pages get from `main`: a way to run commands and queries for a request, and the office's data. */
export interface SiteHost {
  readonly app: FastifyInstance;
  readonly office: Office;
  /** ISO 8601 UTC. */
  readonly clock: () => string;
  readonly config: {
    readonly publicUrl: string;
    readonly secureCookies: boolean;
    /** Null where no notices go out by mail. */
    readonly smtpUrl: string | null;
    /** Empty where nothing goes out by SMS. */
    readonly smsLines: readonly unknown[];
    readonly securityContact: string | null;
  };
  readonly localeOf: (request: FastifyRequest) => Locale;
  /** Reads for a request, in no transaction; refusals are values. */
  read<T>(
    request: FastifyRequest,
    work: (ctx: Reading) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>>;
  /** A command of the sealed door: no session is looked at, no address counted; whoever asks is a reporter. */
  runUnseen<T>(
    request: FastifyRequest,
    work: (ctx: Context) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>>;
  /** Runs in one transaction with the request's actor (a visitor is a reporter); refusals are values. */
  run<T>(
    request: FastifyRequest,
    work: (ctx: Context) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>>;
}
