import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { open311Routes } from '../channels/open311/routes.ts';
import { wordsOfWhole } from '../channels/registry.ts';
import { gatewayRoutes } from '../channels/sms/gateway-routes.ts';
import { storableValue } from '../domain/shared/storable.ts';
import { areasRoutes } from '../features/areas/index.ts';
import { attachmentLimits } from '../features/attachments/index.ts';
import { breachesRoutes } from '../features/breaches/index.ts';
import { calendarsRoutes } from '../features/calendars/index.ts';
import { announcementRoutes, callsRoutes } from '../features/calls/index.ts';
import { casesRoutes } from '../features/cases/index.ts';
import { channelSettingsRoutes } from '../features/channel-settings/index.ts';
import { complianceRoutes } from '../features/compliance/index.ts';
import { flowchartsRoutes } from '../features/flowcharts/index.ts';
import { notificationsRoutes } from '../features/notifications/index.ts';
import { organizationsRoutes } from '../features/organizations/index.ts';
import { papersRoutes } from '../features/papers/index.ts';
import { peopleRoutes } from '../features/people/index.ts';
import { privacyRoutes } from '../features/privacy/index.ts';
import { proceduresRoutes } from '../features/procedures/index.ts';
import { publicationsRoutes } from '../features/publications/index.ts';
import { retentionRoutes } from '../features/retention/index.ts';
import { rightsRoutes } from '../features/rights/index.ts';
import { sealedCasesRoutes } from '../features/sealed-cases/index.ts';
import { simulationRoutes } from '../features/simulation/index.ts';
import { statisticsRoutes } from '../features/statistics/index.ts';
import { submissionsRoutes } from '../features/submissions/index.ts';
import { trafficRoutes } from '../features/traffic/index.ts';
import { webhooksRoutes } from '../features/webhooks/index.ts';
import { randomToken } from '../platform/crypto/random.ts';
import { contentPolicy } from '../platform/http/content-policy.ts';
import { isFromElsewhere } from '../platform/http/foreign-page.ts';
import { lazySchemas } from '../platform/http/lazy-schemas.ts';
import { localeOf } from '../platform/http/locale-of.ts';
import type { Problem } from '../platform/http/problem.ts';
import type { Log } from '../platform/log/log.ts';
import type { Provider } from '../platform/oidc/provider.ts';
import { openCaller } from '../platform/outside/caller.ts';
import { sendErrorPage, siteRoutes } from '../site/index.ts';
import { channelSettings } from './channel-settings.ts';
import { consoleRoutes } from './console-files.ts';
import { type HealthParts, healthRoutes } from './health.ts';
import { createHost, createRunner, isUnseen } from './host.ts';
import { plain, problemOfError, sendProblem } from './problem-pages.ts';
import { openSignInProvider } from './sign-in-provider.ts';

export interface AppParts extends HealthParts {
  readonly log: Log;
}

