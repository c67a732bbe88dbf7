import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { type Actor, reporterActor } from '../domain/access/actor.ts';
import { accountTokenOf, findAccount } from '../features/citizen-accounts/index.ts';
import type { Office, Reading } from '../features/context/index.ts';
import { findActor, tokenOf } from '../features/people/index.ts';
import type { Schema } from '../platform/db/schema.ts';
import { localeOf } from '../platform/http/locale-of.ts';

/** Who asks, in which language, at what moment. Without a session the request is anybody's: a reporter's. */
export async function requestContext<Tx extends Kysely<Schema>>(
  request: FastifyRequest,
  tx: Tx,
  office: Office,
  now: string,
): Promise<Reading & { readonly tx: Tx }> {
  const token = tokenOf(request);
  const session = token === null ? undefined : await findActor(tx, office.keys, token, now);
  const actor: Actor = session?.actor ?? reporterActor;
  const proof = session === undefined ? {} : { provedAt: session.session.provedAt };
  const account = request.routeOptions.config.account
    ? await findAccount(tx, office.keys, accountTokenOf(request), now)
    : undefined;
  const citizen = account === undefined ? {} : { account };
  return { tx, actor, now, requestId: request.id, locale: localeOf(request), office, ...proof, ...citizen };
}
