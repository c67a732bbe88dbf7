import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimOf, textsOf } from '../oidc/claims.ts';
import { readConfig } from './config.ts';

const least = { OIDC_ISSUER: 'https://sso.contoh.go.id/realms/kementerian', OIDC_CLIENT_ID: 'tuntas' };

test('a provider is read with what it leaves out, and none where no issuer is named', () => {
  const without = readConfig({ OIDC_CLIENT_ID: 'tuntas' });
  assert.ok(without.ok);
  assert.equal(without.value.provider, null);
  const config = readConfig({ ...least, OIDC_SECOND_FACTOR_AMR: 'otp, hwk' });
  assert.ok(config.ok);
  const { name, scopes, groupsClaim, secondFactorAmr, clockTolerance } = config.value.provider ?? {};
  assert.deepEqual(
    [name, scopes, groupsClaim, secondFactorAmr, clockTolerance],
    ['sso.contoh.go.id', 'openid', null, ['otp', 'hwk'], 30],
  );
});

for (const [variable, given] of [
  ['OIDC_ISSUER', { OIDC_ISSUER: 'http://sso.contoh.go.id' }],
  ['OIDC_CLIENT_ID', { OIDC_CLIENT_ID: '' }],
  ['OIDC_CLIENT_SECRET_FILE', { OIDC_CLIENT_SECRET: 'sangat rahasia', OIDC_CLIENT_SECRET_FILE: '/run/x' }],
  ['OIDC_SCOPES', { OIDC_SCOPES: 'groups' }],
  ['OIDC_CLOCK_TOLERANCE', { OIDC_CLOCK_TOLERANCE: 'sebentar' }],
] as const) {
  test(`a wrong ${variable} is named, and no secret with it`, () => {
    const config = readConfig({ ...least, ...given });
    assert.ok(!config.ok);
    assert.deepEqual(
      config.error.map((problem) => problem.variable),
      [variable],
    );
    assert.doesNotMatch(JSON.stringify(config.error), /sangat rahasia/);
  });
}

test('groups stand in a claim by its name or on a way through objects; nothing else counts', () => {
  const claims = { groups: ['/a', 7, ''], realm_access: { roles: ['b'] }, 'https://x.test/groups': 'c' };
  assert.deepEqual(textsOf(claimOf(claims, 'groups')), ['/a']);
  assert.deepEqual(textsOf(claimOf(claims, 'realm_access.roles')), ['b']);
  assert.deepEqual(textsOf(claimOf(claims, 'https://x.test/groups')), ['c']);
  assert.equal(claimOf(claims, 'realm_access.none.deeper'), undefined);
  assert.equal(claimOf(claims, 'constructor'), undefined);
});
