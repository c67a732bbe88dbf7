import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Config } from '../platform/config/config.ts';
import { sameText } from '../platform/crypto/same-text.ts';
import type { MailboxState } from '../platform/mail/mailbox.ts';
import { type HostParts, isUnseen } from './host.ts';

export interface HealthParts extends HostParts {
  readonly config: Config;
  /** How the session with each mailbox stands; absent where this process reads none. */
  readonly mailboxStates?: () => ReadonlyMap<string, MailboxState>;
}

/** `/healthz` (the process lives), `/readyz` (it can serve), `/metrics` (loopback or with the token). */
export function healthRoutes(app: FastifyInstance, { database, config, mailboxStates }: HealthParts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route; never by address.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  new Gauge({
    name: 'database_connections',
    help: 'Connections of this process to the database.',
    registers: [registry],
    collect() {
      this.set(database.pool.totalCount);
    },
  });
  new Gauge({
    name: 'database_second_wall',
    help: 'Whether requests work by an account that has nothing under seal (1) or as the owner of the tables (0).',
    registers: [registry],
    async collect() {
      const isUp = await hasSecondWall(database.pool).catch(() => null);
      if (isUp === null) this.remove();
      else this.set(Number(isUp));
    },
  });
  mailboxGauge(registry, mailboxStates);
  app.addHook('onResponse', async (request, reply) => {
    if (isUnseen(request)) return;
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });

  app.get('/healthz', () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    try {
      await database.pool.query('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'database unavailable' });
    }
  });

  app.get('/metrics', async (request, reply) => {
    if (!mayMeasure(request, config.metricsToken)) return reply.code(404).send();
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}

function mailboxGauge(registry: Registry, states: HealthParts['mailboxStates']): void {
  if (states === undefined) return;
  new Gauge({
    name: 'mailbox_state',
    help: 'Session with a mailbox: 1 it is read, 0 the server is away, -1 the server refuses the password or token.',
    labelNames: ['mailbox'],
    registers: [registry],
    collect() {
      for (const [mailbox, state] of states())
        this.set({ mailbox }, state === 'up' ? 1 : state === 'down' ? 0 : -1);
    },
  });
}

/** Asked of the database each time, so that it is what holds and not what was meant. */
async function hasSecondWall(pool: HostParts['database']['pool']): Promise<boolean> {
  const { rows } = await pool.query<{ open: boolean }>(
    `select has_schema_privilege('sealed', 'usage') as open`,
  );
  return rows[0]?.open === false;
}

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** With the token where there is one, else from this machine; a proxy here that passes somebody on is not this machine. */
function mayMeasure(request: FastifyRequest, token: string | null): boolean {
  const { authorization = '', forwarded, 'x-forwarded-for': passedOn } = request.headers;
  if (token !== null) return sameText(authorization, `Bearer ${token}`);
  return loopback.includes(request.ip) && forwarded === undefined && passedOn === undefined;
}
