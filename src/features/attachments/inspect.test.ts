import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { inspectFile, safeName } from './inspect.ts';

async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#775533' } })
    .withExif({
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '5/1 8/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '119/1 25/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
}

test('a photo loses the place where it was taken', async () => {
  const sent = await photo();
  assert.ok((await sharp(sent).metadata()).exif !== undefined);
  const kept = await inspectFile('rumah.jpg', sent);
  assert.ok(kept.ok);
  assert.equal((await sharp(kept.value.content).metadata()).exif, undefined);
  assert.equal(kept.value.mediaType, 'image/jpeg');
});

test('the content decides, not the name', async () => {
  const disguised = await inspectFile('tagihan.exe', await photo());
  assert.ok(disguised.ok);
  assert.equal(disguised.value.name, 'tagihan.jpg');
  for (const content of [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!doctype html><script>',
    '\x7fELF\x02\x01\x01\x00',
  ]) {
    const refused = await inspectFile('foto.jpg', Buffer.from(content));
    assert.ok(!refused.ok);
    assert.equal(refused.error.details?.reason, 'wrong-type');
  }
});

test('empty and broken files are refused with a reason', async () => {
  const empty = await inspectFile('a.jpg', Buffer.alloc(0));
  assert.ok(!empty.ok && empty.error.details?.reason === 'empty');
  const broken = await inspectFile('a.jpg', (await photo()).subarray(0, 200));
  assert.ok(!broken.ok && broken.error.details?.reason === 'unreadable');
});

const names: readonly (readonly [string, string])[] = [
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\x\\surat.docx', 'surat.pdf'],
  ['foto\u202egpj.exe', 'fotogpj.pdf'],
  ['\u0000\u0007', 'berkas.pdf'],
  ['...', 'berkas.pdf'],
  ['a'.repeat(500), `${'a'.repeat(80)}.pdf`],
  ['kartu keluarga.pdf', 'kartu keluarga.pdf'],
];

for (const [sent, kept] of names) {
  test(`the name ${JSON.stringify(sent.slice(0, 30))} is kept as ${kept.slice(0, 30)}`, () => {
    assert.equal(safeName(sent, 'pdf'), kept);
  });
}