/** Builds the whole server without listening; tests call it through `inject`. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, log } = parts;
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // One line per request with route, status and time; never an address, which holds tracking codes.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomToken().slice(0, 16),
    bodyLimit: 4 * 1024 * 1024,
    trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
    // A slow sender may hold a connection, not a transaction: bodies are read before a command begins.
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // An address that cannot be decoded never reaches a route, nor the hooks before it.
    frameworkErrors: (error, request, reply) => {
      reply.header('content-security-policy', contentPolicy.site).header('x-content-type-options', 'nosniff');
      sendProblemAsAsked(request, reply, problemOfError(request, error));
    },
    schemaController: lazySchemas(),
    ajv: {
      customOptions: { coerceTypes: 'array', allErrors: true, removeAdditional: false, useDefaults: true },
    },
  });
  // Once for all routes, before anything looks at it. Files and their forms are read by the page that takes them.
  app.addHook('preValidation', async (request) => {
    request.body = storableValue(request.body);
    request.query = storableValue(request.query);
    request.params = storableValue(request.params);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (isUnseen(request)) return;
    request.log.info(
      {
        route: request.routeOptions.url ?? 'none',
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });

  await app.register(helmet, {
    contentSecurityPolicy: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: config.secureCookies ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', contentPolicy.site);
    reply.header('permissions-policy', nothingOfTheDevice);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (isFromElsewhere(request, config.publicUrl))
      return sendProblemAsAsked(request, reply, plain(request, 'not-authorized', 403));
  });
  await app.register(compress, { threshold: 512, encodings: ['br', 'gzip', 'identity'] });
  await app.register(cookie);
  app.decorateRequest('secureCookies', config.secureCookies);
  await app.register(formbody, { bodyLimit: 4 * 1024 * 1024 });
  await app.register(multipart, {
    limits: { fileSize: attachmentLimits.bytes, files: 10, fields: 60, fieldSize: 1024 * 1024 },
  });

  app.setErrorHandler((error, request, reply) => {
    return sendProblemAsAsked(request, reply, problemOfError(request, error as FastifyError));
  });
  app.setNotFoundHandler((request, reply) => {
    return sendProblemAsAsked(request, reply, plain(request, 'not-found', 404));
  });

  healthRoutes(app, parts);
  const provider = await openSignInProvider(config);
  await app.register(async (api) => apiRoutes(api, parts, provider), { prefix: '/api' });
  consoleRoutes(app);
  const runner = createRunner(parts);
  await app.register(
    async (open311) =>
      open311Routes({ app: open311, ...runner, publicUrl: config.publicUrl, problemOf: problemOfError }),
    { prefix: '/open311/v2' },
  );
  siteRoutes(app, {
    ...runner,
    office: parts.office,
    clock: parts.clock,
    config,
    localeOf,
  });
  return app;
}

/** Neither a page of ours nor one that it would hold asks for any of these. */
const nothingOfTheDevice =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=()';

/** `/api/v1`, its OpenAPI document and the pages that show it. */
async function apiRoutes(api: FastifyInstance, parts: AppParts, provider: Provider | null): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tuntas',
        version: '1',
        description: 'Complaints, aspirations and information requests, from submission to verdict.',
      },
      servers: [{ url: '/api/v1' }],
    },
    stripBasePath: true,
  });
  await api.register(swaggerUi, {
    routePrefix: '/docs',
    indexPrefix: '/api',
    staticCSP: contentPolicy.apiDocs,
  });
  await api.register(
    async (v1) => {
      // Kept by nobody, neither on the way nor on a shared computer, but where a way says otherwise.
      v1.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
      });
      const host = createHost(v1, parts);
      submissionsRoutes(host);
      casesRoutes(host);
      flowchartsRoutes(host);
      const { secureCookies, publicUrl, smtpUrl } = parts.config;
      peopleRoutes(host, { secureCookies, publicUrl, provider, canMail: smtpUrl !== null });
      organizationsRoutes(host);
      areasRoutes(host);
      publicationsRoutes(host);
      proceduresRoutes(host);
      simulationRoutes(host);
      notificationsRoutes(host);
      gatewayRoutes(host, parts.config.smsLines);
      trafficRoutes(host, wordsOfWhole);
      channelSettingsRoutes(host, channelSettings(parts.config));
      statisticsRoutes(host);
      callsRoutes(host, { sendsSms: parts.config.smsLines.length > 0 });
      await v1.register(async (announcements) =>
        announcementRoutes(createHost(announcements, parts), parts.config.callSecrets, parts.clock),
      );
      papersRoutes(host, parts.config);
      rightsRoutes(host);
      calendarsRoutes(host);
      complianceRoutes(host);
      privacyRoutes(host);
      breachesRoutes(host);
      retentionRoutes(host);
      webhooksRoutes(host, openCaller({ inner: parts.config.innerAddresses }));
      // The whole request, from the session on, under the only account that reads the sealed door.
      await v1.register(async (sealed) =>
        sealedCasesRoutes(createHost(sealed, { ...parts, database: parts.sealed })),
      );
      v1.get('/openapi.json', { schema: { hide: true } }, () => api.swagger());
    },
    { prefix: '/v1' },
  );
}

/** A page for people, problem+json for programs. */
function sendProblemAsAsked(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  return wantsPage(request.url) ? sendErrorPage(request, reply, problem) : sendProblem(reply, problem);
}

function wantsPage(url: string): boolean {
  return (
    !url.startsWith('/api/') &&
    !url.startsWith('/open311/') &&
    !url.startsWith('/healthz') &&
    !url.startsWith('/metrics')
  );
}
