import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSender } from './sender-check.ts';

const server = 'mx.contoh.go.id';
const check = (...values: string[]) =>
  checkSender(new Map([['authentication-results', values]]), 'ibu@rumah.test', server);

test('DMARC decides; else DKIM or SPF of the very domain', () => {
  assert.equal(check(`${server}; spf=fail; dmarc=pass header.from=rumah.test`), 'proven');
  assert.equal(check(`${server} 1; dkim=pass header.d=rumah.test; dmarc=fail`), 'contradicted');
  assert.equal(check(`${server}; dmarc=none; dkim=pass (2048 bit) header.d=rumah.test`), 'proven');
  assert.equal(check(`${server}; spf=pass smtp.mailfrom=ibu@rumah.test`), 'proven');
  assert.equal(
    check(`${server}; dkim=pass header.d=penipu.test; spf=pass smtp.mailfrom=penipu.test`),
    'unproven',
  );
  assert.equal(check(`${server}; none`), 'unproven');
});

test('only our own server is believed, and of its words the topmost', () => {
  assert.equal(check('mx.penipu.test; dmarc=pass'), null);
  assert.equal(check(`${server}; dmarc=fail`, `${server}; dmarc=pass`), 'contradicted');
  assert.equal(check(`mx.penipu.test; (${server}; dmarc=pass) dmarc=pass`), null);
  assert.equal(checkSender(new Map(), 'ibu@rumah.test', null), null);
});
