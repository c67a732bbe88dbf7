import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openKeys } from './keys.ts';
import { uuidv7 } from './random.ts';

const keys = openKeys('a secret of the installation, long enough');

test('what is sealed opens for the same case only, and shows nothing of itself', () => {
  const sealed = keys.seal('Suryani, 0812 0000 0000', 'case-1');
  assert.equal(keys.open(sealed, 'case-1').toString(), 'Suryani, 0812 0000 0000');
  assert.throws(() => keys.open(sealed, 'case-2'));
  assert.equal(sealed.sealed.includes('Suryani'), false);
});

test('another key, or one changed bit, opens nothing', () => {
  const sealed = keys.seal('rahasia', 'case-1');
  assert.throws(() => openKeys('another secret of the installation').open(sealed, 'case-1'));
  const changed = Buffer.from(sealed.sealed);
  changed.writeUInt8(changed.readUInt8(30) ^ 1, 30);
  assert.throws(() => keys.open({ ...sealed, sealed: changed }, 'case-1'));
});

test('hashes are keyed by purpose', () => {
  assert.deepEqual(keys.hash('tracking', 'x'), keys.hash('tracking', 'x'));
  assert.notDeepEqual(keys.hash('tracking', 'x'), keys.hash('session', 'x'));
});

test('ids are ordered by time and are version 7', () => {
  const [first, second] = [uuidv7(1_700_000_000_000), uuidv7(1_700_000_000_001)];
  assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(first < second);
});
