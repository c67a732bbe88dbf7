import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

interface Asset {
  readonly content: Buffer;
  readonly mediaType: string;
  readonly hash: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const built = fileURLToPath(new URL('../../dist/site/', import.meta.url));
const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

const assets = readAssets();

/** The address of a file that ships with the site; it holds the content's hash, so it may be kept for ever. */
export function asset(name: string): string {
  const found = assets.get(name);
  return found === undefined ? `/aset/${name}` : `/aset/${name}?v=${found.hash}`;
}

/** `/aset/*`: style sheets, islands, the typeface. Held in memory; there are few and they are small. */
export function assetRoutes(app: FastifyInstance): void {
  app.get<{ Params: { name: string }; Querystring: { v?: string } }>(
    '/aset/:name',
    async (request, reply) => {
      const found = assets.get(request.params.name);
      if (found === undefined) return reply.callNotFound();
      const forever = request.query.v === found.hash || request.params.name.endsWith('.woff2');
      return reply
        .header('content-type', found.mediaType)
        .header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
        .send(found.content);
    },
  );
}

function readAssets(): Map<string, Asset> {
  const found = new Map<string, Asset>();
  const add = (name: string, path: string): void => {
    const content = name.endsWith('.css') ? compact(readFileSync(path, 'utf8')) : readFileSync(path);
    const mediaType = mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    found.set(name, {
      content,
      mediaType,
      hash: createHash('sha256').update(content).digest('hex').slice(0, 10),
    });
  };
  add('tokens.css', `${here}tokens.css`);
  for (const name of readdirSync(`${here}styles`)) add(name, `${here}styles/${name}`);
  for (const name of readdirSync(`${here}assets`)) add(name, `${here}assets/${name}`);
  if (existsSync(`${built}manifest.json`)) {
    const manifest = JSON.parse(readFileSync(`${built}manifest.json`, 'utf8')) as Record<string, string>;
    for (const [name, file] of Object.entries(manifest)) add(name, `${built}${file}`);
  }
  return found;
}

/** Without comments and indents, which are for us; a slow line would pay for them. */
function compact(css: string): Buffer {
  const lines = css.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
  return Buffer.from(lines.replace(/ ?([{};,]) ?/g, '$1').trim());
}
