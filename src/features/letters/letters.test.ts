import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRing } from '../../platform/crypto/key-ring.ts';
import { newHashKeys, openKeys } from '../../platform/crypto/keys.ts';
import { plainHtml } from './plain-html.ts';
import { readSignedAddress, readToken, signedAddress, signToken } from './signed-address.ts';
import { ownIds, writeLetter } from './write-letter.ts';

const office = {
  keys: openKeys(openRing('a-test-key-of-more-than-thirty-two-characters', []), newHashKeys()),
};
const id = '01a22a04-fe20-7a1c-a503-8dbeabdab5fa';
const head = { publicUrl: 'https://lapor.contoh.go.id', mailbox: 'lapor@contoh.go.id' };

test('a signed address leads back to its case, for its own use alone, however its letters are written', () => {
  const address = signedAddress(office, head.mailbox, 'reply', id);
  assert.match(address, /^lapor\+r[a-z2-7]{42}@contoh\.go\.id$/);
  assert.ok(address.indexOf('@') <= 64, 'as long as a local part may be');
  assert.equal(readSignedAddress(office, 'reply', ['x@y.test', address.toUpperCase()]), id);
  assert.equal(readSignedAddress(office, 'mute', [address]), null);
  assert.equal(readToken(office, 'mute', `m${address.slice(7, 49)}`), null);
});

test('whoever changes a letter of it has nothing', () => {
  const token = signToken(office, 'reply', id);
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'a' ? 'b' : 'a';
    assert.equal(
      readToken(office, 'reply', `${token.slice(0, at)}${other}${token.slice(at + 1)}`),
      null,
      `${at}`,
    );
  }
});

test('a letter says how to have no more of them; one click where the page is safe to press', () => {
  const letter = {
    id,
    to: 'ibu@rumah.test',
    subject: 'x',
    text: 'y',
    locale: 'id',
    caseId: id,
    thread: [],
    isAnswer: false,
  };
  const { unsubscribe = [], text, replyTo, messageId } = writeLetter(office, head, letter);
  assert.match(unsubscribe[0] ?? '', /^https:\/\/lapor\.contoh\.go\.id\/surel\/berhenti\/m[a-z2-7]{42}$/);
  assert.match(unsubscribe[1] ?? '', /^mailto:lapor\+m/);
  assert.ok(text.includes(unsubscribe[0] ?? '?'), 'also for people');
  assert.match(replyTo ?? '', /^lapor\+r/);
  assert.deepEqual(ownIds(['<x@y>', messageId], head.publicUrl), [id]);
  const without = writeLetter(office, { ...head, mailbox: null }, letter);
  assert.equal(without.replyTo, undefined);
});

test('words become HTML that shows them and fetches nothing', () => {
  const html = plainHtml('A <b>', 'Baris <script>satu\nbaris "dua" https://x.test/a?b=1&c=2.\n\nDua', 'id');
  assert.match(html, /<title>A &lt;b&gt;<\/title>/);
  assert.match(html, /<p>Baris &lt;script&gt;satu<br>\nbaris &quot;dua&quot; /);
  assert.match(html, /<a href="https:\/\/x\.test\/a\?b=1&amp;c=2">https:\/\/x\.test\/a\?b=1&amp;c=2<\/a>\./);
  assert.doesNotMatch(html, /<(?:img|script|link|style)\b/);
});
