import type * as openid from 'openid-client';
import { isLoopback, type ProviderConfig } from '../config/provider-config.ts';
import { claimOf, textsOf } from './claims.ts';

/** What must come back unchanged from a sign-in that was begun; secret, and kept by the browser that began it. */
export interface ProviderAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider vouches for. */
export interface ProviderIdentity {
  readonly issuer: string;
  /** Stable, and never given to somebody else (OpenID Connect Core, 8). */
  readonly subject: string;
  readonly groups: readonly string[];
  /** The provider's word for a second factor, where the configuration takes it. */
  readonly hasSecondFactor: boolean;
}

/** Why nobody was vouched for. `reason` is a short code for the log, without anything of the person. */
export class ProviderFault extends Error {
  readonly kind: 'unreachable' | 'refused' | 'cancelled';

  constructor(kind: ProviderFault['kind'], reason: string) {
    super(reason);
    this.name = 'ProviderFault';
    this.kind = kind;
  }
}

export interface Provider {
  readonly name: string;
  readonly issuer: string;
  /** Whether roles follow its groups. */
  readonly hasGroups: boolean;
  /** Where the browser goes. `fresh`: the person gives the password there anew. Throws `ProviderFault`. */
  begin(redirectUri: string, fresh: boolean): Promise<{ location: string; attempt: ProviderAttempt }>;
  /** Who came back with this address; state, nonce, PKCE and signature are checked. Throws `ProviderFault`. */
  complete(returned: URL, attempt: ProviderAttempt, fresh: boolean): Promise<ProviderIdentity>;
  /** Where the session at the provider is ended; null where it has no such place. Throws `ProviderFault`. */
  signOutAddress(returnTo: string): Promise<string | null>;
}

/** How long what was discovered is believed, in ms; keys are looked up anew by the library where one is unknown. */
const discoveryAge = 3_600_000;

/**
 * A provider of OpenID Connect, by discovery, authorization code, PKCE (S256), state and nonce. It is asked when
 * somebody signs in, not before: the office opens while its provider is away.
 */
export function openProvider(config: ProviderConfig, clientSecret: string | null): Provider {
  let found: { readonly at: number; readonly server: openid.Configuration } | null = null;

  async function discover(): Promise<openid.Configuration> {
    if (found !== null && Date.now() - found.at < discoveryAge) return found.server;
    const client = await import('openid-client');
    try {
      const metadata = { client_id: config.clientId, [client.clockTolerance]: config.clockTolerance };
      const authentication = clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret);
      // Only a provider on this machine is spoken to without TLS; `providerProblems` refuses any other.
      const relaxed = isLoopback(config.issuer) ? [client.allowInsecureRequests] : [];
      const execute = [client.enableNonRepudiationChecks, ...relaxed];
      const server = await client.discovery(
        new URL(config.issuer),
        config.clientId,
        metadata,
        authentication,
        { timeout: 10, execute },
      );
      found = { at: Date.now(), server };
      return server;
    } catch (error) {
      throw new ProviderFault('unreachable', reasonOf(error));
    }
  }

  async function readGroups(
    server: openid.Configuration,
    tokens: { readonly access_token: string },
    claims: openid.IDToken,
  ): Promise<readonly string[]> {
    if (config.groupsClaim === null) return [];
    const told = claimOf(claims, config.groupsClaim);
    if (told !== undefined) return textsOf(told);
    if (server.serverMetadata().userinfo_endpoint === undefined) return [];
    const client = await import('openid-client');
    return textsOf(
      claimOf(await client.fetchUserInfo(server, tokens.access_token, claims.sub), config.groupsClaim),
    );
  }

  return {
    name: config.name,
    issuer: config.issuer,
    hasGroups: config.groupsClaim !== null,

    async begin(redirectUri, fresh) {
      const server = await discover();
      const client = await import('openid-client');
      const attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const acr = config.secondFactorAcr.join(' ');
      const address = client.buildAuthorizationUrl(server, {
        redirect_uri: redirectUri,
        scope: config.scopes,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
        ...(acr === '' ? {} : { acr_values: acr }),
      });
      return { location: address.href, attempt };
    },

    async complete(returned, attempt, fresh) {
      const server = await discover();
      const client = await import('openid-client');
      try {
        const tokens = await client.authorizationCodeGrant(server, returned, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          ...(fresh ? { maxAge: 0 } : {}),
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new ProviderFault('refused', 'no id token');
        const { secondFactorAcr, secondFactorAmr } = config;
        return {
          issuer: claims.iss,
          subject: claims.sub,
          groups: await readGroups(server, tokens, claims),
          hasSecondFactor:
            secondFactorAcr.includes(String(claims.acr)) ||
            textsOf(claims.amr).some((one) => secondFactorAmr.includes(one)),
        };
      } catch (error) {
        throw error instanceof ProviderFault ? error : new ProviderFault(kindOf(error), reasonOf(error));
      }
    },

    async signOutAddress(returnTo) {
      const server = await discover();
      if (server.serverMetadata().end_session_endpoint === undefined) return null;
      const client = await import('openid-client');
      return client.buildEndSessionUrl(server, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

function kindOf(error: unknown): ProviderFault['kind'] {
  const { error: answered, code, name } = error as { error?: string; code?: string; name?: string };
  if (answered === 'access_denied') return 'cancelled';
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || name === 'TypeError') return 'unreachable';
  return 'refused';
}

/** The library's own code: its sentences may quote what was sent. */
function reasonOf(error: unknown): string {
  const { error: answered, code, name } = error as { error?: string; code?: string; name?: string };
  return [name, code, answered].filter((part) => part !== undefined).join(' ');
}
