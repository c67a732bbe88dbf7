import { type Static, Type } from 'typebox';
import { verifyPassword } from '../../platform/crypto/password.ts';
import type { Host } from '../context/index.ts';
import {
  CodeInput,
  FactorAdded,
  FactorsView,
  ProofGiven,
  ProofInput,
  RecoveryCodes,
  SessionView,
  TotpOffer,
} from './contract.ts';
import { confirmTotp, offerTotp, removeTotp, renewRecoveryCodes } from './enrol-totp.ts';
import { listFactors } from './factors.ts';
import { beginProof, completeProof } from './prove-again.ts';
import { completeSecondStep } from './second-step.ts';
import { type CookieOptions, giveCookie, originOf, tokenOf } from './session-cookie.ts';

/** The second step of signing in, setting up what it needs, and proving again who one is. */
export function factorRoutes({ app, handle, read }: Host, options: CookieOptions): void {
  const tags = ['session'];
  type Code = { Body: Static<typeof CodeInput> };

  app.post<Code>(
    '/session/second-factor',
    {
      config: { limited: 'sign-in' },
      schema: {
        tags,
        summary: 'Second step of signing in',
        body: CodeInput,
        response: { 200: SessionView },
      },
    },
    async (request, reply) => {
      const { code } = request.body;
      const opened = await handle(request, reply, (ctx) => completeSecondStep(ctx, code, originOf(request)));
      if (opened === undefined) return reply;
      giveCookie(reply, opened.token, options);
      return opened.view;
    },
  );

  app.get(
    '/session/second-factor',
    { schema: { tags, summary: 'Own second factors', response: { 200: FactorsView } } },
    (request, reply) => read(request, reply, listFactors),
  );

  app.post(
    '/session/second-factor/totp',
    {
      schema: {
        tags,
        summary: 'Begin with an authenticator app; its secret is told once',
        response: { 200: TotpOffer },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return handle(request, reply, (ctx) => offerTotp(ctx, tokenOf(request)));
    },
  );

  app.post<Code>(
    '/session/second-factor/totp/confirmation',
    {
      config: { limited: 'sign-in' },
      schema: {
        tags,
        summary: 'Take the app into use with its first code; recovery codes are told once',
        body: CodeInput,
        response: { 200: FactorAdded },
      },
    },
    async (request, reply) => {
      const { code } = request.body;
      reply.header('cache-control', 'no-store');
      const enrolled = await handle(request, reply, (ctx) => confirmTotp(ctx, code, originOf(request)));
      if (enrolled === undefined) return reply;
      const { opened, recoveryCodes } = enrolled;
      if (opened !== null) giveCookie(reply, opened.token, options);
      return { recoveryCodes, session: opened?.view ?? null };
    },
  );

  app.delete(
    '/session/second-factor/totp',
    { schema: { tags, summary: 'Give up the authenticator app', response: { 200: Type.Object({}) } } },
    (request, reply) => handle(request, reply, removeTotp),
  );

  app.post(
    '/session/second-factor/recovery-codes',
    { schema: { tags, summary: 'New recovery codes, told once', response: { 200: RecoveryCodes } } },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return handle(request, reply, renewRecoveryCodes);
    },
  );

  app.post<{ Body: Static<typeof ProofInput> }>(
    '/session/proof',
    {
      config: { limited: 'sign-in' },
      schema: {
        tags,
        summary: 'Prove again who one is, by password or code',
        body: ProofInput,
        response: { 200: ProofGiven },
      },
    },
    async (request, reply) => {
      const { password = '', code = null } = request.body;
      const attempt = await handle(request, reply, beginProof);
      if (attempt === undefined) return reply;
      const isPasswordRight = code === null && (await verifyPassword(attempt.passwordHash, password));
      return handle(request, reply, (ctx) => completeProof(ctx, tokenOf(request), { code, isPasswordRight }));
    },
  );
}
