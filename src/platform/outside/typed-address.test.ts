import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOutside } from './address-class.ts';
import { readTypedAddress } from './typed-address.ts';

const inner = ['http://127.0.0.1:9000', 'https://siks.dalam.contoh.test:9443'];

for (const [typed, href] of [
  ['https://terima.contoh.example/kait', 'https://terima.contoh.example/kait'],
  [' https://terima.contoh.example:8443/a?b=c#d ', 'https://terima.contoh.example:8443/a?b=c'],
  ['HTTPS://Terima.Contoh.Example', 'https://terima.contoh.example/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://8.8.8.8/', 'https://8.8.8.8/'],
  ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ['http://127.0.0.1:9000/kait', 'http://127.0.0.1:9000/kait'],
  ['https://siks.dalam.contoh.test:9443/kait', 'https://siks.dalam.contoh.test:9443/kait'],
] as const) {
  test(`${typed.trim()} may be called`, () => {
    const read = readTypedAddress(typed, inner);
    assert.ok(read.ok);
    assert.equal(read.value.href, href);
  });
}

/** Every way of writing an inner address, or of hiding one, that parsers have been known to take. */
const tricks: Readonly<Record<string, readonly string[]>> = {
  'inner-address': [
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0x0.0x0.0x1/',
    'https://017700000001/',
    'https://0177.0.0.1/',
    'https://127.0.0.1./',
    'https://%31%32%37.0.0.1/',
    'https://１２７.０.０.１/',
    'https://127。0。0。1/',
    'https://0/',
    'https://0.0.0.0/',
    'https://10.20.30.40/',
    'https://172.31.255.254/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://100.100.100.200/',
    'https://169.254.169.254/latest/meta-data/',
    'https://168.63.129.16/',
    'https://192.0.0.192/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:0:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[64:ff9b:1::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[fd00:ec2::254]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://localhost/',
    'https://LOCALHOST/',
    'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
    'https://localhost./',
    'https://terima.contoh.example./',
    'https://db/',
    'https://metadata.google.internal/',
    'https://printer.local/',
    'https://a.localhost/',
  ],
  'credentials-in-address': [
    'https://terima.contoh.example@127.0.0.1/',
    'https://a:b@terima.contoh.example/',
    'https://:b@terima.contoh.example/',
    'http://a@127.0.0.1:9000/',
  ],
  'https-needed': ['http://terima.contoh.example/', 'http://127.0.0.1/', 'http://127.0.0.1:9001/'],
  'port-not-allowed': [
    'https://terima.contoh.example:22/',
    'https://terima.contoh.example:5432/',
    'https://127.0.0.1:9000/',
  ],
  'not-an-address': [
    '',
    'terima.contoh.example',
    '//terima.contoh.example',
    'file:///berkas',
    'gopher://terima.contoh.example:25/',
    'data:text/plain,a',
    'https://',
    'https://[fe80::1%25eth0]/',
    'https://[::1%lo]/',
    'https://terima.contoh.example\\@127.0.0.1/',
    'https://terima.contoh.example/\r\nHost:lain',
    'https://ter ima.contoh.example/',
    'https://1.2.3.4.5/',
    'https://256.0.0.1/',
    `https://terima.contoh.example/${'a'.repeat(1000)}`,
  ],
};

for (const [fault, addresses] of Object.entries(tricks)) {
  for (const typed of addresses) {
    test(`${JSON.stringify(typed.slice(0, 60))} is refused: ${fault}`, () => {
      assert.deepEqual(readTypedAddress(typed, inner), { ok: false, error: fault });
    });
  }
}

test('what is no address at all is not outside, nor one of a single wire', () => {
  for (const text of ['', 'terima.example', '127.1', '2606:4700::1%eth0', '4000::1']) {
    assert.equal(isOutside(text), false, text);
  }
  for (const text of ['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1']) {
    assert.equal(isOutside(text), true, text);
  }
});
