import { codeOfApp } from '../support/code-of-app.ts';
import { ask, type Client } from './client.ts';
import { type Environment, runVerb } from './tuntas-process.ts';

/** The officers whom one life cycle needs, each signed in (the token goes as `Authorization: Bearer`). */
export interface Officers {
  readonly verifier: Officer;
  readonly handler: Officer;
  readonly reviewer: Officer;
  readonly head: Officer;
  /** The unit that handles. */
  readonly unitId: string;
}

export interface Officer {
  readonly headers: { readonly authorization: string };
}

const institution = 'kemensos';
const unitName = 'Direktorat Jaminan Sosial';

/**
 * Makes the people of one institution through the doors that an operator uses: the first administrator from
 * the command line, the others by the API, each with a role that ships, and signs them in.
 */
export async function hireOfficers(client: Client, env: Environment): Promise<Officers> {
  const email = 'admin@bench.test';
  const printed = await runVerb(['user', '--email', email, '--name', 'Admin'], env);
  const password = printed.trim().split(' ').at(-1) ?? '';
  const admin = await signIn(client, email, password);
  const units = await ask<readonly { id: string; name: string }[]>(client, {
    method: 'GET',
    path: `/api/v1/institutions/${institution}/units`,
    headers: admin.headers,
  });
  const unitId = units.find((unit) => unit.name === unitName)?.id;
  if (unitId === undefined) throw new Error(`${institution} has no unit called ${unitName}`);
  const hire = (roleId: string, inUnit: boolean): Promise<Officer> =>
    hireOne(client, admin, roleId, inUnit ? unitId : null);
  return {
    verifier: await hire('verifier', false),
    handler: await hire('unit-officer', true),
    reviewer: await hire('reviewer', true),
    head: await hire('unit-head', true),
    unitId,
  };
}

async function hireOne(
  client: Client,
  admin: Officer,
  roleId: string,
  unitId: string | null,
): Promise<Officer> {
  const email = `${roleId}@bench.test`;
  const { password } = await ask<{ password: string }>(client, {
    method: 'POST',
    path: `/api/v1/institutions/${institution}/people`,
    headers: admin.headers,
    body: {
      name: roleId,
      email,
      unitId,
      active: true,
      grants: [{ roleId, unitId, areaCode: null, categoryId: null }],
    },
  });
  return signIn(client, email, password);
}

async function signIn(client: Client, email: string, password: string): Promise<Officer> {
  const answer = await client.ask({ method: 'POST', path: '/api/v1/session', body: { email, password } });
  const officer = { headers: { authorization: `Bearer ${tokenIn(answer, email)}` } };
  // The first administrator's role requires a second factor: they set up an app, as everybody does.
  return answer.status === 202 ? enrol(client, officer, email) : officer;
}

async function enrol(client: Client, half: Officer, email: string): Promise<Officer> {
  const path = '/api/v1/session/second-factor/totp';
  const { secret } = await ask<{ secret: string }>(client, { method: 'POST', path, headers: half.headers });
  const code = codeOfApp(secret, new Date().toISOString());
  const enrolled = await client.ask({
    method: 'POST',
    path: `${path}/confirmation`,
    headers: half.headers,
    body: { code },
  });
  return { headers: { authorization: `Bearer ${tokenIn(enrolled, email)}` } };
}

function tokenIn(answer: Awaited<ReturnType<Client['ask']>>, email: string): string {
  const token = /tuntas_session=([\w-]+)/.exec(String(answer.headers['set-cookie']))?.[1];
  if (answer.status > 202 || token === undefined) {
    throw new Error(`${email} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return token;
}
