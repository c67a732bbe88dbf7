import type { ConfigProblem, Given } from './config-problem.ts';

/** The OpenID Connect provider by which staff sign in. */
export interface ProviderConfig {
  /** Its issuer identifier; everything else is discovered from it. */
  readonly issuer: string;
  readonly clientId: string;
  /** None of the two: a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | null;
  readonly clientSecretFile: string | null;
  /** What the button says: "Masuk lewat <name>". */
  readonly name: string;
  readonly scopes: string;
  /** The claim that lists groups, `groups` or `realm_access.roles`; null: no roles come from groups. */
  readonly groupsClaim: string | null;
  /** Values of `acr` and `amr` that count as a second factor; none: the provider's word is not taken for one. */
  readonly secondFactorAcr: readonly string[];
  readonly secondFactorAmr: readonly string[];
  /** By how many seconds the provider's clock may differ from ours. */
  readonly clockTolerance: number;
}

/** What the environment says of the provider; null where it names none. */
export function readProvider(given: Given): ProviderConfig | null {
  const issuer = given('OIDC_ISSUER');
  if (issuer === null) return null;
  return {
    issuer,
    clientId: given('OIDC_CLIENT_ID') ?? '',
    clientSecret: given('OIDC_CLIENT_SECRET'),
    clientSecretFile: given('OIDC_CLIENT_SECRET_FILE'),
    name: given('OIDC_NAME') ?? hostOf(issuer),
    scopes: given('OIDC_SCOPES') ?? 'openid',
    groupsClaim: given('OIDC_GROUPS_CLAIM'),
    secondFactorAcr: listOf(given('OIDC_SECOND_FACTOR_ACR')),
    secondFactorAmr: listOf(given('OIDC_SECOND_FACTOR_AMR')),
    clockTolerance: Number(given('OIDC_CLOCK_TOLERANCE') ?? 30),
  };
}

/** Every variable of the provider that is wrong. */
export function providerProblems(given: Given): readonly ConfigProblem[] {
  const provider = readProvider(given);
  if (provider === null) return [];
  const problems: [variable: string, isWrong: boolean, problem: string][] = [
    ['OIDC_ISSUER', !isTrustworthy(provider.issuer), 'must begin with https:// (http:// on loopback only).'],
    ['OIDC_CLIENT_ID', provider.clientId === '', 'must be set where OIDC_ISSUER is.'],
    [
      'OIDC_CLIENT_SECRET_FILE',
      provider.clientSecret !== null && provider.clientSecretFile !== null,
      'is set beside OIDC_CLIENT_SECRET; give the secret in one way only.',
    ],
    [
      'OIDC_SCOPES',
      !provider.scopes.split(/\s+/).includes('openid'),
      'must contain openid, for example "openid groups".',
    ],
    [
      'OIDC_CLOCK_TOLERANCE',
      !(provider.clockTolerance >= 1 && provider.clockTolerance <= 300),
      'must be a number of seconds from 1 to 300.',
    ],
  ];
  return problems.flatMap(([variable, isWrong, problem]) => (isWrong ? [{ variable, problem }] : []));
}

/** Whether the address is this machine's own. */
export function isLoopback(address: string): boolean {
  return URL.canParse(address) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

function isTrustworthy(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(issuer));
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

function listOf(text: string | null): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter((one) => one !== '');
}
