import assert from 'node:assert/strict';
import { writeLines } from '../../src/features/messages/index.ts';
import { createWork } from '../../src/main/worker.ts';
import { partsOf } from '../support/house.ts';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';
import { look, lookInEnglish, openOfficeAt, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';
import { freePort } from './open-house.ts';

/** The page of message traffic: lines, counts, what was set aside, what goes out. */
const operator = await openSmsOperator('telkomsel');
const house = await openOfficeAt(await freePort(), instant('2026-11-24 08:15'), {
  SMS_LINES: operator.address,
});
await operator.whenBound();
const office = await ministry(house);
const administrator = await office.employ({ name: 'Ani', role: 'system-administrator' });
const { withPage } = browserTests(() => house.origin);
const work = createWork(partsOf(house), house.connections.database);

async function says(from: string, text: string): Promise<void> {
  house.clock.set(new Date(Date.parse(house.clock.now()) + 1000).toISOString());
  await operator.says(from, text);
}

/** As a server tells twice a minute. */
async function tellOfLines(): Promise<void> {
  await work((ctx) =>
    writeLines(
      ctx,
      'sms',
      '01890000-0000-7000-8000-000000000001',
      house.config.smsLines.map(({ name, source }) => ({
        account: name,
        source,
        isUp: true,
        isSession: true,
        heardAgo: 4_000,
        messageAgo: 9_000,
      })),
    ),
  );
}

withPage('An empty page of message traffic says what will stand there', {}, async (page) => {
  await sitDown(page, house, office.verifier, 'lalu-lintas');
  assert.match(await words(page.locator('main')), /Tidak ada pesan yang menunggu diperiksa/);
  await look(page, 'lalu-lintas-kosong');
  await page.getByRole('link', { name: 'Keluar', exact: true }).click();
  await page.getByText('Tidak ada pesan dalam keadaan ini.').waitFor();
});

withPage('What was set aside is opened, taken in, discarded, and its sender allowed', {}, async (page) => {
  await says('PROMO-SUPER', 'Selamat! Anda menang. Hubungi 0812.');
  await says('KELURAHAN', 'Lampu jalan RT 4 mati tiga malam.');
  await says('POSKO-BANJIR', 'Beras bantuan untuk 40 keluarga belum tiba.');
  await house.runJobs();
  await tellOfLines();
  await sitDown(page, house, office.verifier, 'lalu-lintas');
  assert.doesNotMatch(
    await words(page.locator('main')),
    /PROMO|KELURAHAN|Lampu/,
    'nothing before it is opened',
  );
  const open = page.locator('.traffic-list').getByRole('button', { name: 'Buka' });
  assert.equal(await open.count(), 3);
  await open.nth(1).click();
  const window = page.getByRole('dialog', { name: 'Pesan yang disisihkan' });
  await window.getByText('Lampu jalan RT 4').waitFor();
  await look(page, 'lalu-lintas-pesan');
  await page.keyboard.press('Escape');
  await window.waitFor({ state: 'detached' });
  await lookInEnglish(page, 'lalu-lintas-pesan-daftar');
  await open.nth(1).click();
  await window.getByRole('button', { name: 'Terima sebagai laporan' }).click();
  await page.getByText('Pesan diterima sebagai laporan').waitFor();
  await settled(page);
  assert.equal(await open.count(), 2);
  await house.runJobs();

  await open.nth(1).click();
  await window.getByText('Selamat!').waitFor();
  await window.getByRole('button', { name: 'Singkirkan' }).click();
  await look(page, 'lalu-lintas-singkirkan');
  await page.getByRole('dialog').getByRole('button', { name: 'Singkirkan' }).click();
  await page.getByText('Pesan disingkirkan.').waitFor();
  await settled(page);

  await open.first().click();
  await window.getByRole('button', { name: 'Izinkan pengirim ini' }).click();
  await page.getByText('Pengirim diizinkan').waitFor();
  await house.runJobs();
  await page.getByLabel('Keadaan').selectOption({ label: 'dibaca' });
  await page.locator('.traffic-list').waitFor();
  await settled(page);
  assert.match(await words(page.locator('.traffic-list')), /laporan.*diizinkan/);
  await page.getByLabel('Keadaan').selectOption({ label: 'disingkirkan' });
  await page.locator('.traffic-list').getByText('Iklan atau penipuan').waitFor();
});

withPage(
  'The administrator sees what failed, without content, and sends it again or stops it',
  {},
  async (page) => {
    operator.refusesWith(0x58);
    await says('628130009001', 'BANTUAN');
    await says('628130009002', 'STATUS');
    await house.runJobs();
    operator.refusesWith(0x0b);
    await says('628130009003', 'BANTUAN');
    await house.runJobs();
    operator.refusesWith(0);
    await tellOfLines();
    await sitDown(page, house, administrator, 'lalu-lintas?bagian=keluar&kanal=sms');
    const list = page.locator('.traffic-list');
    assert.match(await words(list), /nomor tujuan ditolak operator/);
    assert.match(await words(list), /operator minta menunggu; dicoba lagi/);
    assert.doesNotMatch(await words(page.locator('main')), /62813/);
    await look(page, 'lalu-lintas-keluar');
    await lookInEnglish(page, 'lalu-lintas-keluar');
    await list.getByRole('button', { name: 'Kirim lagi' }).first().click();
    await page.getByText('Pesan akan dikirim lagi.').waitFor();
    await list.getByRole('button', { name: 'Hentikan' }).last().click();
    const window = page.getByRole('dialog', { name: 'Hentikan pengiriman' });
    await window.getByLabel('nomor atau alamat salah').check();
    await look(page, 'lalu-lintas-hentikan');
    await window.getByRole('button', { name: 'Hentikan' }).click();
    await page.getByText('Pengiriman dihentikan.').waitFor();
    await page.getByLabel('Keadaan').selectOption({ label: 'tidak terkirim' });
    await list.getByText('nomor atau alamat salah').waitFor();
    await page.getByRole('link', { name: 'Masuk', exact: true }).click();
    await settled(page);
    assert.equal(
      await page.getByRole('button', { name: 'Buka' }).count(),
      0,
      'no content for who looks after delivery',
    );
  },
);

withPage('Two hundred messages are turned page by page; figures lead to their list', {}, async (page) => {
  for (let n = 0; n < 200; n += 1) await says(`62814${String(n).padStart(8, '0')}`, 'BANTUAN');
  await house.runJobs();
  await sitDown(page, house, administrator, 'lalu-lintas?bagian=keluar');
  const rows = page.locator('.traffic-list tbody tr');
  assert.equal(await rows.count(), 50);
  await look(page, 'lalu-lintas-200');
  await page.getByRole('button', { name: 'Berikutnya' }).click();
  await page.getByRole('button', { name: 'Sebelumnya' }).waitFor();
  assert.equal(await rows.count(), 50);
  const counts = page.locator('.traffic-counts table').last();
  await counts.getByRole('row', { name: /SMS/ }).getByRole('link').first().click();
  await settled(page);
  assert.match(page.url(), /keadaan=sent/);
});

withPage('A page that cannot be loaded says so, and a line that is down stands out', {}, async (page) => {
  await house.database.pool.query(`update channel_lines set is_up = false, told_at = $1`, [
    house.clock.now(),
  ]);
  await sitDown(page, house, administrator, 'lalu-lintas');
  assert.match(await words(page.locator('.traffic')), /terputus.*Sambungan dicoba lagi/);
  await look(page, 'lalu-lintas-terputus');
  await page.route('**/api/v1/traffic/in*', (route) => route.abort());
  await page.getByLabel('Keadaan').selectOption({ label: 'dibaca' });
  await page.getByRole('button', { name: 'Coba lagi' }).waitFor();
});
