import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Matter } from '../support/office.ts';
import { assertAccessible, assertFits, keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';
import { openHouse } from './open-house.ts';
import { picture, trackCases } from './track-cases.ts';

/** The tracking page as it is seen, in every state that a reporter can meet, and used without scripts. */
const house = await openHouse();
const cases = await trackCases(house);
const { withPage } = browserTests(() => house.origin);

const states = [
  ['diperiksa', cases.verifying],
  ['menunggu-anda', cases.atVerifier],
  ['ditangani', cases.parallel],
  ['dijawab', cases.answered],
  ['selesai', cases.confirmed],
  ['tanpa-tanggapan', cases.silent],
  ['diteruskan', cases.referred],
  ['diarsipkan', cases.archived],
  ['digabung', cases.merged],
  ['dibuka-kembali', cases.reopened],
  ['tertutup', cases.sealed],
  ['diminta-izin', cases.opening],
  ['identitas-dimusnahkan', cases.destroyed],
  ['politeknik', cases.fee],
] as const;

/** Everything that folds away, unfolded: it must be as readable as the rest. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
}

for (const [name, { code }] of states) {
  withPage(`${name}, narrow and wide`, { width: 360 }, async (page) => {
    await page.goto(`/lacak/${code}`);
    await assertFits(page);
    await keepPicture(page, `lacak-${name}-360`);
    await page.setViewportSize({ width: 1280, height: 900 });
    await assertFits(page);
    await keepPicture(page, `lacak-${name}-1280`);
    await unfold(page);
    await assertAccessible(page);
  });
}

withPage(
  'The drawing is shown where it can be read, and fetched nowhere else',
  { width: 360 },
  async (page) => {
    const fetched: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/bagan.svg')) fetched.push(response.status());
    });
    await page.goto(`/lacak/${cases.parallel.code}`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Buka bagan alir dengan laporan Anda di dalamnya' }).waitFor();
    assert.deepEqual(fetched, [], 'a telephone pays for nothing that it does not show');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.waitForResponse('**/bagan.svg');
    assert.deepEqual(fetched, [200]);
    // Its document comes a little after its bytes.
    const drawn = await page.evaluate(`new Promise((done) => {
    const look = (left) => {
      const words = document.querySelector('.drawing iframe').contentDocument?.documentElement?.textContent ?? '';
      if (words !== '' || left === 0) done(words);
      else setTimeout(() => look(left - 1), 50);
    };
    look(200);
  })`);
    assert.match(String(drawn), /Sekarang/);
  },
);

withPage('In the dark, and in English on a wide screen', { dark: true, language: 'en' }, async (page) => {
  for (const [name, { code }] of [states[2], states[3], states[1]] as const) {
    await page.goto(`/lacak/${code}`);
    await assertAccessible(page);
    await keepPicture(page, `lacak-${name}-gelap-en`);
  }
});

withPage('The way in, and a code that leads nowhere', { width: 360, script: false }, async (page) => {
  await page.goto('/lacak');
  await keepPicture(page, 'lacak-360');
  await page.fill('#kode', '7kqm 4xrt 9dwp');
  await page.click('main button');
  assert.equal(await page.inputValue('#kode'), '7kqm 4xrt 9dwp');
  await assertFits(page);
  await keepPicture(page, 'lacak-tidak-ada-360');
  await page.fill('#kode', cases.verifying.code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/lacak/${cases.verifying.code}`);
});

const bare = { width: 360, script: false } as const;
const open = (page: Page, matter: Matter) => page.goto(`/lacak/${matter.code}`);
/** The words of the first element that fits. */
const text = async (page: Page, selector: string) =>
  (await page.locator(selector).first().textContent()) ?? '';

withPage('Without scripts: the question is answered, with a photo', bare, async (page) => {
  await open(page, cases.asks);
  await page.click('text=Jawab pertanyaan');
  await page.fill('#jawaban-text', 'Desa Galesong, bulan Juli.');
  await page.setInputFiles('#jawaban-attachments', {
    name: 'buku tabungan.png',
    mimeType: 'image/png',
    buffer: await picture(),
  });
  await page.click('text=Kirim jawaban');
  assert.match(await text(page, '.noted'), /Jawaban Anda sudah kami catat/);
  assert.match(await text(page, 'h1'), /sedang diperiksa/);
  assert.match(await text(page, '.talk'), /Desa Galesong, bulan Juli/);
  assert.match(await text(page, '.files'), /buku tabungan\.png/);
  await keepPicture(page, 'lacak-tercatat-360');
});

withPage('Without scripts: an objection without a reason is mended and sent', bare, async (page) => {
  await open(page, cases.contested);
  assert.equal(await page.locator('#tanggapan-reason').isVisible(), false, 'asked only of who objects');
  await page.check('[value=objection]');
  assert.equal(await page.locator('#tanggapan-score').isVisible(), false);
  await page.click('text=Kirim tanggapan');
  assert.match(await page.title(), /^Belum dapat kami catat/);
  assert.equal(await page.isChecked('[value=objection]'), true);
  await assertFits(page);
  await keepPicture(page, 'lacak-ditolak-360');
  await page.click('.sum a');
  await page.fill('#tanggapan-reason', 'Kartu baru belum aktif.');
  await page.click('text=Kirim tanggapan');
  assert.match(await text(page, 'h1'), /dibuka kembali/);
  assert.match(await text(page, '.talk'), /Kartu baru belum aktif/);
});

withPage('Refused: nothing for axe to find, on a wide screen', {}, async (page) => {
  await open(page, cases.answered);
  await page.check('[value=rating]');
  await page.fill('#tanggapan-comment', 'Petugasnya ramah.');
  await page.click('text=Kirim tanggapan');
  assert.equal(await page.inputValue('#tanggapan-comment'), 'Petugasnya ramah.');
  await assertAccessible(page);
  await keepPicture(page, 'lacak-ditolak-1280');
});

withPage('Without scripts: rated, then confirmed', bare, async (page) => {
  await open(page, cases.judged);
  await page.check('[value=rating]');
  await page.check('[name=score][value="4"]');
  await page.fill('#tanggapan-comment', 'Cepat.');
  await page.click('text=Kirim tanggapan');
  assert.match(await text(page, '.rated'), /Anda memberi nilai 4 dari 5: Baik/);
  await page.check('[value=confirmation]');
  await page.click('text=Kirim tanggapan');
  assert.match(await text(page, 'h1'), /^Laporan Anda selesai/);
  assert.match(await text(page, '.sop .end'), /^Selesai\. Anda membenarkannya/);
});

withPage('Without scripts: withdrawn, after being asked', bare, async (page) => {
  await open(page, cases.dropped);
  await page.click('summary:has-text("Cabut laporan")');
  await page.fill('#pencabutan-reason', 'Sudah beres.');
  await page.click('text=Lanjut mencabut');
  assert.equal(await page.inputValue('#pencabutan-reason'), 'Sudah beres.');
  await assertFits(page);
  await keepPicture(page, 'lacak-cabut-360');
  await page.click('text=Ya, cabut laporan');
  assert.match(await text(page, 'h1'), /^Anda mencabut laporan Anda/);
});
