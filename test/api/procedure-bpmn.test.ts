import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';

const house = await testHouse();
const ministry = '/api/v1/procedures/kemensos/pengelolaan-sp4n-lapor/versions';

test('anybody may take a version away as BPMN, as a file and never as a page', async () => {
  const answer = await house.app.inject({ url: `${ministry}/1.bpmn` });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/xml; charset=utf-8');
  assert.equal(
    answer.headers['content-disposition'],
    'attachment; filename="kemensos-pengelolaan-sp4n-lapor-v1.bpmn"',
  );
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.match(answer.body, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<bpmn:definitions /);
});

test('a version that is not there is not found, and a number that is none is refused', async () => {
  assert.equal((await house.app.inject({ url: `${ministry}/9.bpmn` })).statusCode, 404);
  assert.equal((await house.app.inject({ url: `${ministry}/0.bpmn` })).statusCode, 422);
});

test('the drawing is there as SVG too, with its typeface inside', async () => {
  const url = '/sop/kemensos/pengelolaan-sp4n-lapor/bagan.svg';
  const answer = await house.app.inject({ url: `${url}?versi=1` });
  assert.equal(answer.statusCode, 200);
  assert.match(String(answer.headers['content-type']), /^image\/svg\+xml/);
  assert.match(String(answer.headers['content-disposition']), /^attachment; /);
  assert.match(answer.body, /<svg .*@font-face/s);
  assert.equal((await house.app.inject({ url: `${url}?versi=9` })).statusCode, 404);
});
