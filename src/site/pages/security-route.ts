import type { SiteHost } from '../site-host.ts';

/** Days until somebody who found the file should look again whether it still holds. */
const goodFor = 180;

/** `/.well-known/security.txt` (RFC 9116): where a hole is reported to. Not found where the operator names nobody. */
export function securityRoute({ app, clock, config }: SiteHost): void {
  app.get('/.well-known/security.txt', async (_request, reply) => {
    if (config.securityContact === null) return reply.callNotFound();
    const expires = new Date(Date.parse(clock()) + goodFor * 86_400_000).toISOString();
    const lines = [
      `Contact: ${config.securityContact}`,
      `Expires: ${expires.slice(0, 10)}T00:00:00Z`,
      'Preferred-Languages: id, en',
      `Canonical: ${config.publicUrl}/.well-known/security.txt`,
    ];
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(`${lines.join('\n')}\n`);
  });
}
