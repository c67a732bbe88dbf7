import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody who has an account at the provider. The subject is theirs for ever, the rest may change. */
export interface ProviderAccount {
  readonly subject: string;
  email?: string;
  groups?: readonly string[];
}

/** A real OpenID Connect provider on loopback, which asks for a name in a form and for nothing else. */
export interface SignInProvider {
  readonly issuer: string;
  /** What the house is configured with to sign in there. */
  readonly env: Record<string, string>;
  /** By the name one types at the provider. */
  readonly accounts: Map<string, ProviderAccount>;
  /** By how many seconds its clock is ahead of ours when it issues a token. */
  clockAhead: number;
}

const clientSecret = 'rahasia-klien-untuk-uji-saja';

export async function signInProvider(
  publicUrl: string,
  t: { after(fn: () => Promise<void>): void },
): Promise<SignInProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, ProviderAccount>();
  const house: SignInProvider = {
    issuer,
    accounts,
    clockAhead: 0,
    env: {
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'tuntas',
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_NAME: 'Akun Kementerian',
      OIDC_GROUPS_CLAIM: 'groups',
      OIDC_SECOND_FACTOR_AMR: 'otp',
    },
  };
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'tuntas',
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${publicUrl}/api/v1/session/provider/callback`],
        post_logout_redirect_uris: [`${publicUrl}/konsol/`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'groups', 'email', 'amr'], auth_time: null },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      // Its own page of goodbye asks another host for a typeface.
      rpInitiatedLogout: {
        logoutSource(ctx, form) {
          ctx.body = `<!doctype html><html lang="id"><title>Keluar</title><h1>Keluar</h1>${form}</html>`;
        },
      },
    },
    cookies: { keys: ['uji'] },
    ttl: {
      Session: 3600,
      Grant: 3600,
      Interaction: 3600,
      AccessToken: 3600,
      AuthorizationCode: 60,
      IdToken: 1,
    },
    interactions: { url: (_ctx, { uid }) => `/masuk/${uid}` },
    findAccount: (_ctx, subject) => {
      const account = [...accounts.values()].find((one) => one.subject === subject);
      if (account === undefined) return undefined;
      const { email = `${subject}@kementerian.test`, groups = [] } = account;
      return { accountId: subject, claims: () => ({ sub: subject, email, groups: [...groups] }) };
    },
    // Everybody agrees; the provider's own consent is no matter of ours.
    async loadExistingGrant({ oidc }) {
      if (oidc.client === undefined || oidc.session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const rest = provider.callback();
  answer = (request, response) => {
    if (request.url === '/token') setClock(house.clockAhead, response);
    if (request.url?.startsWith('/masuk/') !== true) return rest(request, response);
    return request.method === 'POST'
      ? enter(provider, accounts, request, response)
      : showForm(response, request.url);
  };
  return house;
}

/** Until the answer is out this process has the provider's clock. */
function setClock(ahead: number, response: ServerResponse): void {
  const own = Date.now;
  Date.now = () => own() + ahead * 1000;
  response.once('close', () => {
    Date.now = own;
  });
}

function showForm(response: ServerResponse, action: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="id"><title>Penyedia</title><h1>Penyedia akun</h1>
    <form method="post" action="${action}"><label>Nama <input name="nama"></label>
    <label><input type="checkbox" name="otp" value="ya"> dengan kode</label>
    <button>Masuk</button> <button name="batal" value="ya">Batal</button></form></html>`);
}

async function enter(
  provider: Provider,
  accounts: ReadonlyMap<string, ProviderAccount>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const account = accounts.get(form.get('nama') ?? '');
  const result =
    form.get('batal') === 'ya' || account === undefined
      ? { error: 'access_denied', error_description: 'batal' }
      : { login: { accountId: account.subject, amr: form.get('otp') === 'ya' ? ['pwd', 'otp'] : ['pwd'] } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/** A browser at the provider: follows it from the address it was sent to, and gives the one it is sent back to. */
export async function visitProvider(
  location: string,
  typed: { readonly name: string; readonly otp?: boolean; readonly cancel?: boolean },
): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(location);
  const { origin } = url;
  let body: URLSearchParams | undefined;
  for (let hop = 0; hop < 10; hop += 1) {
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    body = undefined;
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next !== null) {
      url = new URL(next, url);
      if (url.origin !== origin) return url;
      continue;
    }
    const page = await answer.text();
    assert.match(page, /name="nama"/, `${answer.status}: ${page.slice(0, 400)}`);
    body = new URLSearchParams({ nama: typed.name });
    if (typed.otp === true) body.set('otp', 'ya');
    if (typed.cancel === true) body.set('batal', 'ya');
  }
  throw new Error('the provider sends nobody back');
}
