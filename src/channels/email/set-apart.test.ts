import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setApart } from './set-apart.ts';

const own = 'Desa Galesong.\n\nRT 02.';
const quoted = '> Di desa mana?\n> Kami tunggu.';

/** How programs put the mail that is answered below, or above. */
const shapes: readonly (readonly [string, string])[] = [
  ['Gmail', `${own}\n\nPada Sel, 24 Nov 2026 pukul 09.15 Tuntas <lapor@x.go.id>\nmenulis:\n\n${quoted}\n`],
  ['Apple', `${own}\n\nOn Nov 24, 2026, at 09:15, Tuntas wrote:\n\n${quoted}\n`],
  [
    'Outlook',
    `${own}\n\n________________________________\nFrom: Tuntas <lapor@x.go.id>\nSent: 24 November 2026\nTo: Ibu\nSubject: Satu hal\n\nDi desa mana?`,
  ],
  [
    'Outlook in Indonesian',
    `${own}\n\nDari: Tuntas\nDikirim: 24 November 2026\nKepada: Ibu\nPerihal: Satu hal\n\nDi desa mana?`,
  ],
  ['an old program', `${own}\n\n-----Pesan Asli-----\nDi desa mana?`],
  ['without quote marks', `${own}\n\nPada 24/11/2026 09.15, Tuntas menulis:\nDi desa mana?`],
  ['answered below', `Pada 24/11/2026, Tuntas menulis:\n${quoted}\n\n${own}`],
  ['a telephone', `${own}\n\nDikirim dari HP saya\n\n${quoted}`],
  ['a signature', `${own}\n\n-- \nSuryani\n0812 0000 1234`],
];
for (const [name, text] of shapes)
  test(`what was quoted or signed is set apart: ${name}`, () => {
    const { words, apart } = setApart(text, true);
    assert.equal(words, own);
    assert.ok(apart.length > 0, 'and kept');
  });

test('what is answered between the lines stays, without what it answers', () => {
  const { words } = setApart('> Di desa mana?\nGalesong.\n\n> Sejak kapan?\nAgustus.\n', true);
  assert.equal(words, 'Galesong.\n\nAgustus.');
});

test('a mail that is passed on stays whole, and so does one that answers nothing', () => {
  const passedOn = 'Tolong dibantu.\n\n---------- Forwarded message ---------\nFrom: Pak RT\n> Air mati.';
  assert.equal(setApart(passedOn, true).words, passedOn);
  const first = 'Kata petugas:\n> Besok datang lagi.\nSudah tiga kali begitu.';
  assert.equal(setApart(first, false).words, first);
});

test('an answer without a word of its own has none', () => {
  assert.equal(setApart(`On Nov 24, 2026, Tuntas wrote:\n${quoted}`, true).words, '');
});

/** Ordinary letters in which something looks like a quote or a signature. */
const letters = [
  'Pada hari Senin saya ke kantor.\nPetugas menulis: besok kembali.',
  'Dari: Makassar\nke Gowa jalannya rusak.',
  'Biaya: 5.000 -- kata petugas\nitu resmi.',
  'Kondisi:\n- atap bocor\n- lantai retak',
];
for (const text of letters)
  test(`"${text.slice(0, 30)}" is left as it is`, () => assert.equal(setApart(text, true).words, text));
