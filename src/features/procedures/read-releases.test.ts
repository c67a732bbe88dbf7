import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeLibrary } from '../../domain/procedures/library.ts';
import { aDraft } from '../../domain/procedures/procedure.fixture.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { contentHash, documentOf } from './content-hash.ts';
import { withReleases } from './read-releases.ts';

const shipped = aDraft() as Procedure;
const library = makeLibrary([shipped]);

function released(changes: Partial<Procedure>) {
  const procedure = { ...shipped, ...changes };
  return { procedure, hash: contentHash(documentOf(procedure)) };
}

test('a version released here follows the shipped ones', () => {
  const both = withReleases(library, [released({ version: 2, title: 'Lebih baru' })]);
  assert.ok(both.ok);
  assert.equal(both.value.latest('contoh/uji').title, 'Lebih baru');
  assert.equal(both.value.get('contoh/uji', 1).title, 'Uji');
});

test('a file with the number of a version that was released here must hold the same words', () => {
  assert.ok(withReleases(library, [released({})]).ok);
  const clash = withReleases(library, [released({ title: 'Lain' })]);
  assert.ok(!clash.ok);
  assert.deepEqual(clash.error, [
    'Galat: procedures/contoh/uji/v1.yaml berbeda dari v1 yang sudah dirilis di instalasi ini. Perkara berjalan memakai yang dirilis: ganti nomor versi berkas itu, atau buang berkasnya.',
  ]);
});

test('a document that is not what was released is refused', () => {
  const changed = { ...released({ version: 2 }), hash: '0'.repeat(64) };
  assert.ok(!withReleases(library, [changed]).ok);
});

test('the hash is of the content, not of the order of its keys', () => {
  const backwards = Object.fromEntries(Object.entries(documentOf(shipped)).toReversed());
  assert.equal(contentHash(backwards as unknown as typeof shipped), contentHash(documentOf(shipped)));
  assert.equal(
    contentHash({ ...documentOf(shipped), scope: undefined } as never),
    contentHash(documentOf(shipped)),
  );
});
