import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadPrivacyRules } from './load-privacy-rules.ts';

const shipped = join(import.meta.dirname, '../../../rules');

test('what ships is whole: every activity names how long its data are kept', () => {
  const rules = loadPrivacyRules(shipped);
  assert.ok(rules.ok, rules.ok ? '' : rules.error.join('\n'));
  assert.ok(rules.value.activities.every(({ retention }) => retention.length > 0));
  // Where the law leaves the period to the institution's records schedule, nothing is guessed and nothing destroyed.
  const silent = rules.value.retention.filter(({ keep }) => keep === null);
  assert.ok(silent.length > 0 && silent.every(({ ends }) => ends === 'archive-law'));
});

test('a class that is not there, one that is there twice and a word out of place are told by file', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'tuntas-rules-'));
  t.after(() => rm(dir, { recursive: true }));
  await cp(shipped, dir, { recursive: true });
  const file = join(dir, 'retention.yaml');
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace('id: unsent-form', 'id: sessions'));
  assert.deepEqual(loadPrivacyRules(dir), {
    ok: false,
    error: [
      'processing-register.yaml: handling-reports names unsent-form, which retention.yaml does not have',
      'retention.yaml: sessions twice',
    ],
  });
  await writeFile(file, before.replace('ends: confirmed', 'ends: sometimes'));
  const strange = loadPrivacyRules(dir);
  assert.match(strange.ok ? '' : strange.error.join(), /^retention\.yaml: \/classes\/0\/ends/);
});
