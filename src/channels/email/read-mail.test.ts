import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlWords } from './html-words.ts';
import { readMail } from './read-mail.ts';

const mail = (head: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`From: Ibu <Ibu@Rumah.test>\nSubject: Air\n${head}\n\n`), Buffer.from(body)]);

const wordsOf = async (head: string, body: string | Buffer) => (await readMail(mail(head, body))).words;

/** None of these keeps the rules of MIME; in each the words are there. */
const broken: readonly (readonly [string, string, string | Buffer])[] = [
  ['no header that says what it is', 'X-Nothing: 1', 'Air tidak mengalir'],
  ['a boundary that never comes', 'Content-Type: multipart/mixed; boundary=b', 'Air tidak mengalir'],
  ['a boundary that is not named', 'Content-Type: multipart/mixed', '--b\n\nAir tidak mengalir\n--b--'],
  ['a part that never ends', 'Content-Type: multipart/mixed; boundary=b', '--b\n\nAir tidak mengalir'],
  ['an unknown charset', 'Content-Type: text/plain; charset=x-antah', 'Air tidak mengalir'],
  ['an unknown encoding', 'Content-Transfer-Encoding: kapal', 'Air tidak mengalir'],
  ['base64 that is cut off', 'Content-Transfer-Encoding: base64', 'QWlyIHRpZGFrIG1lbmdhbGly'.slice(0, 24)],
  ['quoted-printable that is none', 'Content-Transfer-Encoding: quoted-printable', 'Air tidak mengalir =ZZ'],
  ['UTF-8 that says it is ASCII', 'Content-Type: text/plain; charset=us-ascii', 'Air tidak mengalir — é'],
  ['a type that is none', 'Content-Type: ;;;', 'Air tidak mengalir'],
];
for (const [name, head, body] of broken)
  test(`no word is lost to ${name}`, async () =>
    assert.match(await wordsOf(head, body), /Air tidak mengalir/));

test('parts within parts without end are read as they stand', async () => {
  let body = 'Air tidak mengalir';
  for (let depth = 0; depth < 300; depth += 1)
    body = `--b${depth}\nContent-Type: multipart/mixed; boundary=b${depth + 1}\n\n${body}`;
  assert.match(await wordsOf('Content-Type: multipart/mixed; boundary=b0', body), /Air tidak mengalir/);
});

test('what is large or has many parts is taken apart in a thread, and comes out the same', async () => {
  const content = Buffer.alloc(200_000, 'isi berkas ');
  const lines = content.toString('base64').replaceAll(/.{76}/g, '$&\n');
  const file = `--b\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${lines}\n`;
  const body = `--b\n\nAir tidak mengalir\n${file}--b--`;
  const { words, files, isBroken } = await readMail(mail('Content-Type: multipart/mixed; boundary=b', body));
  assert.deepEqual([words, isBroken, files[0]?.name], ['Air tidak mengalir', false, 'a.txt']);
  assert.ok(files[0]?.content.equals(content));
});

test('Latin-1 and Indonesian in UTF-8 are read by what they say they are', async () => {
  const latin = Buffer.from('Caf\u00e9 tutup', 'latin1');
  assert.equal(await wordsOf('Content-Type: text/plain; charset=iso-8859-1', latin), 'Café tutup');
  assert.equal(await wordsOf('Content-Type: text/plain; charset=utf-8', 'Café tutup'), 'Café tutup');
});

test('HTML is read as words: lines, quotes and signs as they were, and nothing that is not seen', () => {
  const html =
    '<html><head><title>x</title><style>p{}</style></head><body><p>Gaji &lt; 2 juta &amp; bantuan&nbsp;berhenti.</p>' +
    '<div>Baris dua<br>baris tiga</div><script>alert(1)</script><ul><li>satu<li>dua</ul>' +
    '<blockquote>Di desa mana?</blockquote><!-- rahasia --> 3 < 4</body>';
  assert.equal(
    htmlWords(html),
    'Gaji < 2 juta & bantuan berhenti.\n\nBaris dua\nbaris tiga\n- satu\n- dua\n> Di desa mana?\n3 < 4',
  );
});

test('HTML of a million tags that never end is read', () => {
  assert.equal(htmlWords(`Air ${'<div '.repeat(1_000_000)}`).length, 5 * 1_000_000 + 3);
  assert.equal(htmlWords(`${'<!-- '.repeat(1_000_000)}`), '');
});

test('a mail that is signed is read, and its signature is no file', async () => {
  const signed = `--b\nContent-Type: text/plain\n\nAir tidak mengalir\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN PGP SIGNATURE-----\n--b--`;
  const read = await readMail(mail('Content-Type: multipart/signed; boundary=b', signed));
  assert.deepEqual([read.words, read.files.length, read.isEncrypted], ['Air tidak mengalir', 0, false]);
  const inline =
    '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nAir tidak\n- -- mengalir\n-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----';
  assert.equal(await wordsOf('X: 1', inline), 'Air tidak\n-- mengalir');
});

/** One element of DER. */
function der(tag: number, ...inside: Buffer[]): Buffer {
  const body = Buffer.concat(inside);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

test('an opaque S/MIME signature is opened; what is enveloped is said to be encrypted', async () => {
  const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
  const inner = Buffer.from('Content-Type: text/plain\r\n\r\nAir tidak mengalir');
  const content = der(0x30, oid('2a864886f70d010701'), der(0xa0, der(0x04, inner)));
  const signed = der(
    0x30,
    oid('2a864886f70d010702'),
    der(0xa0, der(0x30, der(0x02, Buffer.from([1])), der(0x31), content)),
  );
  const head = (type: string) =>
    `Content-Type: application/pkcs7-mime; smime-type=${type}; name=smime.p7m\nContent-Transfer-Encoding: base64`;
  const read = await readMail(mail(head('signed-data'), signed.toString('base64')));
  assert.deepEqual(
    [read.words, read.isEncrypted, read.from],
    ['Air tidak mengalir', false, 'ibu@rumah.test'],
  );
  const enveloped = der(0x30, oid('2a864886f70d010703'), der(0xa0, der(0x30)));
  assert.equal(
    (await readMail(mail(head('enveloped-data'), enveloped.toString('base64')))).isEncrypted,
    true,
  );
});

test('a mail that is passed on as a file is read with its files', async () => {
  const inner = 'From: rt@rumah.test\nSubject: Laporan RT\nContent-Type: text/plain\n\nAir tidak mengalir';
  const body = `--b\nContent-Type: text/plain\n\nSaya teruskan.\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--`;
  assert.match(
    await wordsOf('Content-Type: multipart/mixed; boundary=b', body),
    /Saya teruskan\.[\s\S]*Laporan RT[\s\S]*Air tidak mengalir/,
  );
});
