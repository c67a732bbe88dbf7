import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('an empty environment is a working configuration', () => {
  const config = readConfig({});
  assert.ok(config.ok);
  assert.equal(config.value.port, 8080);
  assert.equal(config.value.host, '127.0.0.1');
  assert.equal(config.value.databaseUrl, null);
});

test('every wrong variable is named at once, with what to do', () => {
  const config = readConfig({
    PORT: 'eighty',
    DATABASE_URL: 'mysql://db/tuntas',
    SECRET_KEY: 'short-secret',
    PUBLIC_URL: 'lapor.example',
    SMTP_URL: 'http://mail',
    INNER_ADDRESSES: 'http://127.0.0.1:9000, https://terima.lab/jalan',
    LOG_LEVEL: 'loud',
  });
  assert.ok(!config.ok);
  assert.deepEqual(
    config.error.map((problem) => problem.variable),
    [
      'PORT',
      'DATABASE_URL',
      'SECRET_KEY',
      'PUBLIC_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'INNER_ADDRESSES',
      'LOG_LEVEL',
    ],
  );
  assert.ok(config.error.every((problem) => !problem.problem.includes('short-secret')));
});

test('production asks for a key that outlives the machine', () => {
  const config = readConfig({ NODE_ENV: 'production' });
  assert.ok(!config.ok);
  assert.deepEqual(
    config.error.map((problem) => problem.variable),
    ['SECRET_KEY'],
  );
});

test('the key comes in one way only, and the old ones beside it', () => {
  const twice = readConfig({ SECRET_KEY_FILE: '/run/secrets/key', SECRET_KEY_COMMAND: 'kms decrypt' });
  assert.ok(!twice.ok);
  assert.deepEqual(
    twice.error.map((problem) => problem.variable),
    ['SECRET_KEY_COMMAND'],
  );
  const filed = readConfig({
    NODE_ENV: 'production',
    SECRET_KEY_FILE: '/run/secrets/key',
    SECRET_KEYS_OLD: ' one  two\n',
  });
  assert.ok(filed.ok);
  assert.deepEqual(filed.value.secretKeys.old, ['one', 'two']);
});
