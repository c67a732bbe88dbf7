import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../../test/support/house.ts';
import { readerAtHome } from '../../../test/support/office-pages.ts';

/** The procedures as citizens read them: who uses each, the drawing, its documents. */
const house = await testHouse({ now: '2026-11-24T02:00:00.000Z' });
const reader = readerAtHome(house);
const shipped = ['kemensos/pengelolaan-sp4n-lapor', 'politeknik/pengaduan-online', 'nasional/sp4n'] as const;

test('The list leads from each procedure to the institution that uses it, whoever wrote it', async () => {
  const { status, html } = await reader.opens('/sop');
  assert.equal(status, 200);
  const items = [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => item);
  const usersOf = (id: string): readonly string[] => {
    const item = items.find((one) => one.includes(`href="/sop/${id}"`)) ?? '';
    return [...item.matchAll(/href="\/instansi\/([^"]+)"/g)].map(([, user = '']) => user);
  };
  assert.deepEqual(usersOf('kemensos/pengelolaan-sp4n-lapor'), ['kemensos']);
  assert.deepEqual(usersOf('politeknik/pengaduan-online'), ['politeknik']);
  assert.deepEqual(usersOf('nasional/sp4n'), ['kota-ternate']);
  assert.equal((await reader.opens('/instansi/kota-ternate')).status, 200);
});

test('A procedure leads to the form of whoever takes in by it; where nobody does there is no button', async () => {
  const formsOf = async (id: string): Promise<readonly string[]> => {
    const { html } = await reader.opens(`/sop/${id}`);
    return [...html.matchAll(/href="\/lapor\?instansi=([^"]+)"/g)].map(([, user = '']) => user);
  };
  assert.deepEqual(await formsOf('nasional/sp4n'), ['kota-ternate']);
  assert.match(
    (await reader.opens('/sop/nasional/sp4n')).words,
    /Dipakai oleh Pemerintah Kota Ternate \(contoh\)/,
  );
  assert.deepEqual(await formsOf('kemensos/pengelolaan-sp4n-lapor'), ['kemensos']);
  const { pool } = house.database;
  await pool.query(`update institutions set procedure_id = 'nasional/sp4n' where id = 'politeknik'`);
  assert.deepEqual([...(await formsOf('nasional/sp4n'))].toSorted(), ['kota-ternate', 'politeknik']);
  assert.deepEqual(await formsOf('politeknik/pengaduan-online'), []);
  await pool.query(`update institutions set active = false where id = 'kota-ternate'`);
  assert.deepEqual(await formsOf('nasional/sp4n'), ['politeknik']);
});

test('The page draws the form, and gives it as PDF and SVG', async () => {
  for (const id of shipped) {
    const page = await reader.opens(`/sop/${id}`);
    assert.match(page.html, /<svg[^>]*role="img"/, `${id} is drawn`);
    const pdf = await house.app.inject({ url: `/sop/${id}/bagan.pdf` });
    assert.equal(pdf.headers['content-type'], 'application/pdf');
    assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-');
    const svg = await house.app.inject({ url: `/sop/${id}/bagan.svg` });
    assert.match(String(svg.headers['content-type']), /^image\/svg\+xml/);
    assert.match(svg.body, /<svg[\s>]/);
  }
});

test('What is not there is not found: a version, a procedure, an odd address', async () => {
  for (const path of [
    '/sop/nasional/sp4n?versi=9',
    '/sop/nasional/sp4n/bagan.pdf?versi=9',
    '/sop/nasional/sp4n/bagan.svg?versi=9',
    '/sop/nasional/lain',
    '/sop/kota-ternate/sp4n',
  ]) {
    assert.equal((await reader.opens(path)).status, 404, path);
  }
  assert.equal((await reader.opens('/sop/nasional/sp4n?versi=1')).status, 200);
});
