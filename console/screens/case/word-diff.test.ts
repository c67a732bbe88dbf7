import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type DiffPart, diffWords } from './word-diff.ts';

const without = (parts: readonly DiffPart[], kind: DiffPart['kind']): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('');

describe('word differences', () => {
  it('shows the words that went and the words that came, in their place', () => {
    assert.deepEqual(
      diffWords('terhenti sejak September karena bubar', 'terhenti sejak 1 Agustus 2026 karena bubar'),
      [
        { kind: 'same', text: 'terhenti sejak ' },
        { kind: 'gone', text: 'September ' },
        { kind: 'new', text: '1 Agustus 2026 ' },
        { kind: 'same', text: 'karena bubar' },
      ],
    );
  });

  it('says nothing of equal texts and everything of new ones', () => {
    assert.deepEqual(diffWords('sama saja', 'sama saja'), [{ kind: 'same', text: 'sama saja' }]);
    assert.deepEqual(diffWords('', 'baru'), [{ kind: 'new', text: 'baru' }]);
    assert.deepEqual(diffWords('lama', ''), [{ kind: 'gone', text: 'lama' }]);
    assert.deepEqual(diffWords('', ''), []);
  });

  it('gives both texts back, whatever they are, and keeps what is common', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'dua kata'), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        assert.equal(without(parts, 'gone'), after);
        assert.equal(without(parts, 'new'), before);
        for (const [index, part] of parts.entries()) assert.notEqual(part.kind, parts[index + 1]?.kind);
      }),
    );
  });

  it('stays quick for texts far beyond any real one', () => {
    const long = (word: string): string => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(' ');
    assert.deepEqual(
      diffWords(long('a'), long('b')).map((part) => part.kind),
      ['gone', 'new'],
    );
  });
});
