import { type Static, Type } from 'typebox';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, type Result } from '../../../domain/shared/result.ts';
import type { Context, Host } from '../../context/index.ts';
import {
  FactorAdded,
  PasskeyAnswer,
  PasskeyBegin,
  PasskeyInput,
  PasskeyName,
  PasskeyOptions,
  ProofGiven,
  SessionView,
} from '../contract.ts';
import { giveCookie, originOf, tokenOf } from '../session-cookie.ts';
import type { SignInOptions } from '../sign-in-options.ts';
import { addPasskey, offerPasskey, removePasskey, renamePasskey } from './enrol-passkey.ts';
import { type RelyingParty, relyingParty } from './relying-party.ts';
import {
  offerPasskeyProof,
  offerPasskeySignIn,
  proveByPasskey,
  signInByPasskey,
} from './sign-in-by-passkey.ts';

const IdParams = Type.Object({ id: Type.String({ maxLength: 1400 }) });
type Params = { id: string };
type Answer = { Body: Static<typeof PasskeyAnswer> };

/** Passkeys: signing in by one, proving by one, making, naming and giving up one's own. */
export function passkeyRoutes({ app, handle }: Host, options: SignInOptions): void {
  const tags = ['session'];
  const party = relyingParty(options.publicUrl);
  const config = { limited: 'sign-in' } as const;
  const entrance = { ...config, entrance: true };
  const response = { 200: PasskeyOptions };

  /** Where browsers make no passkeys there are no such ways. */
  function at<T>(work: (ctx: Context, party: RelyingParty) => Promise<Result<T, Refusal>>) {
    return async (ctx: Context) => (party === null ? err(refusal('not-found')) : work(ctx, party));
  }

  app.post(
    '/session/passkey/options',
    { config: entrance, schema: { tags, summary: 'Begin to sign in by a passkey', response } },
    (request, reply) =>
      handle(
        request,
        reply,
        at((ctx, here) => offerPasskeySignIn(ctx, here, tokenOf(request))),
      ),
  );

  app.post<Answer>(
    '/session/passkey',
    {
      config: entrance,
      schema: {
        tags,
        summary: 'Sign in by a passkey, alone or as the second step',
        body: PasskeyAnswer,
        response: { 200: SessionView },
      },
    },
    async (request, reply) => {
      const opened = await handle(
        request,
        reply,
        at((ctx, here) => signInByPasskey(ctx, here, request.body.response, originOf(request))),
      );
      if (opened === undefined) return reply;
      giveCookie(reply, opened.token, options);
      return opened.view;
    },
  );

  app.post(
    '/session/proof/passkey/options',
    { config, schema: { tags, summary: 'Begin a proof by a passkey', response } },
    (request, reply) => handle(request, reply, at(offerPasskeyProof)),
  );

  app.post<Answer>(
    '/session/proof/passkey',
    {
      config,
      schema: {
        tags,
        summary: 'Prove again who one is, by a passkey',
        body: PasskeyAnswer,
        response: { 200: ProofGiven },
      },
    },
    (request, reply) =>
      handle(
        request,
        reply,
        at((ctx, here) => proveByPasskey(ctx, here, request.body.response, tokenOf(request))),
      ),
  );

  app.post<{ Body: Static<typeof PasskeyBegin> }>(
    '/session/passkeys/options',
    { config: entrance, schema: { tags, summary: 'Begin to make a passkey', body: PasskeyBegin, response } },
    (request, reply) =>
      handle(
        request,
        reply,
        at((ctx, here) => offerPasskey(ctx, here, tokenOf(request), request.body.invitation)),
      ),
  );

  app.post<{ Body: Static<typeof PasskeyInput> }>(
    '/session/passkeys',
    {
      config,
      schema: {
        tags,
        summary: 'Take a passkey into use; with the first factor recovery codes are told once',
        body: PasskeyInput,
        response: { 200: FactorAdded },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const added = await handle(
        request,
        reply,
        at((ctx, here) => addPasskey(ctx, here, request.body, originOf(request))),
      );
      if (added === undefined) return reply;
      const { opened, recoveryCodes } = added;
      if (opened !== null) giveCookie(reply, opened.token, options);
      return { recoveryCodes, session: opened?.view ?? null };
    },
  );

  app.put<{ Params: Params; Body: Static<typeof PasskeyName> }>(
    '/session/passkeys/:id',
    {
      schema: {
        tags,
        summary: 'Name an own passkey',
        params: IdParams,
        body: PasskeyName,
        response: { 200: Type.Object({}) },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => renamePasskey(ctx, request.params.id, request.body.name)),
  );

  app.delete<{ Params: Params }>(
    '/session/passkeys/:id',
    {
      schema: {
        tags,
        summary: 'Give up an own passkey',
        params: IdParams,
        response: { 200: Type.Object({}) },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => removePasskey(ctx, request.params.id)),
  );
}
