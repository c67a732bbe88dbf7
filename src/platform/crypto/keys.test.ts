import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyMissing, openRing } from './key-ring.ts';
import { newHashKeys, openKeys } from './keys.ts';
import { uuidv7 } from './random.ts';

const [secret, newer] = [
  'a secret of the installation, long enough',
  'the secret of the year after that one',
];
const hashKeys = newHashKeys();
const keys = openKeys(openRing(secret), hashKeys);

test('what is sealed opens for the same case only, and shows nothing of itself', () => {
  const sealed = keys.seal('Suryani, 0812 0000 0000', 'case-1');
  assert.equal(keys.open(sealed, 'case-1').toString(), 'Suryani, 0812 0000 0000');
  assert.throws(() => keys.open(sealed, 'case-2'));
  assert.equal(sealed.sealed.includes('Suryani'), false);
});

test('another key, or one changed bit, opens nothing', () => {
  const sealed = keys.seal('rahasia', 'case-1');
  const other = openKeys(openRing('another secret of the installation'), hashKeys);
  assert.throws(() => other.open(sealed, 'case-1'), KeyMissing);
  const changed = Buffer.from(sealed.sealed);
  changed.writeUInt8(changed.readUInt8(30) ^ 1, 30);
  assert.throws(() => keys.open({ ...sealed, sealed: changed }, 'case-1'));
});

test('hashes are keyed by purpose', () => {
  assert.deepEqual(keys.hash('tracking', 'x'), keys.hash('tracking', 'x'));
  assert.notDeepEqual(keys.hash('tracking', 'x'), keys.hash('session', 'x'));
});

test('after a rotation the new key alone opens what is wrapped anew, and hashes stay', () => {
  const sealed = keys.seal('rahasia', 'case-1');
  const rotating = openKeys(openRing(newer, [secret]), hashKeys);
  assert.equal(rotating.open(sealed, 'case-1').toString(), 'rahasia');
  const wrappedKey = rotating.rewrap(sealed.wrappedKey, 'case-1');
  assert.ok(wrappedKey !== null);
  assert.equal(
    rotating.rewrap(wrappedKey, 'case-1'),
    null,
    'what is wrapped by the current key stays as it is',
  );
  const alone = openKeys(openRing(newer), hashKeys);
  assert.equal(alone.open({ ...sealed, wrappedKey }, 'case-1').toString(), 'rahasia');
  assert.throws(() => keys.open({ ...sealed, wrappedKey }, 'case-1'), KeyMissing);
  assert.deepEqual(alone.hash('tracking', 'x'), keys.hash('tracking', 'x'));
});

test('a key wrapped before keys had ids is found by trying', () => {
  const { wrappedKey, sealed } = keys.seal('rahasia', 'case-1');
  const old = { wrappedKey: wrappedKey.subarray(8), sealed };
  const rotating = openKeys(openRing(newer, ['an unrelated one, between the two', secret]), hashKeys);
  assert.equal(rotating.open(old, 'case-1').toString(), 'rahasia');
  assert.equal(rotating.rewrap(old.wrappedKey, 'case-1')?.length, wrappedKey.length);
  assert.throws(() => openKeys(openRing(newer), hashKeys).open(old, 'case-1'), KeyMissing);
});

test('ids are ordered by time and are version 7', () => {
  const [first, second] = [uuidv7(1_700_000_000_000), uuidv7(1_700_000_000_001)];
  assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(first < second);
});
