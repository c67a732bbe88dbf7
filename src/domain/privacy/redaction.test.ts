import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proposeMasks, proposeTogether } from './propose-masks.ts';
import {
  areMasksOf,
  joinMasks,
  type Mask,
  maskReasons,
  masksOfWords,
  publicText,
  redact,
} from './redaction.ts';
import { nobody } from './sealed-words.ts';

const reason = fc.constantFrom(...maskReasons);

/** Words that are open, and words that are not: a text with its masks. */
interface Segment {
  readonly words: string;
  readonly mask: Mask['reason'] | null;
}
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const segments = fc.array(fc.record({ words, mask: fc.option(reason, { nil: null }) }), { maxLength: 12 });

function written(parts: readonly Segment[]): { text: string; masks: Mask[] } {
  let text = '';
  const masks: Mask[] = [];
  for (const { words: said, mask } of parts) {
    if (mask !== null) masks.push({ from: text.length, to: text.length + said.length, reason: mask });
    text += said;
  }
  return { text, masks };
}

/** Any masks at all over any text: overlapping, adjoining, in the middle of a character. */
const anyMasks = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    masks: fc.array(
      fc
        .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }), reason)
        .map(([a, b, why]) => ({ from: Math.min(a, b, text.length - 1), to: Math.max(a, b, 1), reason: why }))
        .map((mask) => (mask.from < mask.to ? mask : { ...mask, to: mask.from + 1 })),
      { maxLength: 6 },
    ),
  }),
);

test('Nothing masked can be had from the public text: other words in its place, of any length, give the same', () => {
  fc.assert(
    fc.property(segments, fc.array(words, { minLength: 12, maxLength: 12 }), (parts, others) => {
      const changed = parts.map((part, index) =>
        part.mask === null ? part : { ...part, words: others[index] ?? 'x' },
      );
      const [one, two] = [written(parts), written(changed)];
      assert.equal(publicText(one.text, one.masks), publicText(two.text, two.masks));
    }),
    { numRuns: 500 },
  );
});

test('However masks overlap, adjoin or cut characters, each unit of a mask is gone and each other one stays', () => {
  fc.assert(
    fc.property(anyMasks, ({ text, masks }) => {
      const pieces = redact(text, masks);
      assert.equal(
        pieces.map(({ from, to }) => text.slice(from, to)).join(''),
        text,
        'undone, it is the original',
      );
      for (const { from, to, mask, words: shown } of pieces) {
        if (mask === null) {
          assert.equal(shown, text.slice(from, to));
          assert.ok(!masks.some((one) => one.from < to && one.to > from), 'no unit of a mask is open');
        } else {
          assert.match(shown, /^\[\p{L}+\]$/u);
        }
      }
      const joined = joinMasks(text, masks);
      assert.deepEqual(joinMasks(text, joined), joined, 'joined once is joined');
      assert.ok(joined.every((one, index) => index === 0 || one.from > (joined[index - 1]?.to ?? 0)));
      assert.equal(publicText(text, joined), publicText(text, masks));
    }),
    { numRuns: 500 },
  );
});

test('Without masks a text is itself; a mask out of it is none', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(publicText(text, []), text)));
  assert.ok(areMasksOf(5, [{ from: 0, to: 5, reason: 'name' }]));
  for (const [from, to] of [
    [0, 6],
    [-1, 2],
    [3, 3],
    [4, 2],
    [0.5, 2],
  ] as const)
    assert.ok(!areMasksOf(5, [{ from, to, reason: 'name' }]), `${from}–${to}`);
});

test('Half an astral character is masked whole', () => {
  assert.equal(publicText('a😀b', [{ from: 2, to: 3, reason: 'other' }]), 'a[disamarkan]b');
  assert.equal(publicText('a😀b', [{ from: 1, to: 2, reason: 'other' }]), 'a[disamarkan]b');
});

test('Words are masked wherever they stand, however they are spaced; parts of words only where they are no words', () => {
  const masked = (text: string, said: string) => publicText(text, masksOfWords(text, said, 'name'));
  assert.equal(
    masked('Budi Santoso, BUDI  santoso dan Budiman', 'budi santoso'),
    '[nama], [nama] dan Budiman',
  );
  assert.equal(masked('Rumah di RT3 itu', 'T3'), 'Rumah di R[nama] itu');
  assert.equal(masked('a.b (c)', 'b (c)'), 'a.[nama]');
  assert.equal(masked('apa saja', '  '), 'apa saja');
});

const known = {
  own: [{ ...nobody, name: 'Sri Wahyuni', phone: '0812-3456-7890' }],
  names: ['Drs. Hasanuddin Tola, M.Si'],
};
const proposed = (text: string) => publicText(text, proposeMasks(text, known));

test('Proposed are numbers, contacts, addresses and names', () => {
  for (const [text, expected] of [
    ['NIK 3204 1234 5678 9012 dan KK 3204123456789013.', 'NIK [nomor] dan KK [nomor].'],
    ['Hubungi 0813 5555 1234 atau a.b@contoh.test', 'Hubungi [nomor] atau [kontak]'],
    ['Rumah kami di Jl. Melati Indah No. 12, RT 03/RW 05.', 'Rumah kami di [alamat], [alamat].'],
    ['Kata Pak Slamet Riyadi, uangnya belum ada.', 'Kata Pak [nama], uangnya belum ada.'],
    ['Pak Lurah Slamet dan Bu RT tahu.', 'Pak Lurah [nama] dan Bu RT tahu.'],
    ['Pak Lurah sudah tahu.', 'Pak Lurah sudah tahu.'],
    ['Saya bernama Rina; anak saya Dimas sakit.', 'Saya bernama [nama]; anak saya [nama] sakit.'],
    ['Sri Wahyuni menelepon dari 081234567890.', '[nama] menelepon dari [nomor].'],
    ['Hasanuddin memintanya.', '[nama] memintanya.'],
    ['Ditulis ••••• dengan ••••••••••••9012.', 'Ditulis [nama] dengan [nama].'],
    ['Bantuan sembako bulan Agustus belum kami terima.', 'Bantuan sembako bulan Agustus belum kami terima.'],
  ] as const)
    assert.equal(proposed(text), expected);
});

test('A name found in one text is masked in all of them, by each of its words', () => {
  const texts = ['Pak Slamet Riyadi belum datang.', 'Kepada Slamet sudah ditanyakan; orangnya diam.'];
  const shown = proposeTogether(texts, known).map((masks, index) => publicText(texts[index] ?? '', masks));
  assert.deepEqual(shown, ['Pak [nama] belum datang.', 'Kepada [nama] sudah ditanyakan; orangnya diam.']);
});

test('Whatever is proposed lies in the text, and a long text without a space is read in time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      assert.ok(areMasksOf(text.length, proposeMasks(text, known)));
    }),
  );
  assert.deepEqual(proposeMasks('A'.repeat(20_000), known), []);
});
