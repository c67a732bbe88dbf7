import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { thorough } from '../support/thorough.ts';
import { assertAccessible, assertFits, keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';
import { openHouse } from './open-house.ts';

const house = await openHouse();
const { withPage } = browserTests(() => house.origin);

const story =
  'Kartu bantuan ibu saya tertelan mesin ATM sejak Agustus.\nBank menyuruh menunggu. <b>Tolong</b> 🙏';

for (const width of [360, 1280] as const) {
  for (const language of ['id', 'en'] as const) {
    const searched = thorough || (width === 360) === (language === 'id');
    withPage(
      `the form, empty and refused, at ${width} px in ${language}`,
      { width, language },
      async (page) => {
        await page.goto('/lapor');
        if (searched) await assertAccessible(page);
        await assertFits(page);
        await keepPicture(page, `lapor-${width}-${language}`);
        await page.check('[name=via][value=sms]');
        await page.fill('#hp', '0812');
        await page.fill('#d', '31');
        await page.selectOption('#m', '2');
        await page.fill('#y', '2026');
        await page.click('button[value=send]');
        await page.waitForSelector('#ringkas');
        assert.deepEqual(await faults(page), ['#text', '#d', '#hp']);
        if (searched) await assertAccessible(page);
        await assertFits(page);
        await keepPicture(page, `lapor-keliru-${width}-${language}`);
      },
    );
    withPage(`the receipt at ${width} px in ${language}`, { width, language }, async (page) => {
      await page.goto('/lapor');
      await page.fill('#text', story);
      await page.click('button[value=send]');
      await page.waitForURL('**/tanda-terima');
      if (searched) await assertAccessible(page);
      await assertFits(page);
      await keepPicture(page, `tanda-terima-${width}-${language}`);
    });
  }
}

withPage(
  'a report from the first line to the receipt, without JavaScript',
  { script: false },
  async (page) => {
    await page.goto('/');
    await page.fill('[name=text]', story);
    await page.click('button[value=start]');
    assert.equal(await page.inputValue('#text'), story, 'what was begun on the start page goes on');

    await page.fill('#desa', 'galesong');
    await page.click('button[value=area]');
    await page.check('[name=areaCode] >> nth=1');
    const village = await page.inputValue('[name=areaCode]:checked');
    await page.check('[name=institution][value=kemensos]');
    await page.selectOption('#bidang-kemensos', { index: 1 });
    await page.setInputFiles('#file', [
      { name: 'struk.txt', mimeType: 'text/plain', buffer: Buffer.from('struk ATM bulan Agustus') },
      { name: 'pasang.exe', mimeType: 'application/octet-stream', buffer: Buffer.from([0x4d, 0x5a, 0, 1]) },
    ]);
    await page.check('[name=via][value=email]');
    await page.fill('#surel', 'bukan surel');
    await page.fill('#nama', 'Suryani');
    await page.click('button[value=send]');
    assert.deepEqual(await faults(page), ['#file', '#surel'], 'a refused file and a wrong address, at once');
    assert.equal(await page.inputValue('#surel'), 'bukan surel');
    assert.equal(await page.inputValue('#text'), story);
    assert.equal(await page.inputValue('[name=areaCode]:checked'), village);
    assert.match((await page.textContent('.kept')) ?? '', /struk\.txt/, 'the good file is kept');

    await page.fill('#surel', 'suryani@contoh.test');
    await page.click('button[value=send]');
    assert.equal(new URL(page.url()).pathname, '/tanda-terima', 'no code in the address');
    const code = (await page.textContent('.code')) ?? '';
    assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    assert.equal(await page.textContent('.say'), story, 'verbatim');
    assert.match((await page.textContent('.facts')) ?? '', /Galesong.*1 berkas/s);
    assert.doesNotMatch(await page.content(), /Suryani|suryani@/, 'the receipt shows no name and no address');

    await page.reload();
    assert.equal(await page.textContent('.code'), code, 'it can be loaded again');
    await page.click('text=Tutup dan hapus');
    await page.goto('/tanda-terima');
    assert.equal(await page.locator('.code').count(), 0, 'closed means gone from this device');
  },
);

withPage('places by lists, from the province to the village', { script: false }, async (page) => {
  await page.goto('/lapor');
  for (const name of ['Sulawesi Selatan', 'Kabupaten Takalar', 'Galesong', 'Galesong Baru']) {
    const open = await page.locator('details').getAttribute('open');
    if (open === null) await page.click('summary');
    await page.selectOption('#dalam', { label: name });
    await page.click('button[value=within]');
  }
  assert.match((await page.textContent('[name=areaCode]:checked ~ small')) ?? '', /Kecamatan Galesong/);
  assert.equal(await page.locator('#dalam').count(), 0, 'nothing lies below a village');
});

withPage(
  'the Enter key looks for a place that was typed, and else sends',
  { script: false },
  async (page) => {
    await page.goto('/lapor');
    await page.fill('#text', 'Jalan di depan sekolah gelap.');
    await page.fill('#desa', 'galesong baru');
    await page.press('#desa', 'Enter');
    assert.match((await page.textContent('#desa-n')) ?? '', /1 tempat/);
    await page.press('#y', 'Enter');
    assert.equal(new URL(page.url()).pathname, '/tanda-terima');
  },
);

withPage('sent twice, and again after going back, it is one report', {}, async (page) => {
  await page.goto('/lapor');
  await page.fill('#text', 'Lampu jalan mati tiga bulan.');
  await page.setInputFiles('#file', [
    { name: 'catatan.txt', mimeType: 'text/plain', buffer: Buffer.from('catatan') },
  ]);
  await page.dblclick('button[value=send]');
  await page.waitForURL('**/tanda-terima');
  const code = await page.textContent('.code');
  await page.goBack();
  assert.equal(await page.inputValue('#text'), 'Lampu jalan mati tiga bulan.', 'going back loses nothing');
  await page.click('button[value=send]');
  await page.waitForURL('**/tanda-terima');
  assert.equal(await page.textContent('.code'), code);

  await page.goBack();
  assert.equal(await page.inputValue('#text'), 'Lampu jalan mati tiga bulan.', 'and once more');
  await page.fill('#text', 'Ini laporan lain: sampah tidak diangkut.');
  await page.click('button[value=send]');
  await page.waitForSelector('#ringkas');
  assert.match((await page.textContent('#ringkas')) ?? '', /sudah terkirim sebelumnya/);
  await page.click('button[value=send]');
  await page.waitForURL('**/tanda-terima');
  assert.notEqual(await page.textContent('.code'), code, 'another report gets a code of its own');
});

withPage(
  'begun on the start page, sent, gone back, sent again: one report',
  { script: false },
  async (page) => {
    await page.goto('/');
    await page.fill('[name=text]', 'Atap pasar bocor.');
    await page.click('button[value=start]');
    await page.click('button[value=send]');
    const code = await page.textContent('.code');
    await page.goBack();
    assert.equal(await page.inputValue('#text'), 'Atap pasar bocor.');
    await page.click('button[value=send]');
    assert.equal(await page.textContent('.code'), code);
  },
);

withPage('what was begun survives a closed page and leaves no trace once it is sent', {}, async (page) => {
  await page.goto('/lapor');
  await page.fill('#text', 'Belum selesai saya tulis');
  // Asked again and again: the page's own policy lets no text be run by the page itself.
  while ((await page.evaluate("sessionStorage.getItem('tuntas.draft')")) === null);
  await page.goto('/privasi');
  await page.goto('/lapor');
  assert.equal(await page.inputValue('#text'), 'Belum selesai saya tulis');
  assert.ok(await page.isVisible('[data-restored]'), 'and says where it comes from');
  await page.click('button[value=send]');
  await page.waitForURL('**/tanda-terima');
  assert.equal(await page.evaluate("sessionStorage.getItem('tuntas.draft')"), null);
});

withPage('a browser without cookies still gets its receipt', { script: false }, async (page) => {
  await page.goto('/lapor');
  await page.fill('#text', 'Tanpa kuki.');
  await page.context().clearCookies();
  await page.click('button[value=send]');
  assert.match((await page.textContent('.code')) ?? '', /^[2-9A-Z]{4}-/);
});

withPage(
  'chosen open, but the words hold a number: it says why before anything is sent',
  {},
  async (page) => {
    await page.goto('/lapor');
    await page.fill('#text', 'NIK ibu saya 7305091203550001 tidak terdaftar.');
    await page.check('[name=secrecy][value=L0]');
    await page.click('button[value=send]');
    assert.match((await page.textContent('#ringkas')) ?? '', /Belum dikirim.*nomor induk.*Rahasia/s);
    assert.equal(await page.isChecked('[name=secrecy][value=L2]'), true, 'changed, and to be seen');
    await page.click('button[value=send]');
    await page.waitForURL('**/tanda-terima');
    assert.match((await page.textContent('.facts')) ?? '', /Rahasia/);
  },
);

/** Where the links of the summary lead, in order. */
async function faults(page: Page): Promise<string[]> {
  const links = await page.locator('#ringkas a').all();
  return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
}

for (const [language, width] of [
  ['id', 360],
  ['en', 1280],
] as const) {
  withPage(
    `where too many asked from one place the browser works for its sender, at ${width} px in ${language}`,
    { width, language },
    async (page) => {
      await page.goto('/lapor');
      await page.fill('#text', story);
      await page.click('button[value=area]');
      await house.database.pool.query(`update rate_counters set count = 500 where key like 'form:%'`);
      await page.click('button[value=send]');
      const note = page.locator('[data-challenge]');
      await note.locator('p:not([hidden])').waitFor();
      await assertAccessible(page);
      await assertFits(page);
      await note.locator('p + p:not([hidden])').waitFor();
      assert.match(await page.inputValue('[name=work]'), /~\d+$/);
      await keepPicture(page, `lapor-terlalu-sering-${width}-${language}`);
      assert.equal(await page.inputValue('#text'), story, 'nothing typed is lost');
      await page.click('button[value=send]');
      await page.waitForURL('**/tanda-terima');
      await house.database.pool.query(`delete from rate_counters where key like 'form:%'`);
    },
  );
}
