import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Config } from '../platform/config/config.ts';
import type { HostParts } from './host.ts';

/** `/healthz` (the process lives), `/readyz` (it can serve), `/metrics` (loopback or with the token). */
export function healthRoutes(
  app: FastifyInstance,
  { database, config }: HostParts & { readonly config: Config },
): void {
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
  app.addHook('onResponse', async (request, reply) => {
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
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
    const token = config.metricsToken;
    const allowed = token === null ? local : request.headers.authorization === `Bearer ${token}`;
    if (!allowed) return reply.code(404).send();
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}
