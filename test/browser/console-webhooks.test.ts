import assert from 'node:assert/strict';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { openReceiver } from '../support/receiver.ts';
import { isSignedBy, minutesLater } from '../support/webhooks.ts';
import { look, lookInEnglish, lookInTheDark, openOfficeAt, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';
import { freePort } from './open-house.ts';

/** The screen of webhooks: an address, its secret, a trial, the log, and sending again. */
const receiver = await openReceiver();
const house = await openOfficeAt(await freePort(), instant('2026-11-24 08:15'), {
  INNER_ADDRESSES: receiver.origin,
});
const origin = house.config.publicUrl;
const office = await ministry(house);
const administrator = await office.employ({ name: 'Ani', role: 'system-administrator' });
const { withPage } = browserTests(() => origin);
const desk = { ...house, origin };

withPage(
  'An administrator has another system told, tries it, and sends again what it missed',
  {},
  async (page) => {
    await sitDown(page, desk, administrator, 'webhook');
    await page.getByText('Belum ada sistem yang diberi tahu.').waitFor();
    await look(page, 'webhook-kosong');
    await page.getByRole('button', { name: 'Tambah alamat' }).click();
    const window = page.getByRole('dialog', { name: 'Tambah alamat' });
    await window.getByLabel('Alamat', { exact: true }).fill('https://10.0.0.7/terima');
    await window.getByRole('button', { name: 'Simpan' }).click();
    await window.getByText('Alamat ini menunjuk ke jaringan dalam').waitFor();
    await look(page, 'webhook-ditolak');
    await lookInEnglish(page, 'webhook-kosong');
  },
);

withPage(
  'The secret is shown once, a trial letter shows the answer, the log says what became of each',
  {},
  async (page) => {
    await sitDown(page, desk, administrator, 'webhook');
    await page.getByRole('button', { name: 'Tambah alamat' }).click();
    const window = page.getByRole('dialog', { name: 'Tambah alamat' });
    await window.getByLabel('Alamat', { exact: true }).fill(`${receiver.origin}/tuntas/laporan`);
    await window.getByRole('button', { name: 'Simpan' }).click();
    const shown = page.getByRole('dialog', { name: 'Rahasia penanda tangan' });
    const secret = await words(shown.locator('.secret'));
    assert.match(secret, /^whsec_/);
    await look(page, 'webhook-rahasia');
    await shown.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await settled(page);
    assert.ok(!(await page.content()).includes(secret));
    await look(page, 'webhook');

    await page.getByRole('link', { name: /tuntas\/laporan/ }).click();
    await settled(page);
    receiver.answerBy((response) => response.writeHead(200).end('{"diterima":true}'));
    await page.getByRole('button', { name: 'Kirim percobaan' }).click();
    await page.getByText('Kiriman percobaan sampai.').waitFor();
    assert.match(await words(page.locator('.webhook-answer')), /status 200.*\{"diterima":true\}/);
    assert.ok(isSignedBy(secret, receiver.received.at(-1) as never));

    receiver.answerBy((response) => response.writeHead(503).end('sedang dipelihara'));
    const matter = await office.citizen().files('Bantuan ibu saya berhenti.');
    await office.verifier.verifies(matter);
    await house.runJobs();
    await page.getByRole('button', { name: 'Kirim percobaan' }).click();
    await page.getByText('Kiriman percobaan tidak diterima.').waitFor();
    await page.reload();
    await settled(page);
    await page.getByText('tidak ada yang sampai sejak').first().waitFor();
    await look(page, 'webhook-gagal');
    await minutesLater(house, 80 * 60);
    await sitDown(page, desk, administrator, new URL(page.url()).pathname.replace('/konsol/', ''));
    await page.getByText('jadi pengiriman kami hentikan').waitFor();
    await look(page, 'webhook-dihentikan');
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByText('Pengiriman dilanjutkan.').waitFor();

    receiver.answerBy((response) => response.writeHead(204).end());
    await minutesLater(house, 10);
    await minutesLater(house, 10);
    // Twenty minutes later a proof is no longer fresh.
    await sitDown(page, desk, administrator, new URL(page.url()).pathname.replace('/konsol/', ''));
    const before = receiver.received.length;
    await page
      .getByRole('button', { name: `Kirim ulang, perkara ${matter.number}` })
      .first()
      .click();
    await page.getByText('1 kiriman dikirim ulang.').waitFor();
    await house.runJobs();
    assert.equal(receiver.received.length, before + 1);
    await look(page, 'webhook-satu');
    await lookInEnglish(page, 'webhook-satu');
    await lookInTheDark(page, 'webhook-satu');

    await page.getByRole('button', { name: 'Jeda' }).click();
    await page.getByText('Pengiriman dijeda.').waitFor();
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByText('Pengiriman dilanjutkan.').waitFor();
    await page.getByRole('button', { name: 'Ganti rahasia' }).click();
    await page.getByRole('button', { name: 'Buat rahasia baru' }).click();
    await page.getByRole('dialog').getByText('dalam 24 jam').waitFor();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByText('rahasia lama, berlaku sampai').waitFor();
    await page.getByRole('button', { name: 'Hapus', exact: true }).click();
    await look(page, 'webhook-hapus');
    await page.getByRole('button', { name: 'Hapus alamat dan catatannya' }).click();
    await page.getByText('Belum ada sistem yang diberi tahu.').waitFor();
  },
);
