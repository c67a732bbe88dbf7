import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reporterActor } from '../../domain/access/actor.ts';
import { type ClientDoor, open311Doors } from '../../domain/access/doors.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type ApiClient, findClient } from '../../features/api-clients/index.ts';
import type { Context, Reading } from '../../features/context/index.ts';
import { localeOf } from '../../platform/http/locale-of.ts';
import type { Problem } from '../../platform/http/problem.ts';
import { type Speaker, speakerOf } from '../../platform/i18n/index.ts';
import {
  type Answer,
  type Fault,
  type Format,
  faultOf,
  faultsOf,
  formats,
  sendAnswer,
  sendFaults,
} from './answer.ts';
import { type Fields, readFields } from './fields.ts';

/** What `main` lends: commands and queries for a request, and what became of one that failed. */
export interface Open311Host {
  readonly app: FastifyInstance;
  readonly publicUrl: string;
  run<T>(
    request: FastifyRequest,
    work: (ctx: Context) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>>;
  read<T>(
    request: FastifyRequest,
    work: (ctx: Reading) => Promise<Result<T, Refusal>>,
  ): Promise<Result<T, Refusal>>;
  countClient(request: FastifyRequest, client: string): Promise<Refusal | null>;
  problemOf(request: FastifyRequest, error: Error): Problem;
}

/** A request as a way sees it. */
export interface Asked<C extends Reading = Reading> {
  readonly ctx: C;
  readonly fields: Fields;
  /** What stands in the address: a service code, a request, a token. */
  readonly named: string;
  readonly speaker: Speaker;
}
/** At a way with a key it is there; elsewhere where one was sent. */
export type OfClient<A extends Asked = Asked> = A & { readonly client: ApiClient };
export type OfAnyone = Asked & { readonly client: ApiClient | null };

type Done = Promise<Result<Answer, readonly Fault[]>>;

export interface Ways {
  /** What everybody may ask. */
  open(path: string, work: (asked: OfAnyone) => Done): void;
  /** What a client asks about its own. */
  own(path: string, work: (asked: OfClient) => Done): void;
  /** What a client brings: one transaction. */
  take(path: string, work: (asked: OfClient<Asked<Context>>) => Done): void;
}

/**
 * Hangs ways on the host, each in both formats and behind its door (`open311Doors`). Throws where a way has none, or
 * another than it is built for, so that nothing is open because it was forgotten.
 */
export function openWays(host: Open311Host): Ways {
  const { app } = host;
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat())
      doorAt(one, url.slice(app.prefix.length).replace(/\.(?:xml|json)$/, ''));
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'private, no-store');
  });
  app.setErrorHandler((error, request, reply) =>
    sendFaults(reply, formatOf(request), [faultOf(host.problemOf(request, error as Error))]),
  );
  app.setNotFoundHandler((request, reply) =>
    sendFaults(reply, formatOf(request), faultsOf({ code: 'not-found' }, speakerOf(localeOf(request)).t)),
  );

  async function through<C extends Reading>(
    request: FastifyRequest,
    visitor: C,
    door: ClientDoor,
    work: (asked: Asked<C> & { readonly client: ApiClient | null }) => Done,
  ): Promise<Result<Result<Answer, readonly Fault[]>, Refusal>> {
    // Whoever is signed in here besides is nobody to a program.
    const ctx: C = { ...visitor, actor: reporterActor };
    const fields = readFields(request);
    const speaker = speakerOf(ctx.locale);
    const key = keyOf(request, fields);
    const client = key === '' ? null : ((await findClient(ctx, key)) ?? null);
    if (client === null && (door === 'key' || key !== ''))
      return ok(err([{ code: 403, description: speaker.t('open311.fault.key') }]));
    const tooMany = client === null ? null : await host.countClient(request, client.id);
    if (tooMany !== null) return err(tooMany);
    const named = Object.values((request.params ?? {}) as Record<string, string>)[0] ?? '';
    return ok(await work({ ctx, fields, speaker, client, named }));
  }

  async function send(
    [request, answer]: readonly [FastifyRequest, FastifyReply],
    format: Format,
    done: Result<Result<Answer, readonly Fault[]>, Refusal>,
  ): Promise<FastifyReply> {
    const { t } = speakerOf(localeOf(request));
    if (done.ok)
      return done.value.ok
        ? sendAnswer(answer, format, done.value.value)
        : sendFaults(answer, format, done.value.error);
    if (done.error.code === 'too-many-requests')
      answer.header('retry-after', String(done.error.details?.retryAfter ?? 60));
    return sendFaults(answer, format, faultsOf(done.error, t));
  }

  const route = { config: { limited: 'read' as const } };
  function open(path: string, work: (asked: OfAnyone) => Done): void {
    const door = doorAt('GET', path);
    for (const format of formats)
      app.get(`${path}.${format}`, route, async (request, answer) =>
        send([request, answer], format, await host.read(request, (ctx) => through(request, ctx, door, work))),
      );
  }
  return {
    open,
    own(path, work) {
      requireKey('GET', path);
      open(path, (asked) => work(asked as OfClient));
    },
    take(path, work) {
      requireKey('POST', path);
      for (const format of formats)
        app.post(`${path}.${format}`, route, async (request, answer) =>
          send(
            [request, answer],
            format,
            await host.run(request, (ctx) =>
              through(request, ctx, 'key', (asked) => work(asked as OfClient<Asked<Context>>)),
            ),
          ),
        );
    },
  };
}

function doorAt(method: string, path: string): ClientDoor {
  const way = `${method === 'HEAD' ? 'GET' : method} ${path}`;
  const door = open311Doors[way];
  if (door === undefined) throw new Error(`${way} has no door: say in doors.ts who may come in`);
  return door;
}

function requireKey(method: string, path: string): void {
  if (doorAt(method, path) !== 'key')
    throw new Error(`${method} ${path} works for a client: its door is a key`);
}

/** In the form, as the standard says, or in a header, where no address and no proxy's log holds it. */
function keyOf(request: FastifyRequest, { values }: Fields): string {
  const header = request.headers['x-api-key'];
  return typeof header === 'string' ? header : (values.api_key ?? '');
}

/** What fails before it reaches a way is told in the format of its address. */
function formatOf({ url }: FastifyRequest): Format {
  return /\.json(?:\?|$)/.test(url) ? 'json' : 'xml';
}
