import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Refusal, type RefusalCode, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import { words } from '../../../platform/http/schema.ts';
import { translate } from '../../../platform/i18n/index.ts';
import { type Provider, ProviderFault, type ProviderIdentity } from '../../../platform/oidc/provider.ts';
import type { Host, Reading } from '../../context/index.ts';
import { ProviderBegin, ProviderBegun, providerProblems, SignInStep, SignInWays } from '../contract.ts';
import { hashOfToken } from '../find-actor.ts';
import { acceptByProvider, checkInvitation } from '../invitations/accept-invitation.ts';
import { relyingParty } from '../passkeys/relying-party.ts';
import { findStep } from '../second-step.ts';
import { giveCookie, originOf, tokenOf } from '../session-cookie.ts';
import type { SignInOptions } from '../sign-in-options.ts';
import { type Attempt, giveAttempt, openAttempt, sealAttempt, takeAttempt } from './attempt-cookie.ts';
import { proveByProvider, signInByProvider } from './sign-in-by-provider.ts';

const WaysQuery = Type.Object({ problem: Type.Optional(words(providerProblems)) });

/** Signing in by the institution's own provider. Whoever asks waits for it; no connection to the database does. */
export function providerRoutes({ app, handle, read }: Host, options: SignInOptions): void {
  const tags = ['session'];
  const { provider, publicUrl } = options;
  const redirectUri = `${publicUrl}/api/v1/session/provider/callback`;

  app.get<{ Querystring: Static<typeof WaysQuery> }>(
    '/session/ways',
    {
      schema: {
        tags,
        summary: 'How one can sign in, and what a sign-in at the provider ended with',
        querystring: WaysQuery,
        response: { 200: SignInWays },
      },
    },
    (request, reply) =>
      read(request, reply, async ({ locale }) => {
        const { problem } = request.query;
        return ok({
          provider: provider === null ? null : { name: provider.name },
          passkeys: relyingParty(publicUrl) !== null,
          mail: options.canMail,
          problem:
            problem === undefined
              ? null
              : {
                  title: translate(locale, `problem.${problem}.title`),
                  detail: translate(locale, `problem.${problem}.detail`),
                },
        });
      }),
  );

  app.get(
    '/session/step',
    {
      schema: { tags, summary: 'What is left of a sign-in that was begun', response: { 200: SignInStep } },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return read(request, reply, (ctx) => findStep(ctx, tokenOf(request)));
    },
  );

  app.post<{ Body: Static<typeof ProviderBegin> }>(
    '/session/provider',
    {
      config: { limited: 'sign-in', entrance: true },
      schema: {
        tags,
        summary: 'Begin a sign-in at the provider; the browser goes on to `location`',
        body: ProviderBegin,
        response: { 200: ProviderBegun },
      },
    },
    async (request, reply) => {
      const { purpose, inWindow, invitation = null } = request.body;
      if (purpose === 'invitation') {
        const open = await handle(request, reply, (ctx) => checkInvitation(ctx, invitation));
        if (open === undefined) return reply;
      }
      const begun = await read(request, reply, async (ctx) => {
        if (provider === null) return err(refusal('not-found'));
        const session = purpose === 'proof' ? sessionOf(ctx, tokenOf(request)) : null;
        if (purpose === 'proof' && session === null) return err(refusal('not-signed-in'));
        const asked = await askedOf(request, () => provider.begin(redirectUri, purpose === 'proof'));
        if (!asked.ok) return asked;
        const attempt = { ...asked.value.attempt, purpose, inWindow, session, invitation };
        return ok({ location: asked.value.location, sealed: sealAttempt(ctx, attempt) });
      });
      if (begun === undefined) return reply;
      giveAttempt(reply, begun.sealed, options);
      return { location: begun.location };
    },
  );

  // The query is the provider's own; it is read as it came, since the library checks it as a whole.
  app.get(
    '/session/provider/callback',
    { schema: { tags, summary: 'Where the provider sends the browser back to' } },
    async (request, reply) => {
      const came = await read(request, reply, async (ctx): Promise<Result<Came, Refusal>> => {
        const attempt = openAttempt(ctx, takeAttempt(request, reply));
        if (provider === null || attempt === null) return ok({ attempt: null, outcome: late });
        const returned = new URL(redirectUri);
        returned.search = new URL(request.url, publicUrl).search;
        const fresh = attempt.purpose === 'proof';
        return ok({
          attempt,
          outcome: await askedOf(request, () => provider.complete(returned, attempt, fresh)),
        });
      });
      if (came === undefined) return reply;
      const { attempt, outcome } = came;
      if (attempt === null || !outcome.ok)
        return leave(reply, attempt, outcome.ok ? null : outcome.error.code);
      return goOn(request, reply, attempt, outcome.value);
    },
  );

  async function goOn(
    request: FastifyRequest,
    reply: FastifyReply,
    attempt: Attempt,
    identity: ProviderIdentity,
  ): Promise<FastifyReply> {
    const { session } = attempt;
    if (session !== null) {
      const proved = await handle(request, reply, async (ctx) =>
        ok(await proveByProvider(ctx, identity, Buffer.from(session, 'base64url'))),
      );
      if (proved === undefined) return reply;
      return leave(reply, attempt, proved.ok ? null : proved.error.code);
    }
    const hasGroups = provider?.hasGroups === true;
    const signedIn = await handle(request, reply, async (ctx) =>
      ok(
        attempt.invitation === null
          ? await signInByProvider(ctx, identity, hasGroups, originOf(request))
          : await acceptByProvider(ctx, attempt.invitation, identity, hasGroups, originOf(request)),
      ),
    );
    if (signedIn === undefined) return reply;
    if (!signedIn.ok) return leave(reply, attempt, signedIn.error.code);
    giveCookie(reply, signedIn.value.token, options);
    return leave(reply, attempt, null, 'step' in signedIn.value);
  }
}

/** With which attempt the browser came back, and what the provider says of it. */
interface Came {
  readonly attempt: Attempt | null;
  readonly outcome: Result<ProviderIdentity, Refusal>;
}

/** A redirect into the console: its address says at most a code, and whether a step is left. */
function leave(
  reply: FastifyReply,
  attempt: Attempt | null,
  problem: RefusalCode | null,
  isHalf = false,
): FastifyReply {
  const page = attempt?.inWindow === true ? '/konsol/jendela' : '/konsol/';
  const search = new URLSearchParams();
  if (problem !== null) search.set('masalah', problem);
  if (isHalf) search.set('langkah', 'dua');
  const query = search.size === 0 ? '' : `?${search}`;
  return reply.header('cache-control', 'no-store').redirect(`${page}${query}`, 303);
}

const late: Result<never, Refusal> = err(refusal('sign-in-anew'));

/** What the provider said, with its faults as refusals; why is logged by a code alone. */
async function askedOf<T>(request: FastifyRequest, ask: () => Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await ask());
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    request.log.warn({ reason: error.message }, 'the provider vouched for nobody');
    return err(refusal(`provider-${error.kind}`));
  }
}

function sessionOf(ctx: Reading, token: string | null): string | null {
  const isOpen = ctx.actor.kind === 'person' && token !== null;
  return isOpen ? hashOfToken(ctx.office.keys, token).toString('base64url') : null;
}

/** The provider's own address for signing out, where the session was opened by it and it can be reached. */
export async function signOutAtProvider(
  request: FastifyRequest,
  provider: Provider | null,
  returnTo: string,
): Promise<string | null> {
  if (provider === null) return null;
  const asked = await askedOf(request, () => provider.signOutAddress(returnTo));
  return asked.ok ? asked.value : null;
}
