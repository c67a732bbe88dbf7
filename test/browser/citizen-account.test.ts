import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { houseWithMail } from '../support/account-holder.ts';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { assertAccessible, assertFits, keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';

/** An account from the first field to its end, on pages without a script. */
const { house, post } = await houseWithMail(instant('2026-11-24 08:15'));
const origin = await house.app.listen({ port: 0, host: '127.0.0.1' });
after(() => house.app.server.closeAllConnections());
const office = await ministry(house);
const { withPage } = browserTests(() => origin);

async function lookAt(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await assertAccessible(page);
    await assertFits(page);
    await keepPicture(page, `akun-${name}-${width}`);
  }
}

withPage(
  'Signed in by a code, a report kept, opened, released; then the account is gone',
  {
    script: true,
  },
  async (page) => {
    const matter = await office.citizen().files('Bantuan pangan bulan ini belum sampai di kampung kami.');
    await page.goto(`/lacak/${matter.code}`);
    await page.getByRole('link', { name: 'Masuk atau buat akun' }).click();
    await page.getByRole('button', { name: 'Kirim kode' }).click();
    await page.getByRole('alert').waitFor();
    await lookAt(page, 'masuk-ditolak');
    await page.getByLabel('Alamat surel').fill('warga@contoh-akun.id');
    await page.getByRole('button', { name: 'Kirim kode' }).click();
    await lookAt(page, 'kode');
    await house.runJobs();
    const code = /\d{4} \d{4}/.exec(post.letters.at(-1)?.text ?? '')?.[0] ?? '';
    await page.getByLabel('Kode', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { name: 'Laporan saya' }).waitFor();

    await page.goto(`/lacak/${matter.code}`);
    await page.getByRole('button', { name: 'Simpan ke akun saya' }).click();
    await page.getByRole('status').waitFor();
    await page.getByRole('link', { name: 'Laporan saya' }).click();
    await lookAt(page, 'laporan-saya');
    await page.getByRole('link', { name: /Bantuan pangan/ }).click();
    await page.getByRole('heading', { name: 'Akun', exact: true }).waitFor();
    assert.ok(page.url().endsWith(matter.id));
    await page.getByText('Lepas dari akun', { exact: true }).click();
    await lookAt(page, 'laporan');
    await page.goto('/lapor');
    await page.getByRole('button', { name: 'Pakai surel atau nomor akun saya' }).click();
    assert.equal(await page.getByLabel('Alamat surel').inputValue(), 'warga@contoh-akun.id');
    await lookAt(page, 'formulir');
    await page.goto('/akun');
    await lookAt(page, 'akun');
    await page.getByRole('link', { name: 'English' }).click();
    await lookAt(page, 'akun-en');
    await page.goto('/akun/hapus');
    await lookAt(page, 'hapus');
    await page.getByRole('button', { name: 'Yes, delete my account' }).click();
    await page.getByText('Your account is deleted.').waitFor();
    assert.equal(
      (await page.context().cookies()).some(({ name }) => name === 'tuntas_account'),
      false,
    );
  },
);
