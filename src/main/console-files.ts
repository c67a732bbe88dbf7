import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { contentPolicy } from '../platform/http/content-policy.ts';
import { root } from './root.ts';

/** The staff console: one page whose screens the browser draws, and its hashed files. */
export function consoleRoutes(app: FastifyInstance): void {
  const folder = join(root, 'dist', 'console');
  if (!existsSync(folder)) return;
  app.register(async (part) => {
    await part.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/konsol/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: true,
    });
    for (const path of ['/konsol', '/konsol/*']) {
      part.get(path, (_request, reply) =>
        reply
          .header('content-security-policy', contentPolicy.console)
          .header('cache-control', 'no-cache')
          .sendFile('index.html', folder),
      );
    }
  });
}
