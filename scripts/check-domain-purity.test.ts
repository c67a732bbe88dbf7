import assert from 'node:assert/strict';
import { test } from 'node:test';
import { impuritiesOf } from './check-domain-purity.ts';

test('a clock, a die and the process are found with their line', () => {
  const source = [
    'const a = 1;',
    'const b = Date.now();',
    'const c = new Date(0);',
    'const d = Math.random();',
    'const e = performance.now() + process.uptime();',
    'const f = Temporal.Now.instant();',
  ].join('\n');
  const lines = impuritiesOf('x.ts', source).map((finding) => finding.split(' ')[0]);
  assert.deepEqual(lines.toSorted(), ['x.ts:2', 'x.ts:3', 'x.ts:4', 'x.ts:5', 'x.ts:5', 'x.ts:6']);
});

test('comments and names that only sound alike are left alone', () => {
  const source = [
    '/** never Date.now(): the caller hands in `now` */',
    "const url = 'https://example.org'; // new Date() would read the clock",
    'const due = presentDate(x).toDate();',
    'const process1 = subprocess.id;',
  ].join('\n');
  assert.deepEqual(impuritiesOf('x.ts', source), []);
});

test('a call that follows a comment on the same line is still found', () => {
  assert.equal(impuritiesOf('x.ts', 'const a = /* the time */ Date.now();').length, 1);
});
