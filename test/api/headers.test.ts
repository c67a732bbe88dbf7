import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { everyonesPassword } from '../support/office-officer.ts';

/** What stands around every answer: what a browser may do with it, and for how long it keeps what. */
const env = { PUBLIC_URL: 'https://lapor.example.go.id', SECURITY_CONTACT: 'mailto:keamanan@example.go.id' };
const house = await testHouse({ env });
const office = await openWorkplace(house, 'kemensos');
const officer = await office.employ({ name: 'Ujang', role: 'unit-officer' });
const matter = await office.citizen().files('Bantuan berhenti.');
const ask = (url: string, headers: Record<string, string> = {}) =>
  house.app.inject({ method: 'GET', url, headers });

const pages = [
  '/',
  '/lapor',
  '/lacak',
  `/lacak/${matter.code}`,
  `/lacak/${matter.code}/bagan.svg`,
  '/sop',
  '/sop/kemensos/pengelolaan-sp4n-lapor',
  '/instansi/kemensos',
  '/privasi',
  '/hari-kerja',
  '/tidak-ada',
  '/lacak/%E0%A4%A',
  '/konsol',
  '/konsol/perkara',
  '/api/docs/',
  '/api/v1/institutions',
  '/api/v1/cases',
  '/aset/tokens.css',
];
for (const url of pages) {
  test(`${url.replace(matter.code, ':code')} loads and runs our own files alone, in no frame of another's`, async () => {
    const { headers, body } = await ask(url);
    const policy = String(headers['content-security-policy']);
    const directives = new Map(policy.split(/;\s*/).map((one) => one.split(/ (.*)/s) as [string, string]));
    assert.doesNotMatch(policy, /unsafe|\*|https?:|strict-dynamic/);
    assert.equal(directives.get('default-src'), "'none'");
    assert.equal(directives.get('base-uri') ?? "'none'", "'none'");
    assert.match(directives.get('frame-ancestors') ?? '', url.endsWith('.svg') ? /'self'/ : /'none'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.doesNotMatch(body, /<script(?![^>]*\ssrc=)|<[^>]+\son\w+=|<[^>]+\sstyle="|javascript:/);
    assert.equal(headers.server ?? headers['x-powered-by'], undefined);
    // An address that cannot be decoded is answered before anything else is.
    if (url.includes('%')) return;
    assert.equal(headers['x-frame-options'], url.endsWith('.svg') ? 'SAMEORIGIN' : 'DENY');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match(String(headers['permissions-policy']), /camera=\(\), microphone=\(\), geolocation=\(\)/);
    assert.match(String(headers['strict-transport-security']), /max-age=31536000/);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['access-control-allow-origin'], undefined);
  });
}

test('Pages take no text for HTML but through a policy of their own name; most have none', async () => {
  const policyOf = async (url: string) => String((await ask(url)).headers['content-security-policy']);
  for (const url of ['/', '/lapor', `/lacak/${matter.code}`])
    assert.match(await policyOf(url), /require-trusted-types-for 'script';trusted-types 'none'/);
  const konsol = await policyOf('/konsol');
  // Where the console was not built its address is a page of the site.
  assert.match(konsol, /require-trusted-types-for 'script';trusted-types (?:tuntas-drawing default|'none')$/);
});

test('Cookies go over https alone, to no script, and to no other site', async () => {
  const body = { email: officer.email, password: everyonesPassword };
  const signedIn = await house.app.inject({ method: 'POST', url: '/api/v1/session', payload: body });
  const session = String(signedIn.headers['set-cookie']);
  assert.match(session, /^__Host-tuntas_session=/, 'taken from this very host alone');
  for (const flag of [/; HttpOnly/, /; Secure/, /; SameSite=Strict/, /; Path=\//, /; Max-Age=43200/])
    assert.match(session, flag);
  assert.doesNotMatch(session, /; Domain/);
  for (const url of ['/lapor', '/bahasa/en?ke=/']) {
    const set = String((await ask(url)).headers['set-cookie']);
    for (const flag of [/^__Host-/, /; HttpOnly/, /; Secure/, /; SameSite=Lax/]) assert.match(set, flag, url);
  }
  const token = /=([\w-]+)/.exec(session)?.[1] ?? '';
  const whoIs = (cookie: string) => ask('/api/v1/session', { cookie });
  assert.equal((await whoIs(`__Host-tuntas_session=${token}`)).statusCode, 200);
  assert.equal(
    (await whoIs(`tuntas_session=${token}`)).statusCode,
    401,
    'one that a neighbour could have put there',
  );
});

test('The way back after choosing a language leads to no other site', async () => {
  for (const ke of [
    'https://jahat.example',
    '//jahat.example',
    '/\\jahat.example',
    'javascript:alert(1)',
    '/a\nb',
  ])
    assert.equal((await ask(`/bahasa/en?ke=${encodeURIComponent(ke)}`)).headers.location, '/', ke);
});

test('security.txt says where a hole is reported to, and is not there where nobody is named', async (t) => {
  const { body, headers } = await ask('/.well-known/security.txt');
  assert.match(String(headers['content-type']), /^text\/plain/);
  assert.match(body, /^Contact: mailto:keamanan@example\.go\.id\nExpires: 2027-05-16T00:00:00Z\n/);
  assert.match(body, /Canonical: https:\/\/lapor\.example\.go\.id\/\.well-known\/security\.txt\n$/);
  const bare = await testHouse({}, t);
  assert.equal((await bare.app.inject('/.well-known/security.txt')).statusCode, 404);
  assert.equal(
    (await bare.app.inject('/')).headers['strict-transport-security'],
    undefined,
    'http is not locked out',
  );
});

test('Measurements are for this machine, not for whom a proxy on it passes on', async (t) => {
  const from = async (headers: Record<string, string>, app = house.app) =>
    (await app.inject({ method: 'GET', url: '/metrics', headers })).statusCode;
  assert.equal(await from({}), 200);
  assert.equal(await from({ 'x-forwarded-for': '203.0.113.9' }), 404);
  assert.equal(await from({ forwarded: 'for=203.0.113.9' }), 404);
  const { app } = await testHouse({ env: { METRICS_TOKEN: 'ukur-saja' } }, t);
  assert.equal(await from({}, app), 404);
  assert.equal(await from({ authorization: 'Bearer ukur-saj' }, app), 404);
  assert.equal(await from({ authorization: 'Bearer ukur-saja' }, app), 200);
});
